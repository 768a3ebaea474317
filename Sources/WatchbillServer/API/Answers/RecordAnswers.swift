internal import CrewRecords
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

/// An entry of a file as the API tells it. Of a sealed one in a list there is no content.
struct EntryAnswer: APIValue {
    struct Attachment: APIValue {
        let id: String
        let name: String
        let type: String
        let size: Int

        static let schema = JSONSchema.named(
            "Attachment",
            .object([
                .always("id", .id, "its id"), .always("name", .words, "the file's name"),
                .always("type", .words, "its media type"), .always("size", .count, "in bytes"),
            ]))

        static let example: JSONContent = [
            "id": "Zk1hWgU3pYQhKcJmZ5v0Pw", "name": "certificate.pdf", "type": "application/pdf", "size": 48213,
        ]
    }

    let id: String
    let person: String
    let category: String
    let `class`: String
    let writer: String
    let writtenAt: String
    let supersedes: String?
    let contests: String?
    let title: String?
    let text: String?
    let from: String?
    let until: String?
    let runsOut: TermsAnswer?
    let attachments: [Attachment]
    let current: Bool
    let contested: Bool

    init(_ entry: FiledEntry) {
        id = entry.id.rawValue
        person = entry.person.rawValue
        category = entry.category.rawValue
        self.class = entry.recordClass.rawValue
        writer = entry.writer
        writtenAt = entry.writtenAt.rfc3339
        (supersedes, contests) =
            switch entry.reference {
            case .supersedes(let other): (other.rawValue, nil)
            case .contests(let other): (nil, other.rawValue)
            case nil: (nil, nil)
            }
        title = entry.content?.title
        text = entry.content?.body
        from = entry.content?.valid.from?.description
        until = entry.content?.valid.until?.description
        runsOut = entry.content?.terms.map(TermsAnswer.init)
        attachments = entry.attachments.map {
            Attachment(id: $0.id.rawValue, name: $0.name, type: $0.type.mediaType, size: $0.size)
        }
        current = entry.isCurrent
        contested = entry.isContested
    }

    static let schema = JSONSchema.named(
        "Entry",
        .object([
            .always("id", .id, "its id"), .always("person", .id, "in whose file it is"),
            .always("category", .choice(of: RecordCategory.self), "what it is about"),
            .always("class", .choice(of: RecordClass.self), "to whom it is open"),
            .always("writer", .words, "who wrote it"), .always("writtenAt", .instant, "when"),
            .maybe("supersedes", .id, "the entry it stands for instead"),
            .maybe("contests", .id, "the entry of which it says what is wrong"),
            .maybe("title", .words, "in one line; of a sealed entry only once it was opened"),
            .maybe("text", .words, "what it says; of a sealed entry only once it was opened"),
            .maybe("from", .date, "the first day on which it holds"),
            .maybe("until", .date, "the last day on which it holds"),
            .maybe("runsOut", TermsAnswer.schema, "what of it runs out"),
            .always("attachments", .list(of: Attachment.schema, most: nil), "what goes with it"),
            .always("current", .truth, "whether nothing supersedes it"),
            .always("contested", .truth, "whether the person contests it and has not been answered"),
        ]))

    static let example: JSONContent = [
        "id": "Zk1hWgU3pYQhKcJmZ5v0Pw", "person": "lindqvist", "category": "training", "class": "leads",
        "writer": "C. Adeyemi", "writtenAt": "2026-01-05T07:00:00Z", "title": "Fire drill", "text": "Led it.",
        "attachments": [], "current": true, "contested": false,
    ]
}

/// Something that was just written, by its id.
struct WrittenAnswer: APIValue {
    let id: String

    static let schema = JSONSchema.named("Written", .object([.always("id", .id, "its id")]))
    static let example: JSONContent = ["id": "Zk1hWgU3pYQhKcJmZ5v0Pw"]
}

/// An entry that a search has found.
struct HitAnswer: APIValue {
    let entry: String
    let person: String
    let name: String
    let category: String
    let `class`: String
    let writtenAt: String
    let title: String
    let excerpt: String

    init(_ hit: SearchHit) {
        entry = hit.id.rawValue
        person = hit.person.rawValue
        name = hit.name
        category = hit.category.rawValue
        self.class = hit.recordClass.rawValue
        writtenAt = hit.writtenAt.rfc3339
        title = hit.title
        excerpt = hit.excerpt.parts.map(\.text).joined()
    }

    static let schema = JSONSchema.named(
        "Hit",
        .object([
            .always("entry", .id, "its id"), .always("person", .id, "in whose file it is"),
            .always("name", .words, "their name"),
            .always("category", .choice(of: RecordCategory.self), "what it is about"),
            .always("class", .choice(of: RecordClass.self), "to whom it is open"),
            .always("writtenAt", .instant, "when it was written"), .always("title", .words, "in one line"),
            .always("excerpt", .words, "the part of it in which the words are"),
        ]))

    static let example: JSONContent = [
        "entry": "Zk1hWgU3pYQhKcJmZ5v0Pw", "person": "lindqvist", "name": "B. Lindqvist", "category": "training",
        "class": "leads", "writtenAt": "2026-01-05T07:00:00Z", "title": "Fire drill", "excerpt": "Led it.",
    ]
}

/// What a search has found.
struct SearchAnswer: APIValue {
    let people: [PersonAnswer]
    let items: [HitAnswer]
    let next: String?

    static let schema = JSONSchema.object([
        .always("people", .list(of: PersonAnswer.schema, most: nil), "a few whose names have all the words"),
        .always("items", .list(of: HitAnswer.schema, most: APIParameter.longestPage), "entries, the newest first"),
        .maybe("next", .address, "the address of the next page, if there is one"),
    ])

    static let example: JSONContent = ["people": [PersonAnswer.example], "items": [HitAnswer.example]]
}
