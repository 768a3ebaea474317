internal import CrewRecords
internal import RotaModel

/// The log of readings of one organisation, within one transaction.
struct ReadingTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    /// How the table tells reasons apart.
    private enum Kind: String, SQLStorable {
        case own, role, glass
    }

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    /// How far it goes.
    func log() throws(StoreError) -> ReadingsLog {
        let rows = try connection.run(
            "SELECT number, hash FROM reading WHERE organisationID = ? ORDER BY number DESC LIMIT 1", organisation)
        guard let row = rows.first else { return ReadingsLog(of: organisation.id) }
        let number: ReadingNumber = try row["number"]
        return ReadingsLog(of: organisation.id, count: number.value, head: try row["hash"])
    }

    func insert(_ entry: ReadingEntry) throws(StoreError) {
        var (kind, role, glass, reason): (Kind, Role?, GlassID?, SealedEnvelope?) = (.own, nil, nil, nil)
        switch entry.reason {
        case .own: break
        case .role(let by): (kind, role) = (.role, by)
        case .glass(let id, let why): (kind, glass, reason) = (.glass, id, why)
        }
        let follows = entry.number.value == 1 ? nil : ReadingNumber(entry.number.value - 1)
        try connection.run(
            """
            INSERT INTO reading (organisationID, number, at, readerID, personID, category, subjectID, reason, role,
                glassID, glassReason, follows, previous, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, organisation, entry.number, entry.at, entry.reader, entry.person, entry.category, entry.subject, kind,
            role, glass, reason, follows, entry.previous, entry.hash)
    }

    /// The readings after one of that number, or from the first on, in the log's order, as they stand in the table.
    func batch(after number: ReadingNumber?, limit: Int) throws(StoreError) -> [SQLRow] {
        try connection.run(
            "SELECT * FROM reading WHERE organisationID = ? AND number > ? ORDER BY number LIMIT ?", organisation,
            number ?? ReadingNumber(.min), limit)
    }

    /// Everything that was read of a person, in the log's order.
    func all(of person: PersonID) throws(StoreError) -> [ReadingEntry] { try of(person, "ORDER BY number") }

    /// What was read of a person, the newest first.
    func newest(of person: PersonID, skipping skipped: Int, limit: Int) throws(StoreError) -> [ReadingEntry] {
        try of(person, "ORDER BY number DESC LIMIT ? OFFSET ?", limit, skipped)
    }

    private func of(
        _ person: PersonID, _ order: String, _ values: any SQLStorable...
    ) throws(StoreError) -> [ReadingEntry] {
        let rows = try connection.run(
            "SELECT * FROM reading WHERE organisationID = ? AND personID = ? \(order)", [organisation, person] + values)
        var entries: [ReadingEntry] = []
        for row in rows { entries.append(try entry(row)) }
        return entries
    }

    func entry(_ row: SQLRow) throws(StoreError) -> ReadingEntry {
        let kind: Kind = try row["reason"]
        let reason: ReadingEntry.Reason =
            switch kind {
            case .own: .own
            case .role: .role(try row["role"])
            case .glass: .glass(try row["glassID"], reason: try row["glassReason"])
            }
        return ReadingEntry(
            number: try row["number"], at: try row["at"], reader: try row["readerID"], person: try row["personID"],
            category: try row["category"], subject: try row["subjectID"], reason: reason,
            previous: try row["previous"], hash: try row["hash"])
    }
}
