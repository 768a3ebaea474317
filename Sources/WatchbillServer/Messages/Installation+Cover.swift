internal import CrewMessages
internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaModel
internal import RotaRules
internal import WatchbillStore

extension Installation {
    /// Cover calls: who may take a free shift, asking them, and the ledger of it.
    func addCover(to routes: inout Routes) {
        routes.get("/cover", asks: [ReadUnit.self, PublishRota.self], also: [ReadRota.self]) { visit, request, _ in
            try await self.store.checkSomewhere(PublishRota.self, for: visit.caller)
            return .html(try await self.coversPage(visit, request))
        }
        routes.get("/cover/new", asks: [PublishRota.self, ReadRota.self, ReadDrafts.self]) { visit, request, _ in
            try await self.store.checkSomewhere(PublishRota.self, for: visit.caller)
            let query = request.uri.queryParameters
            var values: [String: String] = [:]
            for name in ["unit", "date", "shift", "leaver"] { values[name] = query.get(name) }
            return .html(try await self.newCoverPage(FormBody(values), visit))
        }
        routes.post("/cover", asks: [PublishRota.self, ReadRota.self, ReadDrafts.self]) { visit, request, _ in
            try await self.store.checkSomewhere(PublishRota.self, for: visit.caller)
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            do {
                let id = try await self.startCover(form, visit)
                return .see("/cover/\(id)")
            } catch let fault as FormFault {
                return .html(
                    try await self.newCoverPage(form, visit, refusal: fault.message), status: .unprocessableContent)
            } catch let error as StoreError where error.code == .tooMany {
                return .html(try await self.newCoverPage(form, visit, refusal: error.message), status: .conflict)
            }
        }
        routes.get("/cover/:call", asks: [ReadMessages.self], also: [PublishRota.self]) { visit, _, context in
            .html(try await self.coverPage(try await self.cover(context, visit), visit))
        }
        routes.post("/cover/:call/answer", asks: [AskShifts.self, ReadMessages.self], also: [ReadRota.self]) {
            visit, request, context in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            let cover = try await self.cover(context, visit)
            do {
                let reply = try await self.answer(cover, isYes: form["answer"] == "yes", visit)
                guard let words = self.words(for: reply, of: cover) else { return .see("/cover/\(cover.id)") }
                return .html(try await self.coverPage(cover, visit, refusal: words), status: .conflict)
            } catch let problem as ServerProblem where problem.code == Self.notLegal {
                return .html(try await self.coverPage(cover, visit, refusal: problem.detail), status: problem.status)
            }
        }
        routes.post("/cover/:call/withdraw", asks: [PublishRota.self], also: [ReadMessages.self]) {
            visit, request, context in
            try self.door.check(try await FormBody(request), of: visit)
            let cover = try await self.cover(context, visit)
            try await self.store.withdrawCover(cover.id, for: visit.caller, at: self.surroundings.now())
            self.ring(cover)
            return .see("/cover/\(cover.id)")
        }
    }

    private func cover(_ context: WebContext, _ visit: Visit) async throws -> StoredCover {
        guard let number = Int64(context.parameters.get("call") ?? "") else { throw Refusal.hidden }
        return try await store.cover(CoverCallID(number), for: visit.caller)
    }

    func ring(_ cover: StoredCover) {
        for person in cover.call.offers.map(\.person) + [cover.startedBy] { messageBell.ring(person) }
    }

    // MARK: Doing

    /// Who may take a free shift, in the order in which they are asked.
    ///
    /// - Throws: `Refusal`; `FormFault` if the rota in force does not have that shift.
    func candidates(
        for vacancy: Vacancy, in unit: UnitID, _ visit: Visit
    ) async throws -> (candidates: [CoverCandidate], problem: RotaProblem) {
        try await store.check(PublishRota.self, on: unit, for: visit.caller)
        return try await candidates(for: vacancy, in: unit, as: visit.caller)
    }

    /// The same for Watchbill itself, which asks the table of permissions before it tells anybody.
    ///
    /// - Parameter caller: whoever publishes the unit's rota, or `SystemJob.hours`.
    func candidates(
        for vacancy: Vacancy, in unit: UnitID, as caller: Caller
    ) async throws -> (candidates: [CoverCandidate], problem: RotaProblem) {
        let now = surroundings.now()
        let published = try await store.published(in: unit, on: vacancy.date, at: now, for: caller)
        guard let published else { throw FormFault(pages.language[.exchangeGone]) }
        let loaded = try await current(try load(published.problem), published.rota)
        let problem = loaded.problem
        guard let shift = problem.index(of: vacancy.shift), let day = problem.day(of: vacancy.date) else {
            throw FormFault(pages.language[.exchangeGone])
        }
        if let leaver = vacancy.leaver {
            guard let row = problem.index(of: leaver), published.rota[row, day].shift == shift else {
                throw FormFault(pages.language[.exchangeGone])
            }
        }
        // Of one that has begun somebody may still take the rest.
        guard ShiftTimes(problem).end(of: shift, on: day) > now else {
            throw FormFault(pages.language[.coverBegun])
        }
        let away = try await store.unitAbsences(
            in: unit, from: vacancy.date, through: vacancy.date, for: caller)
        let year = CalendarDate(year: vacancy.date.components.year, month: 1, day: 1) ?? vacancy.date
        let versions = try await store.published(in: unit, over: year...vacancy.date, for: caller)
        let past = PastRotas(try versions.map { DatedRota($0.rota, of: try self.load($0.problem).problem) })
        return (
            loaded.judge.candidates(
                for: vacancy, in: published.rota, past: past, away: Set(away.map(\.person))), problem
        )
    }

    /// - Parameters:
    ///   - patience: how long each is asked alone; nil: all at once.
    ///   - minutes: how long it is looked for.
    ///   - preferred: who is asked before all others.
    /// - Throws: `FormFault` if nobody may take it.
    func startCover(
        _ vacancy: Vacancy, in unit: UnitID, patience: Minutes?, minutes: Int, first preferred: PersonID? = nil,
        in store: Store? = nil, _ visit: Visit
    ) async throws -> CoverCallID {
        let language = pages.language
        let (found, problem) = try await candidates(for: vacancy, in: unit, visit)
        let candidates = found.filter { $0.person == preferred } + found.filter { $0.person != preferred }
        guard !candidates.isEmpty else { throw FormFault(language[.coverNobody]) }
        guard let shift = problem.index(of: vacancy.shift).map({ problem[$0] }) else {
            throw FormFault(language[.exchangeGone])
        }
        let now = surroundings.now()
        let text = language.text(
            .coverQuestion,
            [
                "shift": "\(shift.id) \(shift.name)", "day": language.day(vacancy.date),
                "times": language.times(of: shift, on: vacancy.date, in: problem.unit.zone),
                "unit": problem.unit.name,
            ])
        let new = NewCover(
            unit: unit, date: vacancy.date, shift: vacancy.shift, leaver: vacancy.leaver,
            order: patience.map { .inTurn(patience: $0) } ?? .allAtOnce, closesAt: now.adding(.minutes(minutes)),
            candidates: candidates.prefix(200).map {
                StoredCover.Candidate(
                    person: $0.person, name: $0.name, carried: $0.carried, minutes: $0.minutes, cost: $0.cost)
            }, text: text, choices: [language[.coverYes], language[.coverNo]])
        let id = try await (store ?? self.store).startCover(new, for: visit.caller, at: now)
        for candidate in candidates { messageBell.ring(candidate.person) }
        return id
    }

    private func startCover(_ form: FormBody, _ visit: Visit) async throws -> CoverCallID {
        let (unit, vacancy) = try Self.vacancy(form)
        guard let minutes = Int(form.text("minutes")), (5...7 * 1440).contains(minutes),
            let patience = Int(form.text("patience")), (0...240).contains(patience)
        else { throw ServerProblem.badValue("minutes", form.text("minutes"), expected: "one of those on the page") }
        return try await startCover(
            vacancy, in: unit, patience: patience == 0 ? nil : Minutes(patience), minutes: minutes, visit)
    }

    private static func vacancy(_ form: FormBody) throws -> (unit: UnitID, vacancy: Vacancy) {
        guard let date = try form.date("date"), !form.text("unit").isEmpty, !form.text("shift").isEmpty else {
            throw ServerProblem.badValue("date", form.text("date"), expected: "a unit, a date and a shift type")
        }
        let leaver = form.text("leaver")
        return (
            UnitID(form.text("unit")),
            Vacancy(
                date: date, shift: ShiftTypeID(form.text("shift")), leaver: leaver.isEmpty ? nil : PersonID(leaver))
        )
    }

    /// The answer of somebody who was asked, judged anew against the rota in force.
    ///
    /// - Throws: `ServerProblem`, `notLegal`, if the shift cannot be theirs any more.
    func answer(_ cover: StoredCover, isYes: Bool, _ visit: Visit) async throws -> CoverReply {
        let now = surroundings.now()
        var judged: JudgedExchange?
        if isYes, cover.call.end == nil {
            let vacancy = Vacancy(date: cover.date, shift: cover.shift, leaver: cover.leaver)
            // A night that began yesterday may still be taken.
            judged = try await judge(vacancy.taken(by: visit.person.id), in: cover.unit, from: -1, visit)
        } else if isYes {
            // Over already: whoever was first, it is not judged any more.
            judged = JudgedExchange(version: 0, rota: Rota(peopleCount: 0, dayCount: 0))
        }
        let reply = try await store.answerCover(
            cover.id, pages.language[isYes ? .coverYes : .coverNo], with: judged, for: visit.caller, at: now)
        ring(cover)
        return reply
    }

    /// Why an answer comes to nothing; nil: it was taken.
    func words(for reply: CoverReply, of cover: StoredCover) -> String? {
        switch reply.verdict {
        case .awarded, .noted, .theirsAlready: nil
        case .taken: pages.language[.coverTaken]
        case .over, .notAsked: pages.language[.coverOver]
        }
    }

    // MARK: Pages

    private func coversPage(_ visit: Visit, _ request: Request) async throws -> String {
        let language = pages.language
        let tree = try await store.unitTree(for: visit.caller)
        let units = (tree.root.map { [$0] + tree.units(below: $0) } ?? []).filter {
            (try? visit.caller.permit(PublishRota.self, on: $0)) != nil
        }
        let query = request.uri.queryParameters
        let own = visit.person.memberships.map(\.id)
        let asked = query.get("unit").map { UnitID($0) }
        if let asked, !units.contains(asked) { throw Refusal.hidden }
        guard let unit = asked ?? units.first(where: own.contains) ?? units.first, let crew = tree[unit] else {
            throw Refusal.forbidden
        }
        let now = surroundings.now()
        let date: CalendarDate
        if let text = query.get("date") {
            guard let named = CalendarDate(text) else {
                throw ServerProblem.badValue("date", text, expected: "a date such as 2026-01-31")
            }
            date = named
        } else {
            // Today, or the first date there is a rota of.
            let today = crew.zone.date(at: now)
            date = try await store.inForce(in: unit, from: today, for: visit.caller).first?.dates.lowerBound ?? today
        }
        var lines: [AskingPage.Line] = []
        if let published = try await store.published(in: unit, on: date, at: now, for: visit.caller),
            let day = try load(published.problem).problem.day(of: date)
        {
            let loaded = try load(published.problem)
            let problem = loaded.problem
            func line(_ shift: ShiftType, _ words: String, _ leaver: PersonID?) -> AskingPage.Line {
                var address = "/cover/new?unit=\(LocalAddress.inQuery(unit.rawValue))&date=\(date)"
                address += "&shift=\(LocalAddress.inQuery(shift.id.rawValue))"
                if let leaver { address += "&leaver=\(LocalAddress.inQuery(leaver.rawValue))" }
                return AskingPage.Line(
                    chip: "s\(shift.colour)", letter: shift.id.rawValue, words: words,
                    link: AskingPage.Link(
                        address: address, name: language[.coverFind], label: "\(language[.coverFind]): \(words)"))
            }
            for (_, shift) in loaded.judge.openShifts(in: published.rota, from: date).filter({ $0.date == date }) {
                guard let type = problem.index(of: shift).map({ problem[$0] }) else { continue }
                lines.append(line(type, language[.coverOpenShift], nil))
            }
            for person in problem.personIndices {
                guard let shift = published.rota[person, day].shift else { continue }
                lines.append(line(problem[shift], problem[person].name, problem[person].id))
            }
        }
        let newest = try await store.covers(limit: 20, for: visit.caller).map { cover in
            AskingPage.Line(
                words: "\(tree[cover.unit]?.name ?? cover.unit.rawValue), \(language.day(cover.date)): \(cover.shift)",
                note: words(forStateOf: cover),
                link: AskingPage.Link(
                    address: "/cover/\(cover.id)", name: language[.coverLook],
                    label: "\(language[.coverLook]) \(cover.id)"))
        }
        let day = { (days: Int) in
            RotaPage.Link(
                address: "/cover?unit=\(LocalAddress.inQuery(unit.rawValue))&date=\(date.advanced(by: days))",
                name: language.day(date.advanced(by: days)), isHere: false)
        }
        let sections = [
            AskingPage.Section(
                id: "day", title: "\(crew.name), \(language.day(date))",
                empty: lines.isEmpty ? language[.coverNoShifts] : nil, lines: lines),
            AskingPage.Section(id: "calls", title: language[.coverCalls], lines: newest),
        ]
        return pages.askingPage(
            AskingPage(
                title: language[.coverTitle], intro: language[.coverIntro],
                goTo: AskingPage.GoTo(
                    action: "/cover", hidden: [FormPage.Hidden(name: "unit", value: unit.rawValue)],
                    label: language[.coverDate], value: date.description, button: language[.coverShow]),
                sections: sections.filter { !$0.lines.isEmpty || $0.empty != nil },
                links: [day(-1), day(1), RotaPage.Link(address: "/rota", name: language[.rota], isHere: false)]),
            place: .rota, form: door.formToken(for: visit))
    }

    private func newCoverPage(_ form: FormBody, _ visit: Visit, refusal: String? = nil) async throws -> String {
        let language = pages.language
        let (unit, vacancy) = try Self.vacancy(form)
        var (lines, title) = ([String](), "\(vacancy.shift), \(language.day(vacancy.date))")
        var told = refusal
        do {
            let (candidates, problem) = try await candidates(for: vacancy, in: unit, visit)
            title += " · \(problem.unit.name)"
            lines = candidates.enumerated().map { rank, candidate in
                "\(rank + 1). \(candidate.name): " + words(candidate.carried, candidate.minutes, candidate.cost)
            }
            if candidates.isEmpty { told = told ?? language[.coverNobody] }
        } catch let fault as FormFault {
            told = told ?? fault.message
        }
        let values =
            form["minutes"] == nil
            ? form.setting("minutes", to: "240").setting("patience", to: "15") : form
        let page = FormPage(
            title: "\(language[.coverFind]): \(title)", intro: language[.coverOrder], refusal: told, action: "/cover",
            hidden: ["unit", "date", "shift", "leaver"].map { FormPage.Hidden(name: $0, value: form.text($0)) },
            groups: [
                FormPage.Group(
                    legend: language.text(.coverCandidates, ["count": "\(lines.count)"]),
                    hint: lines.joined(separator: "\n"),
                    fields: [
                        .select(
                            "patience", language[.coverHow], values,
                            [
                                ("10", language.text(.coverInTurn, ["minutes": "10"])),
                                ("15", language.text(.coverInTurn, ["minutes": "15"])),
                                ("30", language.text(.coverInTurn, ["minutes": "30"])), ("0", language[.coverAll]),
                            ]),
                        .select(
                            "minutes", language[.coverFor], values,
                            [
                                ("60", language[.within60]), ("240", language[.within240]),
                                ("1440", language[.within1440]), ("4320", language[.within4320]),
                            ]),
                    ])
            ], button: language[.coverStart],
            back: "/cover?unit=\(LocalAddress.inQuery(unit.rawValue))&date=\(vacancy.date)",
            backName: language[.coverTitle])
        return pages.formPage(page, place: .rota, form: door.formToken(for: visit))
    }

    func words(_ carried: Int, _ minutes: Minutes, _ cost: Int) -> String {
        pages.language.text(
            .coverFacts,
            [
                "carried": "\(carried)", "hours": pages.language.hours(minutes),
                "cost": cost > 0 ? "+\(cost)" : "\(cost)",
            ])
    }

    func words(forStateOf cover: StoredCover) -> String {
        let language = pages.language
        return switch cover.call.end {
        case .awarded(let person, _): language.text(.coverAwarded, ["name": cover.name(of: person)])
        case .nobody: language[.coverEndedNobody]
        case .withdrawn: language[.coverWithdrawn]
        case nil: language[.coverLooking]
        }
    }

    private func coverPage(_ cover: StoredCover, _ visit: Visit, refusal: String? = nil) async throws -> String {
        let language = pages.language
        let tree = try await store.unitTree(for: visit.caller)
        let zone = tree[cover.unit]?.zone ?? .utc
        let me = visit.person.id
        let mayLead = (try? visit.caller.permit(PublishRota.self, on: cover.unit)) != nil
        let title = "\(cover.shift), \(language.day(cover.date)) · \(tree[cover.unit]?.name ?? "")"
        var sections: [AskingPage.Section] = []
        let own = cover.call.offers.first { $0.person == me && $0.offeredAt != nil }
        if let own {
            var line = AskingPage.Line(words: language[.coverYours], note: answerWords(own, of: cover, zone))
            if cover.call.end == nil, own.answer?.isYes != true {
                line = line.asking(
                    "/cover/\(cover.id)/answer", [],
                    AskingPage.Button(
                        name: "answer", value: "yes", text: language[.coverYes],
                        label: "\(language[.coverYes]): \(title)", isFirst: true),
                    AskingPage.Button(
                        name: "answer", value: "no", text: language[.coverNo], label: "\(language[.coverNo]): \(title)")
                )
            }
            if case .awarded(let winner, _)? = cover.call.end {
                line.words = language[winner == me ? .coverIsYours : .coverTaken]
            }
            sections.append(AskingPage.Section(id: "own", title: language[.coverOwn], lines: [line]))
        }
        if mayLead {
            var state = AskingPage.Line(
                words: words(forStateOf: cover),
                note: language.text(
                    .coverStarted,
                    [
                        "name": cover.startedByName, "time": language.moment(cover.call.startedAt, in: zone),
                        "until": language.moment(cover.call.closesAt, in: zone),
                    ]))
            if cover.call.end == nil {
                state = state.asking(
                    "/cover/\(cover.id)/withdraw", [],
                    AskingPage.Button(
                        name: "do", value: "withdraw", text: language[.coverWithdraw],
                        label: "\(language[.coverWithdraw]): \(title)"))
            }
            sections.append(AskingPage.Section(id: "state", title: language[.coverState], lines: [state]))
            sections.append(
                AskingPage.Section(
                    id: "ledger", title: language[.coverLedger],
                    lines: zip(cover.candidates, cover.call.offers).enumerated().map { rank, pair in
                        AskingPage.Line(
                            words: "\(rank + 1). \(pair.0.name): \(answerWords(pair.1, of: cover, zone))",
                            note: words(pair.0.carried, pair.0.minutes, pair.0.cost))
                    }))
        }
        return pages.askingPage(
            AskingPage(
                title: title, refusal: refusal, sections: sections,
                links: [
                    RotaPage.Link(
                        address: mayLead ? "/cover" : "/messages", name: language[mayLead ? .coverTitle : .messages],
                        isHere: false)
                ]), place: mayLead ? .rota : .messages, form: door.formToken(for: visit))
    }

    private func answerWords(_ offer: CoverCall.Offer, of cover: StoredCover, _ zone: Zone) -> String {
        let language = pages.language
        guard let offered = offer.offeredAt else { return language[.coverNotAsked] }
        var words = language.text(.coverAsked, ["time": language.moment(offered, in: zone)])
        if let answer = offer.answer {
            words +=
                "; "
                + language.text(
                    answer.isYes ? .coverSaidYes : .coverSaidNo, ["time": language.moment(answer.at, in: zone)])
        } else if cover.call.end != nil {
            words += "; \(language[.coverSilent])"
        }
        return words
    }
}
