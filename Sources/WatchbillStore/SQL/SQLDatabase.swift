internal import RotaModel

/// A database of one of the two kinds. What is run in it is synchronous, and off the threads that async code shares.
protocol SQLDatabase: Sendable {
    var dialect: SQLDialect { get }

    /// Runs `body` on one state of the database: what others write meanwhile is not seen.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value

    /// Runs `body` as if it were alone, and returns when what it wrote is on the disk. If it throws, nothing is
    /// written.
    ///
    /// A write once begun is brought to its end, even if the task that waits for it is cancelled. `body` must let
    /// errors of the connection through: PostgreSQL does nothing more after one.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value

    /// Lets other servers see, until this one closes the database or ends, that it is living.
    func hold(_ server: ServerID) async throws

    /// Those of the other servers that have ended.
    func gone(among servers: [ServerID]) async throws -> [ServerID]

    /// After something was erased: takes it out of the database's log of writes too, as far as nobody reads there just now.
    func forget() async throws

    /// Nothing may be in flight.
    func close() async throws
}
