internal import CrewRecords
internal import HTTPTypes
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// When people were on watch.
    var attendanceOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/units/{unit}/attendance", id: "listAttendance", group: Self.attendance,
                summary:
                    "Tell what was told of when a unit's people were on watch, corrections too, in the order of telling",
                asks: Asked(always: [ReadAttendance.self, ReadUnit.self]), parameters: [.unit] + Self.dates,
                answer: .json(AttendanceListAnswer.self, "All that is about those dates.")
            ) { call in
                let unit: UnitID = call.id(.unit)
                try await self.store.check(ReadAttendance.self, on: unit, for: try call.caller)
                let zone = try await self.store.unitTree(for: try call.caller)[unit]?.zone ?? .utc
                let interval = try self.interval(call, in: zone)
                let events = try await self.store.attendance(in: unit, over: interval, for: try call.caller)
                return .json(AttendanceListAnswer(events, about: interval))
            },
            APIOperation(
                method: .get, path: "/me/attendance", id: "listOwnAttendance", group: Self.attendance,
                summary: "Tell what was told of when you were on watch, corrections too, in the order of telling",
                asks: Asked(always: [ReadSchedule.self]), parameters: Self.dates,
                answer: .json(AttendanceListAnswer.self, "All that is about those dates.")
            ) { call in
                let interval = try self.interval(call, in: .utc)
                let events = try await self.store.ownAttendance(over: interval, for: try call.caller)
                return .json(AttendanceListAnswer(events, about: interval))
            },
            APIOperation(
                method: .post, path: "/people/{person}/attendance", id: "enterAttendance", group: Self.attendance,
                summary: "Write down that somebody went on or off watch or had a break, or correct what was told",
                asks: Asked(always: [EnterAttendance.self]), parameters: [.person],
                body: APIBody(
                    schema: .named(
                        "AttendanceRequest",
                        .object([
                            .always("unit", .id, "the unit whose watch it is"),
                            .always("kind", .choice(of: AttendanceEvent.Kind.self), "what"),
                            .always("at", .instant, "when; not later than now"),
                            .maybe("replaces", .serial, "what it corrects, of the same kind and person"),
                            .maybe("takenBack", .truth, "whether nothing takes the place of that"),
                            .maybe("note", .text(AttendanceEvent.noteLength), "why; a correction needs it"),
                        ])),
                    example: ["unit": "ward-7", "kind": "on", "at": "2026-01-05T07:04:00Z"]),
                answer: .json(AttendanceNumber.self, "Its number.", status: .created), takesKey: true
            ) { call in
                let person: PersonID = call.id(.person)
                try await self.store.checkMayEnterAttendance(of: person, for: try call.caller)
                let body = try await call.body()
                let new = NewAttendance(
                    in: UnitID(body.text("unit") ?? ""), AttendanceEvent.Kind(rawValue: body.text("kind") ?? "") ?? .on,
                    at: body.text("at").flatMap { Instant(rfc3339: $0) } ?? call.now,
                    replaces: body.whole("replaces").map { AttendanceID(Int64($0)) },
                    isTakenBack: body.isTrue("takenBack"), note: body.text("note"))
                let answer: @Sendable ([AttendanceID]) -> APIResult = { ids in
                    .created(AttendanceNumber(event: ids.first?.value ?? 0))
                }
                let store = try call.store(self.store, for: body, answering: answer)
                return answer(try await store.enterAttendance([new], of: person, for: try call.caller, at: call.now))
            },
        ]
    }

    private static let attendance = "Attendance"
    private static let dates = [
        APIParameter.query("from", .date, "the first date; today unless it is said"),
        .query("to", .date, "the last date; the first unless it is said"),
    ]

    private func interval(_ call: APICall, in zone: Zone) throws -> ClosedRange<Instant> {
        let from = call.text("from").flatMap { CalendarDate($0) } ?? today(in: zone)
        let to = call.text("to").flatMap { CalendarDate($0) } ?? from
        guard from <= to, to <= from.advanced(by: 366) else {
            throw ServerProblem.badParameter("to", "it is \(to); a date from \(from) to a year later is expected.")
        }
        return Self.interval(from...to, in: zone)
    }
}

/// Something told of when somebody was on watch.
struct AttendanceAnswer: APIValue {
    let event: Int64
    let person: String
    let unit: String
    let kind: String
    let at: String
    let replaces: Int64?
    let takenBack: Bool
    let note: String?
    let by: String
    let enteredAt: String

    init(_ told: AttendanceEvent) {
        event = told.id.value
        person = told.person.rawValue
        unit = told.unit.rawValue
        kind = told.kind.rawValue
        at = told.at.rfc3339
        replaces = told.replaces?.value
        takenBack = told.isTakenBack
        note = told.note
        by = told.enteredBy.rawValue
        enteredAt = told.enteredAt.rfc3339
    }

    static let schema = JSONSchema.named(
        "AttendanceEvent",
        .object([
            .always("event", .serial, "its number"), .always("person", .id, "who"), .always("unit", .id, "where"),
            .always("kind", .choice(of: AttendanceEvent.Kind.self), "what"), .always("at", .instant, "when"),
            .maybe("replaces", .serial, "what it corrects"),
            .always("takenBack", .truth, "whether nothing takes the place of that"),
            .maybe("note", .words, "why"), .always("by", .id, "who told it"),
            .always("enteredAt", .instant, "when it was told"),
        ]))
    static let example: JSONContent = [
        "event": 1, "person": "okafor", "unit": "ward-7", "kind": "on", "at": "2026-01-05T07:04:00Z",
        "takenBack": false, "by": "lindqvist", "enteredAt": "2026-01-05T07:06:00Z",
    ]
}

struct AttendanceListAnswer: APIValue {
    let items: [AttendanceAnswer]

    /// - Parameter interval: of what is about it, and what corrects that, everything.
    init(_ events: [AttendanceEvent], about interval: ClosedRange<Instant>) {
        var kept: Set<AttendanceID> = []
        for event in events where interval.contains(event.at) || event.replaces.map(kept.contains) ?? false {
            kept.insert(event.id)
        }
        items = events.filter { kept.contains($0.id) }.map(AttendanceAnswer.init)
    }

    static let schema = JSONSchema.named(
        "Attendance", .object([.always("items", .list(of: AttendanceAnswer.schema, most: nil), "what was told")]))
    static let example: JSONContent = ["items": [AttendanceAnswer.example]]
}

struct AttendanceNumber: APIValue {
    let event: Int64

    static let schema = JSONSchema.named(
        "AttendanceNumber", .object([.always("event", .serial, "the number by which it is known from now on")]))
    static let example: JSONContent = ["event": 1]
}
