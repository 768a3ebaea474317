import RotaModel
import Testing

@Suite("Somebody's own shifts")
struct OwnShiftsTests {
    private func problem(from start: String, days: Int) throws -> RotaProblem {
        let zone = try #require(Zone(name: "Europe/Stockholm"))
        let (night, early) = (try #require(LocalTime("21:00")), try #require(LocalTime("07:00")))
        return RotaProblem(
            unit: CrewUnit(id: "w", name: "Ward", zone: zone), start: try #require(CalendarDate(start)), dayCount: days,
            shiftTypes: [
                ShiftType(id: "E", name: "Early", start: early, length: .hours(8)),
                ShiftType(id: "N", name: "Night", start: night, length: Minutes(615), isNight: true),
            ], people: [Person(id: "a", name: "A. Ortega")])
    }

    private func duties(_ letters: String) -> [Duty] {
        letters.map { $0 == "E" ? Duty(ShiftIndex(0)) : $0 == "N" ? Duty(ShiftIndex(1)) : .off }
    }

    @Test("last an hour more or less over a change of the clock, and belong to the date they start on")
    func clock() throws {
        for (start, hours) in [("2026-03-28", 9.25), ("2026-10-24", 11.25), ("2026-06-01", 10.25)] {
            var shifts = OwnShifts()
            shifts.take(
                duties("NE"), of: "a", in: try problem(from: start, days: 2), version: 1, at: Instant(seconds: 100))
            let night = try #require(shifts.shifts.first)
            #expect(night.date.description == start)
            #expect(night.end.minutes(since: night.start) == Minutes(Int(hours * 60)))
            // It is the one that is on until it ends, past midnight, and the early shift is next from then on.
            let last = Instant(seconds: night.end.seconds - 1)
            #expect(shifts.next(at: last) == night)
            #expect(shifts.next(at: night.end)?.type.id == "E")
            #expect(shifts.next(at: shifts.shifts[1].end) == nil)
        }
    }

    @Test("are those of the newest version that has the date, and none where it leaves the person out")
    func newest() throws {
        var first = try problem(from: "2026-01-05", days: 4)
        let monday = first.start
        first.absences = [Absence(person: "a", first: monday.advanced(by: 1), last: monday.advanced(by: 2))]
        let second = try problem(from: "2026-01-07", days: 4)
        var shifts = OwnShifts()
        shifts.take(duties("E..E"), of: "a", in: first, version: 1, at: Instant(seconds: 100))
        #expect(shifts.shifts.map(\.date.description) == ["2026-01-05", "2026-01-08"])
        #expect((0..<5).map { shifts.isAway(on: monday.advanced(by: $0)) } == [false, true, true, false, false])
        shifts.take(duties("N..E"), of: "a", in: second, version: 2, at: Instant(seconds: 200))
        #expect(shifts.shifts.map(\.date.description) == ["2026-01-05", "2026-01-07", "2026-01-10"])
        #expect(shifts.shifts.map(\.version) == [1, 2, 2])
        #expect(!shifts.isAway(on: monday.advanced(by: 2)))
        shifts.take(nil, of: "a", in: first, version: 3, at: Instant(seconds: 300))
        #expect(shifts.shifts.map(\.date.description) == ["2026-01-10"])
        #expect(!shifts.isTold(monday.advanced(by: 3)) && shifts.isTold(monday.advanced(by: 4)))
        // Another unit's rota takes nothing back.
        var other = first
        other.unit.id = "x"
        shifts.take(duties("E..."), of: "a", in: other, version: 1, at: Instant(seconds: 100))
        #expect(shifts.shifts.map(\.date.description) == ["2026-01-05", "2026-01-10"])
    }
}
