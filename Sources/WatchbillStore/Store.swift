/// Everything that outlives the process, of one organisation: problems, builds and the drafts that came of them.
///
/// A write has reached the disk when its call returns.
package final class Store: Sendable {
    let database: any SQLDatabase
    let organisation: OrganisationID
    /// This run of this server.
    let server: ServerID

    private init(_ database: any SQLDatabase, organisation: OrganisationID, server: ServerID) {
        self.database = database
        self.organisation = organisation
        self.server = server
    }

    /// Opens or creates the store and brings its tables up to date.
    ///
    /// - Throws: `StoreError`: the database cannot be opened, belongs to another program, was written by a newer
    ///   Watchbill, does not write durably, has no such organisation or, being a file, is in use by another server.
    package static func open(
        _ location: StoreLocation, organisation: OrganisationID = .first
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
}
