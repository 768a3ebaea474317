package import CrewRecords
package import RotaModel

extension Store {
    /// Notes that a build has begun, run by this server.
    package func startBuild(_ order: BuildOrder, at now: Instant, for caller: Caller) async throws -> BuildID {
        try await write { [server] book in
            try book.permit(caller, to: BuildRota.self, on: try book.unit(of: order.problem))
            return try book.builds.start(order, on: server, at: now)
        }
    }

    /// Keeps the best so far of a running build.
    ///
    /// - Throws: `StoreError` if it has ended.
    package func keep(_ outcome: BuildOutcome, of build: BuildID, for caller: Caller) async throws {
        try await write { book in
            try book.permitBuilding(build, for: caller)
            try book.builds.keep(outcome, of: build)
        }
    }

    /// Ends a running build. One that finished or was stopped, and has a rota, becomes the problem's next draft.
    ///
    /// - Returns: the draft's number, if one came of it.
    /// - Throws: `StoreError` if it has ended.
    @discardableResult
    package func end(
        _ build: BuildID, as state: BuildState, outcome: BuildOutcome?, at now: Instant, for caller: Caller
    ) async throws -> Int? {
        precondition(state != .running, "A build ends in a state other than running.")
        return try await write { book in
            try book.permitBuilding(build, for: caller)
            if let outcome { try book.builds.keep(outcome, of: build) }
            return try book.builds.end(build, as: state, at: now)
        }
    }

    /// Marks the running builds of servers that have ended as interrupted. For start-up.
    ///
    /// - Returns: how many there were.
    package func interruptRunningBuilds(at now: Instant, for caller: Caller) async throws -> Int {
        let others = try await read { [server] book in
            try book.permit(caller, to: BuildRota.self, on: try book.root())
            return Set(try book.builds.running().compactMap(\.server)).subtracting([server])
        }
        let gone = try await database.gone(among: others.sorted())
        return try await write { book in
            try book.permit(caller, to: BuildRota.self, on: try book.root())
            let cutOff = try book.builds.running().filter { $0.server.map(gone.contains) ?? true }
            for build in cutOff { _ = try book.builds.end(build.id, as: .interrupted, at: now) }
            return cutOff.count
        }
    }

    /// - Throws: `Refusal`, also if there is none of that number.
    package func build(_ id: BuildID, for caller: Caller) async throws -> StoredBuild {
        try await read { book in
            try book.permitReading(try book.builds.problem(of: id), for: caller)
            guard let build = try book.builds.all("build.id = ?", id).first else { throw Refusal.hidden }
            return build
        }
    }

    /// The newest builds of a problem, newest first.
    ///
    /// - Parameter last: those after this one in that order; nil: from the newest on.
    package func builds(
        of problem: ProblemID, after last: BuildID? = nil, limit: Int, for caller: Caller
    ) async throws -> [StoredBuild] {
        try await read { book in
            try book.permitReading(problem, for: caller)
            return try book.builds.all(
                "build.problemID = ? AND build.id < ? ORDER BY build.id DESC LIMIT ?", problem,
                last ?? BuildID(.max), limit)
        }
    }

    /// The build of the problem's newest draft; nil before the first.
    package func latestDraft(of problem: ProblemID, for caller: Caller) async throws -> StoredBuild? {
        try await read { book in
            try book.permitReading(problem, for: caller)
            return try book.builds.all("draft.problemID = ? ORDER BY draft.number DESC LIMIT 1", problem).first
        }
    }
}

extension Book {
    fileprivate func permitReading(_ problem: ProblemID, for caller: Caller) throws {
        try permit(caller, to: ReadDrafts.self, on: try unit(of: problem))
    }

    fileprivate func permitBuilding(_ build: BuildID, for caller: Caller) throws {
        try permit(caller, to: BuildRota.self, on: try unit(of: try builds.problem(of: build)))
    }
}
