internal import RotaModel

/// No shift starts on certain weekdays.
struct NoWorkCheck: RowCheck {
    private let weekdays: Set<Weekday>

    init(_ weekdays: Set<Weekday>) {
        self.weekdays = weekdays
    }

    static func text(_ weekdays: Set<Weekday>) -> String { "no work on \(Words.weekdays(weekdays))" }

    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach] {
        var found: [Breach] = []
        for day in stretch.first...stretch.last where !row[day].isOff && weekdays.contains(facts.weekday(of: day)) {
            let sentence =
                "\(facts.name(of: row.person)) works \(facts.label(row[day])) on \(facts.date(day));"
                + " no work on \(Words.weekdays(weekdays))."
            found.append(Breach(days: day...day, amount: 1, sentence: sentence))
        }
        return found
    }
}

/// Whoever works on such a weekday is free on the same weekday a week later.
struct AlternatingWorkCheck: RowCheck {
    private let weekdays: Set<Weekday>

    init(_ weekdays: Set<Weekday>) {
        self.weekdays = weekdays
    }

    static func text(_ weekdays: Set<Weekday>) -> String {
        "no work on two \(Words.weekdays(weekdays)) in a row"
    }

    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach] {
        var found: [Breach] = []
        for day in stretch.first...stretch.last where !row[day].isOff && weekdays.contains(facts.weekday(of: day)) {
            let before = day - 7
            guard before >= stretch.firstKnown, !row[before].isOff else { continue }
            let sentence =
                "\(facts.name(of: row.person)) works on \(facts.date(before)) and again on \(facts.date(day));"
                + " not on two \(Words.weekday(facts.weekday(of: day)))s in a row."
            found.append(Breach(days: before...day, amount: 1, sentence: sentence))
        }
        return found
    }
}
