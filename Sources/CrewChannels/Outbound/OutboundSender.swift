internal import CrewRecords
internal import Foundation
package import RotaModel
internal import Synchronization

#if canImport(FoundationNetworking)
    internal import FoundationNetworking
#endif

/// Sends requests: no redirect is followed, no cookie and nothing else kept, and neither the time nor the length of an
/// answer is left to the other side. Of an answer only the status and `Retry-After` are looked at; its text goes
/// nowhere.
package struct OutboundSender: Sendable {
    /// In bytes. What is longer is not read to its end.
    package static let longestAnswer = 65_536

    /// For all of one request.
    private let patience: Duration
    private let now: @Sendable () -> Instant

    package init(
        patience: Duration = .seconds(20),
        now: @escaping @Sendable () -> Instant = { Instant(seconds: Int(Date().timeIntervalSince1970)) }
    ) {
        self.patience = patience
        self.now = now
    }

    /// Never throws: whatever goes wrong on the way is worth another try. If the task is cancelled, too, the outcome is
    /// `later`, although the receiver may have it.
    package func send(_ request: OutboundRequest) async -> OutboundOutcome {
        guard let asked = Self.urlRequest(request) else { return .later(after: nil) }
        let answer = await withTaskGroup(of: Answer?.self) { [patience] group in
            let exchange = Exchange(longest: Self.longestAnswer)
            group.addTask { await exchange.run(asked) }
            group.addTask {
                try? await Task.sleep(for: patience)
                return nil
            }
            var answer = await group.next() ?? nil
            group.cancelAll()
            // Whoever has told the status has taken or refused it, however long the rest of the answer takes.
            for await other in group { answer = answer ?? other }
            return answer
        }
        return answer.map { outcome(of: $0, request.channel) } ?? .later(after: nil)
    }

    private func outcome(of answer: Answer, _ channel: OutboundRequest.Channel) -> OutboundOutcome {
        switch answer.status {
        case 200...299: return .taken
        case 410: return .gone
        case 404 where channel == .push: return .gone
        // 408 and 425: the same request may be taken another time (RFC 9110, 15.5.9; RFC 8470, 5.2).
        case 408, 425, 429, 500...599:
            return .later(after: answer.retryAfter.flatMap { RetryAfter.pause($0, from: now()) })
        // A redirect, too: the address has moved, and somebody must look where to.
        case 300...499: return .refused(answer.status)
        default: return .later(after: nil)
        }
    }

    private static func urlRequest(_ request: OutboundRequest) -> URLRequest? {
        guard let url = URL(string: request.address.revealedText()) else { return nil }
        var asked = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData)
        asked.httpMethod = "POST"
        asked.httpBody = Data(request.body.reveal())
        asked.setValue("Watchbill", forHTTPHeaderField: "User-Agent")
        for field in request.fields { asked.setValue(field.value.reveal(), forHTTPHeaderField: field.name) }
        return asked
    }
}

/// What is looked at of an answer.
private struct Answer: Sendable {
    var status: Int
    var retryAfter: String?
}

/// One request and its answer.
private final class Exchange: NSObject, URLSessionDataDelegate {
    private struct State {
        var received = 0
        var waiting: CheckedContinuation<Answer?, Never>?
        /// The outer nil: not yet.
        var answer: Answer??
    }

    private let longest: Int
    private let state = Mutex(State())

    init(longest: Int) {
        self.longest = longest
    }

    /// Nil if there was none.
    func run(_ request: URLRequest) async -> Answer? {
        if Task.isCancelled { return nil }
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
        // The session holds its delegate until then.
        defer { session.finishTasksAndInvalidate() }
        let task = session.dataTask(with: request)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { waiting in
                // It may have been cancelled, and so ended, before anybody waits.
                let ended = state.withLock { state in
                    if state.answer == nil { state.waiting = waiting }
                    return state.answer
                }
                if let ended {
                    waiting.resume(returning: ended)
                } else {
                    task.resume()
                }
            }
        } onCancel: {
            task.cancel()
        }
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isTooLong = state.withLock { state in
            state.received += data.count
            return state.received > longest
        }
        if isTooLong { dataTask.cancel() }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let answer = (task.response as? HTTPURLResponse).map {
            Answer(status: $0.statusCode, retryAfter: $0.value(forHTTPHeaderField: "Retry-After"))
        }
        let waiting = state.withLock { state in
            defer { state.waiting = nil }
            state.answer = .some(answer)
            return state.waiting
        }
        waiting?.resume(returning: answer)
    }
}
