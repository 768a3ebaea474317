package import RotaModel

extension Store {
    /// Notes that a build has begun, run by this server.
    package func startBuild(_ order: BuildOrder, at now: Instant) async throws -> BuildID {
        try await database.write { [organisation, server] connection in
            try connection.insert(
                """
                INSERT INTO build (organisationID, problemID, serverID, seed, threads, timeLimit, state, startedAt)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                """, organisation, order.problem, server, Int64(bitPattern: order.seed), order.threads,
                order.timeLimit, BuildState.running, now)
        }
    }

    /// Keeps the best so far of a running build.
    ///
    /// - Throws: `StoreError` if there is no such build or it has ended.
    package func keep(_ outcome: BuildOutcome, of build: BuildID) async throws {
        try await database.write { [organisation] connection in
            try BuildTable(connection, organisation).keep(outcome, of: build)
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
        return try await database.write { [organisation] connection in
            let builds = BuildTable(connection, organisation)
            if let outcome { try builds.keep(outcome, of: build) }
            return try builds.end(build, as: state, at: now)
        }
    }

    /// Marks the running builds of servers that have ended as interrupted. For start-up.
    ///
    /// - Returns: how many there were.
    package func interruptRunningBuilds(at now: Instant) async throws -> Int {
        let others = try await database.read { [organisation, server] connection in
            Set(try BuildTable(connection, organisation).running().compactMap(\.server)).subtracting([server])
        }
        let gone = try await database.gone(among: others.sorted())
        return try await database.write { [organisation] connection in
            let builds = BuildTable(connection, organisation)
            let cutOff = try builds.running().filter { $0.server.map(gone.contains) ?? true }
            for build in cutOff { _ = try builds.end(build.id, as: .interrupted, at: now) }
            return cutOff.count
        }
    }

    /// Nil if there is none of that number.
    package func build(_ id: BuildID) async throws -> StoredBuild? {
        try await database.read { [organisation] connection in
            try BuildTable(connection, organisation).all("build.id = ?", id).first
        }
    }

    /// The newest builds of a problem, newest first.
    package func builds(of problem: ProblemID, limit: Int) async throws -> [StoredBuild] {
        try await database.read { [organisation] connection in
            try BuildTable(connection, organisation).all(
                "build.problemID = ? ORDER BY build.id DESC LIMIT ?", problem, limit)
        }
    }

    /// The build of the problem's newest draft; nil before the first.
    package func latestDraft(of problem: ProblemID) async throws -> StoredBuild? {
        try await database.read { [organisation] connection in
            try BuildTable(connection, organisation).all(
                "draft.problemID = ? ORDER BY draft.number DESC LIMIT 1", problem
            ).first
        }
    }
}
