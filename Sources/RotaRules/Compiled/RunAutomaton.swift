/// Runs of days with a property: least and most days in a row.
///
/// State 0: not in a run, after a known day. State 1: before the first known day. Then, with run lengths cut off where
/// longer ones behave alike: runs begun inside, and runs that may have begun before the first known day, which are not
/// judged as too short.
struct RunAutomaton: RowAutomaton {
    var isMember: [Bool]
    var minimum: Int
    /// `Int.max`: none.
    var maximum: Int

    /// The day on which every run ends, where nothing is outside the known days; nil: runs may go on.
    var end: Int?
    /// Run lengths from here on behave alike, or are not reached.
    private let cap: Int

    /// - Parameter knownDays: of the history and the period: no run is longer.
    init(isMember: [Bool], minimum: Int?, maximum: Int?, knownDays: Int, end: Int?) {
        self.isMember = isMember
        self.end = end
        self.minimum = minimum ?? 0
        self.maximum = maximum ?? .max
        cap = min(knownDays, max(1, minimum ?? 0, maximum ?? 1))
    }

    var initial: Int { end == nil ? 1 : 0 }

    func step(_ state: Int, day: Int, duty: Int) -> RowStep {
        let length = state < 2 ? 0 : (state - 2) / 2 + 1
        let isOpen = state == 1 || (state >= 2 && state % 2 == 1)
        guard isMember[duty] else {
            let missing = length > 0 && !isOpen ? max(0, minimum - length) : 0
            return RowStep(next: 0, amount: missing)
        }
        let grown = min(length + 1, cap)
        // A run that is long enough needs no memory of where it began.
        let staysOpen = isOpen && grown < minimum
        let missing = day == end ? max(0, minimum - grown) : 0
        return RowStep(next: 2 + (grown - 1) * 2 + (staysOpen ? 1 : 0), amount: (length < maximum ? 0 : 1) + missing)
    }

    func key(ofDay day: Int) -> Int { day == end ? 1 : 0 }
}
