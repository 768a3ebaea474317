internal import RotaModel

/// One thing that a check found wrong.
struct Breach: Sendable {
    /// Counted from the period's first day; negative in the history.
    var days: ClosedRange<Int>
    /// At least 1, in the unit of the rule.
    var amount: Int
    var part: Finding.Part = .whole
    var sentence: String
}

/// The direct check of a rule on one person's days.
protocol RowCheck: Sendable {
    /// What is wrong on the days of the stretch, in order of the days.
    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach]
}

/// The direct check of a rule on who works together on one day.
protocol DayCheck: Sendable {
    /// Whom its findings name; nil: the shift as a whole.
    var person: PersonIndex? { get }

    func breaches(in rota: Rota, on day: Int, _ facts: Facts) -> [Breach]
}

/// A rule made ready for judging.
enum RuleCheck: Sendable {
    /// Judges each person in scope by that person's row alone.
    case rows(any RowCheck, [Scope])
    /// Judges each day of the period by itself.
    case days(any DayCheck)

    init(_ rule: Rule, _ facts: Facts) {
        func rows(_ check: any RowCheck) -> RuleCheck { .rows(check, facts.scopes(of: rule.appliesTo)) }
        self =
            switch rule.kind {
            case .shiftsInARow(let set, let limits): rows(RunCheck(shifts: set, limits, rule.edges, facts))
            case .daysOffInARow(let limits): rows(RunCheck(daysOff: limits, rule.edges, facts))
            case .totalMinutes(let limits): rows(TotalMinutesCheck(limits))
            case .shiftCount(let set, let limits): rows(ShiftCountCheck(set, limits, facts))
            case .minutesInWindow(let days, let maximum): rows(WindowCheck(days: days, maximum: maximum))
            case .rest(let minimum): rows(RestCheck(minimum: minimum))
            case .forbiddenSequence(let pattern, let weekdays):
                rows(ForbiddenSequenceCheck(pattern, startingOn: weekdays, facts))
            case .wishedSequence(let after, let then): rows(WishedSequenceCheck(after: after, then: then, facts))
            case .weekendsWorked(let limits):
                rows(WeekendsWorkedCheck(limits: limits, weekends: facts.weekends(for: rule)))
            case .weekendsInARow(let limits):
                rows(WeekendRunCheck(weekends: facts.weekends(for: rule), limits: limits, edges: rule.edges))
            case .completeWeekends: rows(CompleteWeekendCheck(weekends: facts.weekends(for: rule)))
            case .sameShiftInWeekend: rows(SameShiftInWeekendCheck(weekends: facts.weekends(for: rule)))
            case .noWork(let weekdays): rows(NoWorkCheck(weekdays))
            case .alternatingWork(let weekdays): rows(AlternatingWorkCheck(weekdays))
            case .together(let person, let other): .days(CompanyCheck(.together, person, other, facts))
            case .apart(let person, let other): .days(CompanyCheck(.apart, person, other, facts))
            case .qualifiedOnShift(let qualification, let set): .days(QualifiedCheck(qualification, set, facts))
            case .qualificationNeeded(let qualification, let set):
                rows(QualificationNeededCheck(qualification, set, facts))
            case .fairness(let measure, let tolerance):
                Self.fairness(measure, tolerance, facts.scopes(of: rule.appliesTo).map(\.person), facts)
            }
    }

    /// Fairness is judged over the whole period for whoever is in scope on any day of it.
    private static func fairness(
        _ measure: FairnessMeasure, _ tolerance: Int, _ people: [PersonIndex], _ facts: Facts
    ) -> RuleCheck {
        let check = FairnessCheck(measure, tolerance: tolerance, among: people, facts)
        return .rows(check, people.map { facts.everyone[$0.value] })
    }
}
