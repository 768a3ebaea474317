package import CrewRecords
internal import RotaModel

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
    private let memory: DirectoryMemory
    let keys: KeyMemory
    /// What its one write does besides.
    private let keyed: KeyedWrite?

    private init(
        _ database: any SQLDatabase, organisation: OrganisationNumber, server: ServerID, memory: DirectoryMemory,
        keys: KeyMemory
    ) {
        self.database = database
        self.organisation = organisation
        self.server = server
        self.memory = memory
        self.keys = keys
        keyed = nil
    }

    /// The same store, for one write of a request with a key.
    init(_ store: Store, keyed: KeyedWrite) {
        database = store.database
        organisation = store.organisation
        server = store.server
        memory = store.memory
        keys = store.keys
        self.keyed = keyed
    }

    /// Opens or creates the store and brings its tables up to date.
    ///
    /// - Parameter masters: the master key, then former ones while it is rotated. With none, nothing can be sealed.
    /// - Throws: `StoreError`: the database cannot be opened, belongs to another program, was written by a newer
    ///   Watchbill, does not write durably, has no such organisation, holds sealed fields and there is no master key, or,
    ///   being a file, is in use by another server. `SealingError` if a key is wrong or damaged.
    package static func open(
        _ location: StoreLocation, organisation: OrganisationNumber = .first, masters: [MasterKey] = []
    ) async throws -> Store {
        let (memory, keys) = (DirectoryMemory(), KeyMemory(masters))
        let place = location.description
        let database: any SQLDatabase =
            switch location {
            case .sqlite(let path): try SQLiteDatabase(path: path)
            case .postgres(let address): PostgresDatabase(address, organisation: organisation)
            }
        do {
            let server = try await database.write { connection in
                try Schema.prepare(connection, place: place)
                try check(organisation, in: connection, place: place)
                try Book(connection, organisation, memory, keys, isReading: false).openKeys(place: place)
                return try connection.insert(
                    "INSERT INTO server (organisationID) VALUES (?) RETURNING id", organisation) as ServerID
            }
            try await database.hold(server)
            return Store(database, organisation: organisation, server: server, memory: memory, keys: keys)
        } catch {
            // Left to the last who lets go of it, the file would be busy for a while. What went wrong first is told.
            try? await database.close()
            throw error
        }
    }

    /// Looks into a store, while a server uses it or not: nothing is written, opened or sealed.
    ///
    /// - Throws: `StoreError`: there is none, it belongs to another program or to another version of Watchbill.
    package static func look(
        into location: StoreLocation, organisation: OrganisationNumber = .first
    ) async throws -> Store {
        let database: any SQLDatabase =
            switch location {
            case .sqlite(let path): try SQLiteReader(path: path)
            case .postgres(let address): PostgresDatabase(address, organisation: organisation)
            }
        try await database.read { connection in
            try Schema.check(connection, place: location.description)
            try check(organisation, in: connection, place: location.description)
        }
        // No run of a server has that number.
        return Store(
            database, organisation: organisation, server: ServerID(0), memory: DirectoryMemory(), keys: KeyMemory([]))
    }

    private static func check(
        _ organisation: OrganisationNumber, in connection: any SQLConnection, place: String
    ) throws(StoreError) {
        guard try !connection.run("SELECT id FROM organisation WHERE id = ?", organisation).isEmpty else {
            throw StoreError(
                .noSuchOrganisation, "The database \(place) has no organisation of the number \(organisation).")
        }
    }

    /// Nothing may be in flight. Also happens when the store goes.
    package func close() async throws {
        try await database.close()
    }

    /// Where people, programs and jobs are let in.
    package var entrance: Entrance { Entrance(self) }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Book) throws -> Value) async throws -> Value {
        try await database.read { [organisation, memory, keys] connection in
            try body(Book(connection, organisation, memory, keys, isReading: true))
        }
    }

    func write<Value: Sendable>(_ body: @escaping @Sendable (Book) throws -> Value) async throws -> Value {
        try await database.write { [organisation, memory, keys, keyed] connection in
            let book = Book(connection, organisation, memory, keys, isReading: false)
            guard let keyed else { return try body(book) }
            return try keyed.around(book, body)
        }
    }
}
