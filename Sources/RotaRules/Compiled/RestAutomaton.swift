internal import RotaModel

/// Elapsed rest between a shift and the next, or, with no least rest, that two shifts do not overlap.
///
/// State 0: no shift recent enough to matter. Else (days since the last shift - 1) x shift types + its position + 1.
struct RestAutomaton: RowAutomaton {
    /// When the shifts of a day start, and those of the days before it end: in seconds after the start of the day's
    /// first shift type, so that days without a change of the clock are alike.
    private struct Clock: Hashable {
        private var starts: [Int] = []
        /// [days apart - 1][shift type].
        private var ends: [Int] = []

        init(day: Int, firstDay: Int, reach: Int, shiftCount: Int, times: ShiftTimes) {
            if reach == 0 { return }
            let origin = times.start(of: ShiftIndex(0), on: DayIndex(day)).seconds
            for shift in 0..<shiftCount {
                starts.append(times.start(of: ShiftIndex(shift), on: DayIndex(day)).seconds - origin)
            }
            ends.reserveCapacity(reach * shiftCount)
            for apart in 1...reach {
                // Before the first known day nothing was worked: any time will do, and an ordinary day's makes no kind
                // of its own.
                let earlier = max(firstDay, day - apart)
                let shifted = (earlier - (day - apart)) * 86_400
                for shift in 0..<shiftCount {
                    let end = times.end(of: ShiftIndex(shift), on: DayIndex(earlier)).seconds
                    ends.append(end - shifted - origin)
                }
            }
        }

        /// Minutes from the end of an earlier shift to the start of one of the day.
        func rest(from earlier: Int, to later: Int) -> Int {
            Instant(seconds: starts[later]).minutes(since: Instant(seconds: ends[earlier])).value
        }
    }

    private let shiftCount: Int
    /// Days after which the last shift cannot matter any more.
    private let reach: Int
    /// What the different kinds of days know of shifts.
    private let clocks: [Clock]
    /// By day, from the first known day on.
    private let variants: [Int]
    private let firstDay: Int
    private let minimum: Minutes
    private let countsOverlap: Bool

    /// - Parameter minimum: nil judges overlap: amount 1 where a shift starts before the last has ended.
    init(_ problem: RotaProblem, times: ShiftTimes, minimum: Minutes?) {
        let count = problem.shiftTypes.count
        let needed = minimum?.value ?? 0
        let latestEnd = problem.shiftTypes.map { $0.start.minutesSinceMidnight + $0.length.value }.max() ?? 0
        let earliestStart = problem.shiftTypes.map(\.start.minutesSinceMidnight).min() ?? 0
        // Three hours to spare for a change of the clock.
        let reach = max(0, (latestEnd - earliestStart + needed + 180 + 1439) / 1440)
        var variants: [Int] = []
        var seen: [Clock: Int] = [:]
        var clocks: [Clock] = []
        let firstDay = -problem.historyDayCount
        for day in firstDay..<problem.dayCount {
            let clock = Clock(day: day, firstDay: firstDay, reach: reach, shiftCount: count, times: times)
            if let known = seen[clock] {
                variants.append(known)
            } else {
                seen[clock] = clocks.count
                variants.append(clocks.count)
                clocks.append(clock)
            }
        }
        shiftCount = count
        self.reach = reach
        self.clocks = clocks
        self.variants = variants
        self.firstDay = firstDay
        self.minimum = minimum ?? .zero
        countsOverlap = minimum == nil
    }

    let initial = 0

    func step(_ state: Int, day: Int, duty: Int) -> RowStep {
        let last = state == 0 ? nil : (apart: (state - 1) / shiftCount, shift: (state - 1) % shiftCount)
        guard duty > 0 else {
            guard let last, last.apart + 1 < reach else { return RowStep(next: 0) }
            return RowStep(next: state + shiftCount)
        }
        let next = reach > 0 ? duty : 0
        guard let last else { return RowStep(next: next) }
        let rest = clocks[variants[day - firstDay]].rest(from: last.apart * shiftCount + last.shift, to: duty - 1)
        if countsOverlap { return RowStep(next: next, amount: rest < 0 ? 1 : 0) }
        return RowStep(next: next, amount: Minutes(minimum.value - rest).hoursBegun)
    }

    func key(ofDay day: Int) -> Int { variants[day - firstDay] }
}
