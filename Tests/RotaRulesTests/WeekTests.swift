import RotaModel
import RotaRules
import Testing

@Suite("Weekends and weekdays")
struct WeekTests {
    @Test("A weekend is worked on all of its days or on none")
    func complete() throws {
        let problem = try Ward.problem(days: 14, [Rule(id: "r", .completeWeekends)])
        #expect(try problem.found("- - - - - E L - - - - - - -") == [])
        #expect(try problem.found("- - - - - E - - - - - - - N") == ["Ann 5...6: 1", "Ann 12...13: 1"])
        #expect(
            try problem.sentences("- - - - - E - - - - - - - -") == [
                "Ann works on Sat 10 Jan but not on Sun 11 Jan; all days of a weekend or none."
            ])
    }

    @Test("A weekend of which not all days are known is not judged to be incomplete")
    func completeEdges() throws {
        // Sun 11 to Sat 24 Jan: neither the first weekend nor the last is whole.
        let rule = Rule(id: "r", .completeWeekends)
        let bare = try Ward.problem(days: 14, [rule], start: "2026-01-11")
        #expect(try bare.found("E - - - - - - - - - - - - E") == [])
        var known = try Ward.problem(days: 14, [rule], history: 1, start: "2026-01-11")
        #expect(try known.found("E - - - - - - - - - - - - E") == ["Ann -1...0: 1"])
        known.recall("ann", "E")
        #expect(try known.found("E - - - - - - - - - - - - E") == [])
        #expect(try known.found("- - - - - - - - - - - - - -") == ["Ann -1...0: 1"])
    }

    @Test("The shifts of a weekend are of one type")
    func same() throws {
        var problem = try Ward.problem(days: 7, [Rule(id: "r", .sameShiftInWeekend)])
        #expect(try problem.found("- - - - L E E", "- - - - - - N") == [])
        #expect(try problem.found("- - - - - E L") == ["Ann 5...6: 1"])
        #expect(
            try problem.sentences("- - - - - E L") == [
                "Ann works E on Sat 10 Jan and L on Sun 11 Jan; the same shift all weekend."
            ])
        // Of three days with three types the weekend is one finding, and a day off between does not matter.
        problem.unit.weekend = [.friday, .saturday, .sunday]
        #expect(try problem.found("- - - - N E L", "- - - - E - L") == ["Ann 4...6: 1", "Bo 4...6: 1"])
    }

    @Test("No work on certain weekdays")
    func noWork() throws {
        let problem = try Ward.problem(
            days: 8, [Rule(id: "r", .noWork(on: [.monday, .sunday]), appliesTo: .people(["ann"]))])
        #expect(
            try problem.found("E E E E E E E E", "E - - - - - E E") == ["Ann 0...0: 1", "Ann 6...6: 1", "Ann 7...7: 1"])
        #expect(
            try problem.sentences("- - - - - - N -") == ["Ann works N on Sun 11 Jan; no work on Mondays or Sundays."])
    }

    @Test("Alternating work: never on such a weekday two weeks in a row")
    func alternating() throws {
        let rule = Rule(id: "r", .alternatingWork(on: [.sunday]))
        let problem = try Ward.problem(days: 21, [rule])
        let everySunday = "- - - - - - E - - - - - - L - - - - - - N"
        #expect(try problem.found(everySunday) == ["Ann 6...13: 1", "Ann 13...20: 1"])
        #expect(try problem.found("- - - - - E E - - - - - E - - - - - - E E") == [])
        var known = try Ward.problem(days: 7, [rule], history: 1)
        known.recall("ann", "E")
        #expect(try known.found("- - - - - - E") == ["Ann -1...6: 1"])
        #expect(
            try known.sentences("- - - - - - E") == [
                "Ann works on Sun 4 Jan and again on Sun 11 Jan; not on two Sundays in a row."
            ])
    }
}
