internal import CrewRecords
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Being away: asking for it, deciding it, and opening why.
    func addAway(to routes: inout Routes) {
        routes.get("/me/away", asks: [ReadSchedule.self]) { visit, _, _ in
            .html(try await self.awayPage(visit.person.id, visit))
        }
        routes.post("/me/away", asks: [AskAbsence.self]) { visit, request, _ in
            try await self.noteAway(visit.person.id, visit, request) { away, ground, random in
                try await self.store.askAbsence(
                    away, because: ground, for: visit.caller, at: self.surroundings.now(), using: &random)
            }
        }
        routes.post("/me/away/ground", asks: [ReadSchedule.self, ReadSealedEntry.self]) { visit, request, _ in
            try await self.openGround(of: visit.person.id, visit, request)
        }
        routes.post("/me/away/balance", asks: [ReadSchedule.self, ReadSealedEntry.self]) { visit, request, _ in
            try self.door.check(try await FormBody(request), of: visit)
            return .html(
                try await self.awayPage(visit.person.id, visit, balance: try await self.leaveBalance(visit)))
        }
        routes.get("/crew/:person/away", asks: [ReadSchedule.self], also: [DecideAbsence.self, ReadSealedEntry.self]) {
            visit, _, context in
            .html(try await self.awayPage(try Self.person(in: context), visit))
        }
        routes.post("/crew/:person/away", asks: [DecideAbsence.self]) { visit, request, context in
            let person = try Self.person(in: context)
            return try await self.noteAway(person, visit, request) { away, ground, random in
                try await self.store.noteAbsence(
                    of: person, away, because: ground, for: visit.caller, at: self.surroundings.now(), using: &random)
            }
        }
        routes.post("/crew/:person/away/decide", asks: [DecideAbsence.self]) { visit, request, context in
            let person = try Self.person(in: context)
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            guard let granted = ["yes": true, "no": false][form["granted"] ?? ""] else {
                throw ServerProblem.badValue("granted", "", expected: "yes or no")
            }
            try await self.store.decideAbsence(
                EntryID(form["absence"] ?? ""), of: person, granted: granted,
                telling: self.absenceWords(granted: granted), for: visit.caller, at: self.surroundings.now())
            return .see(Self.awayAddress(person, visit))
        }
        routes.post("/crew/:person/away/ground", asks: [ReadSchedule.self, ReadSealedEntry.self]) {
            visit, request, context in
            try await self.openGround(of: try Self.person(in: context), visit, request)
        }
    }

    /// Of one's own absences there is a page under one's own, whose forms ask instead of noting.
    private static func awayAddress(_ person: PersonID, _ visit: Visit) -> String {
        person == visit.person.id ? "/me/away" : "/crew/\(LocalAddress.inQuery(person.rawValue))/away"
    }

    /// Keeps an absence from a form, and shows the page again if it cannot be kept: with the reason that was typed, to
    /// whoever typed it.
    private func noteAway(
        _ person: PersonID, _ visit: Visit, _ request: Request,
        _ keep: (Away, Confidential<AbsenceGround>, inout Surroundings.Random) async throws -> EntryID
    ) async throws -> Response {
        let form = try await FormBody(request)
        try door.check(form, of: visit)
        var random = surroundings.random
        do {
            _ = try await keep(try Away(form), try Self.ground(form), &random)
            return .see(Self.awayAddress(person, visit))
        } catch let error as RecordError {
            let page = try await awayPage(person, visit, refusal: error.message, typed: form)
            return .html(page, status: ServerProblem(error).status)
        }
    }

    private static func ground(_ form: FormBody) throws -> Confidential<AbsenceGround> {
        // What was sent instead is not told: it may be part of a reason.
        guard let kind = AbsenceGround.Kind(rawValue: form["kind"] ?? "") else {
            throw ServerProblem.badValue("kind", "", expected: "one of those on the page")
        }
        return Confidential(try AbsenceGround(kind, reason: form.lines("reason")))
    }

    private func awayPage(
        _ person: PersonID, _ visit: Visit, refusal: String? = nil, typed: FormBody? = nil, balance: String? = nil
    ) async throws -> String {
        let absences = try await store.absences(of: person, for: visit.caller, at: surroundings.now())
        var returns: [OpenReturn] = []
        if visit.session != nil, person == visit.person.id || absences.requests != nil {
            returns = try await store.returns(of: person, for: visit.caller, at: surroundings.now())
        }
        return pages.awayPage(
            AwayPageRequest(
                absences: absences, returns: returns, isOwn: person == visit.person.id,
                address: Self.awayAddress(person, visit),
                form: door.formToken(for: visit), refusal: refusal, typed: typed, balance: balance))
    }

    /// What of the visitor's leave of this year is granted, asked for and left: Monday to Friday count. Which absences are leave
    /// is sealed: each is opened, as the visitor's own reading.
    private func leaveBalance(_ visit: Visit) async throws -> String {
        let (now, me) = (surroundings.now(), visit.person.id)
        let year = today(in: .utc).components.year
        var days: [AbsenceRecord.State: Int] = [:]
        for record in try await store.absences(of: me, for: visit.caller, at: now).records ?? [] {
            let weekdays = (record.away.first.dayNumber...record.away.last.dayNumber).count { number in
                let date = CalendarDate(dayNumber: number)
                return date.components.year == year && date.weekday <= .friday
            }
            guard weekdays > 0, record.state != .refused else { continue }
            let ground = try await store.absenceGround(record.id, of: me, for: visit.caller, at: now)
            if ground.reveal().kind == .holiday { days[record.state, default: 0] += weekdays }
        }
        let due = try await store.ownAccountEntries(in: year, for: visit.caller).reduce(0) { $0 + $1.leave }
        let granted = days[.granted] ?? 0
        return pages.language.text(
            .leaveBalance,
            [
                "year": "\(year)", "used": "\(granted)", "due": "\(due)", "asked": "\(days[.asked] ?? 0)",
                "left": "\(due - granted)",
            ])
    }

    /// Opens why somebody is away, which is logged: hence by a form and not by a link that a browser might follow early.
    private func openGround(of person: PersonID, _ visit: Visit, _ request: Request) async throws -> Response {
        let form = try await FormBody(request)
        try door.check(form, of: visit)
        let now = surroundings.now()
        let name = try await store.absences(of: person, for: visit.caller, at: now).name
        let ground = try await store.absenceGround(
            EntryID(form["absence"] ?? ""), of: person, for: visit.caller, at: now)
        return .html(
            pages.groundPage(
                ground, of: name, isOwn: person == visit.person.id, back: Self.awayAddress(person, visit)))
    }
}

extension Away {
    /// What a form says of it.
    ///
    /// - Throws: `ServerProblem` for what is no date or time, `RecordError`.
    fileprivate init(_ form: FormBody) throws {
        guard let first = try form.date("first") else {
            throw ServerProblem.badValue("first", "", expected: "a date such as 2026-01-31")
        }
        try self.init(
            first: first, last: try form.date("last") ?? first, from: try form.time("from"),
            until: try form.time("until"))
    }
}
