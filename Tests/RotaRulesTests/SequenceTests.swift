import RotaModel
import RotaRules
import Testing

@Suite("Sequences")
struct SequenceTests {
    @Test("A forbidden sequence may be bound to the weekdays it begins on")
    func weekdays() throws {
        let rule = Rule(id: "r", .forbiddenSequence([.off, .work], startingOn: [.friday, .sunday]))
        let problem = try Ward.problem(days: 8, [rule], history: 1)
        // Off on Fri 9 Jan, work on the 10th; off on the 11th, work on the 12th. The history's Sunday counts as well.
        #expect(
            try problem.found("E - E - - E - E", "E E E E E E E E")
                == ["Ann -1...0: 1", "Ann 4...5: 1", "Ann 6...7: 1", "Bo -1...0: 1"])
        #expect(
            try problem.sentences("- - - - - E E E", "- - - - E E E E") == [
                "Ann has off, E from Fri 9 Jan to Sat 10 Jan; there shall be no off, then any shift from a Friday or Sunday"
                    + " on."
            ])
    }

    @Test("A forbidden sequence is a finding wherever it occurs")
    func forbidden() throws {
        let pattern: [DutySet] = [.shifts(["N"]), .shifts(["E", "L"])]
        let problem = try Ward.problem(days: 6, [Rule(id: "r", .forbiddenSequence(pattern))])
        #expect(try problem.found("N - E N N -") == [])
        #expect(try problem.found("N E N L E N") == ["Ann 0...1: 1", "Ann 2...3: 1"])
        #expect(
            try problem.sentences("- N L - - -") == [
                "Ann has N, L from Tue 6 Jan to Wed 7 Jan; there shall be no N, then E or L."
            ])
    }

    @Test("Occurrences may overlap, and each day of the pattern may be off, any shift, anything or all but some")
    func patterns() throws {
        let single = try Ward.problem(
            days: 5, [Rule(id: "r", .forbiddenSequence([.work, .off, .work]), appliesTo: .people(["ann"]))])
        #expect(try single.found("E - E - L") == ["Ann 0...2: 1", "Ann 2...4: 1"])
        let any = try Ward.problem(
            days: 4, [Rule(id: "r", .forbiddenSequence([.shifts(["N"]), .any, .shifts(["E"])]))])
        #expect(try any.found("N - E -", "N L E -") == ["Ann 0...2: 1", "Bo 0...2: 1"])
        let not = try Ward.problem(days: 3, [Rule(id: "r", .forbiddenSequence([.shifts(["N"]), .not(["N"])]))])
        // Off is not N either.
        #expect(try not.found("N N -", "N E -") == ["Ann 1...2: 1", "Bo 0...1: 1"])
    }

    @Test("A forbidden sequence may begin in the known days, but must end in the period")
    func forbiddenHistory() throws {
        let pattern: [DutySet] = [.shifts(["N"]), .shifts(["N"]), .shifts(["N"])]
        var problem = try Ward.problem(days: 3, [Rule(id: "r", .forbiddenSequence(pattern))], history: 4)
        problem.recall("ann", "N N N N")
        // -4...-2 and -3...-1 lie before the period.
        #expect(try problem.found("- - -") == [])
        #expect(try problem.found("N - -") == ["Ann -2...0: 1"])
    }

    @Test("A wished sequence is missed on its first day that is not as wished")
    func wished() throws {
        let rule = Rule(
            id: "r", .wishedSequence(after: [.shifts(["N"]), .shifts(["N"])], then: [.off, .off]))
        let problem = try Ward.problem(days: 6, [rule])
        #expect(try problem.found("N N - - E -") == [])
        #expect(try problem.found("N N E - - -") == ["Ann 0...2: 1"])
        #expect(try problem.found("N N - E - -") == ["Ann 0...3: 1"])
        // Three nights: after the first two comes a night, and after the last two all is well.
        #expect(try problem.found("N N N - - E") == ["Ann 0...2: 1"])
        #expect(
            try problem.sentences("N N - E - -") == [
                "Ann has N, N, off, E from Mon 5 Jan to Thu 8 Jan; after N, then N: off, then off."
            ])
    }

    @Test("What lies after the period is as wished; what began in the known days is judged in the period")
    func wishedEdges() throws {
        let rule = Rule(id: "r", .wishedSequence(after: [.shifts(["N"])], then: [.off, .off]))
        var problem = try Ward.problem(days: 3, [rule], history: 3)
        #expect(try problem.found("- - N") == [])
        #expect(try problem.found("- N E") == ["Ann 1...2: 1"])
        problem.recall("ann", "- - N")
        #expect(try problem.found("- - -") == [])
        #expect(try problem.found("E - -") == ["Ann -1...0: 1"])
        #expect(try problem.found("- E -") == ["Ann -1...1: 1"])
        problem.recall("bo", "N E -")
        // Missed on day -2 already, before the period: no concern of this rota.
        #expect(try problem.found("- - -", "E - -") == [])
    }
}
