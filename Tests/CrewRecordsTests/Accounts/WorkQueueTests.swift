import CrewRecords
import Foundation
import Synchronization
import Testing

@Suite("The queue of work that takes memory")
struct WorkQueueTests {
    /// Something the work waits for, and what it has done meanwhile.
    private final class Log: Sendable {
        private struct State {
            var running = 0
            var mostRunning = 0
            var order: [Int] = []
        }

        private let state = Mutex(State())

        func begin(_ number: Int) {
            state.withLock {
                $0.running += 1
                $0.mostRunning = max($0.mostRunning, $0.running)
                $0.order.append(number)
            }
        }

        func end() { state.withLock { $0.running -= 1 } }
        var mostRunning: Int { state.withLock { $0.mostRunning } }
        var order: [Int] { state.withLock { $0.order } }
    }

    /// Holds a piece of work until it is opened.
    private final class Gate: Sendable {
        private let isOpen = Mutex(false)
        func open() { isOpen.withLock { $0 = true } }
        func wait() { while !isOpen.withLock({ $0 }) { sched_yield() } }
    }

    @Test("runs so many at once and no more", arguments: [1, 2, 3])
    func limit(atOnce: Int) async throws {
        let queue = WorkQueue(atOnce: atOnce, mostWaiting: 1000)
        let log = Log()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    try await queue.run {
                        log.begin(number)
                        for _ in 0..<20 { sched_yield() }
                        log.end()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(log.order.count == 200)
        #expect(log.mostRunning <= atOnce)
    }

    @Test("serves in the order of coming")
    func order() async throws {
        let queue = WorkQueue(atOnce: 1, mostWaiting: 1000)
        let (gate, log) = (Gate(), Log())
        let first = try await occupy(queue, until: gate)
        var tasks: [Task<Void, any Error>] = []
        for number in 0..<50 {
            tasks.append(
                Task {
                    try await queue.run {
                        log.begin(number)
                        log.end()
                    }
                })
            while queue.waitingCount == number { await Task.yield() }
        }
        gate.open()
        try await first.value
        for task in tasks { try await task.value }
        #expect(log.order == Array(0..<50))
    }

    /// Work that has begun and goes on until the gate is opened.
    private func occupy(_ queue: WorkQueue, until gate: Gate) async throws -> Task<Void, any Error> {
        let (begun, continuation) = AsyncStream<Void>.makeStream()
        let task = Task<Void, any Error> {
            try await queue.run {
                continuation.finish()
                gate.wait()
            }
        }
        for await _ in begun {}
        return task
    }

    @Test("leaves alone the threads that async tasks run on")
    func ownThreads() async throws {
        let queue = WorkQueue(atOnce: 8, mostWaiting: 1)
        let gates = (0..<8).map { _ in Gate() }
        var busy: [Task<Void, any Error>] = []
        for gate in gates { busy.append(try await occupy(queue, until: gate)) }
        // More threads are busy than there are cores, and still this comes to its end.
        for gate in gates { await Task.detached { gate.open() }.value }
        for task in busy { try await task.value }
    }

    @Test("refuses when too many wait, and takes more when they are done")
    func busy() async throws {
        let queue = WorkQueue(atOnce: 1, mostWaiting: 1)
        let gate = Gate()
        let first = try await occupy(queue, until: gate)
        let outcomes = await withTaskGroup(of: AccountError.Code?.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    do throws(AccountError) {
                        try await queue.run {}
                        return nil
                    } catch { return error.code }
                }
            }
            var outcomes: [AccountError.Code?] = []
            for await outcome in group {
                outcomes.append(outcome)
                // One waits; the others have been refused.
                if outcomes.count == 19 { gate.open() }
            }
            return outcomes
        }
        #expect(outcomes == [AccountError.Code?](repeating: .tooBusy, count: 19) + [nil])
        try await first.value
        #expect(try await queue.run { 7 } == 7)
    }
}
