internal import CrewRecords
internal import RotaModel

/// The entries of people's files in one organisation, within one transaction.
struct RecordTable {
    let connection: any SQLConnection
    let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    /// How the table of references tells them apart.
    private enum Kind: String, SQLStorable {
        case supersedes, contests
    }

    static let columns = """
        e.id AS id, e.personID AS personID, e.category AS category, e.class AS class, e.title AS title, e.body AS body,
            e.validFrom AS validFrom, e.validUntil AS validUntil, e.sealed AS sealed, e.writtenBy AS writtenBy,
            e.writtenAt AS writtenAt, e.terms AS terms
        """

    func find(_ id: EntryID) throws(StoreError) -> RecordEntry? { try all("e.id = ?", [id.sqlValue]).first }

    /// What stands on some shelves of a person's file, in the order in which it was written. What stands on the others is
    /// not read: how long this takes does not tell of it.
    func file(
        of person: PersonID, on shelves: some Collection<EntryReach.Shelf> = EntryReach.Shelf.all
    ) throws(StoreError) -> [RecordEntry] {
        if shelves.isEmpty { return [] }
        let pairs = shelves.map { _ in "(?, ?)" }.joined(separator: ", ")
        let names = shelves.sorted().flatMap { [$0.category.sqlValue, $0.recordClass.sqlValue] }
        return try all("e.personID = ? AND (e.category, e.class) IN (VALUES \(pairs))", [person.sqlValue] + names)
    }

    /// What of a person's file may run out and counts: nothing supersedes it, and it is no contest. Sealed entries are among
    /// it whatever they say.
    func running(of person: PersonID) throws(StoreError) -> [RecordEntry] {
        try all(
            """
            e.personID = ? AND (e.terms IS NOT NULL OR e.class = 'sealed') AND (r.kind IS NULL OR r.kind <> 'contests')
            AND NOT EXISTS (
                SELECT 1 FROM recordReference s
                WHERE s.organisationID = e.organisationID AND s.otherID = e.id AND s.kind = 'supersedes')
            """, [person.sqlValue])
    }

    /// The people in whose files something may run out.
    func runningPeople() throws(StoreError) -> [PersonID] {
        var people: [PersonID] = []
        for row in try connection.run(
            """
            SELECT DISTINCT personID FROM recordEntry
            WHERE organisationID = ? AND (terms IS NOT NULL OR class = 'sealed') ORDER BY personID
            """, organisation)
        { people.append(try row["personID"]) }
        return people
    }

    private func all(_ condition: String, _ values: [SQLValue]) throws(StoreError) -> [RecordEntry] {
        let rows = try connection.runChecked(
            """
            SELECT \(Self.columns), r.kind AS kind, r.otherID AS otherID FROM recordEntry e
            LEFT JOIN recordReference r ON r.organisationID = e.organisationID AND r.entryID = e.id
            WHERE e.organisationID = ? AND \(condition) ORDER BY e.number
            """, [organisation.sqlValue] + values)
        var entries: [RecordEntry] = []
        for row in rows {
            let (kind, other): (Kind?, EntryID?) = try (row["kind"], row["otherID"])
            let reference: RecordEntry.Reference? = other.flatMap { other in
                kind.map { $0 == .supersedes ? .supersedes(other) : .contests(other) }
            }
            entries.append(try entry(row, referring: reference))
        }
        return entries
    }

    /// An entry of a row that has `columns`.
    func entry(_ row: SQLRow, referring reference: RecordEntry.Reference?) throws(StoreError) -> RecordEntry {
        let envelope: SealedEnvelope? = try row["sealed"]
        let (title, body): (String?, String?) = try (row["title"], row["body"])
        let valid = Validity(from: try row["validFrom"], until: try row["validUntil"])
        let terms = try (row["terms"] as [UInt8]?).map { bytes throws(StoreError) in
            guard let terms = ExpiryTerms(sealedBytes: bytes) else {
                throw StoreError(.damaged, "What runs out is kept in the database in a form that it cannot have.")
            }
            return terms
        }
        let (id, person): (EntryID, PersonID) = try (row["id"], row["personID"])
        let (category, recordClass): (RecordCategory, RecordClass) = try (row["category"], row["class"])
        let (writer, time): (PersonID, Instant) = try (row["writtenBy"], row["writtenAt"])
        do {
            let content: RecordEntry.Content =
                if let envelope {
                    .sealed(envelope)
                } else {
                    .open(
                        Confidential(try EntryContent(title: title ?? "", body: body ?? "", valid: valid, terms: terms))
                    )
                }
            return try RecordEntry(
                id: id, person: person, category: category, recordClass: recordClass, content: content,
                writtenBy: writer, writtenAt: time, reference: reference)
        } catch {
            throw StoreError(.damaged, "An entry in the database cannot be one. \(error)")
        }
    }

    func insert(_ entry: RecordEntry) throws(StoreError) {
        var (open, sealed): (EntryContent?, SealedEnvelope?) = (nil, nil)
        switch entry.content {
        case .open(let content): open = content.reveal()
        case .sealed(let envelope): sealed = envelope
        }
        try connection.run(
            """
            INSERT INTO recordEntry (organisationID, id, personID, category, class, title, body, validFrom, validUntil,
                words, sealed, writtenBy, writtenAt, terms)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, organisation, entry.id, entry.person, entry.category, entry.recordClass, open?.title, open?.body,
            open?.valid.from, open?.valid.until, open.map { SearchIndex.text(of: $0, in: entry.person) }, sealed,
            entry.writtenBy, entry.writtenAt, open?.terms?.sealedBytes)
        switch entry.reference {
        case .supersedes(let other): try insert(.supersedes, from: entry, to: other)
        case .contests(let other): try insert(.contests, from: entry, to: other)
        case nil: break
        }
    }

    private func insert(_ kind: Kind, from entry: RecordEntry, to other: EntryID) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO recordReference (organisationID, entryID, class, kind, otherID, otherClass, personID, category)
            SELECT organisationID, ?, ?, ?, id, class, personID, category FROM recordEntry
            WHERE organisationID = ? AND id = ?
            """, entry.id, entry.recordClass, kind, organisation, other)
    }

    /// The people who have entries in one of the categories.
    func people(in categories: [RecordCategory]) throws(StoreError) -> [PersonID] {
        let rows = try connection.runChecked(
            """
            SELECT DISTINCT personID FROM recordEntry
            WHERE organisationID = ? AND \(connection.dialect.isListed("category")) ORDER BY personID
            """,
            [organisation.sqlValue, SQLList(categories.map(\.rawValue)).value(in: connection.dialect)])
        var people: [PersonID] = []
        for row in rows { people.append(try row["personID"]) }
        return people
    }

    /// Erases entries with their attachments, from the index too.
    func erase(_ ids: [EntryID], at now: Instant) throws(StoreError) {
        if ids.isEmpty { return }
        for id in ids {
            try connection.run(
                "INSERT INTO erasure (organisationID, entryID, erasedAt) VALUES (?, ?, ?)", organisation, id, now)
            try connection.run("DELETE FROM recordEntry WHERE organisationID = ? AND id = ?", organisation, id)
        }
        if connection.dialect == .sqlite {
            // Until its parts are merged, the index only notes that words are gone.
            try connection.run("INSERT INTO entryWords (entryWords) VALUES ('optimize')")
        }
    }
}
