internal import CrewRecords
internal import RotaModel
internal import RotaRules
internal import WatchbillStore

/// A planned shift that somebody will not be rested for.
struct ForeseenShift: Sendable {
    let breach: ForeseenBreach
    let type: ShiftType
    let name: String
    let unit: CrewUnit
}

/// What hours that were really worked mean for what is still to come.
///
/// It is worked out in Watchbill's own name: whoever asks for an exchange may not see why somebody cannot work, nor when they
/// have. Whoever uses it asks the table of permissions first for what is shown of it.
extension Installation {
    /// How far ahead it is told what somebody will not be rested for.
    static let foresight = Duration.days(7)

    /// A rota's problem as the rota is judged by now: with who cannot work, and whose qualifications have ended, as far as that
    /// is known since, and with the rest that is owed. What stood in it of absences stays.
    func current(_ loaded: LoadedProblem, _ rota: Rota) async throws -> LoadedProblem {
        let problem = loaded.problem
        let today = today(in: problem.unit.zone)
        guard problem.end >= today else { return loaded }
        let job = try await store.entrance.admit(.hours, at: surroundings.now())
        let people = Set(problem.people.map(\.id))
        let away = try await store.unitAbsences(
            in: problem.unit.id, from: max(problem.start, today), through: problem.end, for: job)
        let owed = try await restOwed(of: loaded, rota, for: job)
        var changed = problem
        changed.people = try await store.qualified(
            problem.people, in: problem.unit.id, over: problem.start...problem.end, for: job)
        for absence in away.filter({ people.contains($0.person) }) + owed.absences
        where !absence.isCovered(by: changed.absences) {
            changed.absences.append(absence)
        }
        return changed.absences.count == problem.absences.count && changed.people == problem.people
            ? loaded : LoadedProblem(id: loaded.id, problem: changed)
    }

    /// - Parameters:
    ///   - rota: what is planned on the problem's dates.
    ///   - people: nil: everybody in the problem.
    ///   - job: Watchbill itself.
    func restOwed(
        of loaded: LoadedProblem, _ rota: Rota, _ people: [PersonID]? = nil, for job: Caller
    ) async throws -> RestOwed {
        let nothing = RestOwed(absences: [], breaches: [])
        let (problem, now) = (loaded.problem, surroundings.now())
        guard problem.rules.contains(where: \.isOfHours) else { return nothing }
        let (zone, unit) = (problem.unit.zone, problem.unit.id)
        let today = zone.date(at: now)
        // As far back as the rules know, and to when whoever is on watch now has gone on.
        let first = min(problem.start.advanced(by: -problem.historyDayCount), today.advanced(by: -2))
        let people = people ?? problem.people.map(\.id)
        let events = try await store.attendance(
            of: people, over: Self.interval(first...today, in: zone), for: job)
        guard !events.isEmpty else { return nothing }
        let planned = try await plannedShifts(
            in: unit, over: first.advanced(by: -1)...today.advanced(by: 1), for: job)
        let plans = Dictionary(grouping: planned, by: \.person)
        let worked = Dictionary(grouping: events, by: \.person).flatMap { person, events in
            Dictionary(grouping: events, by: \.unit).flatMap { place, events in
                Attendance(events).worked(
                    by: person, against: place == unit ? (plans[person] ?? []).map(\.plan) : [], in: zone, at: now)
            }
        }
        return loaded.judge.restOwed(for: worked, in: rota, from: now)
    }

    /// The shifts of a unit in force, from now on, that people will not be rested for, in the order in which they begin.
    ///
    /// - Parameter people: nil: everybody.
    func foreseen(in unit: UnitID, of people: [PersonID]? = nil) async throws -> [ForeseenShift] {
        let now = surroundings.now()
        let job = try await store.entrance.admit(.hours, at: now)
        guard let crew = try await store.unitTree(for: job)[unit] else { return [] }
        let today = crew.zone.date(at: now)
        let last = now.adding(Self.foresight)
        var found: [ForeseenShift] = []
        for part in try await store.inForce(in: unit, from: today, for: job)
        where part.dates.lowerBound <= crew.zone.date(at: last) {
            let loaded = try load(part.published.problem)
            let problem = loaded.problem
            for breach in try await restOwed(of: loaded, part.published.rota, people, for: job).breaches
            where part.dates.contains(breach.date) && breach.start <= last {
                guard let person = problem.index(of: breach.person), let shift = problem.index(of: breach.shift) else {
                    continue
                }
                found.append(
                    ForeseenShift(breach: breach, type: problem[shift], name: problem[person].name, unit: crew))
            }
        }
        return found.sorted { $0.breach.start < $1.breach.start }
    }

    /// What the visitor will not be rested for, in their own words.
    ///
    /// - Parameter own: their shifts.
    func ownForeseen(_ own: ToldShifts, _ visit: Visit) async throws -> [ForeseenShift] {
        let now = surroundings.now()
        let units = Set(own.shifts.shifts.filter { $0.start > now }.map(\.unit.id)).sorted()
        var found: [ForeseenShift] = []
        for unit in units { found += try await foreseen(in: unit, of: [visit.person.id]) }
        return found
    }
}

extension Absence {
    /// Whether others of the person already say the same or, of whole dates, several of them together.
    fileprivate func isCovered(by others: [Absence]) -> Bool {
        let own = others.filter { $0.person == person && $0.first <= last && first <= $0.last }
        guard from == nil, until == nil else {
            return own.contains { $0.first == first && $0.last == last && $0.from == from && $0.until == until }
        }
        let whole = own.filter { $0.from == nil && $0.until == nil }
        return first <= last
            && (first...last).allSatisfy { date in whole.contains { $0.first <= date && date <= $0.last } }
    }
}

extension Rule {
    /// Whether hours really worked count for it.
    fileprivate var isOfHours: Bool {
        guard severity == .hard else { return false }
        switch kind {
        case .rest, .minutesInWindow: return true
        default: return false
        }
    }
}

extension PageRenderer {
    /// What is foreseen, for the person or, with their name, for a lead.
    func words(for shift: ForeseenShift, isOwn: Bool) -> String {
        let breach = shift.breach
        var values = [
            ("shift", "\(shift.type.id) \(shift.type.name)"), ("day", language.day(breach.date)), ("name", shift.name),
        ]
        let phrase: Phrase
        switch breach.kind {
        case .rest(let left, let minimum):
            values += [("minimum", hoursAndMinutes(minimum)), ("left", hoursAndMinutes(left))]
            phrase =
                left < .zero
                ? isOwn ? .restOverlapOwn : .restOverlapOther : isOwn ? .restForeseenOwn : .restForeseenOther
        case .window(let worked, let days, let maximum):
            values += [
                ("worked", hoursAndMinutes(worked)), ("days", "\(days)"), ("maximum", hoursAndMinutes(maximum)),
            ]
            phrase = isOwn ? .hoursForeseenOwn : .hoursForeseenOther
        }
        return values.reduce(language[phrase]) { $0.replacing("{\($1.0)}", with: $1.1) }
    }

    /// Where somebody else is found for it.
    func coverAddress(_ shift: ForeseenShift) -> String {
        "/cover/new?unit=\(LocalAddress.inQuery(shift.unit.id.rawValue))&date=\(shift.breach.date)"
            + "&shift=\(LocalAddress.inQuery(shift.type.id.rawValue))"
            + "&leaver=\(LocalAddress.inQuery(shift.breach.person.rawValue))"
    }
}
