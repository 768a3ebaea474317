import RotaModel
import RotaRules
import Testing
import WatchbillTestKit

@Suite("Ready-made rule sets")
struct RuleSetTests {
    private func ruleSet(_ id: String) throws -> RuleSet { try #require(RuleSet.all.first { $0.id == id }) }

    @Test("Every rule quotes its source, and all sets together make a valid problem of any problem")
    func valid() {
        for seed: UInt64 in 1...100 {
            var problem = RandomProblem.make(seed: seed)
            problem.rules = RuleSet.all.flatMap { $0.rules(for: problem) }
            #expect(problem.validate() == [], "seed \(seed)")
            for rule in problem.rules { #expect(rule.source?.isEmpty == false, "seed \(seed): \(rule.id)") }
        }
        #expect(Set(RuleSet.all.map(\.id)).count == RuleSet.all.count)
        #expect(RuleSet.all.allSatisfy { !$0.name.isEmpty && !$0.source.isEmpty && !$0.approximations.isEmpty })
    }

    @Test("The Working Time Directive: 11 h of rest, 13 h of work, six days in seven, 48 h a week on average")
    func workingTime() throws {
        var problem = try Ward.problem(days: 14)
        problem.rules = try ruleSet("eu-working-time").rules(for: problem)
        #expect(
            problem.rules.map { $0.sentence(in: problem) } == [
                "At least 11 h of rest between shifts, for everyone (hard)",
                "At most 13 h of work in any day, for everyone (hard)",
                "At most 6 shifts in a row, for everyone (hard)",
                "At most 96 h of work in any 14 days in a row, for everyone (hard)",
            ])
        // Twelve shifts of 8 h in 14 days are 96 h: just right. A seventh day in a row, or L then E, is not.
        #expect(try problem.found("E E E E E E - E E E E E E -") == [])
        #expect(try problem.found("E E E E E E E - - - - - - -") == ["Ann 0...6: 1"])
        #expect(try problem.found("L E - - - - - - - - - - - -") == ["Ann 0...1: 3"])
        // Half a year has windows of 17 weeks, 816 h.
        let long = try ruleSet("eu-working-time").rules(for: try Ward.problem(days: 182))
        #expect(long.last?.kind == .minutesInWindow(days: 119, maximum: .hours(816)))
        // A shift of 14 h is an hour too long.
        problem.shiftTypes[0].length = .hours(14)
        #expect(try problem.found("E - - - - - - - - - - - - -") == ["Ann 0...0: 1"])
    }

    @Test("Hours of rest at sea: 10 h of rest, 14 h of work, 91 h in seven days")
    func hoursOfRest() throws {
        var problem = try Ward.problem(days: 8)
        problem.rules = try ruleSet("hours-of-rest").rules(for: problem)
        problem.shiftTypes[0].length = .hours(13)
        // Seven watches of 13 h are 91 h, with 11 h of rest each.
        #expect(try problem.found("E E E E E E E -") == [])
        problem.shiftTypes[0].length = .hours(14)
        // 98 h are 7 too many in either window; 14 h of work and 10 h of rest are just right.
        #expect(try problem.found("E E E E E E E -") == ["Ann 0...6: 7"])
        #expect(try problem.found("- E E E E E E -") == [])
        problem.shiftTypes[0].length = .hours(15)
        #expect(try problem.found("E E - - - - - -") == ["Ann 0...1: 1", "Ann 0...0: 1", "Ann 1...1: 1"])
    }

    @Test("The plain ward contract's hours follow the contract's share and the length of the period")
    func ward() throws {
        var problem = try Ward.problem(days: 28)
        problem.contracts = [Contract(id: "full", name: "Full time"), Contract(id: "half", name: "Half", share: 50)]
        problem.people[0].contracts = [Held("full")]
        problem.people[1].contracts = [Held("half", valid: Validity(from: problem.start.advanced(by: 3)))]
        let hours = try ruleSet("ward").rules(for: problem).compactMap { rule in
            if case .totalMinutes(let limits) = rule.kind { limits } else { nil }
        }
        // Four weeks are 160 h: 144 to 176 h. Half of it at most 88 h, with no minimum as it begins within the period.
        #expect(hours == [Limits(minimum: .hours(144), maximum: .hours(176)), Limits(maximum: .hours(88))])
    }
}
