internal import HTTPTypes
internal import Hummingbird

/// The addresses of the server, each with the methods it takes.
struct Routes {
    typealias Handler = @Sendable (Request, BasicRequestContext) async throws -> Response

    private var table: [(path: String, method: HTTPRequest.Method, handler: Handler)] = []

    mutating func get(_ path: String, _ handler: @escaping Handler) { table.append((path, .get, handler)) }

    mutating func post(_ path: String, _ handler: @escaping Handler) { table.append((path, .post, handler)) }

    /// Puts them into a router, and behind each address an answer 405 to the methods it does not take: the router by
    /// itself would say that there is nothing there.
    func register(in router: Router<BasicRequestContext>) {
        for route in table { router.on(RouterPath(route.path), method: route.method, use: route.handler) }
        for path in Set(table.map(\.path)) {
            var allowed = table.filter { $0.path == path }.map(\.method)
            if allowed.contains(.get) { allowed.append(.head) }
            let list = allowed.sorted { $0.rawValue < $1.rawValue }
            for method in [HTTPRequest.Method.get, .head, .post, .put, .patch, .delete, .options]
            where !allowed.contains(method) {
                router.on(RouterPath(path), method: method) { _, _ -> Response in
                    throw ServerProblem.methodNotAllowed(list)
                }
            }
        }
    }
}
