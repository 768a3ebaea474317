internal import Foundation
internal import Synchronization

/// Work that keeps a thread busy and takes much memory, on threads of its own: so many pieces at once, the others in the
/// order in which they came, and no more waiting than can be served in a moment.
///
/// Dispatch would not do: on Linux its queues share their threads with the cooperative pool, which has one for each core.
package final class WorkQueue: Sendable {
    private struct State {
        var running = 0
        var waiting: [@Sendable () -> Void] = []
    }

    private let atOnce: Int
    private let mostWaiting: Int
    private let state = Mutex(State())

    package init(atOnce: Int, mostWaiting: Int) {
        self.atOnce = atOnce
        self.mostWaiting = mostWaiting
    }

    /// - Throws: `AccountError`, `tooBusy`: too many are waiting.
    package func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async throws(AccountError) -> Value {
        let result: Result<Value, AccountError> = await withCheckedContinuation { continuation in
            let isTaken = enqueue { continuation.resume(returning: .success(work())) }
            if !isTaken {
                continuation.resume(
                    returning: .failure(
                        AccountError(.tooBusy, "Too many people are signing in just now. Try again in a moment.")))
            }
        }
        return try result.get()
    }

    /// How many have not begun yet: a measure of load.
    package var waitingCount: Int { state.withLock { $0.waiting.count } }

    private func enqueue(_ job: @escaping @Sendable () -> Void) -> Bool {
        let (isTaken, isWorkerNeeded) = state.withLock { state in
            let mayStart = state.running < atOnce
            guard mayStart || state.waiting.count < mostWaiting else { return (false, false) }
            state.waiting.append(job)
            if mayStart { state.running += 1 }
            return (true, mayStart)
        }
        if isWorkerNeeded {
            Thread.detachNewThread { [self] in
                while let job = next() { job() }
            }
        }
        return isTaken
    }

    private func next() -> (@Sendable () -> Void)? {
        state.withLock { state in
            if state.waiting.isEmpty {
                state.running -= 1
                return nil
            }
            return state.waiting.removeFirst()
        }
    }
}
