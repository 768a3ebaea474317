internal import CrewRecords
internal import HTTPTypes
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Being away. When, many see; why, few, and each time it is logged.
    var absenceOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/people/{person}/absences", id: "readAbsences", group: "Being away",
                summary: "Tell when a person is away, and what else you may know of it",
                asks: Asked(always: [ReadSchedule.self], also: [DecideAbsence.self, ReadSealedEntry.self]),
                parameters: [.person], answer: .json(AbsencesAnswer.self, "The absences.")
            ) { call in
                .json(
                    AbsencesAnswer(
                        try await self.store.absences(of: call.id(.person), for: try call.caller, at: call.now)))
            },
            APIOperation(
                method: .post, path: "/me/absences", id: "askAbsence", group: "Being away", summary: "Ask to be away",
                asks: Asked(always: [AskAbsence.self]), body: Self.absenceBody,
                answer: .json(WrittenAnswer.self, "Its id.", status: .created), takesKey: true
            ) { call in
                let caller = try call.caller
                try await self.store.checkOwn(AskAbsence.self, for: caller)
                let body = try await call.body()
                var random = self.surroundings.random
                let store = try call.store(self.store, for: body, answering: Self.written)
                return Self.written(
                    try await store.askAbsence(
                        try Self.away(body), because: try Self.ground(body), for: caller, at: call.now, using: &random))
            },
            APIOperation(
                method: .post, path: "/people/{person}/absences", id: "noteAbsence", group: "Being away",
                summary: "Note that a person is away", asks: Asked(always: [DecideAbsence.self]), parameters: [.person],
                body: Self.absenceBody, answer: .json(WrittenAnswer.self, "Its id.", status: .created), takesKey: true
            ) { call in
                let (caller, person) = (try call.caller, call.id(.person) as PersonID)
                try await self.store.check(DecideAbsence.self, on: person, for: caller)
                let body = try await call.body()
                var random = self.surroundings.random
                let store = try call.store(self.store, for: body, answering: Self.written)
                return Self.written(
                    try await store.noteAbsence(
                        of: person, try Self.away(body), because: try Self.ground(body), for: caller, at: call.now,
                        using: &random))
            },
            APIOperation(
                method: .put, path: "/people/{person}/absences/{absence}/decision", id: "decideAbsence",
                group: "Being away", summary: "Grant or refuse what was asked",
                asks: Asked(always: [DecideAbsence.self]), parameters: [.person, Self.absence],
                body: APIBody(
                    schema: .object([.always("granted", .truth, "whether the person may be away")]),
                    example: ["granted": true]), answer: .nothing("It is decided."), problems: [.conflict]
            ) { call in
                let (caller, person) = (try call.caller, call.id(.person) as PersonID)
                try await self.store.check(DecideAbsence.self, on: person, for: caller)
                let body = try await call.body()
                try await self.store.decideAbsence(
                    call.id(Self.absence), of: person, granted: body.isTrue("granted"),
                    telling: self.absenceWords(granted: body.isTrue("granted")), for: caller, at: call.now)
                return .nothing
            },
            APIOperation(
                method: .post, path: "/people/{person}/absences/{absence}/ground", id: "openGround",
                group: "Being away", summary: "Open why a person is away; it is logged, and the person sees it",
                asks: Asked(always: [ReadSealedEntry.self]), parameters: [.person, Self.absence],
                answer: .json(GroundAnswer.self, "Why.")
            ) { call in
                let ground = try await self.store.absenceGround(
                    call.id(Self.absence), of: call.id(.person), for: try call.caller, at: call.now
                ).reveal()
                return .json(GroundAnswer(kind: ground.kind.rawValue, reason: ground.reason))
            },
        ]
    }

    private static let absence = APIParameter.path(
        "absence", .id, "the absence's id", example: "Zk1hWgU3pYQhKcJmZ5v0Pw")

    private static let absenceBody = APIBody(
        schema: .named(
            "AbsenceRequest",
            .object(
                AwayAnswer.fields + [
                    .always("kind", .choice(of: AbsenceGround.Kind.self, isShown: false), "of which kind; sealed"),
                    .maybe("reason", .text(0...EntryContent.longestBody, isShown: false), "why; sealed"),
                ])), most: 256 << 10,
        example: ["first": "2027-03-09", "last": "2027-03-12", "kind": "holiday"])

    private static func away(_ body: ReadBody) throws -> Away {
        func date(_ name: String) -> CalendarDate {
            body.text(name).flatMap { CalendarDate($0) } ?? CalendarDate(dayNumber: 0)
        }
        return try Away(
            first: date("first"), last: date("last"), from: body.text("from").flatMap { LocalTime($0) },
            until: body.text("until").flatMap { LocalTime($0) })
    }

    private static func ground(_ body: ReadBody) throws -> Confidential<AbsenceGround> {
        let kind = AbsenceGround.Kind(rawValue: body.text("kind") ?? "") ?? .other
        return Confidential(try AbsenceGround(kind, reason: body.text("reason") ?? ""))
    }
}
