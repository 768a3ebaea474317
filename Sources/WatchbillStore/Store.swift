/// Everything that outlives the process, of one organisation: its directory, accounts and roles; problems, builds and the
/// drafts that came of them.
///
/// What takes a caller asks the table of permissions first, of what the store holds in that same transaction, and answers
/// with a `Refusal` before anything is read for the caller or written. A write has reached the disk when its call returns.
package final class Store: Sendable {
    let database: any SQLDatabase
    let organisation: OrganisationNumber
    /// This run of this server.
    let server: ServerID
    private let memory = DirectoryMemory()

    private init(_ database: any SQLDatabase, organisation: OrganisationNumber, server: ServerID) {
        self.database = database
        self.organisation = organisation
        self.server = server
    }

    /// Opens or creates the store and brings its tables up to date.
    ///
    /// - Throws: `StoreError`: the database cannot be opened, belongs to another program, was written by a newer
    ///   Watchbill, does not write durably, has no such organisation or, being a file, is in use by another server.
    package static func open(
        _ location: StoreLocation, organisation: OrganisationNumber = .first
    ) async throws -> Store {
        let place = location.description
        let database: any SQLDatabase =
            switch location {
            case .sqlite(let path): try SQLiteDatabase(path: path)
            case .postgres(let address): PostgresDatabase(address, organisation: organisation)
            }
        let server = try await database.write { connection in
            try Schema.prepare(connection, place: place)
            guard try !connection.run("SELECT id FROM organisation WHERE id = ?", organisation).isEmpty else {
                throw StoreError(
                    .noSuchOrganisation, "The database \(place) has no organisation of the number \(organisation).")
            }
            return try connection.insert("INSERT INTO server (organisationID) VALUES (?) RETURNING id", organisation)
                as ServerID
        }
        try await database.hold(server)
        return Store(database, organisation: organisation, server: server)
    }

    /// Nothing may be in flight. Also happens when the store goes.
    package func close() async throws {
        try await database.close()
    }

    /// Where people, programs and jobs are let in.
    package var entrance: Entrance { Entrance(self) }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Book) throws -> Value) async throws -> Value {
        try await database.read { [organisation, memory] connection in
            try body(Book(connection, organisation, memory, isReading: true))
        }
    }

    func write<Value: Sendable>(_ body: @escaping @Sendable (Book) throws -> Value) async throws -> Value {
        try await database.write { [organisation, memory] connection in
            try body(Book(connection, organisation, memory, isReading: false))
        }
    }
}
