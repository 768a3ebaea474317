internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// What a unit's rotas are made of, and new periods.
    var setupOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/units/{unit}/setup", id: "readSetup", group: "Set-up",
                summary: "Take out what a unit's rotas are made of",
                asks: Asked(always: [ReadDrafts.self, BuildRota.self]), parameters: [.unit],
                answer: DocumentAnswers.answer(
                    DocumentAnswers.setup, "The set-up; one without anything if none is kept.",
                    example: DocumentAnswers.setupExample)
            ) { call in
                .document(Self.bytes(of: try await self.loadedSetup(call.id(.unit), try call.visit).setup))
            },
            APIOperation(
                method: .put, path: "/units/{unit}/setup", id: "replaceSetup", group: "Set-up",
                summary: "Put another set-up in the place of the one there is",
                asks: Asked(always: [ReadDrafts.self, BuildRota.self]), parameters: [.unit, .ifMatch],
                body: APIBody(
                    schema: DocumentAnswers.setup, most: 4 << 20, example: DocumentAnswers.setupExample),
                answer: .nothing("It counts from the next period on."), problems: [.conflict]
            ) { call in
                let visit = try call.visit
                let unit: UnitID = call.id(.unit)
                try await self.store.check(BuildRota.self, on: unit, for: visit.caller)
                let loaded = try await self.loadedSetup(unit, visit)
                if !call.replacesAnything { try call.checkReplaces(Self.bytes(of: loaded.setup)) }
                let (setup, diagnostics) = SetupFile.read(try await call.document(), in: loaded.known)
                guard let setup else { throw ServerProblem.unusableDocument(diagnostics) }
                try await self.store.keepSetup(
                    Array(SetupFile.write(setup).utf8), hasFreeExchanges: setup.hasFreeExchanges, of: unit,
                    after: loaded.number, at: call.now, for: visit.caller)
                return .nothing
            },
            APIOperation(
                method: .post, path: "/units/{unit}/periods", id: "openPeriod", group: "Set-up",
                summary: "Make a problem of a period from a unit's set-up, its people and what was published before",
                asks: Asked(always: [ReadDrafts.self, BuildRota.self]), parameters: [.unit],
                body: APIBody(schema: Self.periodSchema, example: ["start": "2026-02-02", "days": 28]),
                answer: .json(StoredProblemAnswer.self, "Its number.", status: .created, hasLocation: true),
                takesKey: true, problems: [.conflict]
            ) { call in
                let visit = try call.visit
                let unit: UnitID = call.id(.unit)
                try await self.store.check(ReadDrafts.self, on: unit, for: visit.caller)
                try await self.store.check(BuildRota.self, on: unit, for: visit.caller)
                let body = try await call.body()
                let loaded = try await self.loadedSetup(unit, visit)
                let answer: @Sendable (ProblemID) -> APIResult = { id in
                    .created(StoredProblemAnswer(problem: id.value), at: "/problems/\(id)")
                }
                let store = try call.store(self.store, for: body, answering: answer)
                guard let start = body.text("start").flatMap({ CalendarDate($0) }), let days: Int = body.whole("days")
                else {
                    throw ServerProblem.badValue("start", "", expected: "a date")
                }
                do {
                    var draft: WorkedDraft?
                    if let from = body.whole("from") {
                        draft = try await self.draft(BuildID(Int64(from)), of: loaded, visit)
                    }
                    let period = PeriodRequest(start: start, days: days)
                    return answer(
                        try await self.open(period, of: loaded, carrying: draft, in: store, visit))
                } catch let fault as FormFault {
                    throw ServerProblem.refused("unusable-setup", fault.message)
                }
            },
        ]
    }

    private static let periodSchema = JSONSchema.named(
        "PeriodRequest",
        .object([
            .always("start", .date, "the first date"),
            .always(
                "days", .whole(least: ProblemLimits.days.lowerBound, most: ProblemLimits.days.upperBound),
                "how many dates there are"),
            .maybe(
                "from", .serial,
                "a draft, by its build's number, whose shifts and pins are to be the new problem's first draft, as far as they go"
            ),
        ]))

    private static func bytes(of setup: UnitSetup) -> ByteBuffer { ByteBuffer(string: SetupFile.write(setup)) }
}
