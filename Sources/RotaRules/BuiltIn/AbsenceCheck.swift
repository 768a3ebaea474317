internal import RotaModel

extension Absence.Word {
    /// `Okafor … from Mon 5 Jan to Fri 9 Jan`.
    var verb: String {
        switch self {
        case .away: "is away"
        case .notEligible: "is not eligible"
        case .resting: "is to rest"
        }
    }

    /// `Okafor works N while …`.
    fileprivate var state: String {
        switch self {
        case .away: "away"
        case .notEligible: "not eligible"
        case .resting: "to rest"
        }
    }
}

/// Built in: nobody works while away, not eligible or to rest. One finding per shift.
///
/// An absence without times forbids the shifts that start on its dates: a night before it may run into its first
/// morning. One with a time forbids the shifts of which any part lies in it.
struct AbsenceCheck: Sendable {
    let person: PersonIndex
    /// The days of the period whose shifts may lie in it.
    private let days: Range<Int>
    /// Nil: whole dates.
    private let interval: Range<Instant>?
    private let absence: Absence

    /// Nil for an absence that the problem has no person or day for.
    init?(_ absence: Absence, _ facts: Facts) {
        guard let person = facts.index(of: absence.person) else { return nil }
        self.person = person
        self.absence = absence
        var first = absence.first.dayNumber - facts.problem.start.dayNumber
        var last = absence.last.dayNumber - facts.problem.start.dayNumber
        if absence.from == nil, absence.until == nil {
            interval = nil
        } else {
            let zone = facts.problem.unit.zone
            let from = absence.from?.minutesSinceMidnight ?? 0
            let until = absence.until?.minutesSinceMidnight ?? 1440
            let start = zone.instant(of: absence.first, minutes: from, edge: .start)
            let end = zone.instant(of: absence.last, minutes: until, edge: .end)
            interval = start..<max(start, end)
            // A shift of 24 hours over a change of the clock ends less than two dates after its own.
            first -= 2
            last += 1
        }
        first = max(0, first)
        days = first..<max(first, min(facts.dayCount, last + 1))
    }

    /// Whether a shift on that day of the period would break it.
    func forbids(_ duty: Duty, on day: Int, _ facts: Facts) -> Bool {
        guard let shift = duty.shift, days.contains(day) else { return false }
        guard let interval else { return true }
        let start = facts.times.start(of: shift, on: DayIndex(day))
        let end = facts.times.end(of: shift, on: DayIndex(day))
        return start < interval.upperBound && interval.lowerBound < end
    }

    func breaches(in row: Row, _ facts: Facts) -> [Breach] {
        days.filter { forbids(row[$0], on: $0, facts) }.map { day in
            let sentence =
                "\(facts.name(of: person)) works \(facts.label(row[day])) on \(facts.date(day)) while \(absence.word.state) \(words)."
            return Breach(days: day...day, amount: 1, sentence: sentence)
        }
    }

    /// `on Mon 5 Jan`, `on Mon 5 Jan until 12:00`, `from Mon 5 Jan 12:00 to Fri 9 Jan`.
    private var words: String {
        let date = absence.first.spoken
        guard absence.first == absence.last else {
            let from = absence.from.map { " \($0)" } ?? ""
            let until = absence.until.map { " \($0)" } ?? ""
            return "from \(date)\(from) to \(absence.last.spoken)\(until)"
        }
        return switch (absence.from, absence.until) {
        case (nil, nil): "on \(date)"
        case (let from?, nil): "from \(date) \(from)"
        case (nil, let until?): "on \(date) until \(until)"
        case (let from?, let until?): "on \(date) from \(from) to \(until)"
        }
    }
}
