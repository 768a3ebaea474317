import RotaModel
import RotaRules
import Testing

@Suite("Fairness over the year to date")
struct FairnessTests {
    /// Ten days with one person wanted on each night; Ann full time, Bo at 50 %.
    private func nights(tolerance: Int) throws -> RotaProblem {
        var problem = try Ward.problem(days: 10, [Rule(id: "r", .fairness(.nights, tolerance: tolerance))])
        problem.contracts = [Contract(id: "half", name: "Half time", share: 50)]
        problem.people[1].contracts = [Held("half")]
        problem.demand = problem.days.map { day in
            Demand(
                date: problem.date(of: day), shiftTypes: ["N"], minimum: 0, wanted: 1, belowWanted: .zero)
        }
        return problem
    }

    @Test("Nights expected and carried so far are shared by presence")
    func nights() throws {
        let problem = try nights(tolerance: 0)
        // Presences 1000 and 500; 10 nights are expected. Ann's target is 6 2/3: 6 or 7. Bo's is 3 1/3: 3 or 4.
        #expect(try problem.found("N N N N N N - - - -", "- - - - - - N N N N") == [])
        #expect(try problem.found("N N N N N N N - - -", "- - - - - - - N N N") == [])
        #expect(
            try problem.found("N N N N N N N N - -", "- - - - - - - - N N") == ["Ann 0...9: 1", "Bo 0...9: 1"])
        #expect(
            try problem.sentences("N N N N N N N N - -", "- - - - - - - - N N") == [
                "Ann comes to 8 nights for the year to date; fair is 6 to 7.",
                "Bo comes to 2 nights for the year to date; fair is 3 to 4.",
            ])
        // With a tolerance of one, 5 to 8 and 2 to 5 will do; 9 and 1 are one off each.
        let tolerant = try nights(tolerance: 1)
        #expect(try tolerant.found("N N N N N N N N - -", "- - - - - - - - N N") == [])
        #expect(
            try tolerant.found("N N N N N N N N N -", "- - - - - - - - - N") == ["Ann 0...9: 1", "Bo 0...9: 1"])
    }

    @Test("The ledger's year counts, and absence lessens the share")
    func ledger() throws {
        var problem = try nights(tolerance: 0)
        problem.ledger = [
            LedgerEntry(person: "ann", nights: 2, presence: 1000), LedgerEntry(person: "bo", nights: 6, presence: 500),
        ]
        // Presences 2000 and 1000; 18 nights in all: Ann's target is 12, so 10 now; Bo's is 6, so none.
        #expect(try problem.found("N N N N N N N N N N") == [])
        #expect(try problem.found("N N N N N N N N N -", "- - - - - - - - - N") == ["Ann 0...9: 1", "Bo 0...9: 1"])
        // Away on five whole dates Ann's presence is 1500 of 2500: 10.8, so 10 or 11. Bo's is 7.2: 7 or 8.
        problem.absences = [
            Absence(person: "ann", first: problem.start, last: problem.start.advanced(by: 4)),
            Absence(person: "bo", first: problem.start, last: problem.end, until: LocalTime(hour: 6, minute: 0)),
        ]
        // Two and five are 7: three short. Six and two are right. Only Bo's shifts lie within a timed absence.
        let found = try problem.found("- - - - - N N N N N", "- - - - - - - - - -")
        #expect(found == ["Ann 0...9: 3", "Bo 0...9: 1"])
    }

    @Test("Who is out of scope takes no part")
    func scope() throws {
        var problem = try nights(tolerance: 0)
        problem.rules[0].appliesTo = .contracts(["half"])
        // Bo alone shares ten nights.
        #expect(try problem.found("N N N N N N N N N N") == ["Bo 0...9: 10"])
        problem.rules[0].appliesTo = .people(["ann"])
        #expect(try problem.found("N N N N N N N N N N") == [])
    }

    @Test("Weekends expected are the people wanted on weekend days by the days of a weekend, rounded up")
    func weekends() throws {
        var problem = try Ward.problem(days: 14, [Rule(id: "r", .fairness(.weekends, tolerance: 0))])
        problem.demand = problem.days.map { day in
            Demand(date: problem.date(of: day), shiftTypes: ["E"], minimum: 1, belowMinimum: .soft(Penalty(1)))
        }
        problem.demand[6].minimum = 2
        // 1 + 2 + 1 + 1 on weekend days are 5, so 3 weekends, and 1 1/2 for each: 1 or 2.
        let both = "- - - - - E E - - - - - E E"
        let first = "- - - - - E - - - - - - - -"
        let found = try problem.found(both, first).filter { !$0.hasPrefix("ward") }
        #expect(found == [])
        let none = try problem.found(both).filter { !$0.hasPrefix("ward") }
        #expect(none == ["Bo 0...13: 1"])
    }

    @Test("Holidays are shifts that start on one")
    func holidays() throws {
        var problem = try Ward.problem(days: 4, [Rule(id: "r", .fairness(.holidays, tolerance: 0))])
        problem.holidays = [Holiday(date: problem.start.advanced(by: 1), name: "Epiphany")]
        problem.demand = [
            Demand(date: problem.start.advanced(by: 1), shiftTypes: ["E", "L"], minimum: 2, belowMinimum: .hard)
        ]
        // Two shifts on the holiday, one for each.
        #expect(try problem.found("- E - -", "- L - -") == [])
        problem.people.append(Person(id: "cy", name: "Cy"))
        // Two for three: none or one is fair. Nights that begin the day before are not on the holiday.
        #expect(try problem.found("N E - -", "- L - -") == [])
    }

    @Test("Unpopular shifts are those of the types that are marked, and shared with those of the ledger")
    func unpopular() throws {
        var problem = try Ward.problem(days: 4, [Rule(id: "r", .fairness(.unpopular, tolerance: 0))])
        problem.shiftTypes[1].isUnpopular = true
        problem.demand = problem.days.flatMap { day in
            [["L"], ["E", "L"]].map { types in
                Demand(
                    date: problem.date(of: day), shiftTypes: types, minimum: 0, wanted: 1, belowWanted: .zero)
            }
        }
        // Four are wanted on L; the lines that E would do for are not counted.
        #expect(try problem.found("L L E E", "E E L L") == [])
        #expect(
            try problem.sentences("L L L E", "E E E L") == [
                "Ann comes to 3 unpopular shifts for the year to date; fair is exactly 2.",
                "Bo comes to 1 unpopular shift for the year to date; fair is exactly 2.",
            ])
        problem.ledger = [LedgerEntry(person: "bo", unpopular: 2)]
        // Six with the ledger's, three for each: Bo has two already.
        #expect(try problem.found("L L L E", "E E E L") == [])
    }

    @Test("Requests are granted at the crew's rate of the year so far")
    func requests() throws {
        var problem = try Ward.problem(days: 4, [Rule(id: "r", .fairness(.requests, tolerance: 0))])
        problem.requests = [
            Request(person: "ann", date: problem.start, wish: .dayOff, weight: .zero),
            Request(person: "ann", date: problem.start.advanced(by: 1), wish: .shiftOn("E"), weight: .zero),
        ]
        // So far 6 of 10 were granted in all. Ann has made 6 with today's: 3.6, so at least 3, of which she had 2.
        problem.ledger = [
            LedgerEntry(person: "ann", requestsMade: 4, requestsGranted: 2),
            LedgerEntry(person: "bo", requestsMade: 6, requestsGranted: 4),
        ]
        // Bo: 6 of 10 of 6 are 3.6; he had 4.
        #expect(try problem.found("- - - -") == [])
        #expect(try problem.found("E L - -") == ["Ann 0...3: 1"])
        #expect(
            try problem.sentences("E L - -") == [
                "Ann comes to 2 requests granted for the year to date; fair is at least 3."
            ])
        // Without a ledger all are to be granted.
        problem.ledger = []
        #expect(try problem.found("- - - -") == ["Ann 0...3: 1"])
        #expect(try problem.found("- E - -") == [])
    }

    @Test("Where nobody is present there is nothing to share by")
    func nobody() throws {
        var problem = try nights(tolerance: 0)
        problem.contracts.append(Contract(id: "none", name: "No hours", share: 0))
        for person in problem.people.indices { problem.people[person].contracts = [Held("none")] }
        #expect(try problem.found("N N N N N N N N N N") == [])
    }
}
