internal import CrewRecords
internal import Foundation
internal import Synchronization

#if canImport(FoundationNetworking)
    internal import FoundationNetworking
#endif

/// Fetches over HTTPS from a provider: no redirect is followed, no cookie and nothing else kept, and neither the time nor
/// the length of an answer is left to the other side.
package struct WebFetch: Sendable {
    /// For all of one request.
    private let patience: Duration

    package init(patience: Duration = .seconds(10)) {
        self.patience = patience
    }

    /// A `ProviderFetch`.
    package func fetch(_ request: ProviderRequest) async throws -> [UInt8] {
        try await withThrowingTaskGroup(of: [UInt8].self) { [patience] group in
            group.addTask { try await Exchange(longest: request.longest).run(Self.urlRequest(request)) }
            group.addTask {
                try await Task.sleep(for: patience)
                throw ProviderFailure.late(patience)
            }
            defer { group.cancelAll() }
            guard let answer = try await group.next() else { throw CancellationError() }
            return answer
        }
    }

    private static func urlRequest(_ request: ProviderRequest) throws -> URLRequest {
        guard let url = URL(string: request.address.text) else {
            throw ProviderFailure.network("the address \(request.address) cannot be asked")
        }
        var asked = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData)
        asked.setValue("application/json", forHTTPHeaderField: "Accept")
        if let authorization = request.authorization {
            asked.setValue(authorization.revealedText(), forHTTPHeaderField: "Authorization")
        }
        if let form = request.form {
            asked.httpMethod = "POST"
            asked.setValue(FormBody.type, forHTTPHeaderField: "Content-Type")
            asked.httpBody = Data(form.reveal())
        }
        return asked
    }
}

/// One request and its answer.
private final class Exchange: NSObject, URLSessionDataDelegate {
    private struct State {
        var body: [UInt8] = []
        var isTooLong = false
        var waiting: CheckedContinuation<[UInt8], any Error>?
    }

    private let longest: Int
    private let state = Mutex(State())

    init(longest: Int) {
        self.longest = longest
    }

    func run(_ request: URLRequest) async throws -> [UInt8] {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
        // The session holds its delegate until then.
        defer { session.finishTasksAndInvalidate() }
        let task = session.dataTask(with: request)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiting in
                state.withLock { $0.waiting = waiting }
                task.resume()
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
            state.isTooLong = state.isTooLong || state.body.count + data.count > longest
            if !state.isTooLong { state.body += data }
            return state.isTooLong
        }
        if isTooLong { dataTask.cancel() }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let ended = state.withLock { state in
            defer { state.waiting = nil }
            return state
        }
        ended.waiting?.resume(with: outcome(of: ended, task, error))
    }

    private func outcome(of state: State, _ task: URLSessionTask, _ error: (any Error)?) -> Result<[UInt8], any Error> {
        if state.isTooLong { return .failure(ProviderFailure.tooLong(longest)) }
        if let error { return .failure(ProviderFailure.network(error.localizedDescription)) }
        let status = (task.response as? HTTPURLResponse)?.statusCode ?? 0
        return status == 200 ? .success(state.body) : .failure(ProviderFailure.status(status))
    }
}
