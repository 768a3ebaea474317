internal import CrewRecords
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

/// Who is on watch.
struct WatchAnswer: APIValue {
    struct Entry: APIValue {
        let person: String
        let name: String
        let state: String
        let since: String?
        let station: String?
        let shift: String?
        let start: String?
        let end: String?
        let missing: Bool

        init(_ entry: WatchBoard.Entry) {
            person = entry.person.rawValue
            name = entry.name
            state = entry.state.rawValue
            since = entry.since?.rfc3339
            station = entry.station
            shift = entry.shift?.type.id.rawValue
            start = entry.shift?.plan.start.rfc3339
            end = entry.shift?.plan.end.rfc3339
            missing = entry.isMissing
        }

        static let schema = JSONSchema.named(
            "WatchEntry",
            .object([
                .always("person", .id, "who"), .always("name", .words, "what they are called"),
                .always("state", .choice(of: WatchBoard.State.self), "whether on watch, on a break, or not there"),
                .maybe("since", .instant, "since when"), .maybe("station", .words, "where they went on watch"),
                .maybe("shift", .id, "their shift now, or the next within two hours"),
                .maybe("start", .instant, "when it begins"), .maybe("end", .instant, "when it ends"),
                .always("missing", .truth, "whether their shift lasts and they are not on watch"),
            ]))
        static let example: JSONContent = [
            "person": "okafor", "name": "A. Okafor", "state": "on", "since": "2026-01-05T07:02:00Z",
            "station": "Main door", "shift": "E", "start": "2026-01-05T07:00:00Z", "end": "2026-01-05T15:00:00Z",
            "missing": false,
        ]
    }

    let at: String
    let items: [Entry]

    init(_ board: WatchBoard, at now: Instant) {
        at = now.rfc3339
        items = board.entries.map(Entry.init)
    }

    static let schema = JSONSchema.named(
        "Watch",
        .object([
            .always("at", .instant, "as of when"), .always("items", .list(of: Entry.schema, most: nil), "by name"),
        ]))
    static let example: JSONContent = ["at": "2026-01-05T08:00:00Z", "items": [Entry.example]]
}

/// That somebody did not come.
struct AlarmAnswer: APIValue {
    let alarm: Int64
    let person: String
    let unit: String
    let date: String
    let shift: String
    let start: String
    let raised: String
    let state: String
    let settled: String?
    let cover: Int64?

    init(_ stored: StoredAlarm) {
        let own = stored.alarm
        alarm = own.id.value
        person = own.person.rawValue
        unit = own.unit.rawValue
        date = own.date.description
        shift = own.shift.rawValue
        start = own.start.rfc3339
        raised = own.raised.rfc3339
        state = own.state.rawValue
        settled = own.settled?.rfc3339
        cover = stored.cover?.value
    }

    static let schema = JSONSchema.named(
        "Alarm",
        .object([
            .always("alarm", .serial, "its number"), .always("person", .id, "who"), .always("unit", .id, "where"),
            .always("date", .date, "of the shift"), .always("shift", .id, "which shift"),
            .always("start", .instant, "when it began"), .always("raised", .instant, "when whoever leads was told"),
            .always("state", .choice(of: Alarm.State.self), "what became of it"),
            .maybe("settled", .instant, "since when"), .maybe("cover", .serial, "the cover call begun for it"),
        ]))
    static let example: JSONContent = [
        "alarm": 1, "person": "okafor", "unit": "ward-7", "date": "2026-01-05", "shift": "E",
        "start": "2026-01-05T07:00:00Z", "raised": "2026-01-05T07:10:00Z", "state": "open",
    ]
}

struct AlarmListAnswer: APIValue {
    let items: [AlarmAnswer]

    static let schema = JSONSchema.named(
        "Alarms", .object([.always("items", .list(of: AlarmAnswer.schema, most: nil), "the newest first")]))
    static let example: JSONContent = ["items": [AlarmAnswer.example]]
}

struct StartedCoverAnswer: APIValue {
    let call: Int64

    static let schema = JSONSchema.named(
        "StartedCover", .object([.always("call", .serial, "the number of the cover call")]))
    static let example: JSONContent = ["call": 1]
}

/// A station.
struct StationRecordAnswer: APIValue {
    let station: String
    let name: String
    let made: String
    let paired: String?
    let lastSeen: String?
    let skew: Int?
    let revoked: String?

    init(_ own: Station) {
        station = own.id.rawValue
        name = own.name
        made = own.made.rfc3339
        paired = own.paired?.rfc3339
        lastSeen = own.lastSeen?.rfc3339
        skew = own.skew
        revoked = own.revoked?.rfc3339
    }

    static let schema = JSONSchema.named(
        "Station",
        .object([
            .always("station", .id, "its id"), .always("name", .words, "what the unit calls it"),
            .always("made", .instant, "since when"), .maybe("paired", .instant, "when a device was paired"),
            .maybe("lastSeen", .instant, "when it was last heard of"),
            .maybe("skew", .whole(least: nil, most: nil), "by how many seconds its clock was behind then"),
            .maybe("revoked", .instant, "since when nothing is taken from it"),
        ]))
    static let example: JSONContent = ["station": "k3v9", "name": "Main door", "made": "2026-01-05T07:00:00Z"]
}

struct StationListAnswer: APIValue {
    let items: [StationRecordAnswer]

    static let schema = JSONSchema.named(
        "Stations", .object([.always("items", .list(of: StationRecordAnswer.schema, most: nil), "the oldest first")]))
    static let example: JSONContent = ["items": [StationRecordAnswer.example]]
}

struct MadeStationAnswer: APIValue {
    let station: String
    let code: String

    static let schema = JSONSchema.named(
        "MadeStation",
        .object([
            .always("station", .id, "its id"),
            .always("code", .words, "to be typed at /station on the device that becomes it; shown this once"),
        ]))
    static let example: JSONContent = ["station": "k3v9", "code": "7K3QV-M2D8X"]
}
