import RotaModel
import RotaRules
import RotaSolver
import Testing

/// Rules with the largest numbers that pass validation, over the longest period, with its longest history.
@Suite("Rules at the limits of what is valid")
struct ExtremeTests {
    /// A problem of three people whose unit moves its clock by half an hour, with shifts of all lengths at all times.
    private static func problem(shiftTypes: Int, _ kinds: [Rule.Kind]) throws -> RotaProblem {
        let start = try #require(CalendarDate("2026-01-05"))
        let zone = try #require(Zone(name: "Australia/Lord_Howe"))
        return RotaProblem(
            unit: CrewUnit(id: "ward", name: "Ward", zone: zone), start: start,
            dayCount: ProblemLimits.days.upperBound,
            shiftTypes: (0..<shiftTypes).map {
                ShiftType(
                    id: ShiftTypeID("S\($0)"), name: "S\($0)",
                    start: LocalTime.midnight.adding(Minutes($0 * 37 % 1440)), length: Minutes(1 + $0 * 101 % 1440),
                    isNight: $0 % 2 == 0)
            },
            people: (0..<3).map { Person(id: PersonID("p\($0)"), name: "P\($0)") },
            rules: kinds.enumerated().map {
                Rule(id: RuleID("r\($0)"), $1, severity: $0 % 2 == 0 ? .soft(Penalty(3)) : .hard)
            },
            historyStart: start.advanced(by: -ProblemLimits.historyDays.upperBound))
    }

    /// Valid; compiles to machines whose numbers fit 16 bits; is solved to what the judge says.
    private static func expectSolved(shiftTypes: Int = 3, _ kinds: Rule.Kind...) throws {
        let problem = try problem(shiftTypes: shiftTypes, kinds)
        #expect(problem.validate().map(\.description) == [])
        for profile in CompiledProblem(problem).profiles {
            for machine in profile.machines {
                #expect(machine.stateCount <= 1 << 16)
                #expect(machine.outcomes.count <= 1 << 16)
            }
        }
        let result = solve(problem, settings: SolveSettings(threads: 1, stepLimit: 1))
        let assessment = Judge(problem).assess(result.rota)
        #expect(result.penalty == assessment.penalty)
        #expect(result.isFeasible == assessment.isFeasible)
    }

    private static let most = ProblemLimits.count.upperBound

    /// Sequences of which no two beginnings are alike, so that all sets of them occur.
    private static func sequence(_ count: Int, of id: ShiftTypeID = "S0") -> [DutySet] {
        (0..<count).map { $0 == 0 ? .not([id]) : $0 % 2 == 0 ? .not(["S1"]) : .any }
    }

    @Test("Runs")
    func runs() throws {
        try Self.expectSolved(
            .shiftsInARow(.all, Limits(minimum: Self.most, maximum: Self.most)),
            .daysOffInARow(Limits(maximum: Self.most)))
        try Self.expectSolved(
            .shiftsInARow(.nights, Limits(minimum: 500, maximum: 700)), .daysOffInARow(Limits(minimum: 400)),
            .forbiddenSequence(Self.sequence(9)))
        try Self.expectSolved(shiftTypes: 60, .shiftsInARow(.types(["S0"]), Limits(minimum: Self.most)))
    }

    @Test("Sequences")
    func sequences() throws {
        try Self.expectSolved(.forbiddenSequence(Self.sequence(14)), .forbiddenSequence(Self.sequence(14, of: "S2")))
        try Self.expectSolved(.wishedSequence(after: Self.sequence(1), then: Self.sequence(13)))
        try Self.expectSolved(.wishedSequence(after: Self.sequence(13), then: Self.sequence(1)))
        try Self.expectSolved(.wishedSequence(after: Self.sequence(7), then: Self.sequence(7)))
    }

    @Test("Rest", arguments: [(60, 10_080), (250, 660)])
    func rest(shiftTypes: Int, minutes: Int) throws {
        try Self.expectSolved(shiftTypes: shiftTypes, .rest(minimum: Minutes(minutes)))
    }

    @Test("Totals, windows and weekends")
    func totals() throws {
        try Self.expectSolved(
            shiftTypes: 60, .totalMinutes(Limits(minimum: Minutes(Self.most))),
            .shiftCount(.all, Limits(minimum: Self.most)), .minutesInWindow(days: 731, maximum: .zero),
            .fairness(.nights, tolerance: Self.most), .weekendsWorked(Limits(minimum: Self.most)))
        try Self.expectSolved(
            shiftTypes: 60, .sameShiftInWeekend, .completeWeekends, .weekendsWorked(Limits(maximum: 0)),
            .alternatingWork(on: Set(Weekday.allCases)))
    }

    @Test("Requests of one person for one date that weigh all they may")
    func requests() throws {
        var problem = try Self.problem(shiftTypes: 2, [.noWork(on: [.monday])])
        problem.rules[0].severity = .soft(Penalty(1_000_000))
        problem.requests = (0..<999).map { number in
            Request(
                person: "p0", date: problem.start, wish: number % 2 == 0 ? .dayOff : .dayOn,
                weight: Penalty(1_000_000))
        }
        #expect(problem.validate().map(\.description) == [])
        let result = solve(problem, settings: SolveSettings(threads: 1, stepLimit: 1))
        #expect(result.penalty == Judge(problem).assess(result.rota).penalty)
        #expect(result.penalty == Penalty(499_000_000))
    }

    @Test("Rules for contracts that change with every day")
    func manyStretches() throws {
        var problem = try Self.problem(shiftTypes: 4, [])
        problem.contracts = [Contract(id: "a", name: "A"), Contract(id: "b", name: "B")]
        problem.people[0].contracts = problem.days.map { day in
            let date = problem.date(of: day)
            return Held(day.value % 2 == 0 ? "a" : "b", valid: Validity(from: date, until: date))
        }
        problem.rules = (0..<6).map {
            Rule(
                id: RuleID("r\($0)"),
                $0 % 2 == 0 ? .forbiddenSequence(Self.sequence(1 + $0 % 8)) : .rest(minimum: Minutes(600 + $0)),
                appliesTo: .contracts([$0 < 3 ? "a" : "b"]), severity: .soft(Penalty(1 + $0)))
        }
        #expect(problem.validate().map(\.description) == [])
        let result = solve(problem, settings: SolveSettings(threads: 1, stepLimit: 1))
        #expect(result.penalty == Judge(problem).assess(result.rota).penalty)
    }
}
