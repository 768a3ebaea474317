import RotaModel
import RotaRules
import Testing

@Suite("Working time in any days, and rest")
struct WindowAndRestTests {
    @Test("Each window that is too full is a finding of its own")
    func windows() throws {
        let problem = try Ward.problem(
            days: 6, [Rule(id: "r", .minutesInWindow(days: 3, maximum: Minutes(15 * 60 + 30)))])
        // Windows 0...2, 1...3, 2...4, 3...5 hold 16, 24, 16 and 8 h; 30 min beyond is an hour begun, 8 h 30 min nine.
        #expect(try problem.found("- E E E - -") == ["Ann 0...2: 1", "Ann 1...3: 9", "Ann 2...4: 1"])
        #expect(
            try problem.sentences("E E - - - -") == [
                "Ann works 16 h in 3 days from Mon 5 Jan to Wed 7 Jan; at most 15 h 30 min."
            ])
    }

    @Test("Windows reach back into known days, as far as they go")
    func history() throws {
        var problem = try Ward.problem(
            days: 3, [Rule(id: "r", .minutesInWindow(days: 3, maximum: .hours(16)))], history: 3)
        problem.recall("ann", "E E E")
        // -3...-1 lies before the period and is not judged; -2...0 has 24 h, -1...1 has 16 h.
        #expect(try problem.found("E - -") == ["Ann -2...0: 8"])
    }

    @Test("A period shorter than the window is one window, with what is known before it")
    func short() throws {
        var problem = try Ward.problem(
            days: 3, [Rule(id: "r", .minutesInWindow(days: 10, maximum: .hours(24)))], history: 2)
        problem.recall("ann", "E E")
        #expect(try problem.found("E - -") == [])
        #expect(try problem.found("E - E") == ["Ann -2...2: 8"])
    }

    @Test("Rest is the time between the end of a shift and the start of the next")
    func rest() throws {
        let problem = try Ward.problem(days: 5, [Rule(id: "r", .rest(minimum: .hours(11)))])
        // L ends at 23:00 and E begins at 07:00: 8 h, 3 short. E to N on the next day is 32 h.
        #expect(try problem.found("L E N - -") == ["Ann 0...1: 3"])
        // N ends at 07:00 on the next date: no rest at all before E, 8 h before L, 16 h before N.
        #expect(try problem.found("N E - - -") == ["Ann 0...1: 11"])
        #expect(try problem.found("N L - - -") == ["Ann 0...1: 3"])
        #expect(try problem.found("N N - N -") == [])
        #expect(
            try problem.sentences("L E - - -") == [
                "Ann rests 8 h between L on Mon 5 Jan and E on Tue 6 Jan; at least 11 h."
            ])
    }

    @Test("Rest may be asked over days off, and after the known days before the period")
    func longRest() throws {
        var problem = try Ward.problem(days: 4, [Rule(id: "r", .rest(minimum: .hours(50)))], history: 2)
        problem.recall("ann", "N -")
        // N of day -2 ends on day -1 at 07:00; E on day 0 is 24 h later (26 short), on day 1 48 h (2 short).
        #expect(try problem.found("E - - -") == ["Ann -2...0: 26"])
        #expect(try problem.found("- E - -") == ["Ann -2...1: 2"])
        #expect(try problem.found("- - E -") == [])
    }

    @Test("A shift that begins before the one before it ends is an overlap, whatever the rules")
    func overlap() throws {
        var problem = try Ward.problem(days: 3)
        problem.shiftTypes[2].length = Minutes(600)
        // N now lasts until 09:00, two hours into the E of the next date.
        #expect(try problem.found("N E -") == ["Ann 0...1: 1"])
        #expect(
            try problem.sentences("N E -") == [
                "Ann begins E on Tue 6 Jan 2 h before the end of N on Mon 5 Jan; nobody works two shifts at once."
            ])
        #expect(try problem.found("N L -") == [])
        problem.rules = [Rule(id: "r", .rest(minimum: .hours(11)), severity: .soft(Penalty(1)))]
        // The rest of -2 h is 13 h short of 11.
        #expect(try problem.found("N E -") == ["Ann 0...1: 13", "Ann 0...1: 1"])
    }
}
