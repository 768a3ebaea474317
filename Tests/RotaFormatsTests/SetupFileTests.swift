import RotaFormats
import RotaModel
import RotaRules
import Testing
import WatchbillTestKit

@Suite("A unit's set-up")
struct SetupFileTests {
    /// A set-up as it could be made for a random problem's unit.
    private func setup(_ problem: RotaProblem, _ random: inout SeededGenerator) -> UnitSetup {
        var setup = UnitSetup(of: problem)
        func count() -> Headcount? {
            let least = random.below(4)
            switch random.below(4) {
            case 0: return nil
            case 1: return Headcount(least)
            case 2: return Headcount(least, wanted: least + random.below(3))
            default: return Headcount(least, wanted: random.chance(percent: 50) ? least : nil, maximum: least + 1)
            }
        }
        setup.demand = (0..<random.below(5)).map { _ in
            DemandRow(
                shiftTypes: [random.pick(problem.shiftTypes).id],
                qualification: problem.qualifications.isEmpty || random.chance(percent: 50)
                    ? nil : random.pick(problem.qualifications).id,
                week: Weekday.allCases.map { _ in count() }, holidays: count(),
                exceptions: (0..<random.below(3)).map { _ in
                    let first = problem.start.advanced(by: random.below(30))
                    return DemandException(first: first, last: first.advanced(by: random.below(5)), headcount: count())
                },
                weights: DemandWeights(
                    belowMinimum: random.chance(percent: 50) ? .hard : .soft(Penalty(1 + random.below(999))),
                    belowWanted: Penalty(random.below(20)), aboveWanted: Penalty(random.below(5)), aboveMaximum: .hard))
        }
        setup.ruleSets = Set(RuleSet.all.map(\.id).filter { _ in random.chance(percent: 50) })
        setup.holidayRegion = random.chance(percent: 50) ? "SE" : nil
        return setup
    }

    @Test("read again it is the same, and always the same text", arguments: 0..<200 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let problem = RandomProblem.make(seed: seed)
        let setup = setup(problem, &random)
        let text = SetupFile.write(setup)
        #expect(SetupFile.read(Array(text.utf8)) == setup)
        let (read, diagnostics) = SetupFile.read(Array(text.utf8), in: problem)
        #expect(read == setup, "\(diagnostics)")
        #expect(read.map(SetupFile.write) == text)
    }

    @Test("a problem that is made of it is valid, and gives it back", arguments: 0..<200 as Range<UInt64>)
    func makesProblems(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var problem = RandomProblem.make(seed: seed)
        var setup = setup(problem, &random)
        setup.holidayRegion = nil
        for row in setup.demand.indices { setup.demand[row].exceptions = [] }
        (problem.requests, problem.pins, problem.history, problem.historyStart) = ([], [], [], nil)
        problem.dayCount = 28
        problem.holidays = [Holiday(date: problem.start.advanced(by: 3), name: "Holiday")]
        problem.absences = []
        let gone = setup.fill(&problem)
        #expect(gone == [])
        #expect(problem.validate() == [], "seed \(seed)")
        let again = UnitSetup(of: problem)
        #expect(again.shiftTypes == setup.shiftTypes && again.rules == setup.rules)
        // What asks for nothing on any date leaves nothing behind; else the demand of any such period is the same.
        var other = problem
        other.demand = again.demand(from: problem.start, days: 28, holidays: Set(problem.holidays.map(\.date)))
        #expect(Set(other.demand) == Set(problem.demand), "seed \(seed)")
    }

    @Test("rules about people who are gone are left out, of several those who are there stay")
    func leavesOut() {
        var problem = RotaProblem(
            unit: CrewUnit(id: "w", name: "W", zone: .utc), start: CalendarDate(dayNumber: 20_000), dayCount: 7,
            shiftTypes: [], contracts: [Contract(id: "full", name: "Full")], people: [Person(id: "a", name: "A")])
        let rest = Rule.Kind.rest(minimum: .hours(11))
        let setup = UnitSetup(rules: [
            Rule(id: "both", rest, appliesTo: .people(["a", "b"])), Rule(id: "gone", rest, appliesTo: .people(["b"])),
            Rule(id: "old", rest, appliesTo: .contracts(["old"])), Rule(id: "pair", .apart("a", "b")),
            Rule(id: "all", rest),
        ])
        let gone = setup.fill(&problem)
        #expect(gone.map(\.id) == ["gone", "old", "pair"])
        // They keep nobody from changing the rest.
        #expect(
            setup.validate(in: problem).filter { $0.message.contains("rule") || $0.message.contains("person") } == [])
        #expect(problem.rules.map(\.id) == ["both", "all"])
        #expect(problem.rules[0].appliesTo == .people(["a"]))
    }

    @Test("what is wrong is told with its place")
    func faults() {
        let problem = RotaProblem(
            unit: CrewUnit(id: "w", name: "W", zone: .utc), start: CalendarDate(dayNumber: 20_000), dayCount: 7,
            shiftTypes: [], people: [])
        let text = """
            {"watchbill": "setup/1",
             "shiftTypes": [{"id": "E", "name": "Early", "start": "07:00", "length": "25 h"}],
             "demand": [
               {"shifts": ["E"], "week": {"monday": "3-2"}},
               {"shifts": ["L"], "week": {"mondy": "3"}}],
             "ruleSets": ["eu-working-tim"],
             "rules": [{"id": "r", "kind": "rest", "minimum": "11 h"}],
             "holidayRegion": "SX-1"}
            """
        let (setup, diagnostics) = SetupFile.read(Array(text.utf8), in: problem)
        #expect(setup == nil)
        let told = diagnostics.map(\.description).joined(separator: "\n")
        for part in [
            "2:74: /shiftTypes/0/length: error: The length in minutes is 1500",
            "\"3-2\" stands where a number of people",
            "\"mondy\" is no key of a week. Maybe you mean \"monday\".", "Maybe you mean \"eu-working-time\"",
            "There are no public holidays known of \"SX-1\"", "either \"severity\": \"hard\" or a \"weight\"",
        ] { #expect(told.contains(part), "\(told)") }
    }
}
