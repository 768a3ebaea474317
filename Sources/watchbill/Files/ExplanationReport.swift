import RotaModel
import RotaRules
import RotaSolver

/// The explanation of a cell as `--json` prints it.
struct ExplanationReport: Encodable {
    /// Another duty in the same cell.
    struct Alternative: Encodable {
        /// Nil: off.
        @OrNull var shift: String?
        let penaltyChange: Int
        let hardAdded: [AssessmentReport.Item]
        let hardRemoved: [AssessmentReport.Item]
        let softAdded: [AssessmentReport.Item]
        let softRemoved: [AssessmentReport.Item]
    }

    /// What another duty costs after the rest has been repaired.
    struct Repaired: Encodable {
        /// Nil: off.
        @OrNull var shift: String?
        /// `exact`, `atMost`, `notFound` or `impossible`.
        let certainty: String
        @OrNull var penaltyChange: Int?
        let changes: [ChangeReport]
    }

    let person: String
    let date: String
    /// Nil: off.
    @OrNull private(set) var shift: String?
    let pinned: Bool
    let serves: [String]
    let breaks: [AssessmentReport.Item]
    let alternatives: [Alternative]
    /// There if asked for.
    let repaired: [Repaired]?

    /// - Parameter before: the penalty that repaired costs are told against.
    init(_ cell: CellExplanation, _ problem: RotaProblem, _ costs: [DutyCost]?, _ before: Penalty) {
        func items(_ findings: [Finding]) -> [AssessmentReport.Item] {
            findings.map { AssessmentReport.Item($0, problem) }
        }
        func shift(_ duty: Duty) -> String? { duty.shift.map { problem[$0].id.rawValue } }
        person = problem[cell.person].id.rawValue
        date = problem.date(of: cell.day).description
        self.shift = shift(cell.duty)
        pinned = cell.isPinned
        serves = cell.serves
        breaks = items(cell.breaks)
        repaired = costs?.map { cost in
            Repaired(
                shift: shift(cost.duty), certainty: cost.certainty.rawValue,
                penaltyChange: cost.repair.map { ($0.penalty - before).value },
                changes: cost.repair?.changes.map { ChangeReport($0, problem) } ?? [])
        }
        alternatives = cell.alternatives.map {
            Alternative(
                shift: shift($0.duty), penaltyChange: $0.penaltyChange, hardAdded: items($0.hardAdded),
                hardRemoved: items($0.hardRemoved), softAdded: items($0.softAdded), softRemoved: items($0.softRemoved))
        }
    }
}
