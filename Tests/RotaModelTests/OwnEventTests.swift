import RotaModel
import Testing

@Suite("What somebody was told of their shifts")
struct OwnEventTests {
    private func problem(from start: String, days: Int, unit: UnitID = "w") throws -> RotaProblem {
        let zone = try #require(Zone(name: "Europe/Stockholm"))
        let (night, early) = (try #require(LocalTime("21:00")), try #require(LocalTime("07:00")))
        return RotaProblem(
            unit: CrewUnit(id: unit, name: "Ward", zone: zone), start: try #require(CalendarDate(start)),
            dayCount: days,
            shiftTypes: [
                ShiftType(id: "E", name: "Early", start: early, length: .hours(8)),
                ShiftType(id: "N", name: "Night", start: night, length: Minutes(600), isNight: true),
            ], people: [Person(id: "a", name: "A. Ortega")])
    }

    private func duties(_ letters: String) -> [Duty] {
        letters.map { $0 == "E" ? Duty(ShiftIndex(0)) : $0 == "N" ? Duty(ShiftIndex(1)) : .off }
    }

    /// `05 E 0 @100`: the day, the letter (`away`), how often it has changed, since when; an `x` where it was taken back.
    private func text(_ shifts: OwnShifts) -> [String] {
        shifts.events.map { event in
            let letter = event.content.shift?.letter.rawValue ?? "away"
            let mark = event.isCancelled ? " x" : ""
            return
                "\(event.key.date.description.suffix(2)) \(letter) \(event.sequence) @\(event.changedAt.seconds)\(mark)"
        }
    }

    @Test("changes its number and time only where it really changes, and stays when it is taken back")
    func versions() throws {
        let problem = try problem(from: "2026-01-05", days: 4)
        var shifts = OwnShifts()
        func publish(_ letters: String?, at moment: Int, _ change: (inout RotaProblem) -> Void = { _ in }) {
            var problem = problem
            change(&problem)
            let duties = letters.map(duties)
            shifts.take(duties, of: "a", in: problem, version: moment, at: Instant(seconds: moment))
        }
        publish("EE.N", at: 100)
        #expect(text(shifts) == ["05 E 0 @100", "06 E 0 @100", "08 N 0 @100"])
        // The same again: nothing moves.
        publish("EE.N", at: 200)
        #expect(text(shifts) == ["05 E 0 @100", "06 E 0 @100", "08 N 0 @100"])
        publish("EN..", at: 300)
        #expect(text(shifts) == ["05 E 0 @100", "06 N 1 @300", "08 N 1 @300 x"])
        // What was taken back is so once, and comes again as the same thing.
        publish("EN..", at: 400)
        publish("EN.N", at: 500)
        #expect(text(shifts) == ["05 E 0 @100", "06 N 1 @300", "08 N 2 @500"])
        // Other hours are a change, another colour is none.
        publish("EN.N", at: 600) { $0.shiftTypes[0].colour = 5 }
        #expect(text(shifts) == ["05 E 0 @100", "06 N 1 @300", "08 N 2 @500"])
        publish("EN.N", at: 700) { $0.shiftTypes[0].length = .hours(9) }
        #expect(text(shifts) == ["05 E 1 @700", "06 N 1 @300", "08 N 2 @500"])
        // Left out: everything on the version's dates is taken back.
        publish(nil, at: 800) { $0.dayCount = 2 }
        #expect(text(shifts) == ["05 E 2 @800 x", "06 N 2 @800 x", "08 N 2 @500"])
    }

    @Test("is a day away where the person is away and not on")
    func away() throws {
        var problem = try problem(from: "2026-01-05", days: 4)
        problem.absences = [
            Absence(person: "a", first: problem.start, last: problem.start.advanced(by: 1)),
            Absence(person: "b", first: problem.start, last: problem.start.advanced(by: 3)),
        ]
        var shifts = OwnShifts()
        shifts.take(duties("E..."), of: "a", in: problem, version: 1, at: Instant(seconds: 100))
        #expect(text(shifts) == ["05 E 0 @100", "06 away 0 @100"])
        problem.absences = []
        shifts.take(duties("EN.."), of: "a", in: problem, version: 2, at: Instant(seconds: 200))
        #expect(text(shifts) == ["05 E 0 @100", "06 N 0 @200", "06 away 1 @200 x"])
        // The same date of another unit is another thing.
        let other = try self.problem(from: "2026-01-05", days: 1, unit: "x")
        shifts.take(duties("E"), of: "a", in: other, version: 1, at: Instant(seconds: 300))
        #expect(text(shifts).filter { $0.hasPrefix("05") } == ["05 E 0 @100", "05 E 0 @300"])
    }
}
