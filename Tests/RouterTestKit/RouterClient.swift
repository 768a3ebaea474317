package import HTTPTypes
package import Hummingbird
package import Logging
internal import NIOEmbedded
package import ServiceLifecycle
internal import Synchronization

/// What a test asks for pages. Hummingbird's own kit for tests does the same and more; it brings an HTTP client and TLS, which
/// nothing here uses and which take minutes to build.
package protocol TestClient: Sendable {
    func executeRequest(
        uri: String, method: HTTPRequest.Method, headers: HTTPFields, body: ByteBuffer?
    ) async throws -> TestResponse
}

extension TestClient {
    /// - Parameter uri: a path and query.
    /// - Returns: what `use` makes of the answer.
    @discardableResult
    package func execute<Value>(
        uri: String, method: HTTPRequest.Method, headers: HTTPFields = [:], body: ByteBuffer? = nil,
        _ use: (TestResponse) async throws -> Value
    ) async throws -> Value {
        try await use(try await executeRequest(uri: uri, method: method, headers: headers, body: body))
    }
}

package struct TestResponse: Sendable {
    package let head: HTTPResponse
    package let body: ByteBuffer
    package let trailers: HTTPFields?

    package var status: HTTPResponse.Status { head.status }
    package var headers: HTTPFields { head.headerFields }
}

extension ApplicationProtocol {
    /// Runs `body` while the application's services run, with a client that asks its routes without a socket.
    package func test<Value: Sendable>(
        _ body: @Sendable (any TestClient) async throws -> Value
    ) async throws -> Value {
        let client = RouterClient(responder: try await responder, logger: logger)
        let (started, continuation) = AsyncStream<Void>.makeStream()
        return try await running(services + [Started(continuation)], ready: started, logger: logger) { _ in
            for process in processesRunBeforeServerStart { try await process() }
            return try await body(client)
        }
    }
}

/// Runs `body` while services run, and ends them.
///
/// - Parameters:
///   - ready: tells when they have begun, for one that is told to end before that never ends.
///   - body: is given what was told.
package func running<Told: Sendable, Value: Sendable>(
    _ services: [any Service], ready: AsyncStream<Told>, logger: Logger,
    _ body: @Sendable (Told) async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Void.self) { group in
        let services = ServiceGroup(configuration: ServiceGroupConfiguration(services: services, logger: logger))
        group.addTask { try await services.run() }
        do {
            guard let told = await ready.first(where: { _ in true }) else { throw NeverReady() }
            let value = try await body(told)
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
            return value
        } catch {
            await services.triggerGracefulShutdown()
            throw error
        }
    }
}

private struct NeverReady: Error {}

/// Tells that services run, and runs until they end.
private struct Started: Service {
    private let continuation: AsyncStream<Void>.Continuation

    init(_ continuation: AsyncStream<Void>.Continuation) {
        self.continuation = continuation
    }

    func run() async throws {
        continuation.yield()
        try await gracefulShutdown()
    }
}

private struct RouterClient<Responder: HTTPResponder>: TestClient
where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    let responder: Responder
    let logger: Logger

    func executeRequest(
        uri: String, method: HTTPRequest.Method, headers: HTTPFields, body: ByteBuffer?
    ) async throws -> TestResponse {
        var headers = headers
        if let body { headers[.contentLength] = "\(body.readableBytes)" }
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: "localhost", path: uri, headerFields: headers),
            body: RequestBody(asyncSequence: Chunks(of: body ?? ByteBuffer())))
        // As a server marks what it logs of a request.
        var logger = logger
        logger[metadataKey: "hb.request.id"] = "test"
        let context = Responder.Context(
            source: ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger))
        let response = try await responder.respond(to: request, context: context)
        let written = Written()
        try await response.body.write(written)
        return TestResponse(head: response.head, body: written.body, trailers: written.trailers)
    }

    /// As a connection has it: not all at once.
    private struct Chunks: AsyncSequence, Sendable {
        private let buffer: ByteBuffer

        init(of buffer: ByteBuffer) {
            self.buffer = buffer
        }

        struct AsyncIterator: AsyncIteratorProtocol {
            var left: ByteBuffer

            mutating func next() async -> ByteBuffer? {
                left.readableBytes == 0 ? nil : left.readSlice(length: Swift.min(32 << 10, left.readableBytes))
            }
        }

        func makeAsyncIterator() -> AsyncIterator { AsyncIterator(left: buffer) }
    }

    /// What the answer's body has been written to.
    private final class Written: ResponseBodyWriter, Sendable {
        private let parts = Mutex<(body: ByteBuffer, trailers: HTTPFields?)>((ByteBuffer(), nil))

        var body: ByteBuffer { parts.withLock { $0.body } }
        var trailers: HTTPFields? { parts.withLock { $0.trailers } }

        func write(_ buffer: ByteBuffer) async throws {
            parts.withLock { _ = $0.body.writeImmutableBuffer(buffer) }
        }

        func finish(_ trailers: HTTPFields?) async throws {
            parts.withLock { $0.trailers = trailers }
        }
    }
}
