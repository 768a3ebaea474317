internal import Dispatch
internal import Synchronization

/// Work that blocks a thread and takes much memory, kept off the cooperative pool: so many pieces at once, the others in
/// the order in which they came, and no more waiting than can be served in a moment.
package final class WorkQueue: Sendable {
    private struct State {
        var running = 0
        var waiting: [@Sendable () -> Void] = []
    }

    private let atOnce: Int
    private let mostWaiting: Int
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "watchbill.work", attributes: .concurrent)

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
            queue.async { [self] in
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
