package import RotaModel
internal import RotaRules

/// How a solve is run.
package struct SolveSettings: Sendable {
    package var seed: UInt64
    /// At least 1. With one thread and a step limit instead of a time limit, the same seed gives the same rota.
    package var threads: Int
    /// Nil: until stopped or proven optimal.
    package var timeLimit: Duration?
    /// A count of search steps after which each thread ends; nil: none.
    package var stepLimit: Int?
    /// A rota to start from; nil: everybody off.
    package var start: Rota?

    package init(
        seed: UInt64 = 1, threads: Int = 1, timeLimit: Duration? = nil, stepLimit: Int? = nil, start: Rota? = nil
    ) {
        self.seed = seed
        self.threads = threads
        self.timeLimit = timeLimit
        self.stepLimit = stepLimit
        self.start = start
    }
}

/// The state of a running solve, told whenever something got better and at least a few times a second.
package struct SolveProgress: Sendable {
    package var seconds: Double
    /// Of the best rota so far.
    package var penalty: Penalty
    /// Whether that rota breaks no hard rule.
    package var isFeasible: Bool
    /// A proven floor under the penalty of every legal rota; nil: none yet.
    package var bound: Penalty?
    /// The best rota so far, if it is new since the last report.
    package var rota: Rota?

    package init(seconds: Double, penalty: Penalty, isFeasible: Bool, bound: Penalty?, rota: Rota?) {
        self.seconds = seconds
        self.penalty = penalty
        self.isFeasible = isFeasible
        self.bound = bound
        self.rota = rota
    }
}

/// What a solve came to. Penalty and feasibility are the judge's.
package struct SolveResult: Sendable {
    package enum Ending: String, Sendable {
        case optimal, timeLimit, stepLimit, stopped
        /// It is proven that no legal rota exists.
        case impossible
    }

    package var rota: Rota
    package var penalty: Penalty
    package var isFeasible: Bool
    package var bound: Penalty?
    package var seconds: Double
    package var ending: Ending
    /// Where no legal rota exists: what cannot hold together, if it was found in the time.
    package var conflict: Conflict?

    package init(
        rota: Rota, penalty: Penalty, isFeasible: Bool, bound: Penalty?, seconds: Double, ending: Ending,
        conflict: Conflict? = nil
    ) {
        self.rota = rota
        self.penalty = penalty
        self.isFeasible = isFeasible
        self.bound = bound
        self.seconds = seconds
        self.ending = ending
        self.conflict = conflict
    }

    /// (penalty - bound) / penalty, 0 where both are 0; nil without a bound or a legal rota.
    package var gap: Double? {
        guard isFeasible, let bound else { return nil }
        return penalty == .zero ? 0 : Double((penalty - bound).value) / Double(penalty.value)
    }
}

/// Builds a rota, better and better, until told to stop: blocks the calling thread and uses `settings.threads` in all.
///
/// - Parameters:
///   - problem: one that has passed `validate()`.
///   - stop: ends the solve within 100 ms when asked to, with the best so far.
///   - progress: called on the calling thread.
package func solve(
    _ problem: RotaProblem, settings: SolveSettings, stop: StopSignal = StopSignal(),
    progress: (SolveProgress) -> Void = { _ in }
) -> SolveResult {
    let begun = ContinuousClock.now
    let doubt = Doubt(problem, settings: settings, stop: stop)
    var search = Search(problem, settings: settings, stop: stop, refuted: doubt.refuted)
    var result = search.run {
        doubt.consider($0)
        progress($0)
    }
    if let conflict = doubt.conflict(of: result.ending, isFeasible: result.isFeasible) {
        result.conflict = conflict
        result.ending = .impossible
    }
    result.seconds = (ContinuousClock.now - begun) / .seconds(1)
    return result
}
