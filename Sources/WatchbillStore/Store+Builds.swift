internal import Foundation
internal import GRDB
package import RotaModel

extension Store {
    /// Notes that a build has begun.
    package func startBuild(_ order: BuildOrder, at now: Instant) async throws -> BuildID {
        try await pool.write { database in
            try database.execute(
                sql: """
                    INSERT INTO build (problemID, seed, threads, timeLimit, state, startedAt)
                    VALUES (?, ?, ?, ?, 'running', ?)
                    """,
                arguments: [
                    order.problem.value, Int64(bitPattern: order.seed), order.threads, order.timeLimit, now.seconds,
                ])
            return BuildID(database.lastInsertedRowID)
        }
    }

    /// Keeps the best so far of a running build.
    ///
    /// - Throws: `StoreError` if there is no such build or it has ended.
    package func keep(_ outcome: BuildOutcome, of build: BuildID) async throws {
        try await pool.write { database in
            try Self.checkRunning(build, in: database)
            try Self.write(outcome, of: build, in: database)
        }
    }

    /// Ends a running build. One that finished or was stopped, and has a rota, becomes the problem's next draft.
    ///
    /// - Returns: the draft's number, if one came of it.
    /// - Throws: `StoreError` if there is no such build or it has ended.
    @discardableResult
    package func end(
        _ build: BuildID, as state: BuildState, outcome: BuildOutcome?, at now: Instant
    ) async throws -> Int? {
        precondition(state != .running, "A build ends in a state other than running.")
        return try await pool.write { database in
            try Self.checkRunning(build, in: database)
            if let outcome { try Self.write(outcome, of: build, in: database) }
            return try Self.end(build, as: state, at: now, in: database)
        }
    }

    /// Marks builds that run by the database, but by no process, as interrupted. For start-up, before any build begins.
    ///
    /// - Returns: how many there were.
    package func interruptRunningBuilds(at now: Instant) async throws -> Int {
        try await pool.write { database in
            let ids = try Int64.fetchAll(database, sql: "SELECT id FROM build WHERE state = 'running'")
            for id in ids { _ = try Self.end(BuildID(id), as: .interrupted, at: now, in: database) }
            return ids.count
        }
    }

    /// Nil if there is none of that number.
    package func build(_ id: BuildID) async throws -> StoredBuild? {
        try await pool.read { database in
            try Row.fetchOne(database, sql: Self.selection + "WHERE build.id = ?", arguments: [id.value])
                .map(Self.build)
        }
    }

    /// The newest builds of a problem, newest first.
    package func builds(of problem: ProblemID, limit: Int) async throws -> [StoredBuild] {
        try await pool.read { database in
            try Row.fetchAll(
                database, sql: Self.selection + "WHERE build.problemID = ? ORDER BY build.id DESC LIMIT ?",
                arguments: [problem.value, limit]
            ).map(Self.build)
        }
    }

    /// The build of the problem's newest draft; nil before the first.
    package func latestDraft(of problem: ProblemID) async throws -> StoredBuild? {
        try await pool.read { database in
            try Row.fetchOne(
                database, sql: Self.selection + "WHERE draft.problemID = ? ORDER BY draft.number DESC LIMIT 1",
                arguments: [problem.value]
            ).map(Self.build)
        }
    }

    private static let selection = """
        SELECT build.*, draft.number AS draft FROM build LEFT JOIN draft ON draft.buildID = build.id

        """

    private static func checkRunning(_ build: BuildID, in database: Database) throws {
        switch try String.fetchOne(database, sql: "SELECT state FROM build WHERE id = ?", arguments: [build.value]) {
        case "running": return
        case nil: throw StoreError(.noSuchBuild, "There is no build \(build).")
        case let state?: throw StoreError(.alreadyEnded, "Build \(build) has ended already: it is \(state).")
        }
    }

    private static func write(_ outcome: BuildOutcome, of build: BuildID, in database: Database) throws {
        try database.execute(
            sql: """
                UPDATE build SET seconds = ?, penalty = ?, isFeasible = ?, bound = ?, peopleCount = ?, dayCount = ?,
                    duties = ?, curve = ? WHERE id = ?
                """,
            arguments: [
                outcome.seconds, outcome.penalty.value, outcome.isFeasible, outcome.bound?.value,
                outcome.rota.peopleCount, outcome.rota.dayCount, Data(outcome.rota.duties.map(\.rawValue)),
                Data(outcome.curve), build.value,
            ])
    }

    private static func end(
        _ build: BuildID, as state: BuildState, at now: Instant, in database: Database
    ) throws -> Int? {
        if state != .interrupted {
            try database.execute(
                sql: """
                    INSERT INTO draft (problemID, number, buildID)
                    SELECT problemID, 1 + coalesce((SELECT max(number) FROM draft WHERE problemID = build.problemID), 0), id
                    FROM build WHERE id = ? AND duties IS NOT NULL
                    """, arguments: [build.value])
        }
        try database.execute(
            sql: "UPDATE build SET state = ?, endedAt = ? WHERE id = ?",
            arguments: [state.rawValue, now.seconds, build.value])
        return try Int.fetchOne(database, sql: "SELECT number FROM draft WHERE buildID = ?", arguments: [build.value])
    }

    private static func build(_ row: Row) throws -> StoredBuild {
        guard let state = BuildState(rawValue: row["state"]) else {
            throw StoreError(.damaged, "Build \(row["id"] as Int64) is in an unknown state: \(row["state"] as String).")
        }
        return StoredBuild(
            id: BuildID(row["id"]),
            order: BuildOrder(
                problem: ProblemID(row["problemID"]), seed: UInt64(bitPattern: row["seed"] as Int64),
                threads: row["threads"], timeLimit: row["timeLimit"]),
            state: state, startedAt: Instant(seconds: row["startedAt"]),
            endedAt: (row["endedAt"] as Int?).map(Instant.init(seconds:)), outcome: outcome(row), draft: row["draft"])
    }

    private static func outcome(_ row: Row) -> BuildOutcome? {
        guard let duties = row["duties"] as Data? else { return nil }
        var rota = Rota(peopleCount: row["peopleCount"], dayCount: row["dayCount"])
        rota.duties = duties.map(Duty.init(rawValue:))
        return BuildOutcome(
            seconds: row["seconds"], penalty: Penalty(row["penalty"]), isFeasible: row["isFeasible"],
            bound: (row["bound"] as Int?).map(Penalty.init), rota: rota, curve: [UInt8](row["curve"] as Data))
    }
}
