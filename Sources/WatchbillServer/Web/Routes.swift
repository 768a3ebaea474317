internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import WatchbillStore

/// The addresses of the server, each with the methods it takes and what it asks of the table of permissions.
struct Routes {
    /// Of whoever has come in, and with the rights they have at this moment.
    typealias Handler = @Sendable (Visit, Request, WebContext) async throws -> Response
    /// Of whoever is outside yet.
    typealias OpenHandler = @Sendable (Request, WebContext) async throws -> Response

    let door: Door
    private var table: [Route] = []

    private struct Route {
        let path: String
        let method: HTTPRequest.Method
        /// Nil: open to people who are not signed in.
        let asked: Asked?
        let handler: OpenHandler
    }

    init(_ door: Door) {
        self.door = door
    }

    /// - Parameters:
    ///   - asks: the operations of the table of permissions that are asked, all of them, whatever is wanted.
    ///   - also: those that are asked as well, as far as what is wanted goes.
    ///   - either: those of which one must let somebody in.
    mutating func get(
        _ path: String, asks: [any Operation.Type] = [], also: [any Operation.Type] = [],
        either: [any Operation.Type] = [], _ handler: @escaping Handler
    ) {
        add(.get, path, Asked(always: asks, also: also, either: either), handler)
    }

    mutating func post(
        _ path: String, asks: [any Operation.Type] = [], also: [any Operation.Type] = [],
        either: [any Operation.Type] = [], _ handler: @escaping Handler
    ) {
        add(.post, path, Asked(always: asks, also: also, either: either), handler)
    }

    private mutating func add(
        _ method: HTTPRequest.Method, _ path: String, _ asked: Asked, _ handler: @escaping Handler
    ) {
        add(method, path, asked) { [door] request, context in
            let visit = try await door.visit(request)
            let places = PageRenderer.Place.allCases.filter { $0.isOpen(to: visit.caller) }
            return try await PageRenderer.$places.withValue(places) { try await handler(visit, request, context) }
        }
    }

    /// An address that shows or does something for people who are not signed in.
    mutating func open(_ method: HTTPRequest.Method, _ path: String, _ handler: @escaping OpenHandler) {
        add(method, path, nil, handler)
    }

    /// - Parameter asked: nil: open to people who are not signed in.
    mutating func add(
        _ method: HTTPRequest.Method, _ path: String, _ asked: Asked?, _ handler: @escaping OpenHandler
    ) {
        table.append(Route(path: path, method: method, asked: asked, handler: handler))
    }

    /// Every address with its methods.
    var all: [Address] {
        func names(_ operations: [any Operation.Type]?) -> [String] {
            (operations ?? []).map { String(describing: $0) }
        }
        return table.map { route in
            Address(
                path: route.path, method: route.method.rawValue, isOpen: route.asked == nil,
                asks: names(route.asked?.always), also: names(route.asked?.also), either: names(route.asked?.either))
        }
    }

    /// Puts them into a router, and behind each address an answer 405 to the methods it does not take: the router by
    /// itself would say that there is nothing there.
    func register(in router: Router<WebContext>) {
        for route in table { router.on(RouterPath(route.path), method: route.method, use: route.handler) }
        let query = HTTPRequest.Method("QUERY").map { [$0] } ?? []
        let methods = [.get, .head, .post, .put, .patch, .delete, .options, .trace, .connect] + query
        for path in Set(table.map(\.path)) {
            var allowed = table.filter { $0.path == path }.map(\.method)
            if allowed.contains(.get) { allowed.append(.head) }
            let list = allowed.sorted { $0.rawValue < $1.rawValue }
            for method in methods where !allowed.contains(method) {
                router.on(RouterPath(path), method: method) { _, _ -> Response in
                    throw ServerProblem.methodNotAllowed(list)
                }
            }
        }
    }
}
