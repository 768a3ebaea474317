import RotaModel
import RotaRules
import RotaSolver

/// A cell that a repair changes, as `--json` prints it.
struct ChangeReport: Encodable {
    let person: String
    let date: String
    /// Nil: off.
    @OrNull private(set) var old: String?
    @OrNull private(set) var new: String?

    init(_ change: DutyChange, _ problem: RotaProblem) {
        func id(_ duty: Duty) -> String? { duty.shift.map { problem[$0].id.rawValue } }
        person = problem[change.person].id.rawValue
        date = problem.date(of: change.day).description
        old = id(change.old)
        new = id(change.new)
    }
}

/// What looking for repairs came to, as `--json` prints it.
struct RepairReport: Encodable {
    /// One repair.
    struct Item: Encodable {
        let legal: Bool
        let disturbed: [String]
        let changes: [ChangeReport]
        let penalty: Int
        let penaltyChange: Int
        let broken: [AssessmentReport.Item]
        let missed: [AssessmentReport.Item]
        let mended: [AssessmentReport.Item]
    }

    /// `legal`, `noneFound` or `noneExists`.
    let outcome: String
    let penaltyBefore: Int
    /// The first date that could be changed.
    let now: String
    let repairs: [Item]
    let seconds: Double

    init(_ result: RepairResult) {
        let problem = result.problem
        func items(_ findings: [Finding]) -> [AssessmentReport.Item] {
            findings.map { AssessmentReport.Item($0, problem) }
        }
        outcome = result.outcome.rawValue
        penaltyBefore = result.before.value
        now = problem.date(of: result.now).description
        seconds = (result.seconds * 1000).rounded() / 1000
        repairs = result.repairs.map { repair in
            Item(
                legal: repair.isLegal, disturbed: repair.disturbed.map { problem[$0].id.rawValue },
                changes: repair.changes.map { ChangeReport($0, problem) }, penalty: repair.penalty.value,
                penaltyChange: (repair.penalty - result.before).value, broken: items(repair.broken),
                missed: items(repair.missed), mended: items(repair.mended))
        }
    }
}
