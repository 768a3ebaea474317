internal import RotaModel

/// Elapsed working time over the stretch, with what absences credit; each date of each absence counts.
struct TotalMinutesCheck: RowCheck {
    private let limits: Limits<Minutes>

    init(_ limits: Limits<Minutes>) {
        self.limits = limits
    }

    static func text(_ limits: Limits<Minutes>) -> String {
        "\(Words.limits(limits, \.description)) of work in all"
    }

    private func worked(_ row: Row, on stretch: Stretch, _ facts: Facts) -> Minutes {
        Minutes((stretch.first...stretch.last).reduce(0) { $0 + facts.minutes(of: row[$1], on: $1) })
    }

    /// How far the total is below the minimum (negative) or above the maximum; 0 within the limits.
    func balance(of row: Row, on stretch: Stretch, _ facts: Facts) -> Minutes {
        let total = worked(row, on: stretch, facts) + facts.credited(to: row.person, on: stretch)
        if let minimum = limits.minimum, total < minimum { return total - minimum }
        if let maximum = limits.maximum, total > maximum { return total - maximum }
        return .zero
    }

    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach] {
        let credited = facts.credited(to: row.person, on: stretch)
        let total = worked(row, on: stretch, facts) + credited
        var found: [Breach] = []
        func add(_ excess: Minutes, _ part: Finding.Part, _ limit: String) {
            let away = credited > .zero ? " (\(credited) of it credited for time away)" : ""
            let sentence =
                "\(facts.name(of: row.person)) comes to \(total)\(away) \(facts.span(stretch)); \(limit)."
            found.append(
                Breach(days: stretch.first...stretch.last, amount: excess.hoursBegun, part: part, sentence: sentence))
        }
        if let minimum = limits.minimum, total < minimum { add(minimum - total, .belowMinimum, "at least \(minimum)") }
        if let maximum = limits.maximum, total > maximum { add(total - maximum, .aboveMaximum, "at most \(maximum)") }
        return found
    }
}

extension Facts {
    /// What absences credit the person on days of the stretch.
    func credited(to person: PersonIndex, on stretch: Stretch) -> Minutes {
        absences[person.value].reduce(.zero) { total, absence in
            let first = max(stretch.first, absence.first.dayNumber - problem.start.dayNumber)
            let last = min(stretch.last, absence.last.dayNumber - problem.start.dayNumber)
            return total + Minutes(max(0, last - first + 1) * absence.creditPerDay.value)
        }
    }
}

/// Number of shifts of a set over the stretch.
struct ShiftCountCheck: RowCheck {
    private let set: DutyMask
    private let limits: Limits<Int>
    private let noun: String

    init(_ set: ShiftSet, _ limits: Limits<Int>, _ facts: Facts) {
        self.set = DutyMask(set, facts)
        self.limits = limits
        noun = Words.noun(of: set)
    }

    static func text(_ set: ShiftSet, _ limits: Limits<Int>) -> String {
        "\(Words.limits(limits) { String($0) }) \(Words.limitNoun(Words.noun(of: set), limits)) in all"
    }

    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach] {
        let count = (stretch.first...stretch.last).count { set.contains(row[$0]) }
        return limits.breaches(of: count, on: stretch) {
            "\(facts.name(of: row.person)) works \(Words.count(count, noun)) \(facts.span(stretch)); \($0)."
        }
    }
}

/// Number of weekends with a shift on any of their days within the stretch.
struct WeekendsWorkedCheck: RowCheck {
    let limits: Limits<Int>
    let weekends: Weekends

    static func text(_ limits: Limits<Int>, _ weekend: String) -> String {
        "\(Words.limits(limits) { String($0) }) \(Words.limitNoun(weekend, limits)) worked in all"
    }

    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach] {
        let count = weekends.worked(row, stretch.first...stretch.last)
        return limits.breaches(of: count, on: stretch) {
            "\(facts.name(of: row.person)) works on \(Words.count(count, "weekend")) \(facts.span(stretch)); \($0)."
        }
    }
}

extension Limits<Int> {
    /// The breach of a total that is out of the limits; `sentence` is given `at most 5`.
    fileprivate func breaches(of count: Int, on stretch: Stretch, _ sentence: (String) -> String) -> [Breach] {
        let days = stretch.first...stretch.last
        var found: [Breach] = []
        if let minimum, count < minimum {
            let text = sentence("at least \(minimum)")
            found.append(Breach(days: days, amount: minimum - count, part: .belowMinimum, sentence: text))
        }
        if let maximum, count > maximum {
            let text = sentence("at most \(maximum)")
            found.append(Breach(days: days, amount: count - maximum, part: .aboveMaximum, sentence: text))
        }
        return found
    }
}
