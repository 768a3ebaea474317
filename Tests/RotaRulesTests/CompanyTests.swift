import RotaModel
import RotaRules
import Testing

@Suite("Who works together")
struct CompanyTests {
    @Test("Together: whenever the first works, the second is on the same shift")
    func together() throws {
        let problem = try Ward.problem(days: 4, [Rule(id: "r", .together("ann", with: "bo"))])
        // Bo may work without Ann.
        #expect(try problem.found("E - - L", "E N - L") == [])
        #expect(try problem.found("E E - L", "E - - N") == ["Ann 1...1: 1", "Ann 3...3: 1"])
        #expect(
            try problem.sentences("- E - -") == ["Ann works E on Tue 6 Jan without Bo; the two belong together."])
    }

    @Test("Apart: never on the same shift")
    func apart() throws {
        let problem = try Ward.problem(days: 4, [Rule(id: "r", .apart("ann", "bo"))])
        #expect(try problem.found("E E - -", "L N - -") == [])
        #expect(try problem.found("E E - N", "L E - N") == ["Ann 1...1: 1", "Ann 3...3: 1"])
        #expect(
            try problem.sentences("- E - -", "- E - -") == [
                "Ann and Bo both work E on Tue 6 Jan; they are to be apart."
            ])
    }

    @Test("On each shift that anybody works, somebody holds the qualification on that date")
    func qualified() throws {
        var problem = try Ward.problem(
            days: 3, [Rule(id: "r", .qualifiedOnShift("iv", .types(["E", "N"])), severity: .soft(Penalty(5)))])
        problem.qualifications = [Qualification(id: "iv", name: "IV line")]
        problem.people[0].qualifications = [Held("iv", valid: Validity(until: problem.start.advanced(by: 1)))]
        // With Ann, who holds it up to day 1, Bo may be on E; L is not asked of; nobody needs to be on N.
        #expect(try problem.found("E E -", "E - L") == [])
        // On day 1 E lacks her, on day 2 her qualification has run out.
        #expect(try problem.found("- N N", "- E N") == ["ward 1...1: 1", "ward 2...2: 1"])
        #expect(
            try problem.sentences("- - -", "- E -") == ["Nobody on E on Tue 6 Jan has IV line; at least one."])
    }
}
