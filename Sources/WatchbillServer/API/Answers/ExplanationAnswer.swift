internal import RotaFormats
import RotaModel
import RotaRules

/// A cell's explanation as the API tells it.
struct ExplanationAnswer: APIValue {
    struct Alternative: APIValue {
        /// Nil: off.
        let shift: String?
        let penaltyChange: Int
        let allowed: Bool
        let breaks: [FindingAnswer]
        let mends: [FindingAnswer]

        static let schema = JSONSchema.named(
            "Alternative",
            .object([
                .maybe("shift", .id, "its type; missing: off"),
                .always("penaltyChange", .whole(least: nil, most: nil), "what it would cost or save"),
                .always("allowed", .truth, "whether it breaks nothing hard that is not broken now"),
                .always("breaks", .list(of: FindingAnswer.schema, most: nil), "what would be missed"),
                .always("mends", .list(of: FindingAnswer.schema, most: nil), "what would no longer be missed"),
            ]))

        static let example: JSONContent = [
            "shift": "E", "penaltyChange": 18, "allowed": true, "breaks": [FindingAnswer.example], "mends": [],
        ]
    }

    let person: String
    let date: String
    /// Nil: off.
    let shift: String?
    let pinned: Bool
    let serves: [String]
    let misses: [FindingAnswer]
    let alternatives: [Alternative]

    init(_ explanation: CellExplanation, _ problem: RotaProblem) {
        func name(_ duty: Duty) -> String? { duty.shift.map { problem[$0].id.rawValue } }
        person = problem[explanation.person].id.rawValue
        date = problem.date(of: explanation.day).description
        shift = name(explanation.duty)
        pinned = explanation.isPinned
        serves = explanation.serves
        misses = explanation.breaks.map { FindingAnswer($0, problem) }
        alternatives = explanation.alternatives.map { alternative in
            Alternative(
                shift: name(alternative.duty), penaltyChange: alternative.penaltyChange,
                allowed: alternative.hardAdded.isEmpty,
                breaks: (alternative.hardAdded + alternative.softAdded).map { FindingAnswer($0, problem) },
                mends: (alternative.hardRemoved + alternative.softRemoved).map { FindingAnswer($0, problem) })
        }
    }

    static let schema = JSONSchema.named(
        "Explanation",
        .object([
            .always("person", .id, "whose cell it is"), .always("date", .date, "its day"),
            .maybe("shift", .id, "its type; missing: off"), .always("pinned", .truth, "whether it is to stay"),
            .always("serves", .list(of: .words, most: nil), "the rules and wishes it serves"),
            .always("misses", .list(of: FindingAnswer.schema, most: nil), "those it misses"),
            .always("alternatives", .list(of: Alternative.schema, most: nil), "what else could stand there"),
        ]))

    static let example: JSONContent = [
        "person": "okafor", "date": "2026-01-06", "shift": "L", "pinned": false, "serves": ["Cover of L: 2 of 2"],
        "misses": [], "alternatives": [Alternative.example],
    ]
}
