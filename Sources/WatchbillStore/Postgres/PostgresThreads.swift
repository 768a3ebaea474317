internal import Foundation
internal import Synchronization

/// Threads that each have one connection, and take the jobs that come, in order.
///
/// Threads of their own, since calls to the server wait, and the threads that async code shares must not.
final class PostgresThreads: Sendable {
    typealias Job = @Sendable (inout PostgresSession) -> Void

    private struct State {
        var jobs: [Job] = []
        var isOpen = true
        var living: Int
        /// Waits for the last thread's end.
        var waiter: CheckedContinuation<Void, Never>?
    }

    /// What the threads know: they must not keep alive who ends them.
    private final class Desk: Sendable {
        let state: Mutex<State>
        let something = DispatchSemaphore(value: 0)

        init(threads: Int) {
            state = Mutex(State(living: threads))
        }

        /// The next job; nil if there is none and none will come.
        func next() -> Job? {
            something.wait()
            return state.withLock { $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() }
        }

        func threadEnded() {
            let waiter = state.withLock { state in
                state.living -= 1
                return state.living == 0 ? state.waiter : nil
            }
            waiter?.resume()
        }

        func end(waiter: CheckedContinuation<Void, Never>?) {
            let (isOver, toWake) = state.withLock { state in
                defer { state.isOpen = false }
                if let waiter, state.living > 0 { state.waiter = waiter }
                return (state.living == 0, state.isOpen ? state.living : 0)
            }
            for _ in 0..<toWake { something.signal() }
            if isOver { waiter?.resume() }
        }
    }

    private let desk: Desk

    init(_ count: Int, connect: @escaping @Sendable () throws(StoreError) -> PostgresConnection) {
        let desk = Desk(threads: count)
        self.desk = desk
        for _ in 0..<count {
            Thread.detachNewThread {
                Self.work(at: desk, connect: connect)
                desk.threadEnded()
            }
        }
    }

    deinit { desk.end(waiter: nil) }

    private static func work(
        at desk: Desk, connect: @escaping @Sendable () throws(StoreError) -> PostgresConnection
    ) {
        var session = PostgresSession(connect: connect)
        while let job = desk.next() { job(&session) }
    }

    /// - Throws: `StoreError` if they have ended.
    func add(_ job: @escaping Job) throws(StoreError) {
        let isOpen = desk.state.withLock { state in
            if state.isOpen { state.jobs.append(job) }
            return state.isOpen
        }
        guard isOpen else { throw StoreError(.closed, "The database has been closed.") }
        desk.something.signal()
    }

    /// Does the jobs that wait, closes the connections and ends the threads.
    func end() async {
        await withCheckedContinuation { desk.end(waiter: $0) }
    }
}
