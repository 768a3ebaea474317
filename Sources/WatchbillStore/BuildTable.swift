internal import CrewRecords
internal import RotaModel

/// The builds of one organisation, and the drafts that came of them, within one transaction.
struct BuildTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    /// Those of which `condition` is true.
    func all(_ condition: String, _ values: any SQLStorable...) throws(StoreError) -> [StoredBuild] {
        let rows = try connection.run(
            """
            SELECT build.*, draft.number AS draft FROM build
            LEFT JOIN draft ON draft.organisationID = build.organisationID AND draft.buildID = build.id
            WHERE build.organisationID = ? AND \(condition)
            """, [organisation] + values)
        var builds: [StoredBuild] = []
        for row in rows { builds.append(try StoredBuild(row)) }
        return builds
    }

    func start(_ order: BuildOrder, on server: ServerID, at now: Instant) throws(StoreError) -> BuildID {
        try connection.insert(
            """
            INSERT INTO build (organisationID, problemID, serverID, seed, threads, timeLimit, state, startedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """, organisation, order.problem, server, Int64(bitPattern: order.seed), order.threads, order.timeLimit,
            BuildState.running, now)
    }

    /// The problem that a build is of.
    ///
    /// - Throws: `Refusal.hidden` if there is no such build.
    func problem(of build: BuildID) throws -> ProblemID {
        let rows = try connection.run(
            "SELECT problemID FROM build WHERE organisationID = ? AND id = ?", organisation, build)
        guard let row = rows.first else { throw Refusal.hidden }
        return try row["problemID"]
    }

    /// - Throws: `StoreError` if it has ended.
    func keep(_ outcome: BuildOutcome, of build: BuildID) throws(StoreError) {
        try checkRunning(build)
        try connection.run(
            """
            UPDATE build SET seconds = ?, penalty = ?, isFeasible = ?, bound = ?, peopleCount = ?, dayCount = ?,
                duties = ?, curve = ? WHERE organisationID = ? AND id = ?
            """, outcome.seconds, outcome.penalty, outcome.isFeasible, outcome.bound, outcome.rota.peopleCount,
            outcome.rota.dayCount, outcome.rota.duties.map(\.rawValue), outcome.curve, organisation, build)
    }

    /// - Returns: the number of the draft that came of it.
    /// - Throws: `StoreError` if it has ended.
    func end(_ build: BuildID, as state: BuildState, at now: Instant) throws(StoreError) -> Int? {
        try checkRunning(build)
        var draft: Int?
        if state != .interrupted {
            draft = try connection.run(
                """
                INSERT INTO draft (organisationID, problemID, number, buildID)
                SELECT organisationID, problemID, 1 + coalesce(
                    (SELECT max(number) FROM draft
                     WHERE draft.organisationID = build.organisationID AND draft.problemID = build.problemID), 0), id
                FROM build WHERE organisationID = ? AND id = ? AND duties IS NOT NULL
                RETURNING number
                """, organisation, build
            ).first?["number"]
        }
        try connection.run(
            "UPDATE build SET state = ?, endedAt = ? WHERE organisationID = ? AND id = ?", state, now, organisation,
            build)
        return draft
    }

    private func checkRunning(_ build: BuildID) throws(StoreError) {
        let found = try connection.run(
            "SELECT state FROM build WHERE organisationID = ? AND id = ?", organisation, build)
        let state: BuildState? = try found.first?["state"]
        guard state == .running else {
            throw StoreError(.alreadyEnded, "Build \(build) has ended already: it is \(state?.rawValue ?? "gone").")
        }
    }

    /// Running builds, and by which server: none of a database from before they were told apart.
    func running() throws(StoreError) -> [(id: BuildID, server: ServerID?)] {
        let rows = try connection.run(
            "SELECT id, serverID FROM build WHERE organisationID = ? AND state = ? ORDER BY id", organisation,
            BuildState.running)
        var builds: [(id: BuildID, server: ServerID?)] = []
        for row in rows { builds.append((try row["id"], try row["serverID"])) }
        return builds
    }
}

extension BuildState: SQLStorable {}

extension StoredBuild {
    fileprivate init(_ row: SQLRow) throws(StoreError) {
        let seed: Int64 = try row["seed"]
        self.init(
            id: try row["id"],
            order: BuildOrder(
                problem: try row["problemID"], seed: UInt64(bitPattern: seed), threads: try row["threads"],
                timeLimit: try row["timeLimit"]),
            state: try row["state"], startedAt: try row["startedAt"], endedAt: try row["endedAt"],
            outcome: try BuildOutcome(row), draft: try row["draft"])
    }
}

extension BuildOutcome {
    /// Nil before the first rota was kept.
    fileprivate init?(_ row: SQLRow) throws(StoreError) {
        guard let duties = try row["duties"] as [UInt8]? else { return nil }
        var rota = Rota(peopleCount: try row["peopleCount"], dayCount: try row["dayCount"])
        rota.duties = duties.map(Duty.init(rawValue:))
        self.init(
            seconds: try row["seconds"], penalty: try row["penalty"], isFeasible: try row["isFeasible"],
            bound: try row["bound"], rota: rota, curve: try row["curve"])
    }
}
