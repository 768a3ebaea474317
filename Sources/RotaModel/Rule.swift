/// Some of the shift types of a problem.
package enum ShiftSet: Hashable, Sendable {
    /// Every shift type.
    case all
    /// Those that are nights.
    case nights
    /// These; at least one.
    case types([ShiftTypeID])
}

/// What a day of a sequence may be.
package enum DutySet: Hashable, Sendable {
    case off
    /// Any shift.
    case work
    /// Off or any shift.
    case any
    case shifts([ShiftTypeID])
    /// Off, or any shift but these.
    case not([ShiftTypeID])
}

/// Whose rows a rule is about.
package enum AppliesTo: Hashable, Sendable {
    case everyone
    /// Whoever is under one of these contracts, on the dates on which they are. The rule then judges each stretch of
    /// such dates as if it were the whole period.
    case contracts([ContractID])
    case people([PersonID])
}

/// What is shared out fairly over the year to date.
package enum FairnessMeasure: String, CaseIterable, Hashable, Sendable {
    /// Night shifts.
    case nights
    /// Weekends with any work.
    case weekends
    /// Shifts that start on a public holiday.
    case holidays
    /// Shifts of the types that are marked as unpopular.
    case unpopular
    /// Requests granted, of those made.
    case requests
}

/// What a run is that reaches the edge of the days a rule knows and judges.
package enum RunEdges: String, CaseIterable, Hashable, Sendable {
    /// It may go on outside and is not yet too short.
    case open
    /// It has ended there: nothing is outside.
    case closed
}

/// A limit or a wish on one person's sequence of days, or on who works together.
///
/// `docs/rules.md` gives each kind's formula and an example.
package struct Rule: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Length of each unbroken run of days with a shift of the set. Amount: days too many or too few.
        case shiftsInARow(ShiftSet, Limits<Int>)
        /// Length of each unbroken run of days off. Amount: days too many or too few.
        case daysOffInARow(Limits<Int>)
        /// Elapsed working time over the period, with what absences credit. Amount: hours begun.
        case totalMinutes(Limits<Minutes>)
        /// Number of shifts of the set over the period. Amount: shifts.
        case shiftCount(ShiftSet, Limits<Int>)
        /// Elapsed working time of the shifts that start on any `days` days in a row. Amount: hours begun, per window.
        case minutesInWindow(days: Int, maximum: Minutes)
        /// Elapsed time from the end of a shift to the start of the next. Amount: hours begun that are missing.
        case rest(minimum: Minutes)
        /// These days in a row, wherever they begin, or only where they begin on one of these weekdays. Amount: times it
        /// occurs.
        case forbiddenSequence([DutySet], startingOn: Set<Weekday>? = nil)
        /// Wherever the days of `after` occur, the days of `then` shall follow. Amount: times they do not.
        case wishedSequence(after: [DutySet], then: [DutySet])
        /// Weekends with any work over the period. Amount: weekends.
        case weekendsWorked(Limits<Int>)
        /// Length of each unbroken run of weekends with any work. Amount: weekends too many or too few.
        case weekendsInARow(Limits<Int>)
        /// All days of a weekend worked, or none. Amount: weekends that are neither.
        case completeWeekends
        /// All shifts of a weekend of the same type. Amount: weekends that are not.
        case sameShiftInWeekend
        /// No shift starts on these weekdays. Amount: shifts.
        case noWork(on: Set<Weekday>)
        /// Whoever works on such a weekday is free on the same weekday a week later. Amount: times it is not so.
        case alternatingWork(on: Set<Weekday>)
        /// Whenever the first works, the second is on the same shift. Amount: shifts without.
        case together(PersonID, with: PersonID)
        /// The two are never on the same shift. Amount: shifts.
        case apart(PersonID, PersonID)
        /// Whenever anybody works a shift of the set, at least one who holds the qualification does. Amount: shifts
        /// (date and shift type) without.
        case qualifiedOnShift(QualificationID, ShiftSet)
        /// Whoever works a shift of the set holds the qualification. Amount: shifts without.
        case qualificationNeeded(QualificationID, ShiftSet)
        /// The measure's year to date stays within `tolerance` of the person's fair share. Amount: units beyond.
        case fairness(FairnessMeasure, tolerance: Int)
    }

    package var id: RuleID
    package var kind: Kind
    /// Ignored by the kinds that name people or a qualification themselves.
    package var appliesTo: AppliesTo
    package var severity: Severity
    /// Where the rule comes from, as a planner would cite it.
    package var source: String?
    /// For the kinds about weekends: the days that make one, in order and without a gap, one to four; nil: the unit's.
    package var weekend: [Weekday]?
    /// For the kinds about runs.
    package var edges: RunEdges

    package init(
        id: RuleID, _ kind: Kind, appliesTo: AppliesTo = .everyone, severity: Severity = .hard, source: String? = nil,
        weekend: [Weekday]? = nil, edges: RunEdges = .open
    ) {
        self.id = id
        self.kind = kind
        self.appliesTo = appliesTo
        self.severity = severity
        self.source = source
        self.weekend = weekend
        self.edges = edges
    }
}

extension Rule.Kind {
    /// Whether it is about weekends, so that a rule may say which days make one.
    package var isAboutWeekends: Bool {
        switch self {
        case .weekendsWorked, .weekendsInARow, .completeWeekends, .sameShiftInWeekend: true
        default: false
        }
    }

    /// Whether it is about runs, so that a rule may say what their edges are.
    package var isAboutRuns: Bool {
        switch self {
        case .shiftsInARow, .daysOffInARow, .weekendsInARow: true
        default: false
        }
    }
}
