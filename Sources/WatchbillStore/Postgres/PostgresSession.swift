/// A thread's connection: made when it is first needed, and anew when it has been lost.
struct PostgresSession: ~Copyable {
    private let connect: @Sendable () throws(StoreError) -> PostgresConnection
    private var connection: PostgresConnection?

    init(connect: @escaping @Sendable () throws(StoreError) -> PostgresConnection) {
        self.connect = connect
    }

    /// A connection with no transaction on it. Nothing is lost by a new one: what was committed is on the server, and
    /// nothing else was promised.
    ///
    /// - Throws: `StoreError` if the server cannot be reached.
    mutating func ready() throws(StoreError) -> PostgresConnection {
        if let connection, connection.isAlive, !connection.isInTransaction { return connection }
        connection = nil
        let fresh = try connect()
        connection = fresh
        return fresh
    }

    /// Gives its advisory locks back at once: the server may take a moment to see that a connection has ended.
    mutating func giveLocksBack() {
        guard let connection, connection.isAlive else { return }
        do {
            try connection.script("SELECT pg_advisory_unlock_all()")
        } catch {
            // Then the connection is lost, and its locks with it.
        }
    }
}
