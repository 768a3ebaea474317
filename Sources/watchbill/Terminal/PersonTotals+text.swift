import RotaModel
import RotaRules

/// Totals as columns of the table of text; hours worked, without what absences credit.
extension PersonTotals {
    /// Columns of `head` and `text`.
    static let width = head.count
    static let head = "     h   N  we"

    var text: String {
        let (hours, minutes) = worked.value.quotientAndRemainder(dividingBy: 60)
        // Quarters of an hour are what shifts are made of; other minutes are rounded down to a tenth.
        let time = minutes == 0 ? String(hours) : "\(hours).\(minutes * 10 / 60)"
        return time.padded(to: 6, alignment: .right) + String(nights).padded(to: 4, alignment: .right)
            + String(weekends).padded(to: 4, alignment: .right)
    }
}
