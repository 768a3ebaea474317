internal import CrewRecords
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Where somebody's day begins: their own shifts.
    func addToday(to routes: inout Routes) {
        routes.get("/today", asks: [ReadSchedule.self], also: [ReadRota.self, AskShifts.self, PublishRota.self]) {
            visit, _, _ in
            let now = self.surroundings.now()
            // Where the last shift to end now began, whatever the zone.
            let own = try await self.ownShifts(visit, since: self.today(in: .utc).advanced(by: -2))
            let next = own.shifts.next(at: now)
            return .html(
                self.pages.todayPage(
                    TodayPageRequest(
                        own: own, next: next, mates: try await self.mates(in: next, visit),
                        mayReadRota: visit.caller.maySomewhere(ReadRota.self),
                        waiting: try await self.waiting(for: visit),
                        unrested: try await self.ownForeseen(own, visit), now: now)))
        }
        routes.get("/me/shifts", asks: [ReadSchedule.self], also: [ReadRota.self]) { visit, request, _ in
            let own = try await self.ownShifts(visit)
            let today = own.zone.date(at: self.surroundings.now())
            let text = request.uri.queryParameters.get("month")
            guard let first = CalendarDate("\(text ?? String(today.description.prefix(7)))-01") else {
                throw ServerProblem.badValue("month", text ?? "", expected: "a month such as 2026-01")
            }
            return .html(
                self.pages.monthPage(own, from: first, today: today) { version, unit in
                    guard (try? visit.caller.permit(ReadRota.self, on: unit)) != nil else { return nil }
                    let (unit, person) = (unit.rawValue, visit.person.id.rawValue)
                    return "/rota/print?unit=\(LocalAddress.inQuery(unit))&version=\(version)"
                        + "&person=\(LocalAddress.inQuery(person))"
                })
        }
    }

    /// What published rotas say of whoever asks.
    ///
    /// - Parameter date: nothing that ends before.
    func ownShifts(_ visit: Visit, since date: CalendarDate = CalendarDate(dayNumber: 0)) async throws -> ToldShifts {
        let history = try await store.publishedHistory(endingFrom: date, for: visit.caller)
        var shifts = OwnShifts()
        for row in history {
            shifts.take(
                row.duties, of: visit.person.id, in: try load(row.problem).problem, version: row.version.number,
                at: row.version.publishedAt)
        }
        let last = try history.last.map { try load($0.problem).problem }
        return ToldShifts(shifts: shifts, unit: last?.unit, types: last?.shiftTypes ?? [])
    }

    /// The names of those who are on the same shift; none for whoever may not read the unit's rota any more.
    private func mates(in shift: OwnShift?, _ visit: Visit) async throws -> [String] {
        guard let shift, visit.caller.maySomewhere(ReadRota.self) else { return [] }
        let published: PublishedRota
        do {
            published = try await store.version(shift.version, of: shift.unit.id, for: visit.caller)
        } catch is Refusal {
            return []
        }
        let rota = try shown(published).dated
        return rota.problem.people.filter { person in
            person.id != visit.person.id && rota.shift(of: person.id, on: shift.date)?.id == shift.type.id
        }.map(\.name)
    }
}

/// Somebody's shifts, and the unit whose clock tells their days.
struct ToldShifts: Sendable {
    var shifts: OwnShifts
    /// Of the newest rota; nil: nothing was published.
    var unit: CrewUnit?
    /// The shift types of the newest rota.
    var types: [ShiftType]

    var zone: Zone { unit?.zone ?? .utc }

    /// Those with shifts on some dates; without any, that of the newest rota.
    func units(in dates: ClosedRange<CalendarDate>) -> [CrewUnit] {
        let found = shifts.shifts.filter { dates.contains($0.date) }.map(\.unit)
        return (found.isEmpty ? [unit].compactMap(\.self) : found)
            .reduce(into: []) { units, unit in
                if !units.contains(where: { $0.id == unit.id }) { units.append(unit) }
            }
    }
}
