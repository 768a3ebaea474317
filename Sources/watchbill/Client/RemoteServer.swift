import CrewRecords
import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A running server, asked over HTTP.
struct RemoteServer: Sendable {
    /// Without a slash at its end.
    let address: String
    let token: Secret?

    struct Question: Sendable {
        var method: String
        /// With its query, from the slash on.
        var path: String
        var headers: [String: String] = [:]
        var body: [UInt8]?
    }

    struct Answer: Sendable {
        var status: Int
        /// The media type, without parameters; empty if there is none.
        var type: String
        /// What was not handed on while it came.
        var body: [UInt8]

        var isGood: Bool { (200..<300).contains(status) }
    }

    /// Nobody answered.
    struct Unreachable: Error, CustomStringConvertible {
        let address: String
        let reason: String

        var description: String {
            "\(address) does not answer: \(reason). Maybe the server is not running, or --server names another."
        }
    }

    /// Asks once. No redirect is followed: the token is for this server alone.
    ///
    /// - Parameter onEvents: what comes of a stream of events, as it comes.
    /// - Throws: `Unreachable`.
    func ask(_ question: Question, onEvents: @escaping @Sendable ([UInt8]) -> Void) async throws -> Answer {
        guard let url = URL(string: address + question.path) else {
            throw Unreachable(address: address + question.path, reason: "it is no address")
        }
        var request = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData)
        request.httpMethod = question.method
        for (name, value) in question.headers { request.setValue(value, forHTTPHeaderField: name) }
        if let token { request.setValue("Bearer \(token.revealedText())", forHTTPHeaderField: "Authorization") }
        request.httpBody = question.body.map { Data($0) }
        return try await RemoteExchange(address: address, onEvents: onEvents).run(request)
    }
}

/// One request and its answer.
private final class RemoteExchange: NSObject, URLSessionDataDelegate {
    private struct State {
        var body: [UInt8] = []
        var waiting: CheckedContinuation<RemoteServer.Answer, any Error>?
    }

    private let address: String
    private let onEvents: @Sendable ([UInt8]) -> Void
    private let state = Mutex(State())

    init(address: String, onEvents: @escaping @Sendable ([UInt8]) -> Void) {
        self.address = address
        self.onEvents = onEvents
    }

    func run(_ request: URLRequest) async throws -> RemoteServer.Answer {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        // A build's events may be minutes apart.
        configuration.timeoutIntervalForRequest = 3600
        let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
        // The session holds its delegate until then.
        defer { session.finishTasksAndInvalidate() }
        let task = session.dataTask(with: request)
        return try await withCheckedThrowingContinuation { waiting in
            state.withLock { $0.waiting = waiting }
            task.resume()
        }
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        if Self.type(of: dataTask.response) == "text/event-stream" {
            onEvents(Array(data))
        } else {
            state.withLock { $0.body += data }
        }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let (body, waiting) = state.withLock { state in
            defer { state.waiting = nil }
            return (state.body, state.waiting)
        }
        guard let response = task.response as? HTTPURLResponse, error == nil else {
            let reason = error?.localizedDescription ?? "there was no answer"
            waiting?.resume(throwing: RemoteServer.Unreachable(address: address, reason: reason))
            return
        }
        waiting?.resume(
            returning: RemoteServer.Answer(status: response.statusCode, type: Self.type(of: response), body: body))
    }

    private static func type(of response: URLResponse?) -> String {
        let header = (response as? HTTPURLResponse)?.value(forHTTPHeaderField: "Content-Type") ?? ""
        return header.prefix { $0 != ";" }.lowercased()
    }
}
