internal import Foundation
internal import GRDB
package import RotaModel

/// Everything that outlives the process, in one SQLite file (WAL): problems, builds and the drafts that came of them.
///
/// A write has reached the disk when its call returns.
package final class Store: Sendable {
    let pool: DatabasePool
    private let lock: StoreLock

    /// Opens or creates the database at `path` and brings its tables up to date.
    ///
    /// - Throws: `StoreError`: the file cannot be opened, belongs to another program, was written by a newer Watchbill,
    ///   or is in use by another server.
    package init(path: String) throws(StoreError) {
        lock = try StoreLock(beside: path)
        do {
            var configuration = Configuration()
            configuration.foreignKeysEnabled = true
            configuration.busyMode = .timeout(5)
            pool = try DatabasePool(path: path, configuration: configuration)
            try Self.prepare(pool, path: path)
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(
                .cannotOpen,
                "The database \(path) cannot be opened: \(error). Maybe it is not a database, or may not be written to."
            )
        }
    }

    private static func prepare(_ pool: DatabasePool, path: String) throws {
        try pool.writeWithoutTransaction { database in
            let application = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
            let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
            guard application == Schema.applicationID || (application == 0 && isEmpty) else {
                throw StoreError(
                    .notOurs, "\(path) is a database of another program. Name another file for Watchbill's database.")
            }
            guard try !Schema.migrator.hasBeenSuperseded(database) else {
                throw StoreError(
                    .newerSchema,
                    "The database \(path) was written by a newer Watchbill than this one. "
                        + "Start the newer version, or restore a back-up made before it ran.")
            }
            try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        }
        try Schema.migrator.migrate(pool)
        // DatabasePool sets NORMAL on its writer after the configuration's own statements, hence here; and checked on
        // the writer, since readers have a setting of their own.
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
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

    /// Closes the file; nothing may be in flight. Also happens when the store goes.
    package func close() throws {
        try pool.close()
    }
}

extension Store {
    // MARK: Problems

    /// Keeps a problem's document and gives it a number.
    package func add(problem document: [UInt8], name: String, at now: Instant) async throws -> ProblemID {
        try await pool.write { database in
            try database.execute(
                sql: "INSERT INTO problem (name, document, storedAt) VALUES (?, ?, ?)",
                arguments: [name, Data(document), now.seconds])
            return ProblemID(database.lastInsertedRowID)
        }
    }

    /// The problem stored last; nil in an empty store.
    package func latestProblem() async throws -> StoredProblem? {
        try await pool.read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM problem ORDER BY id DESC LIMIT 1").map(Self.problem)
        }
    }

    /// Nil if there is none of that number.
    package func problem(_ id: ProblemID) async throws -> StoredProblem? {
        try await pool.read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM problem WHERE id = ?", arguments: [id.value])
                .map(Self.problem)
        }
    }

    private static func problem(_ row: Row) -> StoredProblem {
        StoredProblem(
            id: ProblemID(row["id"]), name: row["name"], document: [UInt8](row["document"] as Data),
            storedAt: Instant(seconds: row["storedAt"]))
    }
}
