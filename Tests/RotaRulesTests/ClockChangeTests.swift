import RotaModel
import RotaRules
import Testing

/// A Sunday on which a clock changes, or would elsewhere.
struct ClockChange: CustomTestStringConvertible, Sendable {
    let zone: String
    let sunday: String
    /// By how much the day is longer than 24 hours, in minutes.
    let longer: Int

    var testDescription: String { "\(zone) on \(sunday)" }

    /// Stockholm springs from 02:00 to 03:00 and falls from 03:00 to 02:00; New York springs from 02:00 to 03:00 and
    /// falls from 02:00 to 01:00; Lord Howe Island falls from 02:00 to 01:30 and springs from 02:00 to 02:30; India's
    /// clock never changes.
    static let all = [
        ClockChange(zone: "Europe/Stockholm", sunday: "2026-03-29", longer: -60),
        ClockChange(zone: "Europe/Stockholm", sunday: "2026-10-25", longer: 60),
        ClockChange(zone: "America/New_York", sunday: "2026-03-08", longer: -60),
        ClockChange(zone: "America/New_York", sunday: "2026-11-01", longer: 60),
        ClockChange(zone: "Australia/Lord_Howe", sunday: "2026-10-04", longer: -30),
        ClockChange(zone: "Australia/Lord_Howe", sunday: "2026-04-05", longer: 30),
        ClockChange(zone: "Asia/Kolkata", sunday: "2026-03-29", longer: 0),
        ClockChange(zone: "Asia/Kolkata", sunday: "2026-10-25", longer: 0),
    ]

    /// Friday, Saturday, the Sunday of the change and Monday, with E, L and N of 8 hours each.
    func problem(_ rules: Rule...) throws -> RotaProblem {
        let sunday = try Ward.date(sunday)
        #expect(sunday.weekday == .sunday)
        return try Ward.problem(days: 4, rules, zone: zone, start: sunday.advanced(by: -2).description)
    }

    func hours(_ hours: Int) -> Minutes { .hours(hours) + Minutes(longer) }
}

@Suite("Rules over a change of the clock")
struct ClockChangeTests {
    @Test("A night over the change lasts as long as it really does", arguments: ClockChange.all)
    func nightLength(_ change: ClockChange) throws {
        let problem = try change.problem()
        let totals = Judge(problem).totals(try problem.rota(["- N - -", "N - N -"]))
        // Saturday's night of 8 h on the wall ends on the Sunday; Friday's and Sunday's do not meet the change.
        #expect(totals.map(\.worked) == [change.hours(8), .hours(16)])
    }

    @Test("Total minutes are elapsed time", arguments: ClockChange.all)
    func totalMinutes(_ change: ClockChange) throws {
        let limits = Limits(minimum: Minutes.hours(16), maximum: Minutes.hours(16))
        let problem = try change.problem(Rule(id: "r", .totalMinutes(limits), appliesTo: .people(["ann"])))
        // An hour, or half an hour, too little or too much is one hour begun.
        #expect(try problem.found("- N L -") == (change.longer == 0 ? [] : ["Ann 0...3: 1"]))
        #expect(try problem.found("- E L -") == [])
    }

    @Test("Rest over the change is elapsed time", arguments: ClockChange.all)
    func rest(_ change: ClockChange) throws {
        let problem = try change.problem(Rule(id: "r", .rest(minimum: .hours(8))))
        // From L, which ends on Saturday at 23:00, to E on Sunday at 07:00 there are 8 h on the wall.
        let found = try problem.found("- L E -")
        #expect(found == (change.longer < 0 ? ["Ann 1...2: 1"] : []))
        // The same a day earlier and a day later is 8 h everywhere.
        #expect(try problem.found("L E - -", "- - L E") == [])
        var strict = problem
        strict.rules[0].kind = .rest(minimum: .hours(9))
        // 9 h are met where the night is an hour longer; where it is half an hour longer, half an hour is missing.
        let missing = Minutes.hours(9) - change.hours(8)
        #expect(try strict.found("- L E -") == (missing > .zero ? ["Ann 1...2: \(missing.hoursBegun)"] : []))
    }

    @Test("A sentence tells the elapsed rest")
    func sentence() throws {
        let problem = try ClockChange.all[0].problem(Rule(id: "r", .rest(minimum: .hours(8))))
        #expect(
            try problem.sentences("- L E -") == [
                "Ann rests 7 h between L on Sat 28 Mar and E on Sun 29 Mar; at least 8 h."
            ])
    }

    @Test("A window's working time is elapsed time", arguments: ClockChange.all)
    func window(_ change: ClockChange) throws {
        let problem = try change.problem(
            Rule(id: "r", .minutesInWindow(days: 2, maximum: .hours(16)), appliesTo: .people(["ann"])))
        // Friday and Saturday, Saturday and Sunday: both windows have the long or short night of Saturday.
        let found = try problem.found("N N N -")
        #expect(found == (change.longer > 0 ? ["Ann 0...1: 1", "Ann 1...2: 1"] : []))
    }

    @Test("The same rules hold over a change in the known days before the period", arguments: ClockChange.all)
    func history(_ change: ClockChange) throws {
        // The period begins on the Sunday of the change; L was worked on the Saturday.
        var problem = try Ward.problem(
            days: 2, [Rule(id: "r", .rest(minimum: .hours(8)))], history: 2, zone: change.zone, start: change.sunday)
        problem.recall("ann", "- L")
        #expect(try problem.found("E -") == (change.longer < 0 ? ["Ann -1...0: 1"] : []))
        problem.rules = [Rule(id: "r", .minutesInWindow(days: 2, maximum: .hours(16)))]
        problem.history = []
        problem.recall("ann", "- N")
        #expect(try problem.found("E -") == (change.longer > 0 ? ["Ann -1...0: 1"] : []))
    }

    @Test("Where an end and a start fall on a repeated time, the shifts overlap")
    func repeated() throws {
        // In New York the clock shows 01:00 to 02:00 twice on 1 November. D ends at 01:30, which is the last one, and
        // F begins at 01:30, which is the first.
        var problem = try Ward.problem(
            days: 2, zone: "America/New_York", start: "2026-10-31")
        problem.shiftTypes = [try Ward.shift("D", "17:30", 480), try Ward.shift("F", "01:30", 480)]
        #expect(
            try problem.sentences("D F") == [
                "Ann begins F on Sun 1 Nov 1 h before the end of D on Sat 31 Oct; nobody works two shifts at once."
            ])
        // Each of the two lasts nine hours.
        #expect(Judge(problem).totals(try problem.rota(["D -", "- F"])).map(\.worked) == [.hours(9), .hours(9)])
        // On Lord Howe Island 01:30 to 02:00 comes twice on 5 April: half an hour.
        var half = try Ward.problem(days: 2, zone: "Australia/Lord_Howe", start: "2026-04-04")
        half.shiftTypes = problem.shiftTypes
        #expect(
            try half.sentences("D F") == [
                "Ann begins F on Sun 5 Apr 30 min before the end of D on Sat 4 Apr; nobody works two shifts at once."
            ])
    }

    @Test("Where an end and a start fall on a skipped time, one follows the other at the change")
    func skipped() throws {
        // 02:30 does not occur in Stockholm on 29 March: D ends and F begins at the change, at 03:00.
        var problem = try Ward.problem(
            days: 2, [Rule(id: "r", .rest(minimum: Minutes(1)))], zone: "Europe/Stockholm", start: "2026-03-28")
        problem.shiftTypes = [try Ward.shift("D", "18:30", 480), try Ward.shift("F", "02:30", 480)]
        // From 18:30 to the change at 02:00 are 7 h 30 min; from there, now 03:00, to 10:30 as many.
        #expect(Judge(problem).totals(try problem.rota(["D -", "- F"])).map(\.worked) == [Minutes(450), Minutes(450)])
        #expect(try problem.found("D F") == ["Ann 0...1: 1"])
    }

    @Test("An absence's times are instants, and a repeated one is away until its last")
    func absence() throws {
        // Away on 25 October until 02:30, which in Stockholm is the second one; F begins at the first 02:30.
        var problem = try Ward.problem(days: 2, zone: "Europe/Stockholm", start: "2026-10-24")
        problem.shiftTypes = [try Ward.shift("F", "02:30", 480)]
        let until = LocalTime(hour: 2, minute: 30)
        problem.absences = [Absence(person: "ann", first: problem.end, last: problem.end, until: until)]
        #expect(try problem.found("- F") == ["Ann 1...1: 1"])
        problem.unit.zone = .utc
        #expect(try problem.found("- F") == [])
    }
}
