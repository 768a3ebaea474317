internal import RotaModel

/// Shifts, nights or days off in a row.
///
/// A run is a longest unbroken stretch of known days with the property. Too long by its days in the stretch that are
/// beyond the maximum; days before the stretch that were too many are over. Too short by minimum - length, if a day of
/// the stretch is in it or the first day of the stretch ended it, unless, with open edges, it touches the stretch's last
/// day or the first known one, beyond which it may go on.
struct RunCheck: RowCheck {
    private let set: DutyMask
    private let limits: Limits<Int>
    private let edges: RunEdges
    private let noun: String
    private let verb: String

    init(shifts set: ShiftSet, _ limits: Limits<Int>, _ edges: RunEdges, _ facts: Facts) {
        self.set = DutyMask(set, facts)
        self.limits = limits
        self.edges = edges
        noun = Words.noun(of: set)
        verb = "works"
    }

    init(daysOff limits: Limits<Int>, _ edges: RunEdges, _ facts: Facts) {
        set = DutyMask(DutySet.off, facts)
        self.limits = limits
        self.edges = edges
        noun = "day off"
        verb = "has"
    }

    static func text(_ noun: String, _ limits: Limits<Int>) -> String {
        "\(Words.limits(limits) { String($0) }) \(Words.limitNoun(noun, limits)) in a row"
    }

    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach] {
        var found: [Breach] = []
        var day = stretch.firstKnown
        while day <= stretch.last {
            guard set.contains(row[day]) else {
                day += 1
                continue
            }
            let first = day
            while day <= stretch.last, set.contains(row[day]) { day += 1 }
            let run = first...(day - 1)
            if run.upperBound >= stretch.first - 1 { judge(run, of: row, on: stretch, facts, &found) }
        }
        return found
    }

    private func judge(
        _ run: ClosedRange<Int>, of row: Row, on stretch: Stretch, _ facts: Facts, _ found: inout [Breach]
    ) {
        let length = run.count
        if let maximum = limits.maximum, length > maximum, run.upperBound >= stretch.first {
            let sentence =
                "\(facts.name(of: row.person)) \(verb) \(Words.count(length, noun)) in a row \(facts.span(run));"
                + " at most \(maximum)."
            let excess = min(length - maximum, run.upperBound - stretch.first + 1)
            found.append(Breach(days: run, amount: excess, part: .aboveMaximum, sentence: sentence))
        }
        let mayGoOn = edges == .open && (run.lowerBound == stretch.firstKnown || run.upperBound == stretch.last)
        if let minimum = limits.minimum, length < minimum, !mayGoOn {
            let sentence =
                "\(facts.name(of: row.person)) \(verb) only \(Words.count(length, noun)) in a row \(facts.span(run));"
                + " at least \(minimum)."
            found.append(Breach(days: run, amount: minimum - length, part: .belowMinimum, sentence: sentence))
        }
    }
}
