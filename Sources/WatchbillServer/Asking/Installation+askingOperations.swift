internal import CrewRecords
internal import HTTPTypes
internal import RotaFormats
internal import RotaModel
internal import RotaRules
internal import WatchbillStore

extension Installation {
    /// What people ask for themselves: requests, exchanges, open shifts; and accounts of the year.
    var askingOperations: [APIOperation] {
        requestOperations + requestCallOperations + exchangeOperations + accountOperationsOfYears
    }

    // MARK: Requests

    private static let date = APIParameter.path("date", .date, "the date", example: "2027-05-01")

    private var requestOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/me/requests", id: "listRequests", group: "Asking",
                summary: "List what you have asked for, by dates", asks: Asked(always: [AskShifts.self]),
                answer: .json(RequestsAnswer.self, "All of it.")
            ) { call in
                .json(
                    RequestsAnswer(
                        items: try await self.store.ownRequests(for: try call.caller).map(RequestAnswer.init)))
            },
            APIOperation(
                method: .put, path: "/me/requests/{date}", id: "askForDate", group: "Asking",
                summary: "Ask for a shift or a day off, in place of what you asked for the date before",
                asks: Asked(always: [AskShifts.self]), parameters: [Self.date],
                body: APIBody(
                    schema: .named(
                        "Wish",
                        .object([
                            .always(
                                "wish", .choice(of: RequestWord.self), "what for; with a shift type where one is named"),
                            .maybe("shift", .id, "the shift type"),
                        ])), example: ["wish": "shiftOn", "shift": "E"]),
                answer: .nothing("It goes into the next period that is opened."), problems: [.conflict]
            ) { call in
                let caller = try call.caller
                try await self.store.checkOwn(AskShifts.self, for: caller)
                let body = try await call.body()
                let date = call.text(Self.date.name).flatMap { CalendarDate($0) } ?? CalendarDate(dayNumber: 0)
                let today = self.today(in: .utc)
                guard date >= today, date <= today.advanced(by: Self.farthest) else {
                    throw ServerProblem.badParameter(
                        "date", "it is \(date); one from \(today) to \(today.advanced(by: Self.farthest)) is expected.")
                }
                let word = RequestWord(rawValue: body.text("wish") ?? "")
                guard let wish = word?.wish(of: body.text("shift").map { ShiftTypeID($0) }) else {
                    throw ServerProblem.badValue(
                        "shift", body.text("shift") ?? "",
                        expected: "a shift type with shiftOn and shiftOff, and none else")
                }
                try await self.store.ask(for: wish, on: date, today: today, for: caller, at: call.now)
                return .nothing
            },
            APIOperation(
                method: .delete, path: "/me/requests/{date}", id: "withdrawRequest", group: "Asking",
                summary: "Take back what you have asked for a date", asks: Asked(always: [AskShifts.self]),
                parameters: [Self.date], answer: .nothing("It is not asked for any more.")
            ) { call in
                let date = call.text(Self.date.name).flatMap { CalendarDate($0) } ?? CalendarDate(dayNumber: 0)
                try await self.store.withdrawRequest(on: date, for: try call.caller)
                return .nothing
            },
        ]
    }

    // MARK: Exchanges

    private static let exchange = APIParameter.path("exchange", .serial, "the exchange's number", example: 1)

    private var exchangeOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/me/exchanges", id: "listExchanges", group: "Asking",
                summary: "List the newest exchanges that you have asked for or were asked",
                asks: Asked(always: [AskShifts.self]),
                answer: .json(ExchangesAnswer.self, "At most 100 of them, the newest first.")
            ) { call in
                .json(
                    ExchangesAnswer(
                        items: try await self.store.ownExchanges(limit: 100, for: try call.caller).map(
                            ExchangeAnswer.init)))
            },
            APIOperation(
                method: .get, path: "/units/{unit}/exchanges", id: "listOffers", group: "Asking",
                summary:
                    "List the legal exchanges of your shift on a date, or, without a date, the open shifts that you may take",
                asks: Asked(always: [AskShifts.self, ReadRota.self]),
                parameters: [
                    .unit, .query("date", .date, "of your shift; open shifts unless it is said", example: "2027-03-09"),
                ],
                answer: .json(ProposalsAnswer.self, "All of them.")
            ) { call in
                let visit = try call.visit
                try await self.store.checkOwn(AskShifts.self, for: visit.caller)
                let date = call.text("date").flatMap { CalendarDate($0) }
                let found = try await self.offers(in: call.id(.unit), on: date, visit)
                return .json(ProposalsAnswer(items: found.map(ProposalAnswer.init)))
            },
            APIOperation(
                method: .post, path: "/units/{unit}/exchanges", id: "askExchange", group: "Asking",
                summary: "Ask for an exchange of your shift, or for an open one",
                asks: Asked(always: [AskShifts.self, ReadRota.self]), parameters: [.unit],
                body: APIBody(schema: ProposalAnswer.schema, example: ProposalAnswer.example),
                answer: .json(ExchangeNumber.self, "Its number.", status: .created), takesKey: true,
                problems: [.conflict]
            ) { call in
                let visit = try call.visit
                let unit: UnitID = call.id(.unit)
                try await self.store.checkOwn(AskShifts.self, for: visit.caller)
                try await self.store.check(ReadRota.self, on: unit, for: visit.caller)
                let body = try await call.body()
                let proposal = ExchangeProposal(
                    asker: visit.person.id, other: body.text("other").map { PersonID($0) },
                    date: body.text("date").flatMap { CalendarDate($0) } ?? CalendarDate(dayNumber: 0),
                    shift: ShiftTypeID(body.text("shift") ?? ""),
                    otherDate: body.text("otherDate").flatMap { CalendarDate($0) },
                    otherShift: body.text("otherShift").map { ShiftTypeID($0) })
                let judged = try await self.judge(proposal, in: unit, visit)
                let answer: @Sendable (ExchangeID) -> APIResult = { .created(ExchangeNumber(exchange: $0.value)) }
                let store = try call.store(self.store, for: body, answering: answer)
                return answer(
                    try await store.ask(
                        for: proposal, in: unit, judged: judged, telling: self.exchangeWords, for: visit.caller,
                        at: call.now))
            },
            APIOperation(
                method: .put, path: "/me/exchanges/{exchange}/answer", id: "answerExchange", group: "Asking",
                summary: "Answer an exchange that you were asked for", asks: Asked(always: [AskShifts.self]),
                parameters: [Self.exchange], body: Self.yesOrNo, answer: .nothing("It is answered."),
                problems: [.conflict]
            ) { call in
                let visit = try call.visit
                try await self.store.checkOwn(AskShifts.self, for: visit.caller)
                let judged = try await self.judged(call, visit)
                try await self.store.answer(
                    call.serial(Self.exchange), with: judged, telling: self.exchangeWords, for: visit.caller,
                    at: call.now)
                return .nothing
            },
            APIOperation(
                method: .delete, path: "/me/exchanges/{exchange}", id: "withdrawExchange", group: "Asking",
                summary: "Take back an exchange that you have asked for", asks: Asked(always: [AskShifts.self]),
                parameters: [Self.exchange], answer: .nothing("Nothing comes of it."), problems: [.conflict]
            ) { call in
                try await self.store.withdrawExchange(
                    call.serial(Self.exchange), telling: self.exchangeWords, for: try call.caller, at: call.now)
                return .nothing
            },
            APIOperation(
                method: .get, path: "/exchanges", id: "listExchangesToDecide", group: "Asking",
                summary: "List the exchanges that wait for you to decide", asks: Asked(always: [PublishRota.self]),
                answer: .json(ExchangesAnswer.self, "All of them, the oldest first.")
            ) { call in
                let caller = try call.caller
                try await self.store.checkSomewhere(PublishRota.self, for: caller)
                return .json(
                    ExchangesAnswer(
                        items: try await self.store.exchangesToDecide(for: caller).map(ExchangeAnswer.init)))
            },
            APIOperation(
                method: .put, path: "/exchanges/{exchange}/decision", id: "decideExchange", group: "Asking",
                summary: "Publish what two have agreed on, or refuse it", asks: Asked(always: [PublishRota.self]),
                parameters: [Self.exchange], body: Self.yesOrNo, answer: .nothing("It is decided."),
                problems: [.conflict]
            ) { call in
                let visit = try call.visit
                try await self.store.checkSomewhere(PublishRota.self, for: visit.caller)
                let judged = try await self.judged(call, visit)
                try await self.store.decide(
                    call.serial(Self.exchange), with: judged, telling: self.exchangeWords, for: visit.caller,
                    at: call.now)
                return .nothing
            },
        ]
    }

    private static let yesOrNo = APIBody(
        schema: .named("YesOrNo", .object([.always("yes", .truth, "whether it shall be so")])), example: ["yes": true])

    /// What the body says yes to, held against the version in force; nil for a no.
    private func judged(_ call: APICall, _ visit: Visit) async throws -> JudgedExchange? {
        let body = try await call.body()
        let exchange = try await store.exchange(call.serial(Self.exchange), for: visit.caller).exchange
        return body["yes"] == .truth(true) ? try await judge(exchange.proposal, in: exchange.unit, visit) : nil
    }

    // MARK: Accounts of the year

    private static let year = APIParameter.query(
        "year", .whole(least: ProblemLimits.years.lowerBound, most: ProblemLimits.years.upperBound),
        "of which year; this one unless it is said", example: 2027)

    private var accountOperationsOfYears: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/me/account", id: "readOwnAccount", group: "Asking",
                summary: "Tell what you have carried in a year, and what would be fair",
                asks: Asked(always: [ReadSchedule.self], also: [ReadRota.self]), parameters: [Self.year],
                answer: .json(AccountAnswer.self, "The account.")
            ) { call in
                let visit = try call.visit
                let year = call.whole("year") ?? self.thisYear
                let entries = try await self.store.ownAccountEntries(in: year, for: visit.caller)
                return .json(AccountAnswer(try await self.account(of: visit.person.id, year, entries, visit)))
            },
            APIOperation(
                method: .get, path: "/people/{person}/account", id: "readAccount", group: "Asking",
                summary: "Tell what a person has carried in a year, and what would be fair",
                asks: Asked(always: [ReadSchedule.self, CorrectAccount.self], also: [ReadRota.self]),
                parameters: [.person, Self.year], answer: .json(AccountAnswer.self, "The account.")
            ) { call in
                let visit = try call.visit
                let (year, person) = (call.whole("year") ?? self.thisYear, call.id(.person) as PersonID)
                let entries = try await self.store.accountEntries(of: person, in: year, for: visit.caller, at: call.now)
                return .json(AccountAnswer(try await self.account(of: person, year, entries, visit)))
            },
            APIOperation(
                method: .post, path: "/people/{person}/account", id: "enterAccount", group: "Asking",
                summary: "Add to a person's account of a year", asks: Asked(always: [CorrectAccount.self]),
                parameters: [.person],
                body: APIBody(schema: AccountEntryAnswer.body, example: AccountEntryAnswer.bodyExample),
                answer: .json(AccountEntryAnswer.self, "It stands there.", status: .created), takesKey: true
            ) { call in
                let (visit, person) = (try call.visit, call.id(.person) as PersonID)
                try await self.store.check(CorrectAccount.self, on: person, for: visit.caller)
                let body = try await call.body()
                var change = LedgerEntry(person: person)
                for (field, path) in Self.fields { change[keyPath: path] = body.whole(field.name) ?? 0 }
                let entry = AccountEntry(
                    person: person, year: body.whole("year") ?? self.thisYear, change: change,
                    leave: body.whole("leave") ?? 0,
                    note: body.text("note") ?? "",
                    by: visit.person.id, at: call.now)
                let answer: @Sendable () -> APIResult = { .created(AccountEntryAnswer(entry)) }
                let store = try call.store(self.store, for: body) { (_: Void) in answer() }
                try await store.enter(entry, for: visit.caller)
                return answer()
            },
        ]
    }
}

/// What somebody may ask for a date, as the API names it.
enum RequestWord: String, CaseIterable {
    case dayOff, dayOn, shiftOn, shiftOff

    init(_ wish: Request.Wish) {
        self =
            switch wish {
            case .dayOff: .dayOff
            case .dayOn: .dayOn
            case .shiftOn: .shiftOn
            case .shiftOff: .shiftOff
            }
    }

    /// Nil: a shift type is missing, or too many.
    func wish(of shift: ShiftTypeID?) -> Request.Wish? {
        switch (self, shift) {
        case (.dayOff, nil): .dayOff
        case (.dayOn, nil): .dayOn
        case (.shiftOn, let shift?): .shiftOn(shift)
        case (.shiftOff, let shift?): .shiftOff(shift)
        default: nil
        }
    }
}
