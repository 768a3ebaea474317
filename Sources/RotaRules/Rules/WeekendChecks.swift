internal import RotaModel

/// All days of a weekend worked, or none: of weekends whose days are all known and not after the stretch.
struct CompleteWeekendCheck: RowCheck {
    let weekends: Weekends

    static func text(_ weekend: String) -> String { "each \(weekend) worked on all of its days or on none" }

    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach] {
        weekends.reaching(stretch.first...stretch.last).compactMap { weekend in
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
    let weekends: Weekends

    static func text(_ weekend: String) -> String { "the same shift type all through a \(weekend)" }

    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach] {
        weekends.reaching(stretch.first...stretch.last).compactMap { weekend in
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

/// Weekends with work in a row.
///
/// A weekend is worked if any of its known days up to the stretch's last is. With open edges one of which some days are
/// not known, and no known one is worked, is neither. A run is a longest unbroken series of worked weekends. Too long by
/// its weekends with a day in the stretch that are beyond the maximum; too short by minimum - length, if a weekend with a
/// day in the stretch is in it or ended it, unless, with open edges, it touches the first weekend that is known to be
/// worked or not, or the last.
struct WeekendRunCheck: RowCheck {
    let weekends: Weekends
    let limits: Limits<Int>
    let edges: RunEdges

    static func text(_ limits: Limits<Int>, _ weekend: String) -> String {
        "\(Words.limits(limits) { String($0) }) \(Words.limitNoun(weekend, limits)) worked in a row"
    }

    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach] {
        let known = stretch.firstKnown...stretch.last
        let decided = weekends.reaching(known).compactMap { weekend -> (days: ClosedRange<Int>, isWorked: Bool)? in
            let days = weekend.clamped(to: known)
            let isWorked = days.contains { !row[$0].isOff }
            return isWorked || edges == .closed || days == weekend ? (days, isWorked) : nil
        }
        // The first weekend with a day in the stretch.
        let first = decided.firstIndex { $0.days.upperBound >= stretch.first } ?? decided.endIndex
        var found: [Breach] = []
        var position = 0
        while position < decided.endIndex {
            guard decided[position].isWorked else {
                position += 1
                continue
            }
            let start = position
            while position < decided.endIndex, decided[position].isWorked { position += 1 }
            let length = position - start
            let days = decided[start].days.lowerBound...decided[position - 1].days.upperBound
            let name = facts.name(of: row.person)
            if let maximum = limits.maximum, length > maximum, position > first {
                let sentence =
                    "\(name) works \(Words.count(length, "weekend")) in a row \(facts.span(days)); at most \(maximum)."
                let excess = min(length - maximum, position - max(first, start))
                found.append(Breach(days: days, amount: excess, part: .aboveMaximum, sentence: sentence))
            }
            let mayGoOn = edges == .open && (start == 0 || position == decided.endIndex)
            if let minimum = limits.minimum, length < minimum, position >= first, !mayGoOn {
                let sentence =
                    "\(name) works only \(Words.count(length, "weekend")) in a row \(facts.span(days));"
                    + " at least \(minimum)."
                found.append(Breach(days: days, amount: minimum - length, part: .belowMinimum, sentence: sentence))
            }
        }
        return found
    }
}

extension Facts {
    /// `Sat 10 Jan and Sun 11 Jan`.
    fileprivate func dates(_ days: [Int]) -> String { Words.list(days.map(date), "and") }
}
