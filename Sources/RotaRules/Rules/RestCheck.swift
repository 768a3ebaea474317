internal import RotaModel

/// Elapsed time from the end of a shift to the start of the next.
struct RestCheck: RowCheck {
    let minimum: Minutes

    static func text(_ minimum: Minutes) -> String { "at least \(minimum) of rest between shifts" }

    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach] {
        var found: [Breach] = []
        facts.forEachSuccession(of: row, on: stretch) { first, second, rest in
            guard rest < minimum else { return }
            let name = facts.name(of: row.person)
            let (before, after) = (facts.label(row[first]), facts.label(row[second]))
            let sentence =
                rest < .zero
                ? "\(name) begins \(after) on \(facts.date(second)) \(Minutes.zero - rest) before the end of \(before)"
                    + " on \(facts.date(first)); at least \(minimum) of rest."
                : "\(name) rests \(rest) between \(before) on \(facts.date(first)) and \(after) on"
                    + " \(facts.date(second)); at least \(minimum)."
            found.append(
                Breach(
                    days: first...second, amount: (minimum - rest).hoursBegun, part: .belowMinimum, sentence: sentence))
        }
        return found
    }
}

/// Built in: nobody works two shifts at the same time.
struct OverlapCheck: RowCheck {
    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach] {
        var found: [Breach] = []
        facts.forEachSuccession(of: row, on: stretch) { first, second, rest in
            guard rest < .zero else { return }
            let sentence =
                "\(facts.name(of: row.person)) begins \(facts.label(row[second])) on \(facts.date(second))"
                + " \(Minutes.zero - rest) before the end of \(facts.label(row[first])) on \(facts.date(first));"
                + " nobody works two shifts at once."
            found.append(Breach(days: first...second, amount: 1, sentence: sentence))
        }
        return found
    }
}

extension Facts {
    /// Gives each worked day of the stretch with the worked known day before it and the elapsed time between the two
    /// shifts, which is negative where they overlap.
    fileprivate func forEachSuccession(
        of row: Row, on stretch: Stretch, _ body: (_ first: Int, _ second: Int, _ rest: Minutes) -> Void
    ) {
        var previous: (day: Int, shift: ShiftIndex)?
        for day in stretch.firstKnown...stretch.last {
            guard let shift = row[day].shift else { continue }
            if let previous, day >= stretch.first {
                let end = times.end(of: previous.shift, on: DayIndex(previous.day))
                body(previous.day, day, times.start(of: shift, on: DayIndex(day)).minutes(since: end))
            }
            previous = (day, shift)
        }
    }
}
