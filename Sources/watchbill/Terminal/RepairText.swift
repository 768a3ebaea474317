import RotaModel
import RotaRules
import RotaSolver

/// Repairs as a planner reads them.
struct RepairText {
    private let result: RepairResult
    private let problem: RotaProblem

    init(_ result: RepairResult) {
        self.result = result
        problem = result.problem
    }

    var text: String {
        var lines = [head]
        for (number, repair) in result.repairs.enumerated() {
            lines += ["", "\(number + 1). \(title(repair))"]
            lines += Self.changes(repair.changes, problem)
            lines += repair.broken.map { "   breaks: \($0.sentence)" }
            lines += repair.missed.map { "   misses, +\($0.penalty): \($0.sentence)" }
            lines += repair.mended.map { "   no longer misses: \($0.sentence)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var head: String {
        let count = result.repairs.count
        return switch result.outcome {
        case .legal:
            "\(count) legal repair\(count == 1 ? "" : "s"), fewest people disturbed first. Penalty before: \(result.before)."
        case .noneExists:
            "There is no legal repair from \(problem.date(of: result.now).spoken) on: that is proven. These break least."
        case .noneFound:
            "No legal repair from \(problem.date(of: result.now).spoken) on was found; there may be one. These break least."
        }
    }

    private func title(_ repair: Repair) -> String {
        let who = repair.disturbed.map { problem[$0].name }
        let people =
            who.isEmpty
            ? "Nobody else is disturbed" : "\(Self.list(who)) \(who.count == 1 ? "is" : "are") disturbed"
        let shifts = repair.changes.count
        let cost = Self.signed((repair.penalty - result.before).value)
        return "\(people); \(shifts) shift\(shifts == 1 ? "" : "s") changed; penalty \(repair.penalty) (\(cost))"
    }

    /// `   Tue 9 Mar  Aylin Demir  off -> E`, by day.
    static func changes(_ changes: [DutyChange], _ problem: RotaProblem) -> [String] {
        let ordered = changes.sorted { ($0.day, $0.person) < ($1.day, $1.person) }
        let dates = ordered.map { problem.date(of: $0.day).spoken }
        let names = ordered.map { problem[$0.person].name }
        let dateWidth = dates.map(\.count).max() ?? 0
        let nameWidth = names.map(\.count).max() ?? 0
        func label(_ duty: Duty) -> String { duty.shift.map { problem[$0].id.rawValue } ?? "off" }
        return zip(ordered, zip(dates, names)).map { change, words in
            "   \(words.0.padded(to: dateWidth))  \(words.1.padded(to: nameWidth))  \(label(change.old)) → \(label(change.new))"
        }
    }

    static func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }

    /// `Ann`, `Ann and Ben`, `Ann, Ben and Cleo`.
    static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return "\(names.dropLast().joined(separator: ", ")) and \(last)"
    }
}
