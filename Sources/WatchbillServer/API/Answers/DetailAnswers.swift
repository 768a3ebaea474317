internal import CrewRecords
internal import RotaFormats
internal import RotaModel

/// What the directory has of a person, as the API tells and takes it: as a directory's document has it.
struct DetailsAnswer: APIValue {
    /// Something that a person is or has, with its days.
    struct Part: APIValue {
        let id: String
        let from: String?
        let until: String?

        init<Kind>(_ held: Held<Identifier<Kind>>) {
            id = held.id.rawValue
            from = held.valid.from?.description
            until = held.valid.until?.description
        }

        static let schema = JSONSchema.named(
            "Held",
            .object([
                .always("id", .id, "what it is: an id of the directory"),
                .maybe("from", .date, "the first day; missing: since ever"),
                .maybe("until", .date, "the last day; missing: for good"),
            ]))

        static let example: JSONContent = ["id": "ward-7", "from": "2027-01-04"]
    }

    let name: String
    let ranks: [Part]
    let qualifications: [Part]
    let contracts: [Part]
    let memberships: [Part]

    init(_ person: PersonEntry) {
        name = person.name
        ranks = person.ranks.map(Part.init)
        qualifications = person.qualifications.map(Part.init)
        contracts = person.contracts.map(Part.init)
        memberships = person.memberships.map(Part.init)
    }

    static let schema = JSONSchema.named("Details", .object(fields))

    /// Of somebody who is new.
    static let newcomer = JSONSchema.named(
        "Newcomer",
        .object(
            [
                .maybe("id", .id, "by which they are to be known; missing: one is given that says nothing of them")
            ] + fields))

    private static let fields: [JSONSchema.Field] = [
        .always("name", .name(upTo: 200), "their name"),
        .always("ranks", parts, "one at a time"),
        .always("qualifications", parts, "what they may do"),
        .always("contracts", parts, "how much they work"),
        .always("memberships", parts, "the units they belong to, not the ones above them"),
    ]

    private static let parts = JSONSchema.list(of: Part.schema, most: 200)

    static let example: JSONContent = [
        "name": "B. Lindqvist", "ranks": [], "qualifications": [], "contracts": [], "memberships": [Part.example],
    ]
}

extension PersonEntry {
    /// - Parameter body: one that is as `DetailsAnswer.schema` says.
    init(_ id: PersonID, _ body: ReadBody) {
        func held<Kind>(_ name: String) -> [Held<Identifier<Kind>>] {
            guard case .list(let parts) = body[name] else { return [] }
            return parts.map { part in
                let part = ReadBody(bytes: [], content: part)
                return Held(
                    Identifier(part.text("id") ?? ""),
                    valid: Validity(
                        from: part.text("from").flatMap { CalendarDate($0) },
                        until: part.text("until").flatMap { CalendarDate($0) }))
            }
        }
        self.init(
            id: id, name: body.text("name") ?? "", ranks: held("ranks"), qualifications: held("qualifications"),
            contracts: held("contracts"), memberships: held("memberships"))
    }
}

/// Somebody who was just taken in.
struct NewcomerAnswer: APIValue {
    let id: String

    static let schema = JSONSchema.named(
        "AddedPerson", .object([.always("id", .id, "by which they are known from now on")]))

    static let example: JSONContent = ["id": "p37"]
}
