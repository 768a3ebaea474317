internal import RotaModel

/// Elapsed rest between a shift and the next, or, with no least rest, that two shifts do not overlap.
///
/// State 0: no shift recent enough to matter. Else (days since the last shift - 1) x shift types + its position + 1.
struct RestAutomaton: RowAutomaton {
    private let shiftCount: Int
    /// Days after which the last shift cannot matter any more.
    private let reach: Int
    /// Minutes from the end of a shift to the start of another: [variant][days apart - 1][earlier][later].
    private let rests: [[Int]]
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
        var seen: [[Int]: Int] = [:]
        var rests: [[Int]] = []
        let firstDay = -problem.historyDayCount
        for day in firstDay..<problem.dayCount {
            var table: [Int] = []
            table.reserveCapacity(reach * count * count)
            for apart in 0..<reach {
                // Before the first known day nothing was worked: any time will do, and an ordinary day's makes no variant.
                let earlier = max(firstDay, day - apart - 1)
                let shifted = (earlier - (day - apart - 1)) * 86_400
                for from in problem.shiftIndices {
                    let end = Instant(seconds: times.end(of: from, on: DayIndex(earlier)).seconds - shifted)
                    for to in problem.shiftIndices {
                        table.append(times.start(of: to, on: DayIndex(day)).minutes(since: end).value)
                    }
                }
            }
            if let known = seen[table] {
                variants.append(known)
            } else {
                seen[table] = rests.count
                variants.append(rests.count)
                rests.append(table)
            }
        }
        shiftCount = count
        self.reach = reach
        self.rests = rests
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
        let position = (last.apart * shiftCount + last.shift) * shiftCount + duty - 1
        let rest = rests[variants[day - firstDay]][position]
        if countsOverlap { return RowStep(next: next, amount: rest < 0 ? 1 : 0) }
        return RowStep(next: next, amount: Minutes(minimum.value - rest).hoursBegun)
    }

    func key(ofDay day: Int) -> Int { variants[day - firstDay] }
}
