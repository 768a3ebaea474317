import RotaModel
import RotaRules
import RotaSolver

/// What granting each refused wish costs, as text and as `--json` prints it.
struct WishReport: Encodable {
    /// One refused wish.
    struct Item: Encodable {
        let person: String
        let date: String
        let weight: Int
        let sentence: String
        /// Whether what there is instead is pinned.
        let pinned: Bool
        /// `exact`, `atMost`, `notFound` or `impossible`.
        let certainty: String
        /// The best legal rota found that grants it; null: none.
        @OrNull private(set) var best: Way?
        /// The cheapest that changes little, if that is another; null: none.
        @OrNull private(set) var near: Way?
        /// What the wished duty would break if nothing else changed; empty where a legal rota grants it.
        let breaks: [AssessmentReport.Item]
        /// Null: not known, or a legal rota may grant it.
        @OrNull private(set) var conflict: ConflictReport?
    }

    /// A way to grant a wish.
    struct Way: Encodable {
        /// Of the whole rota, the wish's own weight counted.
        let penaltyChange: Int
        /// What would be new or worse, and what would be gone or less beside the wish.
        let gives: [AssessmentReport.Item]
        let mended: [AssessmentReport.Item]
        let changes: [ChangeReport]
    }

    let penaltyBefore: Int
    /// Requests that there are, of the person or of everybody.
    let wishes: Int
    let refused: [Item]
    private let lines: [String]

    private enum CodingKeys: CodingKey { case penaltyBefore, wishes, refused }

    init(_ costs: [WishCost], of person: PersonIndex?, _ rota: Rota, _ judge: Judge, _ before: Penalty) {
        let problem = judge.problem
        penaltyBefore = before.value
        let id = person.map { problem[$0].id }
        wishes = problem.requests.count { id == nil || $0.person == id }
        let found = costs.map { Refusal($0, rota, judge, before) }
        refused = found.map(\.item)
        let whose = person.map { " of \(problem[$0].name)" } ?? ""
        var lines = [Self.head(wishes, refused: refused.count, whose: whose, before)]
        for (number, refusal) in found.enumerated() {
            lines += ["", "\(number + 1). \(refusal.title)"] + refusal.lines
        }
        let better = refused.compactMap(\.best?.penaltyChange).min() ?? 0
        if better < 0 {
            lines += [
                "", "The rota as it is can be better by \(-better) at least; costs are told against it as it is.",
            ]
        }
        self.lines = lines
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    private static func head(_ wishes: Int, refused: Int, whose: String, _ before: Penalty) -> String {
        if wishes == 0 { return "There are no wishes\(whose)." }
        let all = "\(wishes) wish\(wishes == 1 ? "" : "es")\(whose)"
        if refused == 0 { return wishes == 1 ? "The wish\(whose) is granted." : "All \(all) are granted." }
        return "\(refused) of \(all) \(refused == 1 ? "is" : "are") refused. Penalty: \(before)."
    }
}

/// One refused wish as it is told.
private struct Refusal {
    private let cost: WishCost
    private let problem: RotaProblem
    private let before: Penalty
    /// What the wished duty would break if nothing else changed.
    private let breaks: [Finding]

    /// A rota that has changed as a whole tells nothing by its cells.
    private static let mostChanges = 12

    init(_ cost: WishCost, _ rota: Rota, _ judge: Judge, _ before: Penalty) {
        self.cost = cost
        problem = judge.problem
        self.before = before
        guard cost.repair == nil, let duty = cost.wish.duties.first, cost.wish.duties.count == 1 else {
            breaks = []
            return
        }
        let cell = judge.explain(rota, person: cost.wish.person, day: cost.wish.day)
        breaks = cell.alternatives.first { $0.duty == duty }?.hardAdded ?? []
    }

    var item: WishReport.Item {
        WishReport.Item(
            person: problem[cost.wish.person].id.rawValue, date: problem.date(of: cost.wish.day).description,
            weight: cost.wish.weight.value, sentence: cost.wish.sentence, pinned: cost.wish.isPinned,
            certainty: cost.certainty.rawValue, best: cost.repair.map(way), near: cost.near.map(way),
            breaks: items(breaks), conflict: cost.conflict.map { ConflictReport($0) })
    }

    private func items(_ findings: [Finding]) -> [AssessmentReport.Item] {
        findings.map { AssessmentReport.Item($0, problem) }
    }

    private func way(_ repair: Repair) -> WishReport.Way {
        WishReport.Way(
            penaltyChange: change(repair), gives: items(repair.missed), mended: items(mended(repair)),
            changes: repair.changes.map { ChangeReport($0, problem) })
    }

    private func change(_ repair: Repair) -> Int { (repair.penalty - before).value }

    /// What would be gone or less beside the wish itself.
    private func mended(_ repair: Repair) -> [Finding] {
        repair.mended.filter { $0.origin != .request(cost.wish.request) }
    }

    var title: String { "\(cost.wish.sentence) (weight \(cost.wish.weight))" }

    var lines: [String] {
        var lines = ["   \(verdict)"]
        if cost.wish.isPinned { lines.append("   would have to give: what is there now is pinned.") }
        guard let repair = cost.repair else {
            if let conflict = cost.conflict {
                return lines
                    + ConflictReport(conflict).members.map { member in
                        "   in the way: \(member.sentence)\(member.remedy.map { " \($0)" } ?? "")"
                    }
            }
            return lines + breaks.map { "   alone it would break: \($0.sentence)" }
        }
        var shown = repair
        if let near = cost.near, repair.changes.count > Self.mostChanges {
            lines.append(
                "   That is a rota with \(repair.changes.count) other shifts. With few changes it \(words(near)):")
            shown = near
        }
        if shown.missed.isEmpty, !cost.wish.isPinned { lines.append("   Nothing would have to give.") }
        lines += shown.missed.map { "   would have to give, +\($0.penalty): \($0.sentence)" }
        lines += mended(shown).map { "   would no longer be missed: \($0.sentence)" }
        let changes = RepairText.changes(shown.changes, problem)
        lines += changes.prefix(Self.mostChanges).map { "   \($0)" }
        if changes.count > Self.mostChanges { lines.append("      and \(changes.count - Self.mostChanges) more") }
        return lines
    }

    private func words(_ repair: Repair) -> String {
        let change = change(repair)
        return change > 0 ? "costs \(change) more" : change < 0 ? "costs \(-change) less" : "costs no more"
    }

    private var verdict: String {
        guard let repair = cost.repair else {
            return cost.certainty == .impossible
                ? "No legal rota grants it: that is proven." : "No legal rota that grants it was found in the time."
        }
        let sureness = cost.certainty == .exact ? "exactly" : change(repair) < 0 ? "at least" : "at most"
        return "Granting it \(words(repair)) in all, \(sureness)."
    }
}
