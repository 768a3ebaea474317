internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Logging

/// The headers every answer carries. There is no inline script or style anywhere, so the policy needs no exception.
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    static var policy: String {
        [
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
            "worker-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'",
            "frame-ancestors 'none'",
        ].joined(separator: "; ")
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        // A download has a stricter one.
        response.headers[.contentSecurityPolicy] = response.headers[.contentSecurityPolicy] ?? Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "same-origin"
        response.headers[.crossOriginOpenerPolicy] = "same-origin"
        response.headers[.crossOriginResourcePolicy] = "same-origin"
        return response
    }
}

/// Refuses requests under a name that is not this server's: without it, a page of another site could have its own name
/// point at this machine (DNS rebinding) and read everything.
struct HostCheck<Context: RequestContext>: RouterMiddleware {
    /// In lower case, without ports.
    let names: Set<String>

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let authority = Authority(request)
        // Addresses pass: a name must be looked up to be made to point here, an address need not.
        guard authority.isAddress || names.contains(authority.host) else { throw ServerProblem.unknownHost }
        return try await next(request, context)
    }
}

/// Refuses changes that a browser sends on behalf of another site's page.
struct SameOriginCheck<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if ![.get, .head, .options].contains(request.method), !isOwn(request) { throw ServerProblem.foreignOrigin }
        return try await next(request, context)
    }

    /// Browsers always tell one of the two; whoever tells neither is no browser and carries nobody's rights.
    private func isOwn(_ request: Request) -> Bool {
        if let site = request.headers[.secFetchSite] { return site == "same-origin" || site == "none" }
        guard let origin = request.headers[.origin] else { return true }
        guard let authority = request.head.authority, let scheme = origin.range(of: "://") else { return false }
        return origin[scheme.upperBound...].lowercased() == authority.lowercased()
    }
}

/// One line a request, keyed by the route's pattern: addresses name people.
struct RequestLog<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        context.logger.debug(
            "A request was answered.",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(context.endpointPath ?? "none")",
                "status": "\(response.status.code)",
            ])
        return response
    }
}

extension HTTPField.Name {
    static var referrerPolicy: Self { fixed("Referrer-Policy") }
    static var crossOriginOpenerPolicy: Self { fixed("Cross-Origin-Opener-Policy") }
    static var secFetchSite: Self { fixed("Sec-Fetch-Site") }
    static var xForwardedFor: Self { fixed("X-Forwarded-For") }
    static var forwarded: Self { fixed("Forwarded") }
    static var lastEventID: Self { fixed("Last-Event-ID") }

    private static func fixed(_ name: String) -> Self {
        guard let field = Self(name) else { preconditionFailure("\(name) is no field name.") }
        return field
    }
}
