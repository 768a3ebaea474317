package import CrewRecords
package import RotaModel

/// What planners do to drafts by hand.
extension Store {
    /// Keeps the next step of a draft.
    ///
    /// - Parameter step: numbered after the last one that the caller knows of, judged with all those before it.
    /// - Throws: `Refusal`, also if there is no such build. `StoreError`: `changedMeanwhile` if somebody else was first,
    ///   `notReady` if the build has come to no draft.
    package func take(_ step: DraftStep, of build: BuildID, for caller: Caller) async throws {
        try await write { book in
            try book.permit(caller, to: BuildRota.self, on: try book.unit(of: try book.builds.problem(of: build)))
            precondition(caller.person == nil || caller.person == step.person, "Nobody takes a step of another's.")
            guard let stored = try book.builds.all("build.id = ?", build).first else { throw Refusal.hidden }
            guard stored.draft != nil, let outcome = stored.outcome else {
                throw Self.noDraft(build)
            }
            guard step.number == stored.steps.count + 1 else {
                throw StoreError(.changedMeanwhile, "Draft of build \(build) was changed by somebody else meanwhile.")
            }
            precondition(
                step.edits.allSatisfy {
                    $0.person.value < outcome.rota.peopleCount && $0.day.value < outcome.rota.dayCount
                        && outcome.rota[$0.person, $0.day] == $0.before.duty
                }, "The step is of another rota.")
            try book.builds.insert(step, of: build)
        }
    }

    /// A new draft that is what this one is, with all that was done to it, to go on beside it.
    ///
    /// - Throws: `Refusal`, also if there is no such build. `StoreError`, `notReady`, if the build has come to no draft.
    package func branch(_ build: BuildID, at now: Instant, for caller: Caller) async throws -> BuildID {
        try await write { book in
            try book.permit(caller, to: BuildRota.self, on: try book.unit(of: try book.builds.problem(of: build)))
            guard let stored = try book.builds.all("build.id = ?", build).first else { throw Refusal.hidden }
            guard stored.draft != nil else { throw Self.noDraft(build) }
            return try book.builds.branch(build, at: now)
        }
    }

    /// What planners have done to a draft by hand, in order, with their names.
    package func draftSteps(of build: BuildID, for caller: Caller) async throws -> [NamedStep] {
        try await read { book in
            try book.permit(caller, to: ReadDrafts.self, on: try book.unit(of: try book.builds.problem(of: build)))
            let steps = try book.builds.all("build.id = ?", build).first?.steps ?? []
            return try steps.map { NamedStep(step: $0, planner: try book.name(of: $0.person)) }
        }
    }

    private static func noDraft(_ build: BuildID) -> StoreError {
        StoreError(
            .notReady, "Build \(build) has come to no draft that could be changed. Maybe wait for its end.")
    }
}

/// A step of a draft with the name of whoever took it.
package struct NamedStep: Hashable, Sendable {
    package let step: DraftStep
    package let planner: String
}
