internal import RotaModel

/// All days of a weekend worked, or none: of weekends whose days are all known and not after the stretch.
struct CompleteWeekendCheck: RowCheck {
    static let text = "each weekend worked on all of its days or on none"

    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach] {
        facts.weekends(of: stretch).compactMap { weekend in
            guard weekend.lowerBound >= stretch.firstKnown, weekend.upperBound <= stretch.last else { return nil }
            let worked = weekend.filter { !row[$0].isOff }
            guard !worked.isEmpty, worked.count < weekend.count else { return nil }
            let free = weekend.filter { row[$0].isOff }
            let sentence =
                "\(facts.name(of: row.person)) works on \(facts.dates(worked)) but not on \(facts.dates(free));"
                + " all days of a weekend or none."
            return Breach(days: weekend, amount: 1, sentence: sentence)
        }
    }
}

/// All shifts of a weekend of the same type, of its days that are known and not after the stretch.
struct SameShiftInWeekendCheck: RowCheck {
    static let text = "the same shift type all through a weekend"

    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach] {
        facts.weekends(of: stretch).compactMap { weekend in
            let days = max(weekend.lowerBound, stretch.firstKnown)...min(weekend.upperBound, stretch.last)
            let worked = days.filter { !row[$0].isOff }
            guard Set(worked.map { row[$0] }).count > 1 else { return nil }
            let duties = worked.map { "\(facts.label(row[$0])) on \(facts.date($0))" }
            let sentence =
                "\(facts.name(of: row.person)) works \(Words.list(duties, "and")); the same shift all weekend."
            return Breach(days: days, amount: 1, sentence: sentence)
        }
    }
}

extension Facts {
    /// The weekends with at least one day in the stretch, each with all of its days, known or not.
    fileprivate func weekends(of stretch: Stretch) -> [ClosedRange<Int>] {
        var weekends: [ClosedRange<Int>] = []
        var day = stretch.first
        while day <= stretch.last {
            if let first = weekendStart(of: day) {
                weekends.append(first...(first + problem.unit.weekend.count - 1))
                day = first + problem.unit.weekend.count
            } else {
                day += 1
            }
        }
        return weekends
    }

    /// `Sat 10 Jan and Sun 11 Jan`.
    fileprivate func dates(_ days: [Int]) -> String { Words.list(days.map(date), "and") }
}
