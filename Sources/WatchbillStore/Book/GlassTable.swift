internal import CrewRecords
internal import RotaModel

/// The glass broken in one organisation, within one transaction.
struct GlassTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    func insert(_ grant: GlassGrant) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO glassGrant (organisationID, id, readerID, personID, category, fromAt, untilAt, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, organisation, grant.id, grant.reader, grant.person, grant.category, grant.term.from, grant.term.until,
            grant.reason)
    }

    /// What somebody has broken that is not whole again.
    func open(by reader: PersonID, at now: Instant) throws(StoreError) -> [GlassGrant] {
        try all("readerID = ? AND untilAt > ?", reader, now)
    }

    /// All that anybody ever broke of a person's, the first first.
    func all(of person: PersonID) throws(StoreError) -> [GlassGrant] { try all("personID = ?", person) }

    private func all(_ condition: String, _ values: any SQLStorable...) throws(StoreError) -> [GlassGrant] {
        let rows = try connection.run(
            "SELECT * FROM glassGrant WHERE organisationID = ? AND \(condition) ORDER BY fromAt, id",
            [organisation] + values)
        var grants: [GlassGrant] = []
        for row in rows {
            grants.append(
                GlassGrant(
                    id: try row["id"], reader: try row["readerID"], person: try row["personID"],
                    category: try row["category"], term: Term(from: try row["fromAt"], until: try row["untilAt"]),
                    reason: try row["reason"]))
        }
        return grants
    }
}
