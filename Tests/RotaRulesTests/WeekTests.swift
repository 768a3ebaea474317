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

    @Test("Weekends worked in a row: too many, too few, and what may go on outside")
    func weekendsInARow() throws {
        var rule = Rule(id: "r", .weekendsInARow(Limits(minimum: 2, maximum: 2)))
        // Five weekends: days 5-6, 12-13, 19-20, 26-27, 33-34.
        func row(_ days: Int...) -> String { (0..<35).map { days.contains($0) ? "E" : "-" }.joined(separator: " ") }
        var problem = try Ward.problem(days: 35, [rule])
        // The first and the last may go on; the one in the middle is short.
        #expect(try problem.found(row(5, 20, 34)) == ["Ann 19...20: 1"])
        #expect(try problem.found(row(12, 13, 19, 26)) == ["Ann 12...27: 1"])
        #expect(try problem.found(row(5, 12, 19, 26, 33)) == ["Ann 5...34: 3"])
        #expect(try problem.found(row(0, 1, 2, 3, 4, 7, 8, 9, 10, 11)) == [])
        rule.edges = .closed
        problem.rules = [rule]
        #expect(try problem.found(row(5, 20, 34)) == ["Ann 5...6: 1", "Ann 19...20: 1", "Ann 33...34: 1"])
        rule.edges = .open
        rule.weekend = [.friday, .saturday]
        problem.rules = [rule]
        #expect(try problem.found(row(6, 11, 20, 25)) == ["Ann 11...12: 1", "Ann 25...26: 1"])
        #expect(
            try problem.sentences(row(11)) == [
                "Ann works only 1 weekend in a row from Fri 16 Jan to Sat 17 Jan; at least 2."
            ])
    }

    @Test("A weekend in part known is worked if a known day is, and else neither worked nor free")
    func weekendsInPart() throws {
        let rule = Rule(id: "r", .weekendsInARow(Limits(minimum: 2)))
        // Sun 11 Jan to Sat 24 Jan: a Sunday, a weekend, a Saturday.
        var problem = try Ward.problem(days: 14, [rule], start: "2026-01-11")
        #expect(try problem.found("- - - - - - E - - - - - - -") == [])
        #expect(try problem.found("E - - - - - - - - - - - - -") == [])
        // With the Saturday before known the first weekend is free, and with the one before that the run was cut short.
        problem.historyStart = problem.start.advanced(by: -8)
        #expect(try problem.found("- - - - - - E - - - - - - -", "E - - - - - - - - - - - - -") == ["Bo -1...0: 1"])
        problem.recall("ann", "E - - - - - - -")
        #expect(try problem.found("- - - - - - - - - - - - - -") == [])
        problem.historyStart = problem.start.advanced(by: -15)
        #expect(try problem.found("- - - - - - - - - - - - - -") == ["Ann -8...-7: 1"])
        #expect(try problem.found("E - - - - - - - - - - - - -") == [])
    }

    @Test("A rule may have weekends of its own")
    func ownWeekends() throws {
        let weekend: [Weekday] = [.friday, .saturday, .sunday]
        let problem = try Ward.problem(
            days: 14,
            [
                Rule(id: "a", .completeWeekends, weekend: weekend),
                Rule(id: "b", .sameShiftInWeekend, weekend: weekend),
                Rule(id: "c", .weekendsWorked(Limits(maximum: 1)), weekend: weekend),
            ])
        #expect(try problem.found("- - - - E E E - - - - E E E") == ["Ann 0...13: 1"])
        #expect(try problem.found("- - - - E - L - - - - - - -") == ["Ann 4...6: 1", "Ann 4...6: 1"])
        #expect(try problem.found("- - - - - E E - - - - - - -") == ["Ann 4...6: 1"])
    }

    @Test("A qualification may be needed by some, for some shifts")
    func qualificationNeeded() throws {
        var problem = try Ward.problem(
            days: 3, [Rule(id: "r", .qualificationNeeded("iv", .types(["E"])), appliesTo: .people(["ann"]))])
        problem.qualifications = [Qualification(id: "iv", name: "IV line")]
        problem.people[0].qualifications = [Held("iv", valid: Validity(from: problem.start.advanced(by: 1)))]
        #expect(try problem.found("E E L", "E E E") == ["Ann 0...0: 1"])
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
