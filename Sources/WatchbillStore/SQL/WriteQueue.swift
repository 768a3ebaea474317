internal import Synchronization

/// The writes that wait while one is on its way to the disk. The next commit takes them all together, so that they
/// share the one wait for the disk; each has a savepoint of its own, so that one that fails takes back only what it
/// did.
final class WriteQueue: Sendable {
    /// How many go together at most. PostgreSQL keeps track of 64 savepoints of a transaction without a file.
    private static let most = 60

    private let waiting = Mutex<[WaitingWrite]>([])

    func add(_ write: WaitingWrite) {
        waiting.withLock { $0.append(write) }
    }

    private func take() -> [WaitingWrite] {
        waiting.withLock { waiting in
            let taken = Array(waiting.prefix(Self.most))
            waiting.removeFirst(taken.count)
            return taken
        }
    }

    /// Does those whose turn it is; to be called once for each that was added.
    ///
    /// - Parameter beginning: the statement that begins a transaction in which nothing else writes.
    func commitNext(on connection: some SQLConnection, beginning: String) {
        let writes = take()
        if writes.isEmpty { return }
        do {
            for answer in try Self.commit(writes, on: connection, beginning: beginning) { answer() }
        } catch {
            for write in writes { write.fail(error) }
        }
    }

    /// Answers those whose turn it is that they cannot be done.
    func failNext(_ error: StoreError) {
        for write in take() { write.fail(error) }
    }

    /// No answer is given before the commit, not even to a write that failed: it may have failed because of what
    /// another one did before it, which is not so yet.
    private static func commit(
        _ writes: [WaitingWrite], on connection: some SQLConnection, beginning: String
    ) throws(StoreError) -> [WaitingWrite.Answer] {
        do {
            try connection.script("\(beginning); SAVEPOINT oneWrite")
            var answers: [WaitingWrite.Answer] = []
            for write in writes { answers.append(try attempt(write, on: connection)) }
            try finish(connection)
            return answers
        } catch {
            rollBack(connection)
            throw error
        }
    }

    private static func attempt(
        _ write: WaitingWrite, on connection: some SQLConnection
    ) throws(StoreError) -> WaitingWrite.Answer {
        do {
            let answer = try write.attempt(connection)
            try connection.script("RELEASE SAVEPOINT oneWrite; SAVEPOINT oneWrite")
            return answer
        } catch let reason {
            do {
                try connection.script("ROLLBACK TO SAVEPOINT oneWrite")
            } catch let lost {
                // The whole transaction is gone, and the first reason tells why: a full disk, a lost connection.
                throw reason as? StoreError ?? lost
            }
            return { write.fail(reason) }
        }
    }

    private static func finish(_ connection: some SQLConnection) throws(StoreError) {
        do {
            try connection.script("COMMIT")
        } catch let lost where lost.code == .unreachable {
            throw StoreError(
                .outcomeUnknown,
                lost.message + " It was lost while a change was being confirmed, so look whether that is there.")
        }
    }

    private static func rollBack(_ connection: some SQLConnection) {
        guard connection.isInTransaction else { return }
        do {
            try connection.script("ROLLBACK")
        } catch {
            // Then the connection is lost, and its transaction with it. Whoever waits is told why that happened.
        }
    }
}
