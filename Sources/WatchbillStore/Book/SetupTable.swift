internal import RotaModel

/// What the units of one organisation make their rotas of, within one transaction.
struct SetupTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    func newest(of unit: UnitID) throws(StoreError) -> StoredSetup? {
        let rows = try connection.run(
            """
            SELECT number, document, freeExchanges, savedAt, savedBy FROM unitSetup WHERE organisationID = ? AND unitID = ?
            ORDER BY number DESC LIMIT 1
            """, organisation, unit)
        guard let row = rows.first else { return nil }
        return StoredSetup(
            number: try row["number"], document: try row["document"], hasFreeExchanges: try row["freeExchanges"],
            savedAt: try row["savedAt"],
            savedBy: try row["savedBy"])
    }

    func insert(_ setup: StoredSetup, of unit: UnitID) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO unitSetup (organisationID, unitID, number, document, freeExchanges, savedAt, savedBy)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, organisation, unit, setup.number, setup.document, setup.hasFreeExchanges, setup.savedAt, setup.savedBy)
    }
}
