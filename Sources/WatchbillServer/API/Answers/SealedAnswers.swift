internal import CrewRecords
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

/// When somebody is away: all that is told of it.
struct AwayAnswer: APIValue {
    let first: String
    let last: String
    let from: String?
    let until: String?

    init(_ away: Away) {
        first = away.first.description
        last = away.last.description
        from = away.from?.description
        until = away.until?.description
    }

    static let fields: [JSONSchema.Field] = [
        .always("first", .date, "the first day"), .always("last", .date, "the last day"),
        .maybe("from", .clock, "when on the first day; missing: all of it"),
        .maybe("until", .clock, "when on the last day; missing: all of it"),
    ]

    static let schema = JSONSchema.named("Away", .object(fields))
    static let example: JSONContent = ["first": "2027-03-09", "last": "2027-03-12"]
}

/// An absence without what is sealed of it.
struct AbsenceAnswer: APIValue {
    let id: String
    let away: AwayAnswer
    let state: String
    let at: String

    init(_ absence: StoredAbsence) {
        id = absence.id.rawValue
        away = AwayAnswer(absence.away)
        state = absence.state.rawValue
        at = absence.at.rfc3339
    }

    static let schema = JSONSchema.named(
        "Absence",
        .object([
            .always("id", .id, "its id"), .always("away", AwayAnswer.schema, "when"),
            .always("state", .choice(of: AbsenceRecord.State.self), "whether it was decided"),
            .always("at", .instant, "when it was asked for or, after that, decided"),
        ]))

    static let example: JSONContent = [
        "id": "Zk1hWgU3pYQhKcJmZ5v0Pw", "away": AwayAnswer.example, "state": "asked", "at": "2026-01-05T07:00:00Z",
    ]
}

/// What whoever asks may know of a person's absences.
struct AbsencesAnswer: APIValue {
    let away: [AwayAnswer]
    let requests: [AbsenceAnswer]?
    let records: [AbsenceAnswer]?

    init(_ absences: PersonAbsences) {
        away = absences.away.map(AwayAnswer.init)
        requests = absences.requests?.map(AbsenceAnswer.init)
        records = absences.records?.map(AbsenceAnswer.init)
    }

    static let schema = JSONSchema.named(
        "Absences",
        .object([
            .always("away", .list(of: AwayAnswer.schema, most: nil), "from today on, by date"),
            .maybe(
                "requests", .list(of: AbsenceAnswer.schema, most: nil),
                "what waits to be decided; missing for whoever does not decide"),
            .maybe(
                "records", .list(of: AbsenceAnswer.schema, most: nil),
                "all of them; missing for whoever may not open why"),
        ]))

    static let example: JSONContent = ["away": [AwayAnswer.example]]
}

/// Why somebody is away, once it was opened.
struct GroundAnswer: APIValue {
    let kind: String
    let reason: String

    static let schema = JSONSchema.named(
        "Ground",
        .object([
            .always("kind", .choice(of: AbsenceGround.Kind.self), "of which kind"), .always("reason", .words, "why"),
        ]))

    static let example: JSONContent = ["kind": "family", "reason": ""]
}

/// Whether somebody is fit: all that is told of it.
struct FitnessAnswer: APIValue {
    struct Decision: APIValue {
        let id: String
        let fitness: FitAnswer
        let decidedBy: String
        let decidedAt: String

        static let schema = JSONSchema.named(
            "FitnessDecision",
            .object([
                .always("id", .id, "its id"), .always("fitness", FitAnswer.schema, "what was decided"),
                .always("decidedBy", .words, "who decided"), .always("decidedAt", .instant, "when"),
            ]))

        static let example: JSONContent = [
            "id": "Zk1hWgU3pYQhKcJmZ5v0Pw", "fitness": FitAnswer.example, "decidedBy": "M. Fitzgerald",
            "decidedAt": "2026-01-05T07:00:00Z",
        ]
    }

    let fitness: FitAnswer
    let decisions: [Decision]?

    init(_ fitness: PersonFitness) {
        self.fitness = FitAnswer(fitness.fitness)
        decisions = fitness.decisions?.map {
            Decision(
                id: $0.id.rawValue, fitness: FitAnswer($0.fitness), decidedBy: $0.decidedBy,
                decidedAt: $0.decidedAt.rfc3339)
        }
    }

    static let schema = JSONSchema.named(
        "Fitness",
        .object([
            .always("fitness", FitAnswer.schema, "as of today"),
            .maybe(
                "decisions", .list(of: Decision.schema, most: nil),
                "all that was decided, the newest first; missing for whoever may not open why"),
        ]))

    static let example: JSONContent = ["fitness": FitAnswer.example]
}

/// Fit, fit with limits, or not fit until a day.
struct FitAnswer: APIValue {
    let state: String
    let limits: [String]?
    let until: String?

    init(_ fitness: Fitness) {
        switch fitness {
        case .fit: (state, limits, until) = ("fit", nil, nil)
        case .fitWithLimits(let list): (state, limits, until) = ("limits", list.map(\.rawValue), nil)
        case .notFitUntil(let date): (state, limits, until) = ("unfit", nil, date.description)
        }
    }

    static let fields: [JSONSchema.Field] = [
        .always("state", .choice(of: ["fit", "limits", "unfit"]), "fit, fit with limits, or not fit until a day"),
        .maybe(
            "limits", .list(of: .choice(of: DutyLimit.self), most: DutyLimit.allCases.count),
            "what the person does not do on duty"),
        .maybe("until", .date, "the first day on which they are fit again"),
    ]

    static let schema = JSONSchema.named("Fit", .object(fields))
    static let example: JSONContent = ["state": "limits", "limits": ["noNights"]]
}

/// Why something was decided, once it was opened.
struct ReasonAnswer: APIValue {
    let reason: String

    static let schema = JSONSchema.named("Reason", .object([.always("reason", .words, "why")]))
    static let example: JSONContent = ["reason": ""]
}

/// That somebody has read a sealed entry.
struct ReadingAnswer: APIValue {
    let at: String
    let reader: String
    let category: String
    let subject: String
    let because: String

    init(_ named: NamedReading) {
        at = named.reading.at.rfc3339
        reader = named.reader
        category = named.reading.category.rawValue
        subject = named.reading.subject.rawValue
        because =
            switch named.reading.reason {
            case .own: "own"
            case .role(let role): role.rawValue
            case .glass: "glass"
            }
    }

    static let schema = JSONSchema.named(
        "Reading",
        .object([
            .always("at", .instant, "when"), .always("reader", .words, "who"),
            .always("category", .choice(of: RecordCategory.self), "of which category"),
            .always("subject", .id, "which entry, absence or decision"),
            .always(
                "because", .choice(of: ["own", "glass"] + Role.allCases.map(\.rawValue)),
                "it is the reader's own, the glass was broken, or by that role"),
        ]))

    static let example: JSONContent = [
        "at": "2026-01-05T07:00:00Z", "reader": "M. Fitzgerald", "category": "health",
        "subject": "Zk1hWgU3pYQhKcJmZ5v0Pw", "because": "medicalKeeper",
    ]
}

/// Glass that was just broken.
struct GlassAnswer: APIValue {
    let id: String
    let until: String?

    static let schema = JSONSchema.named(
        "Glass", .object([.always("id", .id, "its id"), .maybe("until", .instant, "how long it stays broken")]))

    static let example: JSONContent = ["id": "Zk1hWgU3pYQhKcJmZ5v0Pw", "until": "2026-01-05T08:00:00Z"]
}

/// What somebody was told of broken glass.
struct NoticeAnswer: APIValue {
    let glass: String
    let reader: String
    let person: String
    let category: String
    let until: String
    let toldAt: String
    let seenAt: String?

    init(_ notice: StoredNotice) {
        glass = notice.glass.rawValue
        reader = notice.reader
        person = notice.personName
        category = notice.category.rawValue
        until = notice.until.rfc3339
        toldAt = notice.told.rfc3339
        seenAt = notice.seen?.rfc3339
    }

    static let schema = JSONSchema.named(
        "Notice",
        .object([
            .always("glass", .id, "which glass"), .always("reader", .words, "who broke it"),
            .always("person", .words, "over whose entries"),
            .always("category", .choice(of: RecordCategory.self), "of which category"),
            .always("until", .instant, "until when"), .always("toldAt", .instant, "when you were told"),
            .maybe("seenAt", .instant, "when you said that you have seen it"),
        ]))

    static let example: JSONContent = [
        "glass": "Zk1hWgU3pYQhKcJmZ5v0Pw", "reader": "B. Lindqvist", "person": "C. Okafor", "category": "health",
        "until": "2026-01-05T08:00:00Z", "toldAt": "2026-01-05T07:00:00Z",
    ]
}
