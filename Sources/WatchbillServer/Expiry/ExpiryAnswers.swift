internal import CrewRecords
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

/// What of an entry runs out, and what it is needed for.
struct TermsAnswer: APIValue {
    struct Amount: APIValue {
        let on: String
        let quantity: Int

        init(_ stock: Stock) {
            on = stock.date.description
            quantity = stock.quantity
        }

        static let schema = JSONSchema.named(
            "Amount",
            .object([
                .always("on", .date, "when"), .always("quantity", .count, "how much, in thousandths of the measure"),
            ]))
        static let example: JSONContent = ["on": "2026-01-05", "quantity": 12000]
    }

    struct Dates: APIValue {
        let from: String?
        let until: String?

        init(_ valid: Validity) {
            from = valid.from?.description
            until = valid.until?.description
        }

        static let schema = JSONSchema.named(
            "Dates", .object([.maybe("from", .date, "the first"), .maybe("until", .date, "the last")]))
        static let example: JSONContent = ["from": "2021-04-01", "until": "2026-03-31"]
    }

    let kind: String
    let duty: Bool
    let qualification: String?
    let issuer: String?
    let number: String?
    let earlier: [Dates]?
    let measure: String?
    let counts: [Amount]?
    let deliveries: [Amount]?
    let use: Int?
    let least: Int?
    let most: Int?

    init(_ terms: ExpiryTerms) {
        let (paper, supply) = (terms.paper, terms.supply)
        kind = paper == nil ? "supply" : "paper"
        duty = terms.need == .duty
        qualification = if case .qualification(let id) = terms.need { id.rawValue } else { nil }
        issuer = paper?.issuer
        number = paper?.number
        earlier = paper?.earlier.map(Dates.init)
        measure = supply?.measure
        counts = supply?.counts.map(Amount.init)
        deliveries = supply?.deliveries.map(Amount.init)
        use = supply?.use?.usual
        least = supply?.use?.low
        most = supply?.use?.high
    }

    static let schema = JSONSchema.named(
        "Terms",
        .object([
            .always("kind", .choice(of: ["paper", "supply"]), "what it is"),
            .always("duty", .truth, "whether it is needed for any duty"),
            .maybe("qualification", .id, "the qualification that it is needed for"),
            .maybe("issuer", .words, "of a paper: who has issued it"), .maybe("number", .words, "of a paper"),
            .maybe("earlier", .list(of: Dates.schema, most: nil), "of a paper: the dates of those that it renews"),
            .maybe("measure", .words, "of a supply: in what it is counted"),
            .maybe("counts", .list(of: Amount.schema, most: nil), "of a supply, by date"),
            .maybe(
                "deliveries", .list(of: Amount.schema, most: nil),
                "of a supply, by date, those to come, too; what came between two counts is one, on the day of the last of it"
            ),
            .maybe("use", .count, "of a supply: what usually goes in a day, in thousandths, if it was told"),
            .maybe("least", .count, "of a supply: on a day on which little goes"),
            .maybe("most", .count, "of a supply: on a day on which much goes"),
        ]))
    static let example: JSONContent = [
        "kind": "paper", "duty": true, "issuer": "Port authority", "number": "4711", "earlier": [],
    ]
}

/// Something that runs out.
struct ExpiryAnswer: APIValue {
    let entry: String
    let person: String
    let name: String
    let category: String
    let `class`: String
    let title: String
    let earliest: String?
    let expected: String?
    let latest: String?
    let runsOut: TermsAnswer?

    init(_ entry: ExpiringEntry) {
        self.entry = entry.id.rawValue
        person = entry.person.rawValue
        name = entry.name
        category = entry.category.rawValue
        self.class = entry.recordClass.rawValue
        title = entry.content.title
        earliest = entry.last.earliest?.description
        expected = entry.last.expected?.description
        latest = entry.last.latest?.description
        runsOut = entry.content.terms.map(TermsAnswer.init)
    }

    static let schema = JSONSchema.named(
        "Expiry",
        .object([
            .always("entry", .id, "the entry that tells of it"), .always("person", .id, "whose it is"),
            .always("name", .words, "their name"),
            .always("category", .choice(of: RecordCategory.self), "what it is about"),
            .always("class", .choice(of: RecordClass.self), "to whom it is open"),
            .always("title", .words, "in one line"),
            .maybe("earliest", .date, "the last day if much goes"),
            .maybe("expected", .date, "the last day as it is to be expected; none: it does not run out, or far off"),
            .maybe("latest", .date, "the last day if little goes"),
            .maybe("runsOut", TermsAnswer.schema, "what it says"),
        ]))
    static let example: JSONContent = [
        "entry": "Zk1hWgU3pYQhKcJmZ5v0Pw", "person": "lindqvist", "name": "B. Lindqvist",
        "category": "qualifications", "class": "unit", "title": "Advanced fire fighting", "earliest": "2027-03-31",
        "expected": "2027-03-31", "latest": "2027-03-31", "runsOut": TermsAnswer.example,
    ]
}

struct ExpiryListAnswer: APIValue {
    let items: [ExpiryAnswer]

    static let schema = JSONSchema.object([
        .always("items", .list(of: ExpiryAnswer.schema, most: nil), "what ends first comes first")
    ])
    static let example: JSONContent = ["items": [ExpiryAnswer.example]]
}

struct UnitExpiryAnswer: APIValue {
    struct Ineligible: APIValue {
        let person: String
        let name: String
        let first: String
        let last: String

        init(_ line: NotEligible) {
            person = line.person.rawValue
            name = line.name
            first = line.first.description
            last = line.last.description
        }

        static let schema = JSONSchema.named(
            "NotEligible",
            .object([
                .always("person", .id, "who"), .always("name", .words, "their name"),
                .always("first", .date, "the first day on which they are not"),
                .always("last", .date, "the last one, of those that were asked for"),
            ]))
        static let example: JSONContent = [
            "person": "okafor", "name": "C. Okafor", "first": "2026-04-01", "last": "2026-07-05",
        ]
    }

    let items: [ExpiryAnswer]
    let notEligible: [Ineligible]?

    init(_ found: UnitExpiry) {
        items = found.entries.map(ExpiryAnswer.init)
        notEligible = found.notEligible.map { $0.map(Ineligible.init) }
    }

    static let schema = JSONSchema.named(
        "UnitExpiry",
        .object([
            .always("items", .list(of: ExpiryAnswer.schema, most: nil), "what ends first comes first"),
            .maybe(
                "notEligible", .list(of: Ineligible.schema, most: nil),
                "when people are not eligible for any duty, and never why; for whoever plans there"),
        ]))
    static let example: JSONContent = ["items": [ExpiryAnswer.example], "notEligible": [Ineligible.example]]
}
