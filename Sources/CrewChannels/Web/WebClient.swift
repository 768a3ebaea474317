internal import CCurl
internal import CrewRecords
internal import Foundation
internal import Synchronization

/// Asks other servers over HTTP. The one place that does: no redirect is followed, no cookie kept, and neither the time nor
/// the length of an answer is left to the other side. Connections are kept and used again.
///
/// Each question has a thread of its own, at whose disposal libcurl is: URLSession was tried, and on Linux it kept a core busy
/// for as long as it waited for an answer.
package final class WebClient: Sendable {
    private let queue: WorkQueue
    private let idle = Mutex(IdleHandles())

    /// - Parameters:
    ///   - atOnce: questions at a time.
    ///   - mostWaiting: questions that wait for their turn.
    package init(atOnce: Int, mostWaiting: Int) {
        queue = WorkQueue(atOnce: atOnce, mostWaiting: mostWaiting)
    }

    /// Ends within a second when its task is cancelled.
    ///
    /// - Parameter onPart: given what comes of a stream of events (`text/event-stream`) as it comes, instead of its being
    ///   kept.
    /// - Returns: also when not all of it came: whoever has told the status has decided.
    package func ask(
        _ question: WebQuestion, onPart: (@Sendable ([UInt8]) -> Void)? = nil
    ) async throws(WebFailure) -> WebAnswer {
        let flag = CancelFlag()
        let result: Result<WebAnswer, WebFailure>
        do {
            result = try await withTaskCancellationHandler {
                try await queue.run { [self] in
                    guard let handle = take() else { return .failure(.network("libcurl could not be set up")) }
                    defer { give(back: handle) }
                    return WebTransfer(question, on: handle.pointer, flag, onPart: onPart).run()
                }
            } onCancel: {
                flag.isUp.store(true, ordering: .relaxed)
            }
        } catch {
            throw .tooBusy
        }
        return try result.get()
    }

    private func take() -> CurlHandle? {
        guard CurlLibrary.isReady else { return nil }
        return idle.withLock { $0.handles.popLast() } ?? curl_easy_init().map { CurlHandle(pointer: $0) }
    }

    /// What it was told is forgotten; its connections are kept.
    private func give(back handle: CurlHandle) {
        curl_easy_reset(handle.pointer)
        idle.withLock { $0.handles.append(handle) }
    }
}

/// One of libcurl's, used by one thread at a time.
private struct CurlHandle: @unchecked Sendable {
    let pointer: UnsafeMutableRawPointer
}

private struct IdleHandles: ~Copyable {
    var handles: [CurlHandle] = []

    deinit {
        for handle in handles { curl_easy_cleanup(handle.pointer) }
    }
}
