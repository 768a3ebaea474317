internal import CrewRecords
internal import RotaModel

/// The roles given in one organisation, within one transaction.
struct GrantTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    func find(_ id: GrantID) throws(StoreError) -> StoredGrant? { try all("id = ?", id).first }

    /// All that a person ever had, the first first.
    func all(of person: PersonID) throws(StoreError) -> [StoredGrant] { try all("personID = ?", person) }

    /// All that were ever given in the unit itself, the first first.
    func all(in unit: UnitID) throws(StoreError) -> [StoredGrant] { try all("unitID = ?", unit) }

    private func all(_ condition: String, _ value: any SQLStorable) throws(StoreError) -> [StoredGrant] {
        let rows = try connection.run(
            "SELECT * FROM roleGrant WHERE organisationID = ? AND \(condition) ORDER BY id", organisation, value)
        var grants: [StoredGrant] = []
        for row in rows { grants.append(try StoredGrant(row)) }
        return grants
    }

    /// All of everybody.
    func all() throws(StoreError) -> [StoredGrant] { try all("organisationID = ?", organisation) }

    @discardableResult
    func insert(_ grant: RoleGrant) throws(StoreError) -> GrantID {
        try connection.insert(
            """
            INSERT INTO roleGrant (organisationID, personID, unitID, role, fromAt, untilAt) VALUES (?, ?, ?, ?, ?, ?)
            RETURNING id
            """, organisation, grant.person, grant.unit, grant.role, grant.term.from, grant.term.until)
    }

    func end(_ id: GrantID, at instant: Instant) throws(StoreError) {
        try connection.run(
            "UPDATE roleGrant SET untilAt = ? WHERE organisationID = ? AND id = ?", instant, organisation, id)
    }
}

extension StoredGrant {
    fileprivate init(_ row: SQLRow) throws(StoreError) {
        self.init(
            id: try row["id"],
            grant: RoleGrant(
                person: try row["personID"], unit: try row["unitID"], role: try row["role"],
                term: Term(from: try row["fromAt"], until: try row["untilAt"])))
    }
}
