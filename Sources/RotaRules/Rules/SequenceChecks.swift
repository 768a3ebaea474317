internal import RotaModel

/// Duties that shall not follow one another, wherever they begin on known days, of those weekdays, and end in the stretch.
struct ForbiddenSequenceCheck: RowCheck {
    private let pattern: [DutyMask]
    private let weekdays: Set<Weekday>?
    private let text: String

    init(_ pattern: [DutySet], startingOn weekdays: Set<Weekday>?, _ facts: Facts) {
        self.pattern = pattern.map { DutyMask($0, facts) }
        self.weekdays = weekdays
        text = Self.text(pattern, startingOn: weekdays)
    }

    static func text(_ pattern: [DutySet], startingOn weekdays: Set<Weekday>?) -> String {
        let days = weekdays.map { " from a \(Words.list($0.sorted().map(Words.weekday), "or")) on" } ?? ""
        return "no \(Words.sequence(pattern))\(days)"
    }

    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach] {
        var found: [Breach] = []
        for end in stretch.first...stretch.last {
            let start = end - pattern.count + 1
            guard start >= stretch.firstKnown, weekdays?.contains(facts.weekday(of: start)) ?? true,
                row.matches(pattern, from: start)
            else { continue }
            let sentence =
                "\(facts.name(of: row.person)) has \(facts.duties(row, start...end)) \(facts.span(start...end));"
                + " there shall be \(text)."
            found.append(Breach(days: start...end, amount: 1, sentence: sentence))
        }
        return found
    }
}

/// Duties that shall follow others. Days after the stretch are taken to be as they should.
struct WishedSequenceCheck: RowCheck {
    private let after: [DutyMask]
    private let then: [DutyMask]
    private let text: String

    init(after: [DutySet], then: [DutySet], _ facts: Facts) {
        self.after = after.map { DutyMask($0, facts) }
        self.then = then.map { DutyMask($0, facts) }
        text = Self.text(after: after, then: then)
    }

    static func text(after: [DutySet], then: [DutySet]) -> String {
        "after \(Words.sequence(after)): \(Words.sequence(then))"
    }

    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach] {
        var found: [Breach] = []
        var start = stretch.firstKnown
        while start + after.count - 1 <= stretch.last {
            defer { start += 1 }
            guard row.matches(after, from: start) else { continue }
            let next = start + after.count
            let days = next..<min(next + then.count, stretch.last + 1)
            guard let wrong = days.first(where: { !then[$0 - next].contains(row[$0]) }), wrong >= stretch.first else {
                continue
            }
            let sentence =
                "\(facts.name(of: row.person)) has \(facts.duties(row, start...wrong)) \(facts.span(start...wrong));"
                + " \(text)."
            found.append(Breach(days: start...wrong, amount: 1, sentence: sentence))
        }
        return found
    }
}

extension Row {
    fileprivate func matches(_ pattern: [DutyMask], from start: Int) -> Bool {
        pattern.indices.allSatisfy { pattern[$0].contains(self[start + $0]) }
    }
}

extension Facts {
    /// `N, off, E`.
    fileprivate func duties(_ row: Row, _ days: ClosedRange<Int>) -> String {
        days.map { label(row[$0]) }.joined(separator: ", ")
    }
}
