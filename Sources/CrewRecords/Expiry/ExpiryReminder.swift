package import RotaModel

/// When people are reminded of what runs out.
package enum ExpiryReminder {
    /// So many days before the last day; the last of them is the day after, when it has run out.
    package static let daysBefore = [60, 30, 14, 7, 1, -1]
    /// What ran out longer ago was not told in time, and nobody is told now. In days.
    package static let tooLate = 30

    /// Whether to remind on a day: the newest reminder that is due is one that nobody has had. Those that were missed on the
    /// way to it are not made up for.
    ///
    /// - Parameters:
    ///   - last: the last day as it is known now.
    ///   - told: on which days it was reminded of it, or of what it supersedes.
    package static func isDue(of last: CalendarDate, on today: CalendarDate, told: [CalendarDate]) -> Bool {
        guard today <= last.advanced(by: tooLate),
            let first = daysBefore.map({ last.advanced(by: -$0) }).last(where: { $0 <= today })
        else { return false }
        return !told.contains { $0 >= first }
    }
}
