internal import Foundation
internal import RotaModel
internal import Synchronization

/// Beside a solve that has found no legal rota for a while: looks for a proof that there is none, on a thread of its own.
final class Doubt {
    /// Raised once it is proven that there is no legal rota.
    let refuted = StopSignal()
    private let problem: RotaProblem
    private let stop: StopSignal
    private let over = StopSignal()
    private let begun = ContinuousClock.now
    private let limit: Duration?
    /// Where steps are limited nothing may hang on the clock.
    private let isAllowed: Bool
    private let group = DispatchGroup()
    private let found = Found()
    private var isStarted = false

    private final class Found: Sendable {
        let conflict = Mutex<Conflict?>(nil)
    }

    init(_ problem: RotaProblem, settings: SolveSettings, stop: StopSignal) {
        self.problem = problem
        self.stop = stop
        limit = settings.timeLimit
        isAllowed = settings.stepLimit == nil
    }

    /// Looks at how far the solve is.
    func consider(_ progress: SolveProgress) {
        if progress.isFeasible { return over.raise() }
        let patience = min(limit.map { $0 * Tuning.doubtShare } ?? .seconds(3600), .seconds(Tuning.doubtSeconds))
        if isAllowed, !isStarted, ContinuousClock.now - begun >= patience { start() }
    }

    private func start() {
        isStarted = true
        let (problem, stop, over, refuted, found) = (problem, stop, over, refuted, found)
        let end = limit.map { begun + $0 }
        group.enter()
        Thread { [group] in
            let search = ConflictSearch(problem, stop: over) {
                !stop.isRaised && (end.map { ContinuousClock.now < $0 } ?? true)
            }
            let conflict = search.run { refuted.raise() }
            found.conflict.withLock { $0 = conflict }
            group.leave()
        }.start()
    }

    /// The conflict, when the solve is over: goes on looking for the words until the time is up.
    func conflict(of ending: SolveResult.Ending, isFeasible: Bool) -> Conflict? {
        if isFeasible { over.raise() }
        if ending == .impossible, isAllowed, !isStarted, !isFeasible { start() }
        group.wait()
        return found.conflict.withLock { $0 }
    }
}
