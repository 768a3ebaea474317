import RotaModel

/// What one person's row comes to.
struct PersonTotals {
    /// Elapsed, without what absences credit.
    var worked = Minutes.zero
    var nights = 0
    /// Weekends with any work.
    var weekends = 0

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

    static func all(_ problem: RotaProblem, _ rota: Rota) -> [PersonTotals] {
        let times = ShiftTimes(problem)
        return problem.personIndices.map { person in
            var totals = PersonTotals()
            var weekends: Set<Int> = []
            for day in problem.days {
                guard let shift = rota[person, day].shift else { continue }
                totals.worked += times.minutes(of: shift, on: day)
                if problem[shift].isNight { totals.nights += 1 }
                let date = problem.date(of: day)
                if let position = problem.unit.weekend.firstIndex(of: date.weekday) {
                    weekends.insert(date.dayNumber - position)
                }
            }
            totals.weekends = weekends.count
            return totals
        }
    }
}
