internal import RotaFormats
import RotaModel
import WatchbillStore

/// A published version of a unit's rota, without the rota.
struct VersionAnswer: APIValue {
    let unit: String
    let number: Int
    let first: String
    let last: String
    let build: Int64
    let supersedes: Int?
    let publishedAt: String
    let publishedBy: String
    let note: String?

    init(_ version: StoredVersion) {
        unit = version.unit.rawValue
        number = version.number
        first = version.first.description
        last = version.last.description
        build = version.build.value
        supersedes = version.supersedes
        publishedAt = version.publishedAt.rfc3339
        publishedBy = version.publishedBy.rawValue
        note = version.note
    }

    static let schema = JSONSchema.named(
        "Version",
        .object([
            .always("unit", .id, "whose rota it is"), .always("number", .serial, "counted per unit"),
            .always("first", .date, "the first date it is for"), .always("last", .date, "the last date it is for"),
            .always("build", .serial, "the build whose rota it is"),
            .maybe("supersedes", .serial, "the newest version before it that has a date in common with it"),
            .always("publishedAt", .instant, "when it was published"),
            .always("publishedBy", .id, "the person who published it"),
            .maybe("note", .words, "what there is to say of it"),
        ]))

    static let example: JSONContent = [
        "unit": "ward-7", "number": 1, "first": "2027-03-01", "last": "2027-04-04", "build": 1,
        "publishedAt": "2027-02-10T09:00:00Z", "publishedBy": "lindqvist", "note": "First",
    ]
}

/// A published version with its rota: who is on, and nothing of what it was built from.
struct PublishedRotaAnswer: APIValue {
    struct Member: APIValue {
        let id: String
        let name: String

        static let schema = JSONSchema.named(
            "RotaMember",
            .object([.always("id", .id, "the person's id"), .always("name", .words, "the person's name")]))

        static let example: JSONContent = ["id": "okafor", "name": "C. Okafor"]
    }

    let version: VersionAnswer
    let people: [Member]
    /// Every shift; whoever has none on a date is off.
    let shifts: [RotaAnswer.Shift]

    init(_ shown: ShownVersion) {
        let problem = shown.loaded.problem
        version = VersionAnswer(shown.version)
        people = problem.people.map { Member(id: $0.id.rawValue, name: $0.name) }
        shifts = RotaAnswer.shifts(shown.rota, of: problem)
    }

    static let schema = JSONSchema.named(
        "PublishedRota",
        .object([
            .always("version", VersionAnswer.schema, "which one it is"),
            .always("people", .list(of: Member.schema, most: nil), "who is in it, in its order"),
            .always(
                "shifts", .list(of: RotaAnswer.Shift.schema, most: nil),
                "every shift of the rota; whoever has none on a date is off"),
        ]))

    static let example: JSONContent = [
        "version": VersionAnswer.example, "people": [Member.example], "shifts": [RotaAnswer.Shift.example],
    ]
}

/// What a published version changed.
struct ChangesAnswer: APIValue {
    struct Change: APIValue {
        let person: String
        let date: String
        let before: String?
        let after: String?

        static let schema = JSONSchema.named(
            "ShiftChange",
            .object([
                .always("person", .id, "whose duty is another"), .always("date", .date, "its date"),
                .maybe("before", .id, "the shift type before; off if there is none"),
                .maybe("after", .id, "the shift type now; off if there is none"),
            ]))

        static let example: JSONContent = ["person": "okafor", "date": "2027-03-01", "before": "N", "after": "E"]
    }

    let number: Int
    let since: Int?
    let changes: [Change]

    init(_ changes: RotaChanges, in version: StoredVersion, since: Int?) {
        number = version.number
        self.since = since
        self.changes = Self.list(changes)
    }

    static func list(_ changes: RotaChanges) -> [Change] {
        changes.people.flatMap { person in
            person.changes.map {
                Change(
                    person: person.person.rawValue, date: $0.date.description, before: $0.before?.id.rawValue,
                    after: $0.after?.id.rawValue)
            }
        }
    }

    static let schema = JSONSchema.named(
        "RotaChanges",
        .object([
            .always("number", .serial, "the version that changed it"),
            .maybe("since", .serial, "the version it is compared with; if there is none, every shift is new"),
            .always("changes", .list(of: Change.schema, most: nil), "by person and date, on the version's own dates"),
        ]))

    static let example: JSONContent = ["number": 2, "since": 1, "changes": [Change.example]]
}

/// One's own published shifts.
struct OwnShiftsAnswer: APIValue {
    struct Shift: APIValue {
        let unit: String
        let date: String
        let shift: String
        let name: String
        let start: String
        let end: String
        let version: Int

        init(_ own: OwnShift) {
            unit = own.unit.id.rawValue
            date = own.date.description
            shift = own.type.id.rawValue
            name = own.type.name
            start = own.start.rfc3339
            end = own.end.rfc3339
            version = own.version
        }

        static let schema = JSONSchema.named(
            "OwnShift",
            .object([
                .always("unit", .id, "where it is"), .always("date", .date, "the date it begins on"),
                .always("shift", .id, "its type"), .always("name", .words, "what its type is called"),
                .always("start", .instant, "when it begins"), .always("end", .instant, "when it ends"),
                .always("version", .serial, "the unit's version that says so"),
            ]))

        static let example: JSONContent = [
            "unit": "ward-7", "date": "2027-03-01", "shift": "N", "name": "Night", "start": "2027-03-01T20:00:00Z",
            "end": "2027-03-02T06:15:00Z", "version": 1,
        ]
    }

    let shifts: [Shift]

    static let schema = JSONSchema.named(
        "OwnShifts",
        .object([.always("shifts", .list(of: Shift.schema, most: nil), "in the order in which they begin")]))

    static let example: JSONContent = ["shifts": [Shift.example]]
}

/// What the shifts of a published version come to, by person.
struct HoursAnswer: APIValue {
    struct Line: APIValue {
        let person: String
        let name: String
        let shifts: Int
        let nights: Int
        let plannedMinutes: Int
        let workedShifts: Int?
        let workedMinutes: Int?

        init(_ hours: PlannedHours, _ worked: WorkedHours?) {
            workedShifts = worked?.shifts
            workedMinutes = worked?.minutes.value
            person = hours.person.rawValue
            name = hours.name
            shifts = hours.shifts
            nights = hours.nights
            plannedMinutes = hours.minutes.value
        }

        static let schema = JSONSchema.named(
            "PersonHours",
            .object([
                .always("person", .id, "the person's id"), .always("name", .words, "the person's name"),
                .always("shifts", .count, "how many shifts"), .always("nights", .count, "how many of them are nights"),
                .always(
                    "plannedMinutes", .count,
                    "elapsed time, right over a change of the clock; a shift counts whole where it begins"),
                .maybe("workedShifts", .count, "of how many shifts it is known when they were worked"),
                .maybe("workedMinutes", .count, "what was worked, without breaks, besides shifts, too"),
            ]))

        static let example: JSONContent = [
            "person": "okafor", "name": "C. Okafor", "shifts": 18, "nights": 4, "plannedMinutes": 9240,
        ]
    }

    let version: VersionAnswer
    let people: [Line]

    init(_ shown: ShownVersion, _ worked: [PersonID: WorkedHours]) {
        version = VersionAnswer(shown.version)
        people = shown.dated.hours.map { Line($0, worked[$0.person]) }
    }

    static let schema = JSONSchema.named(
        "Hours",
        .object([
            .always("version", VersionAnswer.schema, "of which version"),
            .always("people", .list(of: Line.schema, most: nil), "by person, in the rota's order"),
        ]))

    static let example: JSONContent = ["version": VersionAnswer.example, "people": [Line.example]]
}
