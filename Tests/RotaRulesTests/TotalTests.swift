import RotaModel
import RotaRules
import Testing

@Suite("Totals over the period")
struct TotalTests {
    @Test("Total minutes miss their limits by hours begun")
    func minutes() throws {
        let limits = Limits(minimum: Minutes.hours(15), maximum: Minutes(30 * 60 - 30))
        let problem = try Ward.problem(
            days: 5, [Rule(id: "r", .totalMinutes(limits), appliesTo: .people(["ann"]))])
        // 8 h of at least 15: 7 short. 16 and 24 h are within. 32 h are 2 h 30 min beyond 29 h 30 min, 3 begun.
        #expect(try problem.found("E - - - -") == ["Ann 0...4: 7"])
        #expect(try problem.found("E L - - -") == [])
        #expect(try problem.found("E E E - -") == [])
        #expect(try problem.found("E E E L -") == ["Ann 0...4: 3"])
        #expect(
            try problem.sentences("E E E L -") == [
                "Ann comes to 32 h from Mon 5 Jan to Fri 9 Jan; at most 29 h 30 min."
            ])
    }

    @Test("Each date of an absence credits its minutes, also on a day worked all the same")
    func credit() throws {
        var problem = try Ward.problem(
            days: 5, [Rule(id: "r", .totalMinutes(Limits(maximum: .hours(20))), appliesTo: .people(["ann"]))])
        // Away from the day before the period to day 1: of its three dates two are in the period, 2 x 6 h.
        problem.absences = [
            Absence(
                person: "ann", first: problem.start.advanced(by: -1), last: problem.start.advanced(by: 1),
                from: LocalTime(hour: 23, minute: 59), until: LocalTime(hour: 0, minute: 1), creditPerDay: .hours(6))
        ]
        #expect(try problem.found("- - E - -") == [])
        // 12 h credited and 16 h worked are 28 h.
        #expect(try problem.found("- - E E -") == ["Ann 0...4: 8"])
        #expect(
            try problem.sentences("- - E E -") == [
                "Ann comes to 28 h (12 h of it credited for time away) from Mon 5 Jan to Fri 9 Jan; at most 20 h."
            ])
        // Work on day 0, while away, counts beside the credit; on day 1 at 07:00 Ann is back.
        #expect(try problem.found("E E - - -") == ["Ann 0...4: 8", "Ann 0...0: 1"])
    }

    @Test("Shifts of a set are counted in the period, not before it")
    func count() throws {
        var problem = try Ward.problem(
            days: 5, [Rule(id: "r", .shiftCount(.types(["N"]), Limits(minimum: 1, maximum: 2)))], history: 2)
        problem.recall("ann", "N N")
        #expect(try problem.found("N N - - -", "- - - - N") == [])
        #expect(try problem.found("N N N N E", "E E - - -") == ["Ann 0...4: 2", "Bo 0...4: 1"])
        #expect(
            try problem.sentences("N N N N E", "E E - - -") == [
                "Ann works 4 N shifts from Mon 5 Jan to Fri 9 Jan; at most 2.",
                "Bo works 0 N shifts from Mon 5 Jan to Fri 9 Jan; at least 1.",
            ])
    }

    @Test("Totals under a contract count its days only, with the limits as they are")
    func contract() throws {
        var problem = try Ward.problem(
            days: 6, [Rule(id: "r", .shiftCount(.all, Limits(maximum: 1)), appliesTo: .contracts(["c"]))])
        problem.contracts = [Contract(id: "c", name: "Course")]
        problem.people[0].contracts = [
            Held("c", valid: Validity(from: problem.start.advanced(by: 1), until: problem.start.advanced(by: 2))),
            Held("c", valid: Validity(from: problem.start.advanced(by: 4))),
        ]
        // Two stretches, days 1...2 and 4...5, each with a maximum of one.
        #expect(try problem.found("- E E - E E") == ["Ann 1...2: 1", "Ann 4...5: 1"])
        #expect(try problem.found("- E - - - E") == [])
    }

    @Test("A weekend counts once, whichever of its days in the period are worked")
    func weekends() throws {
        // Mon 5 Jan to Sat 24 Jan: weekends on days 5...6 and 12...13, and the Saturday 19.
        let rule = Rule(id: "r", .weekendsWorked(Limits(maximum: 1)))
        let problem = try Ward.problem(days: 20, [rule])
        #expect(try problem.found("- - - - - E E - - - - - - - - - - - - -") == [])
        #expect(try problem.found("- - - - - E - - - - - - - E - - - - - E") == ["Ann 0...19: 2"])
        #expect(
            try problem.sentences("- - - - - E - - - - - - - E - - - - - E") == [
                "Ann works on 3 weekends from Mon 5 Jan to Sat 24 Jan; at most 1."
            ])
        // Where the weekend is Friday and Saturday, days 4...5 are one.
        var friday = problem
        friday.unit.weekend = [.friday, .saturday]
        #expect(try friday.found("- - - - E E E - - - - - - - - - - - - -") == [])
        #expect(try friday.found("- - - - E - - - - - - - E E - - - - - -") == ["Ann 0...19: 1"])
    }
}
