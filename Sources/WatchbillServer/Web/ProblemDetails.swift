internal import HTTPTypes
internal import RotaFormats

/// Why something is not done, for a program (RFC 9457).
struct ProblemDetails: APIValue {
    static let type = "application/problem+json"

    private let type: String
    private let title: String
    private let status: Int
    private let detail: String
    private let errors: [RequestFault]?

    init(_ problem: ServerProblem) {
        type = "urn:watchbill:problem:\(problem.code)"
        title = problem.title
        status = problem.status.code
        detail = problem.detail
        errors = problem.faults.isEmpty ? nil : problem.faults
    }

    static let schema = JSONSchema.named(
        "Problem",
        .object([
            .always("type", .address, "which problem: urn:watchbill:problem: and a code that stays the same"),
            .always("title", .words, "the same for every occurrence"),
            .always("status", .whole(least: 400, most: 599), "the answer's status"),
            .always("detail", .words, "what, why and the way out"),
            .maybe(
                "errors",
                .list(
                    of: .object([
                        .maybe("pointer", .words, "where in the body: a JSON pointer"),
                        .maybe("parameter", .words, "which parameter of the address or the header"),
                        .always("detail", .words, "the value, what was expected, and the way out"),
                    ]), most: nil), "what is wrong with the request, part by part"),
        ]))

    static let example: JSONContent = [
        "type": "urn:watchbill:problem:not-found", "title": "Not found", "status": 404,
        "detail": "There is no such thing here. Maybe the address is mistyped, or it is not for you to see.",
    ]
}
