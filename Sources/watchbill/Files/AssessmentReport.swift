import RotaModel
import RotaRules

/// An assessment as `--json` prints it.
struct AssessmentReport: Encodable {
    /// One finding.
    struct Item: Encodable {
        /// `demand`, `rule`, `request`, `absence`, `pin`, `eligibility`, `employment` or `overlap`.
        let origin: String
        /// The rule's id, for rules.
        @OrNull private(set) var rule: String?
        @OrNull private(set) var person: String?
        /// The first and the last date concerned.
        let first: String
        let last: String
        let amount: Int
        let hard: Bool
        let penalty: Int
        let sentence: String

        init(_ finding: Finding, _ problem: RotaProblem) {
            rule = if case .rule(let position) = finding.origin { problem.rules[position].id.rawValue } else { nil }
            origin = finding.origin.kind
            person = finding.person.map { problem[$0].id.rawValue }
            first = problem.date(of: finding.days.lowerBound).description
            last = problem.date(of: finding.days.upperBound).description
            amount = finding.amount
            hard = finding.isHard
            penalty = finding.penalty.value
            sentence = finding.sentence
        }
    }

    let feasible: Bool
    let penalty: Int
    let findings: [Item]

    init(_ assessment: Assessment, _ problem: RotaProblem) {
        feasible = assessment.isFeasible
        penalty = assessment.penalty.value
        findings = assessment.findings.map { Item($0, problem) }
    }
}

extension Finding.Origin {
    /// The kind of thing that asks, in one word.
    fileprivate var kind: String {
        switch self {
        case .demand: "demand"
        case .rule: "rule"
        case .request: "request"
        case .absence: "absence"
        case .pin: "pin"
        case .eligibility: "eligibility"
        case .employment: "employment"
        case .overlap: "overlap"
        }
    }
}
