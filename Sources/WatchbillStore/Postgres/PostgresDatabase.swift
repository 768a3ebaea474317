internal import RotaModel
internal import Synchronization

/// One PostgreSQL database, for one organisation: one connection that writes, and several that read meanwhile.
///
/// Writes are one after the other over all servers, by an advisory lock of the organisation that is held to the end of
/// each transaction. So no two can get in each other's way, as with SQLite's one writer, and none has to be done again;
/// many that wait share one transaction (`WriteQueue`).
final class PostgresDatabase: SQLDatabase {
    /// Kinds of advisory locks, each with a number of its own beside it: of the organisation, of the server.
    enum LockKind: Int {
        /// "WBLW"
        case writing = 0x5742_4C57
        /// "WBLS"
        case server = 0x5742_4C53
        /// "WBLT": the tables are being brought up to date.
        case schema = 0x5742_4C54
    }

    private static let readerCount = 4

    private let writer: PostgresThreads
    private let readers: PostgresThreads
    private let waiting = WriteQueue()
    private let beginning: String
    private let held: HeldServer

    /// The server whose lock the writing connection holds. Connected anew, it takes the lock anew.
    private final class HeldServer: Sendable {
        let server = Mutex<ServerID?>(nil)
    }

    var dialect: SQLDialect { .postgres }

    /// Connects when it is first used.
    init(_ address: PostgresAddress, organisation: OrganisationNumber) {
        let held = HeldServer()
        self.held = held
        beginning = "BEGIN; SELECT pg_advisory_xact_lock(\(LockKind.writing.rawValue), \(organisation))"
        writer = PostgresThreads(1) { () throws(StoreError) in
            let connection = try PostgresConnection(address)
            try Self.checkDurable(connection, address)
            if let server = held.server.withLock({ $0 }) { try Self.lock(server, on: connection) }
            return connection
        }
        readers = PostgresThreads(Self.readerCount) { () throws(StoreError) in try PostgresConnection(address) }
    }

    /// A commit must wait for the disk. What the server is set to is checked, and kept for as long as the connection
    /// lasts.
    private static func checkDurable(
        _ connection: PostgresConnection, _ address: PostgresAddress
    ) throws(StoreError) {
        let settings = """
            SELECT current_setting('fsync') AS syncs, current_setting('synchronous_commit') AS commits,
                current_setting('server_encoding') AS encoding
            """
        guard let row = try connection.run(settings).first else { return }
        let (syncs, commits, encoding): (String, String, String) = try (row["syncs"], row["commits"], row["encoding"])
        guard syncs == "on", ["on", "remote_apply"].contains(commits) else {
            throw StoreError(
                .notDurable,
                "The PostgreSQL database \(address) does not write durably (fsync \(syncs), synchronous_commit \(commits))."
                    + " Set both to on, for the server, the database or the user.")
        }
        guard encoding == "UTF8" else {
            throw StoreError(
                .cannotOpen,
                "The PostgreSQL database \(address) has the encoding \(encoding). Make one with ENCODING 'UTF8'.")
        }
        try connection.script("SET synchronous_commit = \(commits)")
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await Self.ask(readers) { session in
            let connection = try session.ready()
            try connection.script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            do {
                let value = try body(connection)
                try connection.script("COMMIT")
                return value
            } catch {
                // If it cannot be ended, the session connects anew; whoever waits is told what went wrong first.
                try? connection.script("ROLLBACK")
                throw error
            }
        }
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { waiter in
            let write = WaitingWrite(body, for: waiter)
            do throws(StoreError) {
                // Before the job, so that the job finds it.
                waiting.add(write)
                try writer.add { [waiting, beginning] session in
                    do throws(StoreError) {
                        waiting.commitNext(on: try session.ready(), beginning: beginning)
                    } catch {
                        waiting.failNext(error)
                    }
                }
            } catch {
                waiting.failNext(error)
            }
        }
    }

    /// Has a job done by one of the threads, with whatever it throws.
    private static func ask<Value: Sendable>(
        _ threads: PostgresThreads, _ job: @escaping @Sendable (inout PostgresSession) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { waiter in
            do {
                try threads.add { session in
                    do {
                        waiter.resume(returning: try job(&session))
                    } catch {
                        waiter.resume(throwing: error)
                    }
                }
            } catch {
                waiter.resume(throwing: error)
            }
        }
    }

    // MARK: Servers

    /// A shared lock: should the server still think that a lost connection holds it, the new one need not wait.
    private static func lock(_ server: ServerID, on connection: PostgresConnection) throws(StoreError) {
        try connection.script("SELECT pg_advisory_lock_shared(\(LockKind.server.rawValue), \(server))")
    }

    func hold(_ server: ServerID) async throws {
        held.server.withLock { $0 = server }
        try await Self.ask(writer) { session in try Self.lock(server, on: try session.ready()) }
    }

    /// Those whose lock is free. For the end of one that has just stopped, its lock is waited for a second.
    func gone(among servers: [ServerID]) async throws -> [ServerID] {
        try await Self.ask(readers) { session in
            try servers.filter { server in
                let connection = try session.ready()
                do {
                    try connection.script(
                        """
                        BEGIN; SET LOCAL lock_timeout = '1s';
                        SELECT pg_advisory_xact_lock(\(LockKind.server.rawValue), \(server)); ROLLBACK
                        """)
                    return true
                } catch let error as StoreError where error.code == .busy {
                    try connection.script("ROLLBACK")
                    return false
                }
            }
        }
    }

    /// The server's own business: when it vacuums, and how long it archives its log.
    func forget() async throws {}

    func close() async throws {
        try writer.add { session in session.giveLocksBack() }
        await writer.end()
        await readers.end()
    }
}
