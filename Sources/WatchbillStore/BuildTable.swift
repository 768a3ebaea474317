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
            SELECT build.*, draft.number AS draft, trunk.number AS trunk, buildPins.cells AS pins FROM build
            LEFT JOIN buildPins ON buildPins.organisationID = build.organisationID AND buildPins.buildID = build.id
            LEFT JOIN draft ON draft.organisationID = build.organisationID AND draft.buildID = build.id
            LEFT JOIN draftBranch ON draftBranch.organisationID = build.organisationID
                AND draftBranch.buildID = build.id
            LEFT JOIN draft AS trunk ON trunk.organisationID = build.organisationID
                AND trunk.buildID = draftBranch.ofBuildID
            WHERE build.organisationID = ? AND \(condition)
            """, [organisation] + values)
        var builds: [StoredBuild] = []
        for row in rows {
            var build = try StoredBuild(row)
            if build.draft != nil { build.edit(by: try steps(of: build.id)) }
            builds.append(build)
        }
        return builds
    }

    /// What planners have done to a draft by hand, in order.
    private func steps(of build: BuildID) throws(StoreError) -> [DraftStep] {
        var steps: [DraftStep] = []
        for row in try connection.run(
            "SELECT * FROM draftStep WHERE organisationID = ? AND buildID = ? ORDER BY number", organisation, build)
        { steps.append(try DraftStep(row)) }
        return steps
    }

    /// Makes a new draft of the same problem that is what this one is, with all that was done to it.
    ///
    /// - Parameter build: one that has come to a draft.
    func branch(_ build: BuildID, at now: Instant) throws(StoreError) -> BuildID {
        let branch: BuildID = try connection.insert(
            """
            INSERT INTO build (organisationID, problemID, serverID, seed, threads, timeLimit, state, startedAt, endedAt,
                seconds, penalty, isFeasible, bound, peopleCount, dayCount, duties, curve)
            SELECT organisationID, problemID, serverID, seed, threads, timeLimit, state, ?, ?, seconds, penalty,
                isFeasible, bound, peopleCount, dayCount, duties, curve
            FROM build WHERE organisationID = ? AND id = ? RETURNING id
            """, now, now, organisation, build)
        try makeDraft(of: branch)
        try connection.run(
            """
            INSERT INTO buildPins (organisationID, buildID, cells)
            SELECT organisationID, ?, cells FROM buildPins WHERE organisationID = ? AND buildID = ?
            """, branch, organisation, build)
        try connection.run(
            "INSERT INTO draftBranch (organisationID, buildID, ofBuildID) VALUES (?, ?, ?)", organisation, branch, build
        )
        try connection.run(
            """
            INSERT INTO draftStep (organisationID, buildID, number, personID, at, undoes, edits, penalty, isFeasible)
            SELECT organisationID, ?, number, personID, at, undoes, edits, penalty, isFeasible
            FROM draftStep WHERE organisationID = ? AND buildID = ? ORDER BY number
            """, branch, organisation, build)
        return branch
    }

    func insert(_ step: DraftStep, of build: BuildID) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO draftStep (organisationID, buildID, number, personID, at, undoes, edits, penalty, isFeasible)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, organisation, build, step.number, step.person, step.at, step.undoes, step.edits.bytes, step.penalty,
            step.isFeasible)
    }

    func start(_ order: BuildOrder, on server: ServerID, at now: Instant) throws(StoreError) -> BuildID {
        let build: BuildID = try connection.insert(
            """
            INSERT INTO build (organisationID, problemID, serverID, seed, threads, timeLimit, state, startedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """, organisation, order.problem, server, Int64(bitPattern: order.seed), order.threads, order.timeLimit,
            BuildState.running, now)
        if let pins = order.pins { try keep(pins, of: build) }
        return build
    }

    private func keep(_ pins: [PinnedCell], of build: BuildID) throws(StoreError) {
        try connection.run(
            "INSERT INTO buildPins (organisationID, buildID, cells) VALUES (?, ?, ?)", organisation, build, pins.bytes)
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
        let draft = state == .interrupted ? nil : try makeDraft(of: build)
        try connection.run(
            "UPDATE build SET state = ?, endedAt = ? WHERE organisationID = ? AND id = ?", state, now, organisation,
            build)
        return draft
    }

    /// - Returns: its number; nil: the build has no rota.
    @discardableResult
    private func makeDraft(of build: BuildID) throws(StoreError) -> Int? {
        try connection.run(
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
                timeLimit: try row["timeLimit"], pins: try (row["pins"] as [UInt8]?).map([PinnedCell].init(bytes:))),
            state: try row["state"], startedAt: try row["startedAt"], endedAt: try row["endedAt"],
            outcome: try BuildOutcome(row), draft: try row["draft"], trunk: try row["trunk"])
    }
}

extension DraftStep {
    fileprivate init(_ row: SQLRow) throws(StoreError) {
        self.init(
            number: try row["number"], person: try row["personID"], at: try row["at"], undoes: try row["undoes"],
            edits: try [CellEdit](bytes: row["edits"]), penalty: try row["penalty"], isFeasible: try row["isFeasible"])
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
