import RotaModel
import RotaRules
import Testing

@Suite("Shifts and days off in a row")
struct RunTests {
    @Test("A run is too long by the days beyond the maximum, also at the period's edges")
    func maximum() throws {
        let problem = try Ward.problem(days: 7, [Rule(id: "r", .shiftsInARow(.all, Limits(maximum: 2)))])
        #expect(try problem.found("E E - L E - E") == [])
        // Days 1 to 4 are four shifts, two too many.
        #expect(try problem.found("- E L E N - E") == ["Ann 1...4: 2"])
        // Three at the beginning and three at the end, one too many each.
        #expect(try problem.found("E E E - E E E") == ["Ann 0...2: 1", "Ann 4...6: 1"])
        #expect(
            try problem.sentences("- E L E N - E") == [
                "Ann works 4 shifts in a row from Tue 6 Jan to Fri 9 Jan; at most 2."
            ])
    }

    @Test("A run is too short by the days missing, but not where it may go on outside the period")
    func minimum() throws {
        let problem = try Ward.problem(days: 8, [Rule(id: "r", .shiftsInARow(.all, Limits(minimum: 3)))])
        // The runs on days 0 and 6...7 may have begun before and may go on after; that on 2 is short by two.
        #expect(try problem.found("E - E - - - E E") == ["Ann 2...2: 2"])
        #expect(try problem.found("- E E E - E E -") == ["Ann 5...6: 1"])
        #expect(
            try problem.sentences("- E E E - E - -") == [
                "Ann works only 1 shift in a row on Sat 10 Jan; at least 3."
            ])
    }

    @Test("Known days before the period lengthen a run, and end one that began after them")
    func history() throws {
        let limits = Limits(minimum: 2, maximum: 3)
        var problem = try Ward.problem(days: 4, [Rule(id: "r", .shiftsInARow(.all, limits))], history: 3)
        // Bo's days before were off: on day 0 he begins a run, which is short by one.
        #expect(try problem.found("- - - -", "E - - -") == ["Bo 0...0: 1"])
        problem.recall("ann", "- E E")
        // Two days before and two in the period are four, one too many; two before are not short.
        #expect(try problem.found("E E - -") == ["Ann -2...1: 1"])
        #expect(try problem.found("- - - -") == [])
        problem.recall("bo", "- - E")
        // One day before and none in the period: the first day of the period ends it too early.
        #expect(try problem.found("E - - -", "- - E E") == ["Bo -1...-1: 1"])
        // One before and one in the period are two.
        #expect(try problem.found("- - - -", "E - - -") == [])
    }

    @Test("Of a run only days of the period are too many, and one that ended before its eve is over")
    func longAgo() throws {
        let limits = Limits(minimum: 2, maximum: 3)
        var problem = try Ward.problem(days: 4, [Rule(id: "r", .shiftsInARow(.all, limits))], history: 6)
        problem.recall("ann", "- E E E E E")
        problem.recall("bo", "E - E - - -")
        // Five before the period were two too many then; each day more is one too many now.
        #expect(try problem.found("- - - -") == [])
        #expect(try problem.found("E - - -") == ["Ann -5...0: 1"])
        #expect(try problem.found("E E E -") == ["Ann -5...2: 3"])
    }

    @Test("With closed edges a run at the edge of what is known has ended there")
    func closed() throws {
        let rule = Rule(id: "r", .shiftsInARow(.all, Limits(minimum: 3, maximum: 4)), edges: .closed)
        let problem = try Ward.problem(days: 8, [rule])
        #expect(try problem.found("E - E E - - E E") == ["Ann 0...0: 2", "Ann 2...3: 1", "Ann 6...7: 1"])
        #expect(try problem.found("E E E E E E E E") == ["Ann 0...7: 4"])
        var known = try Ward.problem(days: 4, [rule], history: 2)
        known.recall("ann", "E E")
        #expect(try known.found("E - - -") == [])
        #expect(try known.found("- - - -") == ["Ann -2...-1: 1"])
    }

    @Test("Only the shifts of the set count, and others end the run")
    func sets() throws {
        let nights = try Ward.problem(days: 6, [Rule(id: "r", .shiftsInARow(.nights, Limits(maximum: 2)))])
        #expect(try nights.found("N N E N N E") == [])
        #expect(try nights.found("E N N N - -") == ["Ann 1...3: 1"])
        let types = try Ward.problem(days: 6, [Rule(id: "r", .shiftsInARow(.types(["E", "L"]), Limits(maximum: 2)))])
        #expect(try types.found("E L E N E L") == ["Ann 0...2: 1"])
        #expect(
            try types.sentences("E L E N E L") == [
                "Ann works 3 E or L shifts in a row from Mon 5 Jan to Wed 7 Jan; at most 2."
            ])
    }

    @Test("Days off in a row are judged as shifts in a row are")
    func daysOff() throws {
        let problem = try Ward.problem(
            days: 9, [Rule(id: "r", .daysOffInARow(Limits(minimum: 2, maximum: 3)))])
        // Off on 2 alone: short by one. Off on 4...7: one too many. Bo, off throughout, has six too many.
        #expect(try problem.found("E E - E - - - - E") == ["Ann 2...2: 1", "Ann 4...7: 1", "Bo 0...8: 6"])
        #expect(
            try problem.sentences("E E - E E E E E E", "E E - - E E - - E") == [
                "Ann has only 1 day off in a row on Wed 7 Jan; at least 2."
            ])
    }

    @Test("A stretch under a contract is judged as if it were the whole period")
    func contracts() throws {
        var problem = try Ward.problem(
            days: 8,
            [
                Rule(
                    id: "r", .shiftsInARow(.all, Limits(minimum: 2, maximum: 3)),
                    appliesTo: .contracts(["half", "full"]))
            ],
            history: 2)
        problem.contracts = [
            Contract(id: "full", name: "Full time"), Contract(id: "half", name: "Half time", share: 50),
            Contract(id: "pool", name: "Pool", share: 20),
        ]
        let date = problem.start
        // Half time on days 0...1, full time from 2 to 4, pool for ever.
        problem.people[0].contracts = [
            Held("half", valid: Validity(until: date.advanced(by: 1))),
            Held("full", valid: Validity(from: date.advanced(by: 2), until: date.advanced(by: 4))),
            Held("pool"),
        ]
        // Days 0...4 are one stretch: five shifts, two too many; the rest are under another contract.
        #expect(try problem.found("E E E E E E E E") == ["Ann 0...4: 2"])
        // The run on day 4 touches the stretch's end and may go on; that on day 2 is short.
        #expect(try problem.found("E E - - E - - -") == [])
        #expect(try problem.found("- - E - - E - E") == ["Ann 2...2: 1"])
        // The stretch begins with the period, so the days before count: two and two are four.
        problem.recall("ann", "E E")
        #expect(try problem.found("E E - - - - - -") == ["Ann -2...1: 1"])
        // One that begins later knows nothing of the days before it.
        problem.people[0].contracts[0].id = "pool"
        #expect(try problem.found("E E E E E - - -") == [])
    }

    @Test("A soft rule costs its weight for each day, and a hard one nothing but legality")
    func weights() throws {
        let soft = Rule(id: "r", .shiftsInARow(.all, Limits(maximum: 2)), severity: .soft(Penalty(7)))
        let problem = try Ward.problem(days: 6, [soft])
        let assessment = Judge(problem).assess(try problem.rota(["E E E E E -"]))
        // Five in a row are three too many: 3 x 7.
        #expect(assessment.penalty == Penalty(21))
        #expect(assessment.isFeasible)
        let hard = try Ward.problem(days: 6, [Rule(id: "r", .shiftsInARow(.all, Limits(maximum: 2)))])
        let broken = Judge(hard).assess(try hard.rota(["E E E E E -"]))
        #expect(broken.penalty == .zero)
        #expect(!broken.isFeasible)
        #expect(broken.hardFindings.map(\.amount) == [3])
    }
}
