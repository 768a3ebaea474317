internal import CrewRecords
internal import RotaModel

/// What was decided of the fitness of one organisation's people, within one transaction.
struct FitnessTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    /// How the table tells decisions apart.
    private enum Kind: String, SQLStorable {
        case fit, fitWithLimits, notFitUntil
    }

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    func find(_ id: EntryID) throws(StoreError) -> FitnessDecision? { try all("id = ?", id).first }

    /// All of a person, the newest first: that one holds.
    func all(of person: PersonID) throws(StoreError) -> [FitnessDecision] { try all("personID = ?", person) }

    private func all(_ condition: String, _ value: any SQLStorable) throws(StoreError) -> [FitnessDecision] {
        let rows = try connection.run(
            """
            SELECT id, personID, fitness, limits, untilDate, decidedBy, decidedAt FROM fitnessDecision
            WHERE organisationID = ? AND \(condition) ORDER BY number DESC
            """, organisation, value)
        var decisions: [FitnessDecision] = []
        for row in rows {
            decisions.append(
                FitnessDecision(
                    id: try row["id"], person: try row["personID"], fitness: try fitness(row),
                    decidedBy: try row["decidedBy"], decidedAt: try row["decidedAt"]))
        }
        return decisions
    }

    private func fitness(_ row: SQLRow) throws(StoreError) -> Fitness {
        let kind: Kind = try row["fitness"]
        return switch kind {
        case .fit: .fit
        case .fitWithLimits: .fitWithLimits((try row["limits"] as StoredLimits).limits)
        case .notFitUntil: .notFitUntil(try row["untilDate"])
        }
    }

    /// Why, sealed.
    func reason(of decision: FitnessDecision) throws(StoreError) -> SealedEnvelope {
        try connection.sealed("reason", of: "fitnessDecision", organisation, decision.id)
    }

    func insert(_ decision: FitnessDecision, because reason: SealedEnvelope) throws(StoreError) {
        var (kind, limits, until): (Kind, StoredLimits?, CalendarDate?) = (.fit, nil, nil)
        switch decision.fitness {
        case .fit: break
        case .fitWithLimits(let told): (kind, limits) = (.fitWithLimits, StoredLimits(told))
        case .notFitUntil(let date): (kind, until) = (.notFitUntil, date)
        }
        try connection.run(
            """
            INSERT INTO fitnessDecision (organisationID, id, personID, fitness, limits, untilDate, decidedBy, decidedAt,
                reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, organisation, decision.id, decision.person, kind, limits, until, decision.decidedBy,
            decision.decidedAt, reason)
    }

    /// Everybody of whom there is any.
    func people() throws(StoreError) -> [PersonID] {
        var people: [PersonID] = []
        for row in try connection.run(
            "SELECT DISTINCT personID FROM fitnessDecision WHERE organisationID = ? ORDER BY personID", organisation)
        { people.append(try row["personID"]) }
        return people
    }

    func erase(_ ids: [EntryID]) throws(StoreError) {
        for id in ids {
            try connection.run("DELETE FROM fitnessDecision WHERE organisationID = ? AND id = ?", organisation, id)
        }
    }

    /// For erasing a person.
    func erase(of person: PersonID) throws(StoreError) {
        try connection.run(
            "DELETE FROM fitnessDecision WHERE organisationID = ? AND personID = ?", organisation, person)
    }
}
