import RotaModel
import RotaSolver

/// What other duties of a cell cost after the rest has been repaired, as a planner reads it.
struct RepairedText {
    private let costs: [DutyCost]
    private let problem: RotaProblem
    private let before: Penalty

    init(_ costs: [DutyCost], _ problem: RotaProblem, _ before: Penalty) {
        self.costs = costs
        self.problem = problem
        self.before = before
    }

    var text: String {
        var lines = ["", "Instead, with the best repair of the rest that was found:"]
        let names = costs.map { Explain.name(of: $0.duty, problem) }
        let width = names.map(\.count).max() ?? 0
        for (cost, name) in zip(costs, names) {
            lines.append("  \(name.padded(to: width))  \(verdict(cost))")
            // A rota that has changed as a whole tells nothing by its cells.
            let changes = cost.repair.map { RepairText.changes($0.changes, problem) } ?? []
            lines += changes.prefix(12).map { "   \($0)" }
            if changes.count > 12 { lines.append("      and \(changes.count - 12) more") }
        }
        let better = costs.compactMap { $0.repair.map { ($0.penalty - before).value } }.min() ?? 0
        if better < 0 {
            lines += [
                "", "The rota as it is can be better by \(-better) at least; costs are told against it as it is.",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func verdict(_ cost: DutyCost) -> String {
        guard let repair = cost.repair else {
            return cost.certainty == .impossible ? "no legal rota has it" : "no legal rota with it was found"
        }
        let change = (repair.penalty - before).value
        let words = change > 0 ? "costs \(change) more" : change < 0 ? "costs \(-change) less" : "costs no more"
        return cost.certainty == .exact ? "\(words), exactly" : change < 0 ? "\(words) at least" : "\(words) at most"
    }
}
