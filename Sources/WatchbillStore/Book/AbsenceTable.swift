internal import CrewRecords
internal import RotaModel

/// The absences of one organisation's people, within one transaction.
struct AbsenceTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    func find(_ id: EntryID) throws -> AbsenceRecord? { try all("id = ?", id).first }

    /// All of a person, whatever their state, by their dates.
    func all(of person: PersonID) throws -> [AbsenceRecord] { try all("personID = ?", person) }

    private func all(_ condition: String, _ value: any SQLStorable) throws -> [AbsenceRecord] {
        let absences = try kept(condition, value)
        guard !absences.isEmpty else { return [] }
        // Whoever is back at their post is not away any more, as soon as that is agreed.
        let agreed = try returns(
            """
            agreedBy IS NOT NULL AND absenceID IN
                (SELECT id FROM absence WHERE organisationID = absenceReturn.organisationID AND \(condition))
            """, value)
        return try absences.map { absence in
            guard let back = agreed.last(where: { $0.absence == absence.id }) else { return absence }
            return try absence.ended(by: back)
        }
    }

    /// In the order in which they were said.
    func returns(from absence: EntryID) throws(StoreError) -> [AbsenceReturn] {
        try returns("absenceID = ?", absence)
    }

    private func returns(_ condition: String, _ value: any SQLStorable) throws(StoreError) -> [AbsenceReturn] {
        var returns: [AbsenceReturn] = []
        for row in try connection.run(
            "SELECT * FROM absenceReturn WHERE organisationID = ? AND \(condition) ORDER BY id", organisation, value)
        {
            returns.append(
                AbsenceReturn(
                    absence: try row["absenceID"], backOn: try row["backOn"], saidBy: try row["saidBy"],
                    saidAt: try row["saidAt"],
                    agreedBy: try row["agreedBy"], agreedAt: try row["agreedAt"]))
        }
        return returns
    }

    func insert(_ back: AbsenceReturn) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO absenceReturn (organisationID, absenceID, backOn, saidBy, saidAt, agreedBy, agreedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, organisation, back.absence, back.backOn, back.saidBy, back.saidAt, back.agreedBy, back.agreedAt)
    }

    /// As they were granted.
    private func kept(_ condition: String, _ value: any SQLStorable) throws -> [AbsenceRecord] {
        try connection.run(
            """
            SELECT id, personID, firstDate, lastDate, fromMinute, untilMinute, state, stateBy, stateAt FROM absence
            WHERE organisationID = ? AND \(condition) ORDER BY firstDate, lastDate, id
            """, organisation, value
        ).map(AbsenceRecord.init)
    }

    /// Why, sealed.
    func ground(of absence: AbsenceRecord) throws(StoreError) -> SealedEnvelope {
        try connection.sealed("ground", of: "absence", organisation, absence.id)
    }

    func insert(_ absence: AbsenceRecord, because ground: SealedEnvelope) throws(StoreError) {
        let away = absence.away
        try connection.run(
            """
            INSERT INTO absence (organisationID, id, personID, firstDate, lastDate, fromMinute, untilMinute, state, stateBy,
                stateAt, ground)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, organisation, absence.id, absence.person, away.first, away.last, away.from, away.until, absence.state,
            absence.by, absence.at, ground)
    }

    /// Writes down what was decided.
    func noteState(of absence: AbsenceRecord) throws(StoreError) {
        try connection.run(
            "UPDATE absence SET state = ?, stateBy = ?, stateAt = ? WHERE organisationID = ? AND id = ?", absence.state,
            absence.by, absence.at, organisation, absence.id)
    }

    /// Everybody of whom there is any.
    func people() throws(StoreError) -> [PersonID] {
        var people: [PersonID] = []
        for row in try connection.run(
            "SELECT DISTINCT personID FROM absence WHERE organisationID = ? ORDER BY personID", organisation)
        { people.append(try row["personID"]) }
        return people
    }

    func erase(_ ids: [EntryID]) throws(StoreError) {
        for id in ids {
            try connection.run("DELETE FROM absence WHERE organisationID = ? AND id = ?", organisation, id)
        }
    }

    /// For erasing a person.
    func erase(of person: PersonID) throws(StoreError) {
        try connection.run("DELETE FROM absence WHERE organisationID = ? AND personID = ?", organisation, person)
    }
}

extension AbsenceRecord {
    fileprivate init(_ row: SQLRow) throws {
        self.init(
            id: try row["id"], person: try row["personID"],
            away: try Away(
                first: try row["firstDate"], last: try row["lastDate"], from: try row["fromMinute"],
                until: try row["untilMinute"]),
            state: try row["state"], by: try row["stateBy"], at: try row["stateAt"])
    }
}
