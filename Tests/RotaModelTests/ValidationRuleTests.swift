import RotaModel
import Testing

extension ValidationTests {
    /// What is told of a problem with these rules.
    private static func faults(_ kinds: [Rule.Kind]) -> [String] {
        faults { problem in
            problem.rules = kinds.enumerated().map { Rule(id: RuleID("r\($0)"), $1) }
        }
    }

    @Test("Demand has a least, a wanted and a most number, in this order, of some shift types")
    func demand() {
        #expect(
            Self.faults {
                let date = $0.start
                $0.demand = [
                    Demand(date: date, shiftTypes: [], minimum: -1),
                    Demand(date: date, shiftTypes: ["Early", "Early"], minimum: 3, wanted: 2, maximum: 1),
                    Demand(date: date, shiftTypes: ["Early"], wanted: 10_001),
                    Demand(date: date, shiftTypes: ["Early"], minimum: 1, wanted: 3, maximum: 2),
                ]
            } == [
                "/demand/0/shifts: error: A list of shift types may not be empty.",
                "/demand/0/minimum: error: The minimum is -1; a whole number from 0 to 10000 is expected.",
                "/demand/1/shifts/1: error: \"Early\" is named a second time.",
                "/demand/1/wanted: error: The number wanted is 2, less than the minimum, which is 3.",
                "/demand/1/maximum: error: The maximum is 1, less than the minimum, which is 3.",
                "/demand/2/wanted: error: The number wanted is 10001; a whole number from 0 to 10000 is expected.",
                "/demand/3/maximum: error: The maximum is 2, less than the number wanted, which is 3.",
            ])
    }

    @Test("A rule's limits are there, in order and not negative")
    func ruleLimits() {
        #expect(
            Self.faults([
                .shiftsInARow(.all, Limits()), .daysOffInARow(Limits(minimum: 3, maximum: 2)),
                .totalMinutes(Limits(minimum: .hours(2), maximum: Minutes(119))),
                .shiftCount(.nights, Limits(minimum: -1)), .weekendsWorked(Limits(maximum: 10_000_001)),
                .minutesInWindow(days: 0, maximum: Minutes(-1)), .minutesInWindow(days: 732, maximum: .zero),
                .rest(minimum: .zero), .rest(minimum: Minutes(10_081)), .fairness(.nights, tolerance: -1),
            ]) == [
                "/rules/0: error: The rule has neither a minimum nor a maximum; at least one of them is expected.",
                "/rules/1/maximum: error: The maximum is 2, less than the minimum, which is 3.",
                "/rules/2/maximum: error: The maximum is 1 h 59 min, less than the minimum, which is 2 h.",
                "/rules/3/minimum: error: The minimum is -1; a whole number from 0 to 10000000 is expected.",
                "/rules/4/maximum: error: The maximum is 10000001; a whole number from 0 to 10000000 is expected.",
                "/rules/5/days: error: The number of days is 0; a whole number from 1 to 731 is expected.",
                "/rules/5/maximum: error: The maximum in minutes is -1; a whole number from 0 to 10000000 is expected.",
                "/rules/6/days: error: The number of days is 732; a whole number from 1 to 731 is expected.",
                "/rules/7/minimum: error: The minimum in minutes is 0; a whole number from 1 to 10080 is expected.",
                "/rules/8/minimum: error: The minimum in minutes is 10081; a whole number from 1 to 10080 is expected.",
                "/rules/9/tolerance: error: The tolerance is -1; a whole number from 0 to 10000000 is expected.",
            ])
    }

    @Test("A rule's sequences and lists have something in them, and not twice")
    func ruleLists() {
        #expect(
            Self.faults([
                .forbiddenSequence([]), .forbiddenSequence(Array(repeating: .work, count: 15)),
                .forbiddenSequence([.shifts([]), .not([])]), .wishedSequence(after: [], then: [.off]),
                .wishedSequence(after: [.work], then: []), .noWork(on: []), .alternatingWork(on: []),
                .together("ada", with: "ada"), .apart("bosse", "bosse"),
                .shiftCount(.types([]), Limits(maximum: 1)),
                .shiftCount(.types(["Early", "Early"]), Limits(maximum: 1)),
            ]) == [
                "/rules/0/sequence: error: The sequence has 0 days; 1 to 14 are expected.",
                "/rules/1/sequence: error: The sequence has 15 days; 1 to 14 are expected.",
                "/rules/2/sequence/0: error: A list of shift types may not be empty.",
                "/rules/2/sequence/1/not: error: A list of shift types may not be empty.",
                "/rules/3/after: error: The sequence has 0 days; 1 to 14 are expected.",
                "/rules/4/then: error: The sequence has 0 days; 1 to 14 are expected.",
                "/rules/5/weekdays: error: The list of weekdays may not be empty.",
                "/rules/6/weekdays: error: The list of weekdays may not be empty.",
                "/rules/7/people/1: error: \"ada\" is named twice; two people are expected.",
                "/rules/8/people/1: error: \"bosse\" is named twice; two people are expected.",
                "/rules/9/shifts: error: A list of shift types may not be empty.",
                "/rules/10/shifts/1: error: \"Early\" is named a second time.",
            ])
        #expect(
            Self.faults {
                $0.rules[0].appliesTo = .people([])
                $0.rules[0].source = ""
                $0.rules.append(Rule(id: "r2", .completeWeekends, appliesTo: .contracts(["full", "full"])))
            } == [
                "/rules/0/source: error: The source may not be empty.",
                "/rules/0/appliesTo/people: error: The list of people may not be empty.",
                "/rules/1/appliesTo/contracts/1: error: \"full\" is named a second time.",
            ])
    }

    @Test("A wished sequence is at most two weeks long, what comes before included")
    func wishedSequence() {
        let nine = Array(repeating: DutySet.off, count: 9)
        #expect(
            Self.faults([
                .wishedSequence(after: nine, then: Array(nine.dropLast(4))), .wishedSequence(after: nine, then: nine),
                .wishedSequence(after: nine + nine, then: nine),
            ]) == [
                "/rules/1/then: error: The sequences have 9 and 9 days, 18 together; at most 14 are expected.",
                "/rules/2/after: error: The sequence has 18 days; 1 to 14 are expected.",
            ])
    }

    @Test("What one day can cost a person stays within 32 bits")
    func cellPenalty() {
        let most = Penalty(1_000_000)
        #expect(
            Self.faults { problem in
                let date = problem.start
                problem.requests = (0..<2300).map { _ in
                    Request(person: "ada", date: date, wish: .dayOff, weight: most)
                }
                problem.requests += problem.requests.prefix(1000).map {
                    Request(person: "ada", date: date.advanced(by: 1), wish: $0.wish, weight: most)
                }
            } == [
                "/requests/1000/weight: error: The weights of what ada asks for 2026-01-05, with those of the rules on"
                    + " days without work and on qualifications, add up to more than 1000000000; smaller weights are needed."
            ])
        #expect(
            Self.faults { problem in
                problem.rules = (0..<1001).map {
                    Rule(id: RuleID("r\($0)"), .noWork(on: [.monday]), severity: .soft(most))
                }
            } == [
                "/rules: error: The weights of the rules on days without work and on qualifications add up to more than 1000000000."
            ])
    }

    @Test("A rule has weekends or edges of its own only if it is about them")
    func ruleOptions() {
        #expect(
            Self.faults { problem in
                problem.rules = [
                    Rule(id: "a", .completeWeekends, weekend: [.friday, .saturday, .sunday, .monday]),
                    Rule(id: "b", .weekendsInARow(Limits(maximum: 1)), weekend: [.friday, .sunday], edges: .closed),
                    Rule(id: "c", .weekendsWorked(Limits(maximum: 1)), weekend: []),
                    Rule(id: "d", .rest(minimum: .hours(8)), weekend: [.sunday], edges: .closed),
                    Rule(id: "e", .forbiddenSequence([.off], startingOn: [])),
                    Rule(id: "f", .qualificationNeeded("nix", .all)),
                ]
            } == [
                "/rules/1/weekend: error: The weekend is \"friday, sunday\"; one to four weekdays, one after another, are"
                    + " expected.",
                "/rules/2/weekend: error: The weekend is \"\"; one to four weekdays, one after another, are expected.",
                "/rules/3/weekend: error: The rule is not about weekends and cannot have days of one.",
                "/rules/3/edges: error: The rule is not about runs and cannot have edges of them.",
                "/rules/4/startingOn: error: The list of weekdays may not be empty.",
                "/rules/5/qualification: error: There is no qualification \"nix\".",
            ])
    }

    @Test("Penalties that could add up to more than stays exact are refused")
    func totalPenalty() {
        let fault =
            "/: error: The penalties of a rota could add up to more than 1000000000000000; smaller weights or limits are "
            + "needed."
        #expect(
            Self.faults {
                $0.rules = [
                    Rule(
                        id: "a", .shiftCount(.all, Limits(minimum: 10_000_000)),
                        severity: .soft(Penalty(1_000_000)))
                ]
            } == [])
        #expect(
            Self.faults { problem in
                problem.rules = (0..<10).map {
                    Rule(
                        id: RuleID("a\($0)"), .shiftCount(.all, Limits(minimum: 10_000_000)),
                        severity: .soft(Penalty(1_000_000)))
                }
            } == [fault])
        #expect(
            Self.faults { problem in
                problem.rules = (0..<10_000).map {
                    Rule(
                        id: RuleID("a\($0)"), .minutesInWindow(days: 731, maximum: .zero),
                        severity: .soft(Penalty(1_000_000)))
                }
            } == [fault])
    }
}
