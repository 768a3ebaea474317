internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Back at post before an absence is over.
    func addReturns(to routes: inout Routes) {
        routes.post("/me/away/back", asks: [AskAbsence.self]) { visit, request, _ in
            try await self.store.checkOwn(AskAbsence.self, for: visit.caller)
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            try await self.sayBack(try Self.back(form), from: EntryID(form["absence"] ?? ""), visit)
            return .see("/me/away")
        }
        routes.post(
            "/crew/:person/away/back",
            asks: [DecideAbsence.self, ReadUnit.self], also: [ReadRota.self, ReadCrew.self]
        ) { visit, request, context in
            let person = try Self.person(in: context)
            try await self.store.check(DecideAbsence.self, on: person, for: visit.caller)
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            try await self.agreeBack(
                try Self.back(form), from: EntryID(form["absence"] ?? ""), of: person, visit)
            return .see("/crew/\(LocalAddress.inQuery(person.rawValue))/away")
        }
    }

    private static func back(_ form: FormBody) throws -> CalendarDate {
        guard let date = try form.date("back") else {
            throw ServerProblem.badValue("back", "", expected: "a date such as 2026-01-31")
        }
        return date
    }

    func sayBack(_ date: CalendarDate, from absence: EntryID, in store: Store? = nil, _ visit: Visit) async throws {
        let words = pages.language.text(
            .backAsked, ["name": visit.person.name, "day": pages.language.day(date)])
        try await (store ?? self.store).sayBack(
            on: date, from: absence, telling: words, for: visit.caller, at: surroundings.now())
    }

    func agreeBack(
        _ date: CalendarDate, from absence: EntryID, of person: PersonID, in store: Store? = nil, _ visit: Visit
    ) async throws {
        let now = surroundings.now()
        let open = try await self.store.returns(of: person, for: visit.caller, at: now)
            .first { $0.absence == absence }
        guard let open else { throw Refusal.hidden }
        let language = pages.language
        let member = try await self.store.person(person, on: date, for: visit.caller)
        var told = [
            Notice(
                to: person, language.text(.backAgreed, ["day": language.day(date)]), link: "/today",
                isConfidential: true)
        ]
        let days = date <= open.away.last ? date...open.away.last : date...date
        for other in try await plannedAround(person, in: member.units, since: open.decidedAt, on: days, visit) {
            let words = language.text(.backTold, ["name": member.name, "day": language.day(date)])
            told.append(Notice(to: other, words, link: "/today", isConfidential: true))
        }
        try await (store ?? self.store).agreeBack(
            on: date, from: absence, of: person, telling: told, for: visit.caller, at: now)
        for notice in told { messageBell.ring(notice.recipient) }
    }

    /// Whose shifts on those dates were changed where somebody's were: in what was published since, against what was in force
    /// then.
    private func plannedAround(
        _ person: PersonID, in units: [UnitID], since: Instant, on dates: ClosedRange<CalendarDate>, _ visit: Visit
    ) async throws -> [PersonID] {
        let now = surroundings.now()
        var others: Set<PersonID> = []
        for unit in units where (try? visit.caller.permit(ReadRota.self, on: unit)) != nil {
            var date = dates.lowerBound
            while date <= dates.upperBound {
                defer { date = date.advanced(by: 1) }
                guard let before = try await store.published(in: unit, on: date, at: since, for: visit.caller),
                    let after = try await store.published(in: unit, on: date, at: now, for: visit.caller)
                else { continue }
                let changes = RotaChanges(from: try shown(before).dated, to: try shown(after).dated)
                let changed = changes.people.filter { $0.changes.contains { $0.date == date } }.map(\.person)
                if changed.contains(person) { others.formUnion(changed) }
            }
        }
        return others.subtracting([person]).sorted()
    }
}
