internal import CrewMessages
internal import CrewRecords
internal import HTTPTypes
internal import RotaFormats
internal import RotaModel
internal import RotaRules
internal import WatchbillStore

extension Installation {
    private static let call = APIParameter.path("call", .serial, "the cover call's number", example: 1)

    private static let starting = JSONSchema.named(
        "CoverRequest",
        .object([
            .always("date", .date, "the date on which the shift begins"), .always("shift", .id, "its type"),
            .maybe("leaver", .id, "who drops out; an open shift unless it is said"),
            .maybe(
                "patience", .whole(least: 1, most: 240),
                "minutes that each is asked alone; all at once unless it is said"),
            .maybe("minutes", .whole(least: 5, most: 7 * 1440), "how long it is looked for; 240 unless it is said"),
        ]))

    /// Cover calls.
    var coverOperations: [APIOperation] {
        [
            APIOperation(
                method: .post, path: "/units/{unit}/cover-calls", id: "startCover", group: "Messages",
                summary: "Ask those who may take a free shift, in a fair order",
                asks: Asked(always: [PublishRota.self, ReadRota.self, ReadDrafts.self]), parameters: [.unit],
                body: APIBody(
                    schema: Self.starting,
                    example: ["date": "2027-03-09", "shift": "E", "leaver": "okafor", "patience": 15]),
                answer: .json(CoverNumber.self, "Its number.", status: .created, hasLocation: true), takesKey: true,
                problems: [.conflict]
            ) { call in
                let (visit, unit) = (try call.visit, call.id(.unit) as UnitID)
                try await self.store.check(PublishRota.self, on: unit, for: visit.caller)
                try await self.store.check(ReadRota.self, on: unit, for: visit.caller)
                try await self.store.check(ReadDrafts.self, on: unit, for: visit.caller)
                let body = try await call.body()
                guard let date = body.text("date").flatMap({ CalendarDate($0) }) else {
                    throw ServerProblem.badValue("date", "", expected: "a date")
                }
                let vacancy = Vacancy(
                    date: date, shift: ShiftTypeID(body.text("shift") ?? ""),
                    leaver: body.text("leaver").map { PersonID($0) })
                let answer: @Sendable (CoverCallID) -> APIResult = { id in
                    .created(CoverNumber(call: id.value), at: "/cover-calls/\(id)")
                }
                let store = try call.store(self.store, for: body, answering: answer)
                do {
                    return answer(
                        try await self.startCover(
                            vacancy, in: unit, patience: body.whole("patience").map { Minutes($0) },
                            minutes: body.whole("minutes") ?? 240, in: store, visit))
                } catch let fault as FormFault {
                    throw ServerProblem.refused("no-cover", fault.message)
                }
            },
            APIOperation(
                method: .get, path: "/cover-calls", id: "listCovers", group: "Messages",
                summary: "List the newest cover calls of the units whose rotas you publish",
                asks: Asked(always: [PublishRota.self]),
                answer: .json(ListAnswer<CoverAnswer>.self, "At most 100 of them, the newest first.")
            ) { call in
                try await self.store.checkSomewhere(PublishRota.self, for: try call.caller)
                let covers = try await self.store.covers(limit: 100, for: try call.caller)
                return .json(ListAnswer(items: covers.map(CoverAnswer.init), next: nil))
            },
            APIOperation(
                method: .get, path: "/cover-calls/{call}", id: "readCover", group: "Messages",
                summary:
                    "Tell of a cover call: all of it to those who publish the rota, your own part if you were asked",
                asks: Asked(always: [], either: [PublishRota.self, ReadMessages.self]), parameters: [Self.call],
                answer: .json(CoverAnswer.self, "The cover call.")
            ) { call in
                .json(CoverAnswer(try await self.store.cover(call.serial(Self.call), for: try call.caller)))
            },
            APIOperation(
                method: .put, path: "/cover-calls/{call}/answer", id: "answerCover", group: "Messages",
                summary: "Say whether you take a shift that you were offered; the first yes gets it",
                asks: Asked(always: [AskShifts.self, ReadMessages.self], also: [ReadRota.self]),
                parameters: [Self.call],
                body: APIBody(
                    schema: .named("CoverAnswerRequest", .object([.always("agreed", .truth, "whether you take it")])),
                    example: ["agreed": true]), answer: .nothing("It is yours, or your no is written down."),
                problems: [.conflict]
            ) { call in
                let visit = try call.visit
                try await self.store.checkOwn(AskShifts.self, for: visit.caller)
                let cover = try await self.store.cover(call.serial(Self.call), for: visit.caller)
                let body = try await call.body()
                let reply = try await self.answer(cover, isYes: body.isTrue("agreed"), visit)
                if let words = self.words(for: reply, of: cover) {
                    throw ServerProblem.refused("taken", words, status: .conflict)
                }
                return .nothing
            },
            APIOperation(
                method: .put, path: "/cover-calls/{call}/withdrawn", id: "withdrawCover", group: "Messages",
                summary: "End a cover call without anybody", asks: Asked(always: [PublishRota.self]),
                parameters: [Self.call], answer: .nothing("Nobody is asked any more.")
            ) { call in
                let visit = try call.visit
                let id: CoverCallID = call.serial(Self.call)
                try await self.store.withdrawCover(id, for: visit.caller, at: call.now)
                self.ring(try await self.store.cover(id, for: visit.caller))
                return .nothing
            },
        ]
    }
}

/// A cover call just begun.
struct CoverNumber: APIValue {
    let call: Int64

    static let schema = JSONSchema.named("CoverNumber", .object([.always("call", .serial, "the cover call's number")]))

    static let example: JSONContent = ["call": 3]
}

/// A cover call with its ledger.
struct CoverAnswer: APIValue {
    struct Offer: Encodable, Sendable {
        let person: String
        let name: String
        let carried: Int
        let minutes: Int
        let cost: Int
        let offeredAt: String?
        let agreed: Bool?
        let answeredAt: String?

        static let schema = JSONSchema.named(
            "CoverOffer",
            .object([
                .always("person", .words, "the person's id"), .always("name", .words, "their name"),
                .always("carried", .count, "how many shifts of that kind they had carried this year"),
                .always("minutes", .count, "that they had in the rota"),
                .always("cost", .whole(least: nil, most: nil), "by how much the penalty would change"),
                .maybe("offeredAt", .instant, "when they were asked"), .maybe("agreed", .truth, "their answer"),
                .maybe("answeredAt", .instant, "when it came"),
            ]))
    }

    let call: Int64
    let unit: String
    let date: String
    let shift: String
    let leaver: String?
    let startedBy: String
    let startedAt: String
    let closesAt: String
    let patience: Int?
    let state: String
    let awardedTo: String?
    let offers: [Offer]

    init(_ cover: StoredCover) {
        call = cover.id.value
        unit = cover.unit.rawValue
        date = cover.date.description
        shift = cover.shift.rawValue
        leaver = cover.leaver?.rawValue
        startedBy = cover.startedBy.rawValue
        startedAt = cover.call.startedAt.rfc3339
        closesAt = cover.call.closesAt.rfc3339
        patience = if case .inTurn(let patience) = cover.call.order { patience.value } else { nil }
        switch cover.call.end {
        case .awarded(let person, _): (state, awardedTo) = ("awarded", person.rawValue)
        case .nobody: (state, awardedTo) = ("nobody", nil)
        case .withdrawn: (state, awardedTo) = ("withdrawn", nil)
        case nil: (state, awardedTo) = ("open", nil)
        }
        offers = zip(cover.candidates, cover.call.offers).map { candidate, offer in
            Offer(
                person: candidate.person.rawValue, name: candidate.name, carried: candidate.carried,
                minutes: candidate.minutes.value, cost: candidate.cost, offeredAt: offer.offeredAt?.rfc3339,
                agreed: offer.answer?.isYes, answeredAt: offer.answer?.at.rfc3339)
        }
    }

    static let schema = JSONSchema.named(
        "CoverCall",
        .object([
            .always("call", .serial, "its number"), .always("unit", .words, "the unit's id"),
            .always("date", .date, "the date on which the shift begins"), .always("shift", .words, "its type"),
            .maybe("leaver", .words, "who drops out; missing: it was open"),
            .always("startedBy", .words, "who has begun it"), .always("startedAt", .instant, "when"),
            .always("closesAt", .instant, "until when it is looked for"),
            .maybe("patience", .count, "minutes that each is asked alone; missing: all at once"),
            .always("state", .choice(of: ["open", "awarded", "nobody", "withdrawn"]), "how it stands"),
            .maybe("awardedTo", .words, "who has got it"),
            .always("offers", .list(of: Offer.schema, most: nil), "by the rank that they had when it began"),
        ]))

    static let example: JSONContent = [
        "call": 3, "unit": "ward-7", "date": "2027-03-09", "shift": "E", "leaver": "okafor",
        "startedBy": "lindqvist", "startedAt": "2027-03-08T06:30:00Z", "closesAt": "2027-03-08T10:30:00Z",
        "patience": 15, "state": "awarded", "awardedTo": "ortega",
        "offers": [
            [
                "person": "ortega", "name": "A. Ortega", "carried": 4, "minutes": 7200, "cost": 10,
                "offeredAt": "2027-03-08T06:30:00Z", "agreed": true, "answeredAt": "2027-03-08T06:34:00Z",
            ]
        ],
    ]
}
