internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats
package import RotaModel
internal import RotaRules
internal import WatchbillStore

/// Which dates a new problem is to be of.
struct PeriodRequest: Hashable, Sendable {
    static let weeks = 1...26

    var start: CalendarDate
    /// 1 to 731.
    var days: Int

    var last: CalendarDate { start.advanced(by: days - 1) }

    init(start: CalendarDate, days: Int) {
        self.start = start
        self.days = days
    }

    /// - Throws: `FormFault`.
    init(_ form: FormBody, _ language: Language) throws(FormFault) {
        let (date, number) = (form["start"] ?? "", form.text("weeks"))
        guard let start = CalendarDate(date) else { throw FormFault(language.text(.setupNoDate, ["value": date])) }
        guard let weeks = Int(number), Self.weeks.contains(weeks) else {
            let most = "\(Self.weeks.upperBound)"
            throw FormFault(language.text(.periodNoWeeks, ["value": number, "most": most]))
        }
        self.init(start: start, days: weeks * 7)
    }
}

/// A problem made from a unit's set-up, and what could not go into it.
struct MadePeriod: Sendable {
    var problem: RotaProblem
    /// Rules about people or contracts that are not there any more.
    var leftOut: [Rule]
    /// Wishes for shift types that are not there any more.
    var wishesLeftOut: [RotaModel.Request]
}

extension Installation {
    /// New periods of a unit: problems made from its set-up, its people and what they are away for and have done before.
    func addPeriods(to routes: inout Routes) {
        routes.get("/setup/:unit/period", asks: [ReadDrafts.self, BuildRota.self]) { visit, request, context in
            let loaded = try await self.loadedSetup(context, visit)
            if let from = request.uri.queryParameters["from"].flatMap({ Int64($0) }) {
                let draft = try await self.draft(BuildID(from), of: loaded, visit)
                return .html(try await self.renewalPage(loaded, draft, visit))
            }
            let next = try await self.nextPeriod(of: loaded, visit)
            let values = FormBody(["start": next.start.description, "weeks": "\(max(1, next.days / 7))"])
            return .html(try await self.periodPage(loaded, values, visit))
        }
        routes.post("/setup/:unit/period", asks: [ReadDrafts.self, BuildRota.self]) { visit, request, context in
            let loaded = try await self.loadedSetup(context, visit)
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            var draft: WorkedDraft?
            if let from: Int64 = try form.number("from") {
                draft = try await self.draft(BuildID(from), of: loaded, visit)
            }
            do {
                let same = draft.map { PeriodRequest($0.loaded.problem) }
                let period = try same ?? PeriodRequest(form, self.pages.language)
                let id = try await self.open(period, of: loaded, carrying: draft, visit)
                return .see("/?of=\(id)")
            } catch let fault as FormFault {
                if let draft {
                    return .html(
                        try await self.renewalPage(loaded, draft, visit, refusal: fault.message),
                        status: .unprocessableContent)
                }
                return .html(
                    try await self.periodPage(loaded, form, visit, refusal: fault.message),
                    status: .unprocessableContent)
            }
        }
    }

    /// A draft of a unit's.
    ///
    /// - Throws: `ServerProblem` if it is another unit's.
    func draft(_ build: BuildID, of loaded: LoadedSetup, _ visit: Visit) async throws -> WorkedDraft {
        let draft = try await draft(build, for: visit)
        guard draft.loaded.problem.unit.id == loaded.unit.id else {
            throw ServerProblem.badValue("from", "\(build)", expected: "a draft of \(loaded.unit.name)")
        }
        return draft
    }

    /// Makes a problem of a period and keeps it.
    ///
    /// - Parameter draft: whose shifts and pins become the new problem's first draft, as far as it has their people, dates
    ///   and shift types; nil: it has none.
    /// - Throws: `FormFault` if the problem cannot be used, with why.
    func open(
        _ period: PeriodRequest, of loaded: LoadedSetup, carrying draft: WorkedDraft? = nil, in store: Store? = nil,
        _ visit: Visit
    ) async throws -> ProblemID {
        guard ProblemLimits.dates.contains(period.last) else {
            throw FormFault(pages.language.text(.setupNoDate, ["value": "\(period.start)"]))
        }
        let made = try await make(period, of: loaded, visit)
        let faults = made.problem.validate().filter { $0.severity == .error }
        guard faults.isEmpty else {
            throw FormFault(faults.prefix(5).map(\.message).joined(separator: "\n"))
        }
        return try await (store ?? self.store).add(
            problem: Array(CrewFile.write(made.problem).utf8),
            name: "\(made.problem.unit.name), \(pages.language.period(made.problem))", unit: loaded.unit.id,
            carrying: draft?.carried(into: made.problem), at: surroundings.now(), for: visit.caller)
    }

    /// Days before a period that its rules know of, if they are published: what rest, runs and weeks need, and no more than a
    /// search can carry at ease.
    private static let historyDays = 35

    func make(_ period: PeriodRequest, of loaded: LoadedSetup, _ visit: Visit) async throws -> MadePeriod {
        let unit = loaded.unit.id
        let basis = try await store.basis(of: unit, over: period.start...period.last, for: visit.caller)
        var problem = RotaProblem(
            unit: basis.unit, start: period.start, dayCount: period.days, shiftTypes: [],
            qualifications: basis.qualifications, contracts: basis.contracts, people: basis.people)
        problem.holidays = loaded.setup.holidays(from: period.start, through: period.last)
        let people = Set(problem.people.map(\.id))
        let absences = try await store.unitAbsences(
            in: unit, from: period.start, through: period.last, for: visit.caller)
        problem.absences = absences.filter { people.contains($0.person) }.map { problem.credited($0) }.creditedOnce
        let leftOut = loaded.setup.fill(&problem)
        let types = Set(problem.shiftTypes.map(\.id))
        let isKnown = { (request: RotaModel.Request) in request.wish.shift.map(types.contains) ?? true }
        problem.requests = basis.requests.filter(isKnown)
        let year = CalendarDate(year: period.start.components.year, month: 1, day: 1) ?? period.start
        let from = min(year, period.start.advanced(by: -Self.historyDays))
        let stored = try await store.past(
            of: unit, people: problem.people.map(\.id), over: from..<period.start, for: visit.caller)
        let past = try stored.mapValues { versions in
            PastRotas(try versions.map { DatedRota($0.rota, of: try self.load($0.problem).problem) })
        }
        if let own = past[unit] {
            (problem.historyStart, problem.history) = own.history(of: problem, most: Self.historyDays)
        }
        // The first days: rest for hours worked before them.
        if !problem.validate().contains(where: { $0.severity == .error }) {
            let made = LoadedProblem(id: ProblemID(0), problem: problem)
            let job = try await store.entrance.admit(.hours, at: surroundings.now())
            problem.absences += try await restOwed(of: made, Rota(for: problem), for: job).absences
        }
        if past.values.contains(where: { !$0.isEmpty }) || !basis.accounts.isEmpty {
            problem.ledger = problem.people.map { person in
                let carried = past.keys.sorted().compactMap {
                    past[$0]?.account(of: person.id, over: year..<period.start)
                }
                let byHand = basis.accounts.filter { $0.person == person.id }.map(\.change)
                return (carried + byHand).reduce(LedgerEntry(person: person.id), +).atLeastNothing
            }
        }
        return MadePeriod(
            problem: problem, leftOut: leftOut, wishesLeftOut: basis.requests.filter { !isKnown($0) })
    }

    /// What follows the unit's last period, as long as that was; else four weeks from the next first day of a week.
    private func nextPeriod(of loaded: LoadedSetup, _ visit: Visit) async throws -> PeriodRequest {
        let today = loaded.unit.zone.date(at: surroundings.now())
        if let last = try await lastProblem(of: loaded, visit), last.end >= today {
            return PeriodRequest(start: last.end.advanced(by: 1), days: min(last.dayCount, 26 * 7))
        }
        let next = (1...7).map { today.advanced(by: $0) }.first { $0.weekday == loaded.unit.firstWeekday }
        return PeriodRequest(start: next ?? today, days: 28)
    }

    private func periodPage(
        _ loaded: LoadedSetup, _ values: FormBody, _ visit: Visit, refusal: String? = nil
    ) async throws -> String {
        let language = pages.language
        var lines: [String] = []
        if let period = try? PeriodRequest(values, language), ProblemLimits.dates.contains(period.last) {
            let made = try await make(period, of: loaded, visit)
            let problem = made.problem
            lines.append(
                language.text(
                    .periodWith,
                    [
                        "people": "\(problem.people.count)",
                        "away": "\(Set(problem.absences.map(\.person)).count)", "rules": "\(problem.rules.count)",
                        "days": "\(problem.historyDayCount)",
                    ]))
            if !problem.holidays.isEmpty {
                let days = problem.holidays.map { "\(language.day($0.date)) \($0.name)" }.joined(separator: ", ")
                lines.append("\(language[.setupHolidays]): \(days)")
            }
            lines += self.leftOut(of: made, loaded)
        }
        return pages.formPage(
            FormPage(
                title: "\(language[.periodNew]) · \(loaded.unit.name)", intro: language[.periodIntro], refusal: refusal,
                action: "\(loaded.address)/period",
                groups: [
                    FormPage.Group(
                        legend: language[.periodDates], hint: lines.joined(separator: " "),
                        fields: [
                            .input("start", language[.awayFirst], values, type: "date"),
                            .input("weeks", language[.periodWeeks], values, type: "number"),
                        ])
                ], button: language[.periodOpen], back: loaded.address,
                backName: language.text(.setupOf, ["unit": loaded.unit.name])), form: door.formToken(for: visit))
    }
}

extension Installation {
    /// What could not go into a period, in words.
    private func leftOut(of made: MadePeriod, _ loaded: LoadedSetup) -> [String] {
        let language = pages.language
        let probe = loaded.setup.probe(in: loaded.known)
        return made.leftOut.map { language.text(.periodLeftOut, ["rule": $0.sentence(in: probe)]) }
            + made.wishesLeftOut.map { (request: RotaModel.Request) in
                language.text(
                    .periodWishLeftOut,
                    [
                        "name": made.problem.people.first { $0.id == request.person }?.name ?? "",
                        "day": language.day(request.date), "shift": request.wish.shift?.rawValue ?? "",
                    ])
            }
    }

    /// Takes in what has come since a draft's period was opened.
    private func renewalPage(
        _ loaded: LoadedSetup, _ draft: WorkedDraft, _ visit: Visit, refusal: String? = nil
    ) async throws -> String {
        let language = pages.language
        let old = draft.loaded.problem
        let made = try await make(PeriodRequest(old), of: loaded, visit)
        let news = PeriodNews(from: old, to: made.problem)
        let lines = news.lines(language) + leftOut(of: made, loaded)
        let back = "/builds/\(draft.stored.id)"
        let page = FormPage(
            title: "\(language[.renewTitle]) · \(loaded.unit.name)", intro: language[.renewIntro], refusal: refusal,
            action: "\(loaded.address)/period", hidden: [FormPage.Hidden(name: "from", value: "\(draft.stored.id)")],
            groups: [
                FormPage.Group(
                    legend: language.period(old),
                    hint: lines.isEmpty ? language[.renewNothing] : lines.joined(separator: "\n"), fields: [])
            ], button: language[.renewOpen], back: back, backName: language[.renewBack])
        return pages.formPage(page, form: door.formToken(for: visit))
    }
}

extension PeriodRequest {
    /// The same dates.
    fileprivate init(_ problem: RotaProblem) {
        self.init(start: problem.start, days: problem.dayCount)
    }
}

extension [Absence] {
    /// The same absences, with no date of a person credited twice: each is worth a day, however many absences it is part of. Of
    /// two that have dates in common the longer is credited for them; the other one is split where it goes on beyond.
    package var creditedOnce: [Absence] {
        func length(_ index: Int) -> Int { self[index].last.dayNumber - self[index].first.dayNumber }
        var taken: [PersonID: [Validity]] = [:]
        var parts: [Int: [Absence]] = [:]
        for index in indices.sorted(by: { (length($1), $0) < (length($0), $1) }) {
            let absence = self[index]
            guard absence.isLeave, absence.creditPerDay > .zero, absence.first <= absence.last else { continue }
            let dates = absence.first...absence.last
            let free = taken[absence.person, default: []].gaps(in: dates)
            taken[absence.person, default: []].append(Validity(from: absence.first, until: absence.last))
            let others = free.map { Validity(from: $0.lowerBound, until: $0.upperBound) }.gaps(in: dates)
            parts[index] = (free + others).sorted { $0.lowerBound < $1.lowerBound }.map { range in
                var part = absence
                (part.first, part.last) = (range.lowerBound, range.upperBound)
                if others.contains(range) { part.creditPerDay = .zero }
                return part
            }
        }
        return indices.flatMap { parts[$0] ?? [self[$0]] }
    }
}

extension RotaProblem {
    /// An absence with what a date of it counts for hours: a seventh of the 40 hours of a full week, by the contract's share.
    /// The same whatever it is for, or else the hours would tell.
    fileprivate func credited(_ absence: Absence) -> Absence {
        var absence = absence
        guard absence.isLeave else { return absence }
        let person = people.first { $0.id == absence.person }
        let held = person?.contracts.first {
            $0.valid.intersection(Validity(from: absence.first, until: absence.last)) != nil
        }
        let share = held.flatMap { held in contracts.first { $0.id == held.id } }?.share ?? 100
        absence.creditPerDay = Minutes(40 * 60 * share / 700)
        return absence
    }
}
