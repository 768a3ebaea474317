internal import CrewRecords
internal import RotaFormats

/// How long entries are kept, as the API tells it.
struct RetentionAnswer: APIValue {
    struct Rule: APIValue {
        let category: String
        let years: Int
        let from: String

        static let schema = JSONSchema.named(
            "RetentionRule",
            .object([
                .always("category", .choice(of: RecordCategory.self), "the entries it is about"),
                .always(
                    "years",
                    .whole(
                        least: RetentionRule.possibleYears.lowerBound, most: RetentionRule.possibleYears.upperBound),
                    "how many"),
                .always("from", .choice(of: RetentionRule.Start.self), "from when on they are counted"),
            ]))

        static let example: JSONContent = ["category": "conduct", "years": 5, "from": "writing"]
    }

    /// By category. What has none is kept until somebody erases it.
    let rules: [Rule]

    init(_ retention: Retention) {
        rules = RecordCategory.allCases.compactMap { category in
            retention.rules[category].map {
                Rule(category: category.rawValue, years: $0.years, from: $0.from.rawValue)
            }
        }
    }

    static let schema = JSONSchema.named(
        "Retention",
        .object([
            .always(
                "rules", .list(of: Rule.schema, most: RecordCategory.allCases.count),
                "by category; what has none is kept until somebody erases it")
        ]))

    static let example: JSONContent = ["rules": [Rule.example]]
}
