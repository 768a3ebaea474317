internal import RotaModel
internal import CrewRecords

/// The wrapped data keys of one organisation, within one transaction.
struct DataKeyTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    /// All there ever were, the first first.
    func all() throws(StoreError) -> [WrappedDataKey] { try all("ORDER BY number") }

    /// The one that new fields are sealed under; nil before the first.
    func newest() throws(StoreError) -> WrappedDataKey? { try all("ORDER BY number DESC LIMIT 1").first }

    private func all(_ order: String) throws(StoreError) -> [WrappedDataKey] {
        let rows = try connection.run("SELECT * FROM dataKey WHERE organisationID = ? \(order)", organisation)
        var keys: [WrappedDataKey] = []
        for row in rows {
            keys.append(
                WrappedDataKey(number: try row["number"], master: try row["masterKeyID"], box: try row["box"]))
        }
        return keys
    }

    func insert(_ key: WrappedDataKey) throws(StoreError) {
        try connection.run(
            "INSERT INTO dataKey (organisationID, number, masterKeyID, box) VALUES (?, ?, ?, ?)", organisation,
            key.number, key.master, key.box)
    }

    /// Puts the same key, wrapped anew, in the place of the stored one.
    func rewrap(_ key: WrappedDataKey) throws(StoreError) {
        try connection.run(
            "UPDATE dataKey SET masterKeyID = ?, box = ? WHERE organisationID = ? AND number = ?", key.master, key.box,
            organisation, key.number)
    }
}
