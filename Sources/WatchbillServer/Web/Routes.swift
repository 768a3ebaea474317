internal import HTTPTypes
internal import Hummingbird
internal import WatchbillStore

/// The addresses of the server, each with the methods it takes.
struct Routes {
    /// Of whoever has come in, and with the rights they have at this moment.
    typealias Handler = @Sendable (Visit, Request, WebContext) async throws -> Response
    /// Of whoever is outside yet.
    typealias OpenHandler = @Sendable (Request, WebContext) async throws -> Response

    private let door: Door
    private var table: [(path: String, method: HTTPRequest.Method, isOpen: Bool, handler: OpenHandler)] = []

    init(_ door: Door) {
        self.door = door
    }

    mutating func get(_ path: String, _ handler: @escaping Handler) { add(.get, path, handler) }

    mutating func post(_ path: String, _ handler: @escaping Handler) { add(.post, path, handler) }

    mutating func put(_ path: String, _ handler: @escaping Handler) { add(.put, path, handler) }

    private mutating func add(_ method: HTTPRequest.Method, _ path: String, _ handler: @escaping Handler) {
        table.append((path, method, false, { [door] in try await handler(try await door.visit($0), $0, $1) }))
    }

    /// An address that shows or does something for people who are not signed in.
    mutating func open(_ method: HTTPRequest.Method, _ path: String, _ handler: @escaping OpenHandler) {
        table.append((path, method, true, handler))
    }

    /// Every address with its methods, and whether it is open to people who are not signed in.
    var all: [(path: String, method: HTTPRequest.Method, isOpen: Bool)] {
        table.map { ($0.path, $0.method, $0.isOpen) }
    }

    /// Puts them into a router, and behind each address an answer 405 to the methods it does not take: the router by
    /// itself would say that there is nothing there.
    func register(in router: Router<WebContext>) {
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
