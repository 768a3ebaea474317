internal import CrewRecords
internal import Hummingbird
import RotaModel
internal import RotaRules
import WatchbillStore

/// Why somebody's own published day is as it is.
extension Installation {
    func addWhy(to routes: inout Routes) {
        routes.get("/me/why", asks: [ReadSchedule.self], also: [ReadRota.self]) { visit, request, _ in
            try await self.store.checkOwn(ReadSchedule.self, for: visit.caller)
            let text = request.uri.queryParameters.get("day") ?? ""
            guard let date = CalendarDate(text) else {
                throw ServerProblem.badValue("day", text, expected: "a date such as 2026-01-31")
            }
            return .html(self.pages.whyPage(try await self.ownReasons(on: date, visit), on: date))
        }
    }

    /// Of each unit in whose version in force for a date whoever asks is, why they do there what they do.
    private func ownReasons(on date: CalendarDate, _ visit: Visit) async throws -> [OwnDay] {
        let history = try await store.publishedHistory(endingFrom: date, for: visit.caller)
        var inForce: [UnitID: PublishedRow] = [:]
        for row in history where row.version.first <= date && date <= row.version.last {
            inForce[row.version.unit] = row
        }
        var days: [OwnDay] = []
        for row in inForce.values.sorted(by: { $0.version.unit < $1.version.unit }) {
            let problem = try load(row.problem).problem
            guard let duties = row.duties, let person = problem.index(of: visit.person.id),
                let day = problem.day(of: date)
            else { continue }
            days.append(
                OwnDay(
                    unit: problem.unit, version: row.version.number, date: date,
                    shift: duties[day.value].shift.map { problem[$0] },
                    reasons: problem.ownReasons(of: person, doing: duties, on: day),
                    cover: try await cover(of: duties[day.value], on: date, by: person, in: row, problem, visit)))
        }
        return days
    }

    /// The demand that a shift counts for; none for whoever may not read the unit's rota any more.
    private func cover(
        of duty: Duty, on date: CalendarDate, by person: PersonIndex, in row: PublishedRow, _ problem: RotaProblem,
        _ visit: Visit
    ) async throws -> [OwnDay.Cover] {
        guard let shift = duty.shift, visit.caller.maySomewhere(ReadRota.self) else { return [] }
        let rota: Rota
        do {
            rota = try await store.version(row.version.number, of: row.version.unit, for: visit.caller).rota
        } catch is Refusal {
            return []
        }
        return CoverLine.all(of: problem).compactMap { line in
            guard let day = problem.day(of: date), let demand = line.demand[day.value],
                line.key.shiftTypes.contains(problem[shift].id),
                line.key.qualification.map({ problem[person].holds($0, on: date) }) ?? true
            else { return nil }
            // How many of those on hold a qualification is not for everybody: with one's own it would tell others'.
            let have = line.key.qualification == nil ? line.have(on: day, in: rota, of: problem) : nil
            let names = line.key.shiftTypes.map { id in
                problem.shiftTypes.first { $0.id == id }?.name ?? id.rawValue
            }
            let what = names + [line.qualificationName(in: problem)].compactMap(\.self)
            return OwnDay.Cover(what: what.joined(separator: ", "), demand: demand, have: have)
        }
    }
}

/// Somebody's own published day in one unit, with reasons that are about nobody else.
struct OwnDay: Sendable {
    /// Demand that one's shift counts for.
    struct Cover: Sendable {
        /// `Early`, `Early, May lead`.
        var what: String
        var demand: Demand
        /// How many are on; nil: not told.
        var have: Int?
    }

    var unit: CrewUnit
    var version: Int
    var date: CalendarDate
    /// Nil: off.
    var shift: ShiftType?
    var reasons: OwnReasons
    var cover: [Cover]
}
