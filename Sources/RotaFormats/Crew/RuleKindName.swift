package import RotaModel

/// The kinds of rules as documents name them.
package enum RuleKindName: String, CaseIterable, Sendable {
    case shiftsInARow, daysOffInARow, totalMinutes, shiftCount, minutesInWindow, rest, forbiddenSequence, wishedSequence
    case weekendsWorked, weekendsInARow, completeWeekends, sameShiftInWeekend, noWork, alternatingWork, together, apart
    case qualifiedOnShift, qualificationNeeded, fairness

    package init(_ kind: Rule.Kind) {
        self =
            switch kind {
            case .shiftsInARow: .shiftsInARow
            case .daysOffInARow: .daysOffInARow
            case .totalMinutes: .totalMinutes
            case .shiftCount: .shiftCount
            case .minutesInWindow: .minutesInWindow
            case .rest: .rest
            case .forbiddenSequence: .forbiddenSequence
            case .wishedSequence: .wishedSequence
            case .weekendsWorked: .weekendsWorked
            case .weekendsInARow: .weekendsInARow
            case .completeWeekends: .completeWeekends
            case .sameShiftInWeekend: .sameShiftInWeekend
            case .noWork: .noWork
            case .alternatingWork: .alternatingWork
            case .together: .together
            case .apart: .apart
            case .qualifiedOnShift: .qualifiedOnShift
            case .qualificationNeeded: .qualificationNeeded
            case .fairness: .fairness
            }
    }

    /// The keys of such a rule beside those that every rule has.
    var required: [String] {
        switch self {
        case .shiftsInARow, .daysOffInARow, .totalMinutes, .shiftCount, .weekendsWorked, .weekendsInARow: []
        case .completeWeekends, .sameShiftInWeekend: []
        case .minutesInWindow: ["days", "maximum"]
        case .rest: ["minimum"]
        case .forbiddenSequence: ["sequence"]
        case .wishedSequence: ["after", "then"]
        case .noWork, .alternatingWork: ["weekdays"]
        case .together, .apart: ["people"]
        case .qualifiedOnShift, .qualificationNeeded: ["qualification"]
        case .fairness: ["measure", "tolerance"]
        }
    }

    var optional: [String] {
        switch self {
        case .shiftsInARow: ["shifts", "minimum", "maximum", "edges"]
        case .shiftCount: ["shifts", "minimum", "maximum"]
        case .daysOffInARow: ["minimum", "maximum", "edges"]
        case .totalMinutes: ["minimum", "maximum"]
        case .weekendsWorked: ["minimum", "maximum", "weekend"]
        case .weekendsInARow: ["minimum", "maximum", "edges", "weekend"]
        case .completeWeekends, .sameShiftInWeekend: ["weekend"]
        case .forbiddenSequence: ["startingOn"]
        case .qualifiedOnShift, .qualificationNeeded: ["shifts"]
        default: []
        }
    }
}
