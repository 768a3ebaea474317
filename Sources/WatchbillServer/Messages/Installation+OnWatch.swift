internal import CrewMessages
import CrewRecords
import RotaModel
internal import WatchbillStore

extension Installation {
    /// Whoever is on a unit's watch at a moment, by the rota in force: in the order of its rows.
    ///
    /// - Throws: `Refusal` for whoever may not read the unit's rota.
    func onWatch(of unit: UnitID, at now: Instant, for caller: Caller) async throws -> [PersonID] {
        var found: [PersonID] = []
        let tree = try await store.unitTree(for: caller)
        guard let zone = tree[unit]?.zone else { throw Refusal.hidden }
        // A night that began yesterday may still be on.
        let today = zone.date(at: now)
        let yesterday = today.advanced(by: -1)
        for part in try await store.inForce(in: unit, from: yesterday, for: caller) {
            let problem = try load(part.published.problem).problem
            let times = ShiftTimes(problem)
            for date in [yesterday, today] where part.dates.contains(date) {
                guard let day = problem.day(of: date) else { continue }
                for person in problem.personIndices {
                    guard let shift = part.published.rota[person, day].shift,
                        times.start(of: shift, on: day) <= now, now < times.end(of: shift, on: day),
                        !found.contains(problem[person].id)
                    else { continue }
                    found.append(problem[person].id)
                }
            }
        }
        return found
    }

    /// Whom a link of a chain leads to at that moment: of those on watch the leads, or, where none of them leads, all who
    /// lead the unit.
    func people(of link: ChainLink, at now: Instant, for caller: Caller) async throws -> [PersonID] {
        switch link {
        case .person(let person): return [person]
        case .onWatch(let unit): return try await onWatch(of: unit, at: now, for: caller)
        case .leadOnWatch(let unit):
            let leads = try await store.roles(in: unit, for: caller).map(\.grant)
                .filter { $0.role == .lead && $0.term.contains(now) }.map(\.person)
            let onWatch = try await onWatch(of: unit, at: now, for: caller).filter(leads.contains)
            return onWatch.isEmpty ? leads : onWatch
        }
    }
}
