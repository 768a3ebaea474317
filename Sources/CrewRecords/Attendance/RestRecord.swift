package import RotaModel

/// Somebody's hours of rest in a month, as the table has them that ships keep: the Maritime Labour Convention, 2006, Standard
/// A2.3, and the STCW Code, Section A-VIII/1, in the form of the guidelines of IMO and ILO (1999).
///
/// Time is elapsed time, by the minute; a part of a minute worked is worked. Gaps of less than an hour in work are breaks, and no
/// rest. Of time of which nothing was told it is taken that it was rest.
package struct RestRecord: Hashable, Sendable {
    /// What falls short, each with the letter that stands for it in the table.
    package enum Fault: String, CaseIterable, Hashable, Sendable {
        /// Less than 10 hours of rest in some 24 hours.
        case daily = "A"
        /// Less than 77 hours of rest in some seven days.
        case weekly = "B"
        /// In some 24 hours the rest is in more than two periods, or none of them lasts 6 hours.
        case divided = "C"
        /// More than 14 hours between two periods of rest.
        case interval = "D"
    }

    /// Half an hour on the clock.
    package enum Half: Hashable, Sendable {
        case rest, work
        case toCome
        /// The clock does not show it on that date.
        case skipped
    }

    package struct Day: Hashable, Sendable {
        package let date: CalendarDate
        /// 48 by the clock. One that it shows twice is of work if either is.
        package let halves: [Half]
        /// Whether the clock shows some half hour twice.
        package let isLong: Bool
        /// Of the date, as far as it is past; nil: it is still to come.
        package let rest: Minutes?
        /// The least of any 24 hours that end on the date.
        package let leastInDay: Minutes?
        /// The least of any seven days that end on the date.
        package let leastInWeek: Minutes?
        /// What falls short in times that end on the date, in the order of their letters.
        package let faults: [Fault]
    }

    /// Less than this between work and work is a break. In minutes.
    package static let shortestRest = 60
    package static let dailyRest = Minutes.hours(10)
    package static let longestRest = Minutes.hours(6)
    package static let weeklyRest = Minutes.hours(77)
    package static let longestWork = Minutes.hours(14)

    package let days: [Day]

    /// - Parameters:
    ///   - dates: not more than a year.
    ///   - work: in any order; what lasts ends with now. Of seven days before the dates, too.
    ///   - now: later nothing is known.
    package init(
        over dates: ClosedRange<CalendarDate>, work: [Range<Instant>], in zone: Zone, at now: Instant
    ) {
        let begin = zone.instant(of: dates.lowerBound, minutes: 0, edge: .start)
        let line = WorkLine(
            work, from: begin.seconds / 60 - 8 * Self.day,
            until: min(
                now.seconds / 60,
                zone.instant(of: dates.upperBound.advanced(by: 1), minutes: 0, edge: .start).seconds / 60))
        days = dates.map { Day($0, line, in: zone) }
    }

    /// In minutes.
    fileprivate static let day = 1440
    fileprivate static let week = 7 * 1440
}

/// Work in whole minutes since 1970, with what is no rest between.
private struct WorkLine {
    /// In order, and apart by rest.
    let stretches: [Range<Int>]
    /// The first minute that nothing is known of.
    let end: Int
    private let begin: Int
    /// By minute since `begin`: minutes of work before it.
    private let sums: [Int]

    init(_ work: [Range<Instant>], from begin: Int, until end: Int) {
        var stretches: [Range<Int>] = []
        let minutes = work.map { $0.lowerBound.seconds / 60..<($0.upperBound.seconds + 59) / 60 }
        for stretch in minutes.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            let stretch = stretch.clamped(to: begin..<max(begin, end))
            guard !stretch.isEmpty else { continue }
            if let last = stretches.last, stretch.lowerBound < last.upperBound + RestRecord.shortestRest {
                stretches[stretches.count - 1] = last.lowerBound..<max(last.upperBound, stretch.upperBound)
            } else {
                stretches.append(stretch)
            }
        }
        var isWork = Array(repeating: false, count: max(0, end - begin))
        for stretch in stretches {
            for minute in stretch { isWork[minute - begin] = true }
        }
        var sums = [0]
        sums.reserveCapacity(isWork.count + 1)
        var sum = 0
        for minute in isWork {
            if minute { sum += 1 }
            sums.append(sum)
        }
        self.stretches = stretches
        self.begin = begin
        self.end = end
        self.sums = sums
    }

    /// Minutes of work from one minute to before another; both are known.
    func work(_ minutes: Range<Int>) -> Int { sums[minutes.upperBound - begin] - sums[minutes.lowerBound - begin] }

    /// The least rest of so many minutes in a row that end in some of those minutes.
    func leastRest(of length: Int, endingIn minutes: Range<Int>) -> Minutes {
        var most = 0
        for minute in minutes { most = max(most, work(minute + 1 - length..<minute + 1)) }
        return Minutes(length - most)
    }

    /// How long each period of rest within those minutes is, the longest first.
    func rests(in minutes: Range<Int>) -> [Int] {
        var rests: [Int] = []
        var free = minutes.lowerBound
        for stretch in stretches where stretch.overlaps(minutes) {
            if stretch.lowerBound > free { rests.append(stretch.lowerBound - free) }
            free = stretch.upperBound
        }
        if free < minutes.upperBound { rests.append(minutes.upperBound - free) }
        return rests.sorted(by: >)
    }

    /// Whether the rest of 24 hours is cut into more than two periods, or into none that is long.
    func isDivided(_ minutes: Range<Int>) -> Bool {
        let rests = rests(in: minutes)
        if rests.first ?? 0 < RestRecord.longestRest.value { return true }
        // Enough in all, but not in two.
        let needed = RestRecord.dailyRest.value
        return rests.reduce(0, +) >= needed && rests.prefix(2).reduce(0, +) < needed
    }
}

extension RestRecord.Day {
    fileprivate init(_ date: CalendarDate, _ line: WorkLine, in zone: Zone) {
        let first = zone.instant(of: date, minutes: 0, edge: .start).seconds / 60
        let next = zone.instant(of: date.advanced(by: 1), minutes: 0, edge: .start).seconds / 60
        var halves = Array(repeating: RestRecord.Half.skipped, count: 48)
        var isLong = false
        for minute in stride(from: first, to: next, by: 30) {
            let half = zone.wallTime(at: Instant(seconds: minute * 60)).seconds / 1800
            let last = min(minute + 30, line.end)
            let state: RestRecord.Half =
                last <= minute ? .toCome : line.work(minute..<last) > 0 ? .work : .rest
            if halves[half] == .skipped {
                halves[half] = state
            } else {
                isLong = true
                if state == .work { halves[half] = .work }
            }
        }
        self.date = date
        self.halves = halves
        self.isLong = isLong
        guard first < line.end else {
            (rest, leastInDay, leastInWeek, faults) = (nil, nil, nil, [])
            return
        }
        let known = first..<min(next, line.end)
        let day = line.leastRest(of: RestRecord.day, endingIn: known)
        let week = line.leastRest(of: RestRecord.week, endingIn: known)
        rest = Minutes(known.count - line.work(known))
        leastInDay = day
        leastInWeek = week
        // The 24 hours that begin with work and those that end with it: in between rest is only cut otherwise.
        let ends = line.stretches.map { $0.lowerBound + RestRecord.day } + line.stretches.map(\.upperBound)
        let isDivided = ends.contains { end in
            first < end && end <= known.upperBound && line.isDivided(end - RestRecord.day..<end)
        }
        let isLasting = line.stretches.contains { stretch in
            stretch.count > RestRecord.longestWork.value
                && known.contains(stretch.lowerBound + RestRecord.longestWork.value)
        }
        var faults: [RestRecord.Fault] = []
        if day < RestRecord.dailyRest { faults.append(.daily) }
        if week < RestRecord.weeklyRest { faults.append(.weekly) }
        if isDivided { faults.append(.divided) }
        if isLasting { faults.append(.interval) }
        self.faults = faults
    }
}
