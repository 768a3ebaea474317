import Foundation
import RotaModel
import RotaSolver

/// One line that shows the state of a running solve.
enum LiveLine {
    /// `12 s  penalty 1543  bound 1268  gap 17.8 %`.
    static func text(_ progress: SolveProgress) -> String {
        var parts = ["\(Int(progress.seconds)) s"]
        parts.append(progress.isFeasible ? "penalty \(progress.penalty)" : "no legal rota yet")
        if let bound = progress.bound {
            parts.append("bound \(bound)")
            if progress.isFeasible, progress.penalty > .zero {
                parts.append(
                    "gap \(percent(Double((progress.penalty - bound).value) / Double(progress.penalty.value)))")
            }
        }
        parts.append("Ctrl-C ends with the best so far")
        return parts.joined(separator: "  ")
    }

    /// `17.8 %`.
    static func percent(_ share: Double) -> String { String(format: "%.1f %%", share * 100) }

    /// The line in the place of the last one, cut to a terminal's width.
    static func redraw(_ text: String, width: Int?) -> String {
        // Back to the first column, and clear from there to the end of the line (ECMA-48, EL).
        "\r\u{1B}[K" + (width.map { String(text.prefix(max(0, $0 - 1))) } ?? text)
    }

    /// A line of JSON for programs.
    static func json(_ progress: SolveProgress) -> String {
        let seconds = String(format: "%.3f", progress.seconds)
        let bound = progress.bound.map(\.description) ?? "null"
        return "{\"bound\":\(bound),\"feasible\":\(progress.isFeasible),\"penalty\":\(progress.penalty)"
            + ",\"seconds\":\(seconds)}\n"
    }
}
