import RotaModel
import RotaRules
import Testing

@Suite("What is built in")
struct BuiltInTests {
    @Test("A demand line is missed by each part for itself, at its own weight")
    func demand() throws {
        var problem = try Ward.problem(days: 1)
        problem.people += (0..<4).map { Person(id: PersonID("p\($0)"), name: "P\($0)") }
        problem.demand = [
            Demand(
                date: problem.start, shiftTypes: ["E", "L"], minimum: 2, wanted: 3, maximum: 4,
                belowMinimum: .soft(Penalty(100)), belowWanted: Penalty(10), aboveWanted: Penalty(1),
                aboveMaximum: .soft(Penalty(50)))
        ]
        func penalty(_ count: Int) throws -> Int {
            let rows = (0..<6).map { $0 < count ? ($0 % 2 == 0 ? "E" : "L") : "N" }
            return Judge(problem).assess(try problem.rota(rows)).penalty.value
        }
        // 0: 2 x 100 + 3 x 10. 1: 100 + 2 x 10. 2: 10. 3: nothing. 4: 1. 5: 2 x 1 + 50. 6: 3 x 1 + 2 x 50.
        #expect(try (0...6).map(penalty) == [230, 120, 10, 0, 1, 52, 103])
        #expect(
            try problem.sentences("E") == [
                "Mon 5 Jan has 1 on E or L; at least 2.", "Mon 5 Jan has 1 on E or L; 3 wanted.",
            ])
        // Hard parts cost nothing but legality, and a weight of 0 is no finding.
        problem.demand[0].belowMinimum = .hard
        problem.demand[0].belowWanted = .zero
        let assessment = Judge(problem).assess(try problem.rota(["E"]))
        #expect(assessment.findings.map(\.amount) == [1])
        #expect(assessment.penalty == .zero)
        #expect(!assessment.isFeasible)
    }

    @Test("A demand line for a qualification counts who holds it on the date")
    func qualifiedDemand() throws {
        var problem = try Ward.problem(days: 2)
        problem.qualifications = [Qualification(id: "iv", name: "IV line")]
        problem.people[0].qualifications = [Held("iv", valid: Validity(from: problem.start.advanced(by: 1)))]
        problem.demand = problem.days.map {
            Demand(date: problem.date(of: $0), shiftTypes: ["E"], qualification: "iv", minimum: 1)
        }
        #expect(try problem.sentences("E E", "E E") == ["Mon 5 Jan has 0 on E with IV line; at least 1."])
        #expect(Judge(problem).coverage(try problem.rota(["E E", "E E"])) == [0, 1])
    }

    @Test("A wish that is not granted costs its weight, and is never hard")
    func requests() throws {
        var problem = try Ward.problem(days: 1)
        let wishes: [Request.Wish] = [.shiftOn("E"), .shiftOff("E"), .dayOff, .dayOn]
        problem.requests = zip(wishes, [1, 10, 100, 1000]).map {
            Request(person: "ann", date: problem.start, wish: $0, weight: Penalty($1))
        }
        func penalty(_ row: String) throws -> Int {
            Judge(problem).assess(try problem.rota([row])).penalty.value
        }
        // On E the wishes not to work it and to be off are missed; on L to work E and to be off; off, E and to work.
        #expect(try penalty("E") == 110)
        #expect(try penalty("L") == 101)
        #expect(try penalty("-") == 1001)
        #expect(
            try problem.sentences("E") == [
                "Ann wished not to work E on Mon 5 Jan, but works E.",
                "Ann wished to be off on Mon 5 Jan, but works E.",
            ])
        #expect(
            try problem.sentences("-") == [
                "Ann wished to work E on Mon 5 Jan, but is off.", "Ann wished to work on Mon 5 Jan, but is off.",
            ])
        #expect(Judge(problem).assess(try problem.rota(["E"])).isFeasible)
        problem.requests = [Request(person: "ann", date: problem.start, wish: .dayOff, weight: .zero)]
        #expect(try problem.found("E") == [])
    }

    @Test("An absence of whole dates forbids the shifts that start on them")
    func wholeDates() throws {
        var problem = try Ward.problem(days: 5)
        problem.absences = [Absence(person: "ann", first: problem.date(of: 1), last: problem.date(of: 2))]
        // The night of day 0 runs into the first morning, which is no breach.
        #expect(try problem.found("N - - E -", "E E E E E") == [])
        #expect(try problem.found("E E N - -") == ["Ann 1...1: 1", "Ann 2...2: 1"])
        #expect(
            try problem.sentences("- E - - -") == [
                "Ann works E on Tue 6 Jan while away from Tue 6 Jan to Wed 7 Jan."
            ])
    }

    @Test("An absence with a time forbids the shifts of which any part lies in it")
    func times() throws {
        var problem = try Ward.problem(days: 5)
        problem.absences = [
            Absence(
                person: "ann", first: problem.date(of: 1), last: problem.date(of: 2),
                from: LocalTime(hour: 15, minute: 0), until: LocalTime(hour: 7, minute: 0))
        ]
        // From Tue 15:00 to Wed 07:00: E on Tuesday ends and E on Wednesday begins just then.
        #expect(try problem.found("N E E - -") == [])
        #expect(try problem.found("- L - - -") == ["Ann 1...1: 1"])
        #expect(try problem.found("- N - - -") == ["Ann 1...1: 1"])
        #expect(
            try problem.sentences("- L - - -") == [
                "Ann works L on Tue 6 Jan while away from Tue 6 Jan 15:00 to Wed 7 Jan 07:00."
            ])
        // With only a beginning it goes on to the midnight after its last date.
        problem.absences[0].until = nil
        #expect(try problem.found("- E E - -") == ["Ann 2...2: 1"])
        #expect(try problem.found("- E - E -") == [])
        // With only an end it begins at midnight: the night that begins the day before lies in it for seven hours.
        problem.absences[0].from = nil
        problem.absences[0].until = LocalTime(hour: 7, minute: 0)
        #expect(try problem.found("N - E - -") == ["Ann 0...0: 1"])
    }

    @Test("A pinned cell has what is pinned")
    func pins() throws {
        var problem = try Ward.problem(days: 3)
        problem.pins = [
            Pin(person: "ann", date: problem.date(of: 0), shift: "E"),
            Pin(person: "ann", date: problem.date(of: 1), shift: nil),
        ]
        #expect(try problem.found("E - N") == [])
        #expect(
            try problem.sentences("- E -") == [
                "Ann is off on Mon 5 Jan, where E is pinned.", "Ann works E on Tue 6 Jan, where a day off is pinned.",
            ])
    }

    @Test("Whoever works a shift holds all that it takes on the date; what is missing is one finding")
    func eligibility() throws {
        var problem = try Ward.problem(days: 3)
        problem.qualifications = [
            Qualification(id: "iv", name: "IV line"), Qualification(id: "icu", name: "Intensive care"),
        ]
        problem.shiftTypes[0].qualifications = ["iv", "icu"]
        problem.people[0].qualifications = [Held("iv"), Held("icu", valid: Validity(until: problem.start))]
        #expect(
            try problem.sentences("E E L", "E - -") == [
                "Ann works E on Tue 6 Jan without Intensive care.",
                "Bo works E on Mon 5 Jan without IV line and Intensive care.",
            ])
    }

    @Test("Whoever has contracts works only while one of them holds")
    func employment() throws {
        var problem = try Ward.problem(days: 4)
        problem.contracts = [Contract(id: "c", name: "Full time")]
        problem.people[0].contracts = [
            Held("c", valid: Validity(until: problem.start)), Held("c", valid: Validity(from: problem.date(of: 2))),
        ]
        #expect(try problem.found("E E E E", "E E E E") == ["Ann 1...1: 1"])
        #expect(try problem.sentences("- E - -") == ["Ann works E on Tue 6 Jan, when no contract holds."])
    }

    @Test("Totals of a row: hours, nights, weekends, shifts by type, and how far from the contract's hours")
    func totals() throws {
        var problem = try Ward.problem(
            days: 7,
            [
                Rule(
                    id: "r", .totalMinutes(Limits(minimum: .hours(40), maximum: .hours(41))),
                    appliesTo: .people(["ann"]))
            ])
        problem.absences = [
            Absence(person: "ann", first: problem.start, last: problem.start, creditPerDay: .hours(4))
        ]
        let totals = Judge(problem).totals(try problem.rota(["- N N - E E E", "E - - - - - -"]))
        // Five shifts of 8 h and 4 h credited are 44 h, 3 h above 41.
        let ann = PersonTotals(
            worked: .hours(40), credited: .hours(4), nights: 2, weekends: 1, shifts: [3, 0, 2], balance: .hours(3))
        #expect(
            totals == [
                ann,
                PersonTotals(
                    worked: .hours(8), credited: .zero, nights: 0, weekends: 0, shifts: [1, 0, 0], balance: nil),
            ])
        #expect(Judge(problem).totals(Rota(for: problem))[0].balance == .hours(-36))
    }
}
