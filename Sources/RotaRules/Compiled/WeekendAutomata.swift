internal import RotaModel

/// Where a day stands in weekends: nil outside, else its position, 0 first.
struct WeekendCalendar: Hashable {
    /// Weekday (0 Monday) of day 0.
    var startWeekday: Int
    /// Weekdays of a weekend, in order.
    var weekend: [Int]

    init(_ weekend: [Weekday], _ problem: RotaProblem) {
        startWeekday = problem.start.weekday.rawValue
        self.weekend = weekend.map(\.rawValue)
    }

    func position(ofDay day: Int) -> Int? {
        weekend.firstIndex(of: ((startWeekday + day) % 7 + 7) % 7)
    }

    /// Days by what they are to a weekend: 0 outside, else position plus one.
    func key(ofDay day: Int) -> Int { position(ofDay: day).map { $0 + 1 } ?? 0 }
}

/// Emits 1 for each weekend with any work on a day of the stretch. State 1: this weekend has been counted.
struct WeekendCountAutomaton: RowAutomaton {
    var calendar: WeekendCalendar

    let initial = 0

    func step(_ state: Int, day: Int, duty: Int) -> RowStep {
        guard let position = calendar.position(ofDay: day), day >= 0 else { return RowStep(next: 0) }
        let counted = position > 0 && state == 1
        if duty == 0 { return RowStep(next: counted ? 1 : 0) }
        return RowStep(next: 1, emission: counted ? 0 : 1)
    }

    func key(ofDay day: Int) -> Int { day < 0 ? 0 : calendar.key(ofDay: day) }
}

/// Weekends worked whole or not at all. States: 0 no weekend or one whose beginning is unknown, 1 all worked so far,
/// 2 all off so far, 3 mixed.
struct CompleteWeekendAutomaton: RowAutomaton {
    var calendar: WeekendCalendar

    let initial = 0

    func step(_ state: Int, day: Int, duty: Int) -> RowStep {
        guard let position = calendar.position(ofDay: day) else { return RowStep(next: 0) }
        let today = duty == 0 ? 2 : 1
        let soFar = position == 0 ? today : (state == 0 ? 0 : (state == today ? today : 3))
        guard position == calendar.weekend.count - 1 else { return RowStep(next: soFar) }
        return RowStep(next: 0, amount: soFar == 3 ? 1 : 0)
    }

    func key(ofDay day: Int) -> Int { calendar.key(ofDay: day) }
}

/// One shift type through a weekend. States: 0 nothing worked yet, d the duty worked so far, then: broken and counted,
/// broken in the history and not yet counted.
struct SameShiftAutomaton: RowAutomaton {
    var calendar: WeekendCalendar
    var dutyCount: Int

    let initial = 0

    func step(_ state: Int, day: Int, duty: Int) -> RowStep {
        guard let position = calendar.position(ofDay: day) else { return RowStep(next: 0) }
        let counted = dutyCount
        let pending = dutyCount + 1
        let soFar = position == 0 ? 0 : state
        if soFar == counted { return RowStep(next: counted) }
        let breaks = soFar == pending || (soFar != 0 && duty != 0 && duty != soFar)
        if breaks { return day < 0 ? RowStep(next: pending) : RowStep(next: counted, amount: 1) }
        return RowStep(next: duty == 0 ? soFar : duty)
    }

    func key(ofDay day: Int) -> Int { calendar.key(ofDay: day) * 2 + (day < 0 ? 1 : 0) }
}

/// Runs of worked weekends: least and most in a row.
///
/// A weekend is read day by day and counted on its last day, or on the stretch's last if that is before. The state is
/// three times the run with what the current weekend is: 0 of unknown beginning and free since, 1 worked, 2 free so far.
/// The run is twice its length, plus 1 if it may have begun before the first known weekend.
struct WeekendRunAutomaton: RowAutomaton {
    var calendar: WeekendCalendar
    var minimum: Int
    /// `Int.max`: none.
    var maximum: Int
    /// The stretch's last day.
    var last: Int
    var edges: RunEdges

    init(calendar: WeekendCalendar, minimum: Int?, maximum: Int?, last: Int, edges: RunEdges) {
        self.calendar = calendar
        self.minimum = minimum ?? 0
        self.maximum = maximum ?? .max
        self.last = last
        self.edges = edges
    }

    /// Run lengths from here on behave alike; no period has more weekends.
    private var cap: Int { min(160, max(1, minimum, maximum == .max ? 1 : maximum)) }

    var initial: Int { edges == .open ? 3 : 0 }

    func step(_ state: Int, day: Int, duty: Int) -> RowStep {
        var (run, amount) = (state / 3, 0)
        var weekend = state % 3
        if let position = calendar.position(ofDay: day) {
            if position == 0 { weekend = 2 }
            if duty != 0 { weekend = 1 }
            let isWhole = position == calendar.weekend.count - 1
            if isWhole || day == last {
                if weekend == 1 {
                    amount += run / 2 < maximum ? 0 : 1
                    let grown = min(run / 2 + 1, cap)
                    run = grown * 2 + (run % 2 == 1 && grown < minimum ? 1 : 0)
                } else if edges == .closed || (isWhole && weekend == 2) {
                    amount += missing(run)
                    run = 0
                }
                weekend = 0
            }
        } else {
            weekend = 0
        }
        if edges == .closed, day == last { amount += missing(run) }
        return RowStep(next: run * 3 + weekend, amount: amount)
    }

    private func missing(_ run: Int) -> Int { run >= 2 && run % 2 == 0 ? max(0, minimum - run / 2) : 0 }

    func key(ofDay day: Int) -> Int { calendar.key(ofDay: day) * 2 + (day == last ? 1 : 0) }
}

/// Free on a weekday a week after working on it. State 1: worked on the last one.
struct AlternatingAutomaton: RowAutomaton {
    /// Days of this remainder modulo 7 are that weekday.
    var remainder: Int

    let initial = 0

    func step(_ state: Int, day: Int, duty: Int) -> RowStep {
        guard (day % 7 + 7) % 7 == remainder else { return RowStep(next: state) }
        return RowStep(next: duty == 0 ? 0 : 1, amount: state == 1 && duty != 0 ? 1 : 0)
    }

    func key(ofDay day: Int) -> Int { (day % 7 + 7) % 7 == remainder ? 1 : 0 }
}
