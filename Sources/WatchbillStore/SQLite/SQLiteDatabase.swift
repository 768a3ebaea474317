internal import RotaModel
internal import GRDB

/// One SQLite file (WAL): one connection that writes, and several that read meanwhile.
final class SQLiteDatabase: SQLDatabase {
    private let path: String
    private let pool: DatabasePool
    private let lock: StoreLock
    private let waiting = WriteQueue()

    var dialect: SQLDialect { .sqlite }

    /// Opens or creates the file. It is this process's alone until it is closed.
    ///
    /// - Throws: `StoreError`: it cannot be opened, is in use by another server, or is not written durably.
    init(path: String) throws(StoreError) {
        self.path = path
        lock = try StoreLock(beside: path)
        do {
            var configuration = Configuration()
            configuration.foreignKeysEnabled = true
            configuration.busyMode = .timeout(5)
            pool = try DatabasePool(path: path, configuration: configuration)
            try Self.makeDurable(pool, path: path)
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(
                .cannotOpen,
                "The database \(path) cannot be opened: \(error). Maybe it is not a database, or may not be written to."
            )
        }
    }

    /// `DatabasePool` sets NORMAL on its writer after the configuration's own statements, hence here; and checked on
    /// the writer, since readers have a setting of their own.
    private static func makeDurable(_ pool: DatabasePool, path: String) throws {
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // What is deleted is overwritten, or it would stay readable in the file until the place is needed.
            try database.execute(sql: "PRAGMA secure_delete = ON")
            let mode = try Int.fetchOne(database, sql: "PRAGMA synchronous")
            let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode")
            guard mode == 2, journal == "wal" else {
                throw StoreError(
                    .notDurable,
                    "The database \(path) does not write durably (synchronous \(mode ?? -1), journal \(journal ?? "none"))."
                        + " Maybe its file system does not support write-ahead logs.")
            }
        }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await pool.read { [path] in try body(SQLiteAccess(database: $0, path: path)) }
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { waiter in
            waiting.add(WaitingWrite(body, for: waiter))
            pool.asyncWriteWithoutTransaction { [waiting, path] database in
                waiting.commitNext(on: SQLiteAccess(database: database, path: path), beginning: "BEGIN IMMEDIATE")
            }
        }
    }

    /// The lock beside the file tells it already.
    func hold(_ server: ServerID) async throws {}

    /// All of them: the lock beside the file lets only one live.
    func gone(among servers: [ServerID]) async throws -> [ServerID] { servers }

    /// What somebody still reads there stays until it is written over.
    func forget() async throws {
        try await pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    }

    func close() async throws {
        try pool.close()
        lock.release()
    }
}
