import Foundation
import RotaModel
import RotaSolver
import Synchronization

/// What a solve came to, as `--json` prints it.
struct SolveReport: Encodable {
    let penalty: Int
    @OrNull private(set) var bound: Int?
    @OrNull private(set) var gap: Double?
    let feasible: Bool
    let seconds: Double
    let seed: UInt64
    let threads: Int
    /// Whether it is proven that no legal rota exists.
    let impossible: Bool
    @OrNull private(set) var conflict: ConflictReport?

    init(_ result: SolveResult, _ settings: SolveSettings) {
        penalty = result.penalty.value
        bound = result.bound?.value
        gap = result.gap.map { ($0 * 1e6).rounded() / 1e6 }
        feasible = result.isFeasible
        seconds = (result.seconds * 1000).rounded() / 1000
        seed = settings.seed
        threads = settings.threads
        impossible = result.ending == .impossible
        conflict = result.conflict.map { ConflictReport($0) }
    }

    /// `Penalty 607, the best possible; 0.5 s, seed 1, 2 threads.`
    var summary: String {
        let quality =
            switch (feasible, bound, gap) {
            case (false, _, _) where impossible: "There is no legal rota, penalty \(penalty)"
            case (false, _, _): "No legal rota yet, penalty \(penalty)"
            case (true, let bound?, _) where bound == penalty: "Penalty \(penalty), the best possible"
            case (true, let bound?, let gap?): "Penalty \(penalty), bound \(bound), gap \(LiveLine.percent(gap))"
            default: "Penalty \(penalty)"
            }
        let ran = String(format: "%.1f s", seconds)
        return "\(quality); \(ran), seed \(seed), \(threads) thread\(threads == 1 ? "" : "s")."
    }
}

/// Tells of a running solve: JSON lines, or a live line on a terminal, or nothing.
final class SolveReporter: Sendable {
    private enum Manner {
        case jsonLines, liveLine, quiet
    }

    private let manner: Manner
    /// The second of the last line that was shown.
    private let lastShown = Mutex(-1.0)

    init(isJSON: Bool) {
        manner = isJSON ? .jsonLines : Console.Stream.error.isTerminal ? .liveLine : .quiet
    }

    @Sendable func report(_ progress: SolveProgress) {
        switch manner {
        case .quiet: return
        case .jsonLines: Console.tell(LiveLine.json(progress))
        case .liveLine:
            let isDue = lastShown.withLock { last in
                guard progress.seconds - last >= 0.1 else { return false }
                last = progress.seconds
                return true
            }
            guard isDue else { return }
            Console.tell(LiveLine.redraw(LiveLine.text(progress), width: Console.Stream.error.width))
        }
    }

    /// Puts the result in the place of the live line.
    func finish(_ report: SolveReport) {
        guard manner == .liveLine else { return }
        Console.tell(LiveLine.redraw(report.summary, width: nil) + "\n")
    }
}
