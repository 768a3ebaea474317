internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Logging

/// Makes the answer to every error thrown: problem details under `/api`, a page elsewhere.
struct ProblemAnswers<Context: RequestContext>: RouterMiddleware {
    let pages: PageRenderer

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as CancellationError {
            throw error
        } catch {
            let problem = ServerProblem(error)
            if problem.status.kind == .serverError {
                context.logger.error(
                    "A request failed.",
                    metadata: ["error": "\(error)", "route": "\(context.endpointPath ?? "none")"])
            }
            return answer(problem, to: request)
        }
    }

    private func answer(_ problem: ServerProblem, to request: Request) -> Response {
        let isProgram = request.isOfProgram
        if problem == .signInNeeded(isProgram: false), !isProgram, request.method == .get {
            return .see("/sign-in?to=" + LocalAddress(request.uri.string).inQuery)
        }
        var response: Response =
            if isProgram {
                Response.json(ProblemDetails(problem), status: problem.status, type: ProblemDetails.type)
            } else {
                Response.html(pages.problem(problem), status: problem.status)
            }
        if problem.status == .unauthorized {
            response.headers[.wwwAuthenticate] =
                problem == .tokenRefused ? "Bearer error=\"invalid_token\"" : "Bearer"
        }
        if !problem.allow.isEmpty {
            response.headers[.allow] = problem.allow.map(\.rawValue).joined(separator: ", ")
        }
        return response
    }
}

extension Request {
    /// Whether it came by the API, which has no pages.
    var isOfProgram: Bool { uri.path == "/api" || ["/api/", "/station/"].contains { uri.path.hasPrefix($0) } }
}
