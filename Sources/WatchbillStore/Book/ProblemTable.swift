internal import RotaModel

/// The problems of one organisation, within one transaction.
struct ProblemTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    func insert(
        _ document: [UInt8], name: String, unit: UnitID, at now: Instant
    ) throws(StoreError) -> ProblemID {
        try connection.insert(
            """
            INSERT INTO problem (organisationID, unitID, name, document, storedAt) VALUES (?, ?, ?, ?, ?) RETURNING id
            """, organisation, unit, name, document, now)
    }

    func find(_ id: ProblemID) throws(StoreError) -> StoredProblem? {
        let rows = try connection.run("SELECT * FROM problem WHERE organisationID = ? AND id = ?", organisation, id)
        return try rows.first.map(StoredProblem.init)
    }

    /// The oldest first.
    func all() throws(StoreError) -> [StoredProblem] {
        var problems: [StoredProblem] = []
        for row in try connection.run("SELECT * FROM problem WHERE organisationID = ? ORDER BY id", organisation) {
            problems.append(try StoredProblem(row))
        }
        return problems
    }

    /// Those of a unit, the newest first.
    func all(of unit: UnitID, limit: Int) throws(StoreError) -> [StoredProblem] {
        let rows = try connection.run(
            "SELECT * FROM problem WHERE organisationID = ? AND unitID = ? ORDER BY id DESC LIMIT ?", organisation,
            unit,
            limit)
        var problems: [StoredProblem] = []
        for row in rows { problems.append(try StoredProblem(row)) }
        return problems
    }

    /// For erasing names: nothing else changes a problem.
    func replaceDocument(of id: ProblemID, by document: [UInt8]) throws(StoreError) {
        try connection.run(
            "UPDATE problem SET document = ? WHERE organisationID = ? AND id = ?", document, organisation, id)
    }

    /// Nil if there is no such problem; no unit if it is from before units were known.
    func unit(of id: ProblemID) throws(StoreError) -> UnitID?? {
        let rows = try connection.run(
            "SELECT unitID FROM problem WHERE organisationID = ? AND id = ?", organisation, id)
        guard let row = rows.first else { return nil }
        return .some(try row["unitID"])
    }

    /// Each unit that has problems, with the newest of them; the newest of all first.
    func newest() throws(StoreError) -> [(unit: UnitID?, problem: ProblemID)] {
        let rows = try connection.run(
            """
            SELECT unitID, max(id) AS id FROM problem WHERE organisationID = ? GROUP BY unitID ORDER BY max(id) DESC
            """, organisation)
        var newest: [(unit: UnitID?, problem: ProblemID)] = []
        for row in rows { newest.append((try row["unitID"], try row["id"])) }
        return newest
    }
}

extension StoredProblem {
    fileprivate init(_ row: SQLRow) throws(StoreError) {
        self.init(
            id: try row["id"], name: try row["name"], document: try row["document"], storedAt: try row["storedAt"])
    }
}
