import RotaModel

/// The kinds of rules as documents name them.
enum RuleKindName: String, CaseIterable {
    case shiftsInARow, daysOffInARow, totalMinutes, shiftCount, minutesInWindow, rest, forbiddenSequence, wishedSequence
    case weekendsWorked, completeWeekends, sameShiftInWeekend, noWork, alternatingWork, together, apart
    case qualifiedOnShift, fairness

    init(_ kind: Rule.Kind) {
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
            case .completeWeekends: .completeWeekends
            case .sameShiftInWeekend: .sameShiftInWeekend
            case .noWork: .noWork
            case .alternatingWork: .alternatingWork
            case .together: .together
            case .apart: .apart
            case .qualifiedOnShift: .qualifiedOnShift
            case .fairness: .fairness
            }
    }

    /// The keys of such a rule beside those that every rule has.
    var required: [String] {
        switch self {
        case .shiftsInARow, .daysOffInARow, .totalMinutes, .shiftCount, .weekendsWorked: []
        case .completeWeekends, .sameShiftInWeekend: []
        case .minutesInWindow: ["days", "maximum"]
        case .rest: ["minimum"]
        case .forbiddenSequence: ["sequence"]
        case .wishedSequence: ["after", "then"]
        case .noWork, .alternatingWork: ["weekdays"]
        case .together, .apart: ["people"]
        case .qualifiedOnShift: ["qualification"]
        case .fairness: ["measure", "tolerance"]
        }
    }

    var optional: [String] {
        switch self {
        case .shiftsInARow, .shiftCount: ["shifts", "minimum", "maximum"]
        case .daysOffInARow, .totalMinutes, .weekendsWorked: ["minimum", "maximum"]
        case .qualifiedOnShift: ["shifts"]
        default: []
        }
    }
}
