internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaModel
internal import RotaRules
internal import WatchbillStore

extension Installation {
    /// Exchanges of published shifts: asking, answering, deciding; and open shifts.
    func addExchanges(to routes: inout Routes) {
        routes.get("/me/exchanges", asks: [ReadSchedule.self, AskShifts.self], also: [ReadRota.self]) { visit, _, _ in
            .html(try await self.exchangesPage(visit))
        }
        routes.get("/me/exchanges/new", asks: [ReadSchedule.self, AskShifts.self, ReadRota.self]) {
            visit, request, _ in
            .html(try await self.proposalsPage(visit, request))
        }
        routes.post("/me/exchanges", asks: [AskShifts.self, ReadRota.self]) { visit, request, _ in
            try await self.act(visit, request) { form in
                let (unit, proposal) = try Self.proposal(form, of: visit.person.id)
                let judged = try await self.judge(proposal, in: unit, visit)
                try await self.store.ask(
                    for: proposal, in: unit, judged: judged, telling: self.exchangeWords, for: visit.caller,
                    at: self.surroundings.now())
            }
        }
        routes.post("/me/exchanges/answer", asks: [AskShifts.self], also: [ReadRota.self]) { visit, request, _ in
            try await self.act(visit, request) { form in
                let exchange = try await self.exchange(form, visit)
                let judged =
                    form["answer"] == "yes" ? try await self.judge(exchange.proposal, in: exchange.unit, visit) : nil
                try await self.store.answer(
                    exchange.id, with: judged, telling: self.exchangeWords, for: visit.caller,
                    at: self.surroundings.now())
            }
        }
        routes.post("/me/exchanges/withdraw", asks: [AskShifts.self]) { visit, request, _ in
            try await self.act(visit, request) { form in
                let exchange = try await self.exchange(form, visit)
                try await self.store.withdrawExchange(
                    exchange.id, telling: self.exchangeWords, for: visit.caller, at: self.surroundings.now())
            }
        }
        routes.get("/rota/exchanges", asks: [ReadUnit.self, PublishRota.self]) { visit, _, _ in
            try await self.store.checkSomewhere(PublishRota.self, for: visit.caller)
            return .html(try await self.decidingPage(visit))
        }
        routes.post("/rota/exchanges", asks: [ReadUnit.self, PublishRota.self], also: [ReadRota.self]) {
            visit, request, _ in
            try await self.store.checkSomewhere(PublishRota.self, for: visit.caller)
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            do {
                let exchange = try await self.exchange(form, visit)
                let judged =
                    form["answer"] == "yes" ? try await self.judge(exchange.proposal, in: exchange.unit, visit) : nil
                try await self.store.decide(
                    exchange.id, with: judged, telling: self.exchangeWords, for: visit.caller,
                    at: self.surroundings.now())
                return .see("/rota/exchanges")
            } catch let problem as ServerProblem where problem.code == Self.notLegal {
                return .html(try await self.decidingPage(visit, refusal: problem.detail), status: problem.status)
            } catch let error as StoreError where error.code == .changedMeanwhile {
                return .html(try await self.decidingPage(visit, refusal: error.message), status: .conflict)
            }
        }
    }

    static let notLegal = "not-legal"

    /// How whoever else has to do with an exchange is told of it.
    var exchangeWords: ExchangeWords {
        { [pages] named, reader in
            pages.language.text(
                .noticeExchange,
                [
                    "state": pages.language[named.exchange.state.phrase],
                    "words": pages.words(for: named, seenBy: reader),
                ])
        }
    }

    /// Does something about an exchange, or shows the page again with why it cannot be done.
    private func act(
        _ visit: Visit, _ request: Request, _ act: (FormBody) async throws -> Void
    ) async throws -> Response {
        let form = try await FormBody(request)
        try door.check(form, of: visit)
        do {
            try await act(form)
            return .see("/me/exchanges")
        } catch let problem as ServerProblem where problem.code == Self.notLegal {
            return .html(try await exchangesPage(visit, refusal: problem.detail), status: problem.status)
        } catch let error as StoreError where [.changedMeanwhile, .tooMany].contains(error.code) {
            return .html(try await exchangesPage(visit, refusal: error.message), status: .conflict)
        }
    }

    private func exchange(_ form: FormBody, _ visit: Visit) async throws -> StoredExchange {
        guard let number: Int64 = try form.number("exchange") else {
            throw ServerProblem.badValue("exchange", "", expected: "the number of an exchange")
        }
        return try await store.exchange(ExchangeID(number), for: visit.caller).exchange
    }

    private static func proposal(
        _ form: FormBody, of asker: PersonID
    ) throws -> (unit: UnitID, proposal: ExchangeProposal) {
        guard let date = try form.date("date") else { throw ServerProblem.badValue("date", "", expected: "a date") }
        func id<Kind>(_ name: String) -> Identifier<Kind>? {
            form[name].flatMap { $0.isEmpty ? nil : Identifier($0) }
        }
        guard let unit: UnitID = id("unit"), let shift: ShiftTypeID = id("shift") else {
            throw ServerProblem.badValue("shift", "", expected: "a shift of a unit")
        }
        return (
            unit,
            ExchangeProposal(
                asker: asker, other: id("other"), date: date, shift: shift, otherDate: try form.date("otherDate"),
                otherShift: id("otherShift"))
        )
    }

    // MARK: Judging

    /// Holds an exchange against the version in force.
    ///
    /// - Throws: `ServerProblem`, `notLegal`, with why in words.
    ///
    /// - Parameter days: from how many days from today on shifts change hands.
    func judge(
        _ proposal: ExchangeProposal, in unit: UnitID, from days: Int = 1, _ visit: Visit
    ) async throws -> JudgedExchange {
        let now = surroundings.now()
        guard let published = try await store.published(in: unit, on: proposal.date, at: now, for: visit.caller) else {
            throw ServerProblem.refused(Self.notLegal, pages.language[.exchangeGone], status: .conflict)
        }
        let stored = try load(published.problem)
        let first = Self.firstOpenDate(stored.problem, now).advanced(by: days - 1)
        let isAhead = ([proposal.date] + (proposal.otherDate.map { [$0] } ?? [])).allSatisfy { $0 >= first }
        guard isAhead, proposal.asker != proposal.other, (proposal.otherDate == nil) == (proposal.otherShift == nil),
            proposal.other != nil || proposal.otherDate == nil,
            let rota = proposal.applied(to: published.rota, of: stored.problem)
        else { throw ServerProblem.refused(Self.notLegal, pages.language[.exchangeGone], status: .conflict) }
        // What changes hands counts for nobody's hours until it is judged.
        let loaded = try await current(
            stored,
            proposal.cells.reduce(into: published.rota) { rota, cell in
                guard let person = stored.problem.index(of: cell.person), let day = stored.problem.day(of: cell.date)
                else {
                    return
                }
                rota[person, day] = .off
            })
        guard loaded.judge.isLegal(proposal, in: published.rota) else {
            throw ServerProblem.refused(Self.notLegal, pages.language[.exchangeIllegal], status: .conflict)
        }
        return JudgedExchange(version: published.version.number, rota: rota)
    }

    /// Shifts are exchanged from tomorrow on.
    private static func firstOpenDate(_ problem: RotaProblem, _ now: Instant) -> CalendarDate {
        problem.unit.zone.date(at: now).advanced(by: 1)
    }

    /// What waits for the visitor: exchanges that they were asked for, and those that they may decide.
    func waiting(for visit: Visit) async throws -> (asked: Int, toDecide: Int) {
        let toDecide = try await store.exchangesToDecide(for: visit.caller).count
        do {
            let asked = try await store.ownExchanges(limit: 100, for: visit.caller).count {
                $0.exchange.state == .asked && $0.exchange.proposal.other == visit.person.id
            }
            return (asked, toDecide)
        } catch is Refusal {
            // A program that reads only is asked nothing.
            return (0, toDecide)
        }
    }

    // MARK: Pages

    private func exchangesPage(_ visit: Visit, refusal: String? = nil) async throws -> String {
        let (language, me) = (pages.language, visit.person.id)
        let all = try await store.ownExchanges(limit: 60, for: visit.caller)
        let own = try await ownShifts(visit, since: today(in: .utc).advanced(by: -2))
        func hidden(_ exchange: StoredExchange) -> [FormPage.Hidden] {
            [FormPage.Hidden(name: "exchange", value: "\(exchange.id)")]
        }
        let asked = all.filter { $0.exchange.state == .asked && $0.exchange.proposal.other == me }.map { named in
            let words = pages.words(for: named, seenBy: me)
            return AskingPage.Line(words: words).asking(
                "/me/exchanges/answer", hidden(named.exchange),
                AskingPage.Button(
                    name: "answer", value: "yes", text: language[.exchangeYes],
                    label: "\(language[.exchangeYes]): \(words)", isFirst: true),
                AskingPage.Button(
                    name: "answer", value: "no", text: language[.exchangeNo],
                    label: "\(language[.exchangeNo]): \(words)"))
        }
        let rest = all.filter { $0.exchange.state != .asked || $0.exchange.proposal.other != me }.map { named in
            let words = pages.words(for: named, seenBy: me)
            let line = AskingPage.Line(words: words, note: language[named.exchange.state.phrase])
            guard named.exchange.state.isOpen, named.exchange.proposal.asker == me else { return line }
            return line.asking(
                "/me/exchanges/withdraw", hidden(named.exchange),
                AskingPage.Button(
                    name: "do", value: "withdraw", text: language[.askWithdraw],
                    label: "\(language[.askWithdraw]): \(words)"))
        }
        let now = surroundings.now()
        let mine = own.shifts.shifts.filter { $0.date > own.zone.date(at: now) }.prefix(14).map { shift in
            let day = language.day(shift.date)
            let unit = LocalAddress.inQuery(shift.unit.id.rawValue)
            return AskingPage.Line(
                chip: "s\(shift.type.colour)", letter: shift.type.id.rawValue,
                words: "\(day) \(language.times(of: shift.type, on: shift.date, in: shift.unit.zone))",
                link: AskingPage.Link(
                    address: "/me/exchanges/new?unit=\(unit)&date=\(shift.date)", name: language[.exchangeFind],
                    label: "\(language[.exchangeFind]): \(day)"))
        }
        let open = try await openShifts(visit)
        let sections = [
            AskingPage.Section(id: "asked", title: language[.exchangeAsked], lines: asked),
            AskingPage.Section(
                id: "mine", title: language[.exchangeMine], empty: mine.isEmpty ? language[.todayFree] : nil,
                lines: Array(mine)),
            AskingPage.Section(
                id: "open", title: language[.exchangeOpen], empty: open.isEmpty ? language[.exchangeOpenNone] : nil,
                lines: open),
            AskingPage.Section(id: "all", title: language[.exchangeAll], lines: rest),
        ]
        return pages.askingPage(
            AskingPage(
                title: language[.exchanges], refusal: refusal, intro: language[.exchangesIntro],
                sections: sections.filter { !$0.lines.isEmpty || $0.empty != nil },
                links: [RotaPage.Link(address: "/today", name: language[.placeToday], isHere: false)]),
            form: door.formToken(for: visit))
    }

    /// The legal exchanges of the visitor's shift on a date; without one, the open shifts that they may take.
    ///
    /// - Throws: `Refusal` for whoever may not read the unit's rota.
    func offers(in unit: UnitID, on date: CalendarDate?, _ visit: Visit) async throws -> [ExchangeProposal] {
        let now = surroundings.now()
        guard let date else { return try await openShifts(in: unit, visit).map(\.proposal) }
        guard let published = try await store.published(in: unit, on: date, at: now, for: visit.caller) else {
            return []
        }
        let stored = try load(published.problem)
        let first = Self.firstOpenDate(stored.problem, now)
        guard date >= first else { return [] }
        return try await current(stored, published.rota).judge.exchanges(
            of: visit.person.id, on: date, in: published.rota, from: first)
    }

    /// The open shifts of a unit that the visitor may take, with what they are of: of each version that is in force on all of
    /// its dates.
    private func openShifts(
        in unit: UnitID, _ visit: Visit
    ) async throws -> [(proposal: ExchangeProposal, problem: RotaProblem)] {
        let (today, now) = (today(in: .utc), surroundings.now())
        let versions = try await store.published(in: unit, over: today...today.advanced(by: 60), for: visit.caller)
        var found: [(proposal: ExchangeProposal, problem: RotaProblem)] = []
        for (number, version) in versions.enumerated() {
            let isSuperseded = versions[(number + 1)...].contains {
                $0.version.first <= version.version.last && $0.version.last >= version.version.first
            }
            guard !isSuperseded else { continue }
            let loaded = try await current(try load(version.problem), version.rota)
            let first = Self.firstOpenDate(loaded.problem, now)
            found += loaded.judge.takeable(by: visit.person.id, in: version.rota, from: first).prefix(40)
                .map { (proposal: $0, problem: loaded.problem) }
        }
        return found
    }

    /// Open shifts of the visitor's units, each with a button.
    private func openShifts(_ visit: Visit) async throws -> [AskingPage.Line] {
        let language = pages.language
        var lines: [AskingPage.Line] = []
        for unit in Set(visit.person.memberships.map(\.id)).sorted() {
            guard (try? visit.caller.permit(ReadRota.self, on: unit)) != nil else { continue }
            for (proposal, problem) in try await openShifts(in: unit, visit) {
                guard let shift = problem.index(of: proposal.shift) else { continue }
                let type = problem[shift]
                let day = language.day(proposal.date)
                lines.append(
                    AskingPage.Line(
                        chip: "s\(type.colour)", letter: type.id.rawValue,
                        words: "\(day) \(language.times(of: type, on: proposal.date, in: problem.unit.zone))"
                    ).asking(
                        "/me/exchanges",
                        [
                            FormPage.Hidden(name: "unit", value: unit.rawValue),
                            FormPage.Hidden(name: "date", value: proposal.date.description),
                            FormPage.Hidden(name: "shift", value: proposal.shift.rawValue),
                        ],
                        AskingPage.Button(
                            name: "do", value: "take", text: language[.exchangeTake],
                            label: "\(language[.exchangeTake]): \(type.id), \(day)")))
            }
        }
        return lines
    }

    /// The legal exchanges of one of the visitor's shifts.
    private func proposalsPage(_ visit: Visit, _ request: Request) async throws -> String {
        try await store.checkOwn(AskShifts.self, for: visit.caller)
        let (language, me) = (pages.language, visit.person.id)
        let query = request.uri.queryParameters
        let unit = UnitID(query.get("unit") ?? "")
        guard let date = CalendarDate(query.get("date") ?? "") else {
            throw ServerProblem.badValue("date", query.get("date") ?? "", expected: "a date such as 2026-01-31")
        }
        let now = surroundings.now()
        guard let published = try await store.published(in: unit, on: date, at: now, for: visit.caller) else {
            throw ServerProblem.noRota
        }
        let loaded = try load(published.problem)
        let problem = loaded.problem
        let proposals = try await offers(in: unit, on: date, visit)
        let names = Dictionary(problem.people.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
        let sections = problem.people.compactMap { person -> AskingPage.Section? in
            let theirs = proposals.filter { $0.other == person.id }
            guard !theirs.isEmpty else { return nil }
            return AskingPage.Section(
                id: "p-\(LocalAddress.inQuery(person.id.rawValue))", title: person.name,
                lines: theirs.map { proposal in
                    let words = proposalWords(proposal, problem)
                    return AskingPage.Line(words: words).asking(
                        "/me/exchanges",
                        [
                            FormPage.Hidden(name: "unit", value: unit.rawValue),
                            FormPage.Hidden(name: "date", value: proposal.date.description),
                            FormPage.Hidden(name: "shift", value: proposal.shift.rawValue),
                            FormPage.Hidden(name: "other", value: proposal.other?.rawValue ?? ""),
                            FormPage.Hidden(name: "otherDate", value: proposal.otherDate?.description ?? ""),
                            FormPage.Hidden(name: "otherShift", value: proposal.otherShift?.rawValue ?? ""),
                        ],
                        AskingPage.Button(
                            name: "do", value: "ask", text: language[.exchangeAsk],
                            label: "\(language[.exchangeAsk]) \(names[person.id] ?? ""): \(words)"))
                })
        }
        let shift = loaded.problem.index(of: me).flatMap { person in
            problem.day(of: date).flatMap { published.rota[person, $0].shift.map { problem[$0] } }
        }
        let what = shift.map { "\($0.id) \($0.name), \(language.day(date))" } ?? language.day(date)
        return pages.askingPage(
            AskingPage(
                title: language.text(.exchangeOf, ["shift": what]),
                intro: language[sections.isEmpty ? .exchangeNobody : .exchangeLegal], sections: sections,
                links: [RotaPage.Link(address: "/me/exchanges", name: language[.exchanges], isHere: false)]),
            form: door.formToken(for: visit))
    }

    /// `You are off then`, `You get E on Wed 7 Jan`.
    private func proposalWords(_ proposal: ExchangeProposal, _ problem: RotaProblem) -> String {
        guard let date = proposal.otherDate, let shift = proposal.otherShift else {
            return pages.language[.exchangeGift]
        }
        let name = problem.shiftTypes.first { $0.id == shift }.map { "\($0.id) \($0.name)" } ?? "\(shift)"
        return pages.language.text(.exchangeBack, ["shift": name, "day": pages.language.day(date)])
    }

    private func decidingPage(_ visit: Visit, refusal: String? = nil) async throws -> String {
        let language = pages.language
        let tree = try await store.unitTree(for: visit.caller)
        let lines = try await store.exchangesToDecide(for: visit.caller).map { named in
            let words = pages.words(for: named, seenBy: nil)
            return AskingPage.Line(words: words, note: tree[named.exchange.unit]?.name).asking(
                "/rota/exchanges", [FormPage.Hidden(name: "exchange", value: "\(named.exchange.id)")],
                AskingPage.Button(
                    name: "answer", value: "yes", text: language[.exchangeApprove],
                    label: "\(language[.exchangeApprove]): \(words)", isFirst: true),
                AskingPage.Button(
                    name: "answer", value: "no", text: language[.exchangeRefuse],
                    label: "\(language[.exchangeRefuse]): \(words)"))
        }
        return pages.askingPage(
            AskingPage(
                title: language[.exchangesToDecide], refusal: refusal, intro: language[.exchangesToDecideIntro],
                sections: [
                    AskingPage.Section(
                        id: "toDecide", title: language[.exchanges],
                        empty: lines.isEmpty ? language[.exchangesNoneToDecide] : nil, lines: lines)
                ], links: [RotaPage.Link(address: "/rota", name: language[.rota], isHere: false)]),
            place: .rota, form: door.formToken(for: visit))
    }
}

extension StoredExchange.State {
    var phrase: Phrase {
        switch self {
        case .asked: .exchangeStateAsked
        case .agreed: .exchangeStateAgreed
        case .done: .exchangeStateDone
        case .declined: .exchangeStateDeclined
        case .withdrawn: .exchangeStateWithdrawn
        case .refused: .exchangeStateRefused
        }
    }
}

extension PageRenderer {
    /// What an exchange would do, as one of the two sees it, or somebody else.
    func words(for named: NamedExchange, seenBy person: PersonID?) -> String {
        let proposal = named.exchange.proposal
        var values = [
            ("shift", "\(proposal.shift)"), ("day", language.day(proposal.date)), ("asker", named.asker),
            ("other", named.other ?? ""),
        ]
        let phrases: (asker: Phrase, other: Phrase, else: Phrase)
        if let date = proposal.otherDate, let shift = proposal.otherShift {
            values += [("otherShift", "\(shift)"), ("otherDay", language.day(date))]
            phrases = (.swapYours, .swapTheirs, .swapBoth)
        } else if proposal.other != nil {
            phrases = (.giveYours, .giveTheirs, .giveBoth)
        } else {
            phrases = (.takeYours, .takeBoth, .takeBoth)
        }
        let phrase = person == proposal.asker ? phrases.asker : person == proposal.other ? phrases.other : phrases.else
        return values.reduce(language[phrase]) { $0.replacing("{\($1.0)}", with: $1.1) }
    }
}
