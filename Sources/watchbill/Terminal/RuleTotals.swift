import RotaModel
import RotaRules

/// What each rule, the demand and the wishes come to in an assessment, in the assessment's order.
struct RuleTotals {
    struct Row {
        var name: String
        var broken = 0
        var missed = 0
        var penalty = Penalty.zero
    }

    private(set) var rows: [Row] = []

    init(_ assessment: Assessment, _ problem: RotaProblem) {
        for finding in assessment.findings {
            let name = finding.origin.name(in: problem)
            let position = rows.firstIndex { $0.name == name } ?? rows.endIndex
            if position == rows.endIndex { rows.append(Row(name: name)) }
            if finding.isHard { rows[position].broken += 1 } else { rows[position].missed += 1 }
            rows[position].penalty += finding.penalty
        }
    }

    /// A table with a head.
    var lines: [String] {
        let width = (rows.map(\.name.count) + [4]).max() ?? 0
        func line(_ name: String, _ broken: String, _ missed: String, _ penalty: String) -> String {
            "\(name.padded(to: width))  \(broken.padded(to: 6, alignment: .right))"
                + "  \(missed.padded(to: 6, alignment: .right))  \(penalty.padded(to: 7, alignment: .right))"
        }
        return [line("From", "broken", "missed", "penalty")]
            + rows.map { line($0.name, String($0.broken), String($0.missed), $0.penalty.description) }
    }
}

extension Finding.Origin {
    /// A rule's id, or what else asks.
    func name(in problem: RotaProblem) -> String {
        switch self {
        case .demand: "demand"
        case .rule(let position): problem.rules[position].id.rawValue
        case .request: "requests"
        case .absence: "absences"
        case .pin: "pins"
        case .eligibility: "eligibility"
        case .employment: "employment"
        case .overlap: "overlap"
        }
    }
}
