package import RotaModel

/// How far a build is.
package enum BuildState: String, CaseIterable, Hashable, Sendable {
    case running
    /// Ran its time, or proved its rota the best there is.
    case finished
    /// Ended by somebody before its time.
    case stopped
    /// Cut off with the server. Its best so far is kept, but makes no draft.
    case interrupted
}

/// What a build is asked to do.
package struct BuildOrder: Hashable, Sendable {
    package var problem: ProblemID
    package var seed: UInt64
    package var threads: Int
    /// In seconds, at least 1.
    package var timeLimit: Int
    /// What it is to leave as it is, instead of the problem's pins; nil: those.
    package var pins: [PinnedCell]?

    package init(problem: ProblemID, seed: UInt64, threads: Int, timeLimit: Int, pins: [PinnedCell]? = nil) {
        self.problem = problem
        self.seed = seed
        self.threads = threads
        self.timeLimit = timeLimit
        self.pins = pins
    }
}

/// What a build has come to by some moment.
package struct BuildOutcome: Hashable, Sendable {
    /// Since the build began.
    package var seconds: Double
    package var penalty: Penalty
    package var isFeasible: Bool
    package var bound: Penalty?
    /// The best rota so far.
    package var rota: Rota
    /// How penalty and bound came about, in the server's own encoding.
    package var curve: [UInt8]

    package init(
        seconds: Double, penalty: Penalty, isFeasible: Bool, bound: Penalty?, rota: Rota, curve: [UInt8]
    ) {
        self.seconds = seconds
        self.penalty = penalty
        self.isFeasible = isFeasible
        self.bound = bound
        self.rota = rota
        self.curve = curve
    }
}

/// One run of the optimiser, under way or over.
package struct StoredBuild: Hashable, Sendable {
    package var id: BuildID
    package var order: BuildOrder
    package var state: BuildState
    package var startedAt: Instant
    /// Nil while it runs.
    package var endedAt: Instant?
    /// Nil until the first rota was kept. Rota and penalty of a draft are those after all that was done to it by hand.
    package var outcome: BuildOutcome?
    /// What planners have done by hand to the draft that came of it, in order.
    package private(set) var steps: [DraftStep] = []
    /// The draft that came of it, counted per problem from 1; nil while it runs and where it was interrupted.
    package var draft: Int?
    /// The draft that it is a branch of; nil: it is none.
    package var trunk: Int?

    package init(
        id: BuildID, order: BuildOrder, state: BuildState, startedAt: Instant, endedAt: Instant?,
        outcome: BuildOutcome?, draft: Int?, trunk: Int? = nil
    ) {
        self.id = id
        self.order = order
        self.state = state
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.outcome = outcome
        self.draft = draft
        self.trunk = trunk
    }

    /// Takes in what was done by hand.
    mutating func edit(by steps: [DraftStep]) {
        self.steps = steps
        guard let last = steps.last else { return }
        outcome?.penalty = last.penalty
        outcome?.isFeasible = last.isFeasible
        for edit in steps.flatMap(\.edits) { outcome?.rota[edit.person, edit.day] = edit.after.duty }
    }

    /// The rota as it came of the build.
    package var built: Rota? {
        guard var rota = outcome?.rota else { return nil }
        for edit in steps.reversed().flatMap(\.edits) { rota[edit.person, edit.day] = edit.before.duty }
        return rota
    }
}
