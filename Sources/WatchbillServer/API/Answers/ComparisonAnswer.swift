internal import RotaFormats
import RotaModel
import RotaRules
internal import WatchbillStore

/// Two rotas of a unit side by side.
struct ComparisonAnswer: APIValue {
    struct Side: APIValue {
        let rota: String
        let build: Int64
        let penalty: Int
        let bound: Int?
        let breaches: Int

        init(_ named: NamedRota) {
            rota = named.name.description
            build = named.build.value
            penalty = named.assessment.penalty.value
            bound = named.bound?.value
            breaches = named.assessment.hardFindings.count
        }

        static let schema = JSONSchema.named(
            "ComparedRota",
            .object([
                .always("rota", .text(1...40), "its name, as the request has it"),
                .always("build", .serial, "the build that it came of"),
                .always("penalty", .count, "the weighted sum of what it misses"),
                .maybe("bound", .count, "a proven floor under that of every legal rota"),
                .always("breaches", .count, "how many times it breaks something hard"),
            ]))

        static let example: JSONContent = [
            "rota": "build:1", "build": 1, "penalty": 412, "bound": 405, "breaches": 0,
        ]
    }

    /// What both sides miss of one rule, of the demand for one kind of shift, or of all requests.
    struct Source: APIValue {
        /// Nil: that side's problem asks no such thing.
        let penaltyBefore: Int?
        let penaltyAfter: Int?
        let breachesBefore: Int?
        let breachesAfter: Int?
        let rule: String?
        let words: String

        init(_ difference: SourceDifference, words: String) {
            penaltyBefore = difference.before?.penalty.value
            penaltyAfter = difference.after?.penalty.value
            breachesBefore = difference.before?.breaches
            breachesAfter = difference.after?.breaches
            if case .rule(let rule) = difference.source { self.rule = rule.id.rawValue } else { rule = nil }
            self.words = words
        }

        static let schema = JSONSchema.named(
            "CostDifference",
            .object([
                .maybe("penaltyBefore", .count, "what the first misses of it; missing: nothing such is asked there"),
                .maybe("penaltyAfter", .count, "what the second misses of it; missing: nothing such is asked there"),
                .maybe("breachesBefore", .count, "how many times the first breaks it, where it is hard"),
                .maybe("breachesAfter", .count, "how many times the second breaks it, where it is hard"),
                .maybe("rule", .id, "the rule's id, if it is one"),
                .always("words", .words, "what is asked"),
            ]))

        static let example: JSONContent = [
            "penaltyBefore": 30, "penaltyAfter": 15, "breachesBefore": 0, "breachesAfter": 0, "rule": "row",
            "words": "At most 4 shifts in a row, for everyone (weight 15)",
        ]
    }

    let before: Side
    let after: Side
    let sameProblem: Bool
    let sources: [Source]
    let changes: [ChangesAnswer.Change]

    init(_ comparison: RotaComparison, _ pages: PageRenderer) {
        before = Side(comparison.before)
        after = Side(comparison.after)
        sameProblem = comparison.isOfSameProblem
        sources = comparison.sources.map { difference in
            let side = difference.after == nil ? comparison.before : comparison.after
            return Source(difference, words: pages.words(for: difference.source, in: side.loaded.problem))
        }
        changes = ChangesAnswer.list(comparison.changes)
    }

    static let schema = JSONSchema.named(
        "Comparison",
        .object([
            .always("before", Side.schema, "the first"), .always("after", Side.schema, "the second"),
            .always(
                "sameProblem", .truth,
                "whether the same is asked of both; if not, their penalties do not tell which is better"),
            .always(
                "sources", .list(of: Source.schema, most: nil),
                "what each side misses by rule, demand and requests; adds up to the penalties"),
            .always(
                "changes", .list(of: ChangesAnswer.Change.schema, most: nil),
                "by person and date, on the dates of the second"),
        ]))

    static let example: JSONContent = [
        "before": Side.example, "after": Side.example, "sameProblem": true, "sources": [Source.example],
        "changes": [ChangesAnswer.Change.example],
    ]
}
