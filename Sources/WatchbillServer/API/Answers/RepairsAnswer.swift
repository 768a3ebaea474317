internal import RotaFormats
import RotaModel
import RotaRules
import RotaSolver

/// Ways to do without people, by rank.
struct RepairsAnswer: APIValue {
    /// What takes a repair: the body of a step of the draft.
    struct Step: APIValue {
        let cells: [EditedCell]
        let after: Int

        static let schema = JSONSchema.named(
            "RepairStep",
            .object([
                .always(
                    "cells", .list(of: EditedCell.schema, most: nil),
                    "what the repair changes; whoever is away is pinned as off"),
                .always("after", .count, "the last step of the draft that it rests on"),
            ]))

        static let example: JSONContent = ["cells": [EditedCell.example], "after": 0]
    }

    struct Item: APIValue {
        let legal: Bool
        let disturbed: [String]
        let changes: [ChangesAnswer.Change]
        let penalty: Int
        let penaltyChange: Int
        let breaks: [FindingAnswer]
        let misses: [FindingAnswer]
        let mends: [FindingAnswer]
        let step: Step

        static let schema = JSONSchema.named(
            "Repair",
            .object([
                .always("legal", .truth, "whether it breaks nothing hard that was not broken before"),
                .always("disturbed", .list(of: .id, most: nil), "whose days change, without those who are away"),
                .always(
                    "changes", .list(of: ChangesAnswer.Change.schema, most: nil), "who does what instead of what"),
                .always(
                    "penalty", .count, "of the rota after it, with days away counted as the hours planned on them"),
                .always("penaltyChange", .whole(least: nil, most: nil), "what it costs or saves"),
                .always("breaks", .list(of: FindingAnswer.schema, most: nil), "hard rules that would be broken"),
                .always("misses", .list(of: FindingAnswer.schema, most: nil), "what would be missed, or more than now"),
                .always(
                    "mends", .list(of: FindingAnswer.schema, most: nil), "what is missed now and then would not be"),
                .always("step", Step.schema, "what to send to the draft's steps to take it"),
            ]))

        static let example: JSONContent = [
            "legal": true, "disturbed": ["okafor"], "changes": [ChangesAnswer.Change.example], "penalty": 430,
            "penaltyChange": 18, "breaks": [], "misses": [FindingAnswer.example], "mends": [], "step": Step.example,
        ]
    }

    /// `legal`, `noneFound` or `noneExists`.
    let outcome: String
    let penaltyBefore: Int
    let repairs: [Item]

    init(_ offer: RepairOffer) {
        let problem = offer.result.problem
        func answers(_ findings: [Finding]) -> [FindingAnswer] { findings.map { FindingAnswer($0, problem) } }
        func id(_ duty: Duty) -> String? { duty.shift.map { problem[$0].id.rawValue } }
        outcome = offer.result.outcome.rawValue
        penaltyBefore = offer.result.before.value
        repairs = offer.result.repairs.map { repair in
            Item(
                legal: repair.isLegal, disturbed: repair.disturbed.map { problem[$0].id.rawValue },
                changes: repair.changes.map {
                    ChangesAnswer.Change(
                        person: problem[$0.person].id.rawValue, date: problem.date(of: $0.day).description,
                        before: id($0.old), after: id($0.new))
                }, penalty: repair.penalty.value, penaltyChange: (repair.penalty - offer.result.before).value,
                breaks: answers(repair.broken), misses: answers(repair.missed), mends: answers(repair.mended),
                step: Step(cells: offer.cells(of: repair), after: offer.steps))
        }
    }

    static let schema = JSONSchema.named(
        "Repairs",
        .object([
            .always(
                "outcome", .choice(of: ["legal", "noneFound", "noneExists"]),
                "whether the repairs are legal; if not, whether it is proven that none is"),
            .always("penaltyBefore", .count, "of the draft as it is"),
            .always(
                "repairs", .list(of: Item.schema, most: nil),
                "fewest people disturbed first, then fewest shifts changed, then least penalty; where none is legal, those that break least"
            ),
        ]))

    static let example: JSONContent = ["outcome": "legal", "penaltyBefore": 412, "repairs": [Item.example]]
}
