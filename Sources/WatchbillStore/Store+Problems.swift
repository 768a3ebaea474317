package import CrewRecords
package import RotaModel

extension Store {
    /// Keeps a unit's problem as a document and gives it a number.
    ///
    /// - Parameter draft: what it has for its first draft; nil: none.
    package func add(
        problem document: [UInt8], name: String, unit: UnitID, carrying draft: CarriedDraft? = nil, at now: Instant,
        for caller: Caller
    ) async throws -> ProblemID {
        try await write { [server] book in
            try book.permit(caller, to: BuildRota.self, on: unit)
            let problem = try book.problems.insert(document, name: name, unit: unit, at: now)
            if let draft {
                let order = BuildOrder(problem: problem, seed: 0, threads: 1, timeLimit: 1, pins: draft.pins)
                let build = try book.builds.start(order, on: server, at: now)
                try book.builds.keep(
                    BuildOutcome(
                        seconds: 0, penalty: draft.penalty, isFeasible: draft.isFeasible, bound: nil, rota: draft.rota,
                        curve: Array("[]".utf8)), of: build)
                _ = try book.builds.end(build, as: .finished, at: now)
            }
            return problem
        }
    }

    /// The problem stored last of those units whose drafts the caller may read; nil if there is none.
    package func latestProblem(for caller: Caller) async throws -> StoredProblem? {
        try await read { book in
            for (unit, problem) in try book.problems.newest() {
                let unit = try unit ?? book.root()
                if book.permits(caller, to: ReadDrafts.self, on: unit) { return try book.problems.find(problem) }
            }
            return nil
        }
    }

    /// - Throws: `Refusal`, also if there is none of that number.
    package func problem(_ id: ProblemID, for caller: Caller) async throws -> StoredProblem {
        try await read { book in
            try book.permit(caller, to: ReadDrafts.self, on: try book.unit(of: id))
            guard let problem = try book.problems.find(id) else { throw Refusal.hidden }
            return problem
        }
    }

    /// The unit whose rotas are built of a problem.
    ///
    /// - Throws: `Refusal`, also if there is no such problem.
    package func unit(of problem: ProblemID, for caller: Caller) async throws -> UnitID {
        try await read { book in
            let unit = try book.unit(of: problem)
            try book.permit(caller, to: ReadDrafts.self, on: unit)
            return unit
        }
    }

    /// Whether the caller may start and stop builds of a problem.
    package func mayBuild(_ problem: ProblemID, for caller: Caller) async throws -> Bool {
        try await read { book in
            guard let unit = try book.problems.unit(of: problem) else { return false }
            return book.permits(caller, to: BuildRota.self, on: try unit ?? book.root())
        }
    }
}
