internal import CrewRecords
internal import HTTPTypes
internal import RotaFormats
internal import RotaModel
internal import RotaRules
internal import WatchbillStore

extension Installation {
    private static let hours = "Hours"
    private static let monthParameter = APIParameter.query(
        "month", .date, "any date of the month; this month unless it is said", example: "2026-01-01")
    private static let ownUnitParameter = APIParameter.query(
        "unit", .id, "one of your units", isRequired: true, example: "ward-7")

    private static let signing = APIBody(
        schema: .named(
            "HoursSignatureRequest",
            .object([
                .always("unit", .id, "the unit whose hours they are"), .always("month", .date, "any date of the month"),
                .always("fingerprint", .id, "of the hours, as they were read"),
            ])),
        example: [
            "unit": "ward-7", "month": "2026-01-01", "fingerprint": "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
        ])

    /// Months of hours and their signatures, hours of rest, and what is foreseen of rest.
    var hoursOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/units/{unit}/unrested-shifts", id: "listUnrested", group: Self.hours,
                summary:
                    "List the shifts of the next seven days that people will not be rested for, by the hours they really worked",
                asks: Asked(always: [ReadAttendance.self]), parameters: [.unit],
                answer: .json(UnrestedAnswer.self, "In the order in which they begin.")
            ) { call in
                let unit: UnitID = call.id(.unit)
                try await self.store.check(ReadAttendance.self, on: unit, for: try call.caller)
                return .json(UnrestedAnswer(try await self.foreseen(in: unit)))
            },
            APIOperation(
                method: .get, path: "/me/unrested-shifts", id: "listOwnUnrested", group: Self.hours,
                summary:
                    "List your shifts of the next seven days that you will not be rested for, by the hours you really worked",
                asks: Asked(always: [ReadSchedule.self]),
                answer: .json(UnrestedAnswer.self, "In the order in which they begin.")
            ) { call in
                let visit = try call.visit
                let own = try await self.ownShifts(visit, since: self.today(in: .utc).advanced(by: -2))
                return .json(UnrestedAnswer(try await self.ownForeseen(own, visit)))
            },
            APIOperation(
                method: .get, path: "/units/{unit}/rest-records/{person}", id: "readRestRecord", group: Self.hours,
                summary: "Tell somebody’s hours of rest in a month, as the record of hours of rest at sea has them",
                asks: Asked(always: [ReadAttendance.self, ReadUnit.self]),
                parameters: [.unit, .person, Self.monthParameter],
                answer: .json(RestRecordAnswer.self, "Date by date, of what was worked in the unit.")
            ) { call in
                let unit = try await self.ledUnit(call)
                let month = try self.month(call, in: unit.zone)
                return .json(
                    RestRecordAnswer(try await self.restRecord(of: call.id(.person), in: unit, month).record))
            },
            APIOperation(
                method: .get, path: "/me/rest-record", id: "readOwnRestRecord", group: Self.hours,
                summary: "Tell your hours of rest in a month, as the record of hours of rest at sea has them",
                asks: Asked(always: [ReadSchedule.self]), parameters: [Self.ownUnitParameter, Self.monthParameter],
                answer: .json(RestRecordAnswer.self, "Date by date on the unit’s clock, of what was worked anywhere.")
            ) { call in
                let visit = try call.visit
                let unit = try await self.ownUnit(call.text("unit") ?? "", visit)
                let record = try await self.restRecord(
                    of: visit.person.id, in: unit, everywhere: true, try self.month(call, in: unit.zone)
                ).record
                return .json(RestRecordAnswer(record))
            },
            APIOperation(
                method: .get, path: "/units/{unit}/month-hours/{person}", id: "readMonthHours", group: Self.hours,
                summary: "Tell what somebody was to work and has worked in a unit in a month, and who has signed it",
                asks: Asked(always: [ReadAttendance.self, ReadUnit.self]),
                parameters: [.unit, .person, Self.monthParameter],
                answer: .json(MonthHoursAnswer.self, "The hours and their signatures.")
            ) { call in
                let unit = try await self.ledUnit(call)
                let person: PersonID = call.id(.person)
                let month = try self.month(call, in: unit.zone)
                let signatures = try await self.store.hoursSignatures(in: unit.id, of: month, for: try call.caller)
                return .json(
                    MonthHoursAnswer(
                        try await self.sheet(of: person, in: unit, month), signatures.filter { $0.person == person }))
            },
            APIOperation(
                method: .get, path: "/me/month-hours", id: "readOwnMonthHours", group: Self.hours,
                summary: "Tell what you were to work and have worked in a unit in a month, and who has signed it",
                asks: Asked(always: [ReadSchedule.self]), parameters: [Self.ownUnitParameter, Self.monthParameter],
                answer: .json(MonthHoursAnswer.self, "The hours and their signatures.")
            ) { call in
                let visit = try call.visit
                let unit = try await self.ownUnit(call.text("unit") ?? "", visit)
                let month = try self.month(call, in: unit.zone)
                let signatures = try await self.store.ownHoursSignatures(of: month, for: visit.caller)
                return .json(
                    MonthHoursAnswer(
                        try await self.sheet(of: visit.person.id, in: unit, month),
                        signatures.filter { $0.unit == unit.id }))
            },
            APIOperation(
                method: .post, path: "/me/month-hours/signatures", id: "signHours", group: Self.hours,
                summary: "Sign your hours of a month that is over, exactly as you have read them",
                asks: Asked(always: [SignHours.self, ReadSchedule.self]), body: Self.signing,
                answer: .json(HoursSignatureNumber.self, "Its number.", status: .created), takesKey: true,
                problems: [.conflict]
            ) { call in
                let visit = try call.visit
                try await self.store.checkOwn(SignHours.self, for: visit.caller)
                try await self.store.checkOwn(ReadSchedule.self, for: visit.caller)
                let body = try await call.body()
                let unit = try await self.ownUnit(body.text("unit") ?? "", visit)
                let answer: @Sendable (HoursSignatureID) -> APIResult = {
                    .created(HoursSignatureNumber(signature: $0.value))
                }
                let store = try call.store(self.store, for: body, answering: answer)
                return answer(
                    try await self.sign(
                        body.text("fingerprint") ?? "", of: try self.month(body.text("month"), in: unit.zone), in: unit,
                        in: store, visit))
            },
            APIOperation(
                method: .post, path: "/people/{person}/month-hours/signatures", id: "countersignHours",
                group: Self.hours,
                summary: "Sign somebody’s hours of a month after them, as one who leads that unit",
                asks: Asked(always: [CountersignHours.self], also: [ReadAttendance.self, ReadUnit.self]),
                parameters: [.person], body: Self.signing,
                answer: .json(HoursSignatureNumber.self, "Its number.", status: .created), takesKey: true,
                problems: [.conflict]
            ) { call in
                let visit = try call.visit
                let person: PersonID = call.id(.person)
                try await self.store.checkMayCountersign(hoursOf: person, for: visit.caller)
                let body = try await call.body()
                let named = UnitID(body.text("unit") ?? "")
                try await self.store.checkMayCountersign(hoursOf: person, in: named, for: visit.caller)
                try await self.store.check(ReadAttendance.self, on: named, for: visit.caller)
                guard let unit = try await self.store.unitTree(for: visit.caller)[named] else { throw Refusal.hidden }
                let answer: @Sendable (HoursSignatureID) -> APIResult = {
                    .created(HoursSignatureNumber(signature: $0.value))
                }
                let store = try call.store(self.store, for: body, answering: answer)
                return answer(
                    try await self.countersign(
                        body.text("fingerprint") ?? "", of: person,
                        try self.month(body.text("month"), in: unit.zone), in: unit, in: store, visit))
            },
        ]
    }

    /// The unit that an address names, whose attendance the caller may see.
    private func ledUnit(_ call: APICall) async throws -> CrewUnit {
        let id: UnitID = call.id(.unit)
        try await store.check(ReadAttendance.self, on: id, for: try call.caller)
        guard let unit = try await store.unitTree(for: try call.caller)[id] else { throw Refusal.hidden }
        return unit
    }

    private func month(_ call: APICall, in zone: Zone) throws -> CalendarDate {
        try month(call.text(Self.monthParameter.name), in: zone)
    }

    /// The first date of the month that a date is in; of this month for none.
    private func month(_ text: String?, in zone: Zone) throws -> CalendarDate {
        let date = text.flatMap { CalendarDate($0) } ?? today(in: zone)
        // Far away there are no seconds to count from.
        guard (1970...2999).contains(date.components.year) else {
            throw ServerProblem.badParameter("month", "it is \(date); a date from 1970 to 2999 is expected.")
        }
        return date.advanced(by: 1 - date.components.day)
    }
}

/// Shifts that somebody will not be rested for.
struct UnrestedAnswer: APIValue {
    struct Item: Encodable, Sendable {
        let person: String
        let name: String
        let unit: String
        let date: String
        let shift: String
        let start: String
        let reason: String
        let minutes: Int
        let limit: Int
        let days: Int?

        init(_ shift: ForeseenShift) {
            person = shift.breach.person.rawValue
            name = shift.name
            unit = shift.unit.id.rawValue
            date = shift.breach.date.description
            self.shift = shift.type.id.rawValue
            start = shift.breach.start.rfc3339
            switch shift.breach.kind {
            case .rest(let left, let minimum):
                (reason, minutes, limit, days) = ("rest", left.value, minimum.value, nil)
            case .window(let worked, let days, let maximum):
                (reason, minutes, limit, self.days) = ("hours", worked.value, maximum.value, days)
            }
        }

        static let schema = JSONSchema.named(
            "UnrestedShift",
            .object([
                .always("person", .words, "whose shift it is"), .always("name", .words, "their name"),
                .always("unit", .words, "the unit’s id"), .always("date", .date, "the date on which it begins"),
                .always("shift", .words, "its type"), .always("start", .instant, "when it begins"),
                .always(
                    "reason", .choice(of: ["rest", "hours"]),
                    "too little rest before it, or too many hours in days in a row"),
                .always(
                    "minutes", .whole(least: nil, most: nil),
                    "of rest before it, negative where the work before it lasts longer; or of work with it"),
                .always("limit", .count, "minutes that there must be at least, or may be at most"),
                .maybe("days", .count, "in how many days in a row those hours are"),
            ]))
    }

    let items: [Item]

    init(_ shifts: [ForeseenShift]) {
        items = shifts.map(Item.init)
    }

    static let schema = JSONSchema.named(
        "UnrestedShifts", .object([.always("items", .list(of: Item.schema, most: nil), "the shifts")]))
    static let example: JSONContent = [
        "items": [
            [
                "person": "okafor", "name": "C. Okafor", "unit": "ward-7", "date": "2026-01-06", "shift": "E",
                "start": "2026-01-06T06:00:00Z", "reason": "rest", "minutes": 490, "limit": 660,
            ]
        ]
    ]
}

/// A month's hours of rest.
struct RestRecordAnswer: APIValue {
    struct Day: Encodable, Sendable {
        let date: String
        let halfHours: [String]
        let rest: Int?
        let leastIn24Hours: Int?
        let leastIn7Days: Int?
        let faults: [String]

        init(_ day: RestRecord.Day) {
            date = day.date.description
            halfHours = day.halves.map { half in
                switch half {
                case .rest: "rest"
                case .work: "work"
                case .toCome: "toCome"
                case .skipped: "skipped"
                }
            }
            rest = day.rest?.value
            leastIn24Hours = day.leastInDay?.value
            leastIn7Days = day.leastInWeek?.value
            faults = day.faults.map(\.rawValue)
        }

        static let schema = JSONSchema.named(
            "RestDay",
            .object([
                .always("date", .date, "which"),
                .always(
                    "halfHours",
                    .list(of: .choice(of: ["rest", "work", "toCome", "skipped"]), least: 48, most: 48),
                    "from 00:00 on the clock; skipped: the clock does not show it on that date"),
                .maybe("rest", .count, "minutes of rest on the date, as far as it is past; missing: it is to come"),
                .maybe("leastIn24Hours", .count, "the least minutes of rest in any 24 hours that end on the date"),
                .maybe("leastIn7Days", .count, "the least minutes of rest in any seven days that end on the date"),
                .always(
                    "faults", .list(of: .choice(of: RestRecord.Fault.self), most: nil),
                    "A: less than 10 h in 24 h; B: less than 77 h in 7 days; C: rest in more than two periods, or none of 6 h; "
                        + "D: more than 14 h between periods of rest"),
            ]))
    }

    let days: [Day]

    init(_ record: RestRecord) {
        days = record.days.map(Day.init)
    }

    static let schema = JSONSchema.named(
        "RestRecord", .object([.always("days", .list(of: Day.schema, most: 31), "all dates of the month")]))
    static let example: JSONContent = [
        "days": [
            [
                "date": "2026-01-05",
                "halfHours": .list(
                    Array(repeating: JSONContent.text("work"), count: 16)
                        + Array(repeating: JSONContent.text("rest"), count: 32)),
                "rest": 960, "leastIn24Hours": 960, "leastIn7Days": 9600, "faults": [],
            ]
        ]
    ]
}

/// What somebody was to work and has worked in a month, and who has signed it.
struct MonthHoursAnswer: APIValue {
    struct Line: Encodable, Sendable {
        let date: String
        let plannedStart: String?
        let plannedEnd: String?
        let plannedMinutes: Int?
        let breakMinutes: Int
        let workedMinutes: Int?

        init(_ line: MonthSheet.Line) {
            date = line.date.description
            plannedStart = line.plan?.start.rfc3339
            plannedEnd = line.plan?.end.rfc3339
            plannedMinutes = line.planned?.value
            breakMinutes = line.breaks.value
            workedMinutes = line.worked?.value
        }

        static let schema = JSONSchema.named(
            "MonthHoursLine",
            .object([
                .always("date", .date, "the date on which it begins"),
                .maybe("plannedStart", .instant, "when the shift begins; missing: it was worked besides shifts"),
                .maybe("plannedEnd", .instant, "when it ends"), .maybe("plannedMinutes", .count, "how long it is"),
                .always("breakMinutes", .count, "breaks while it was worked"),
                .maybe("workedMinutes", .count, "worked without breaks; missing: nothing was told, or it lasts"),
            ]))
    }

    let person: String
    let unit: String
    let month: String
    let lines: [Line]
    let plannedMinutes: Int
    let workedMinutes: Int
    let fingerprint: String
    let signatures: [HoursSignatureAnswer]

    init(_ sheet: MonthSheet, _ signatures: [HoursSignature]) {
        person = sheet.person.rawValue
        unit = sheet.unit.rawValue
        month = sheet.month.description
        lines = sheet.lines.map(Line.init)
        plannedMinutes = sheet.planned.value
        workedMinutes = sheet.worked.value
        fingerprint = "\(sheet.fingerprint)"
        self.signatures = signatures.map(HoursSignatureAnswer.init)
    }

    static let schema = JSONSchema.named(
        "MonthHours",
        .object([
            .always("person", .words, "whose"), .always("unit", .words, "where"),
            .always("month", .date, "the month’s first date"),
            .always("lines", .list(of: Line.schema, most: nil), "each shift, and each stint besides"),
            .always("plannedMinutes", .count, "of all shifts"),
            .always("workedMinutes", .count, "as far as they were told"),
            .always("fingerprint", .words, "of the hours exactly as they are: what is signed"),
            .always("signatures", .list(of: HoursSignatureAnswer.schema, most: nil), "the first first"),
        ]))
    static let example: JSONContent = [
        "person": "okafor", "unit": "ward-7", "month": "2026-01-01",
        "lines": [
            [
                "date": "2026-01-05", "plannedStart": "2026-01-05T06:00:00Z", "plannedEnd": "2026-01-05T14:00:00Z",
                "plannedMinutes": 480, "breakMinutes": 0, "workedMinutes": 490,
            ]
        ], "plannedMinutes": 480, "workedMinutes": 490, "fingerprint": "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
        "signatures": [HoursSignatureAnswer.example],
    ]
}

/// A signature under a month's hours.
struct HoursSignatureAnswer: APIValue {
    let signature: Int64
    let unit: String
    let month: String
    let part: String
    let fingerprint: String
    let signedBy: String
    let signedAt: String

    init(_ signature: HoursSignature) {
        self.signature = signature.id.value
        unit = signature.unit.rawValue
        month = signature.month.description
        part = signature.part.rawValue
        fingerprint = "\(signature.fingerprint)"
        signedBy = signature.signedBy.rawValue
        signedAt = signature.signedAt.rfc3339
    }

    static let schema = JSONSchema.named(
        "HoursSignature",
        .object([
            .always("signature", .serial, "its number"), .always("unit", .words, "whose hours"),
            .always("month", .date, "of which month, by its first date"),
            .always("part", .choice(of: HoursSignature.Part.self), "as what: whose hours they are, or who leads them"),
            .always("fingerprint", .words, "of what was signed; another one than now: it was changed since"),
            .always("signedBy", .words, "who"), .always("signedAt", .instant, "when"),
        ]))
    static let example: JSONContent = [
        "signature": 1, "unit": "ward-7", "month": "2026-01-01", "part": "person",
        "fingerprint": "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU", "signedBy": "okafor",
        "signedAt": "2026-02-01T08:00:00Z",
    ]
}

struct HoursSignatureNumber: APIValue {
    let signature: Int64

    static let schema = JSONSchema.named(
        "HoursSignatureNumber", .object([.always("signature", .serial, "the signature's number")]))
    static let example: JSONContent = ["signature": 1]
}
