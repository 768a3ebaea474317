internal import RotaModel
internal import GRDB

/// An SQLite file that is looked into while a server uses it or not. Nothing is written to it.
final class SQLiteReader: SQLDatabase {
    private let path: String
    private let queue: DatabaseQueue

    var dialect: SQLDialect { .sqlite }

    /// - Throws: `StoreError` if there is no such file, or it cannot be opened.
    init(path: String) throws(StoreError) {
        self.path = path
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(5)
            queue = try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw StoreError(
                .cannotOpen, "\(path) cannot be read: \(error). Maybe it does not exist or is not a database.")
        }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await queue.read { [path] in try body(SQLiteAccess(database: $0, path: path)) }
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        throw StoreError(.failed, "The database \(path) is only looked into, and nothing is written to it.")
    }

    /// Nobody waits for whoever looks.
    func hold(_ server: ServerID) async throws {}

    func gone(among servers: [ServerID]) async throws -> [ServerID] { [] }

    /// Whoever writes nothing has erased nothing.
    func forget() async throws {}

    func close() async throws { try queue.close() }
}
