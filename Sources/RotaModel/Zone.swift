internal import Foundation

/// A point on the time line: seconds since 1970-01-01 00:00 UTC.
package struct Instant: Hashable, Comparable, Sendable {
    package let seconds: Int

    package init(seconds: Int) {
        self.seconds = seconds
    }

    /// Elapsed time since `earlier`, in whole minutes (seconds cut off); negative if `earlier` is later.
    package func minutes(since earlier: Instant) -> Minutes { Minutes((seconds - earlier.seconds) / 60) }

    package static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }
}

/// An IANA time zone: from wall clock to instants and back, across changes of the clock.
package struct Zone: Hashable, Sendable {
    /// Which end of a duty a wall time is. Of an hour that occurs twice a start is the first and an end the last, so
    /// that cover overlaps rather than gaps.
    package enum Edge: Sendable {
        case start, end
    }

    /// The IANA name, `Europe/Stockholm`.
    package let name: String
    private let timeZone: TimeZone

    /// Nil if there is no zone of this name.
    package init?(name: String) {
        guard let timeZone = TimeZone(identifier: name) else { return nil }
        self.name = name
        self.timeZone = timeZone
    }

    package static let utc = Zone(fixed: "UTC")

    private init(fixed name: String) {
        self.name = name
        self.timeZone = .gmt
    }

    /// Seconds by which the wall clock is ahead of UTC at that instant.
    package func offset(at instant: Instant) -> Int {
        timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds)))
    }

    /// The instant of a wall time, `minutes` after midnight of `date` on the clock (beyond 1440: on a later date).
    ///
    /// A wall time that occurs twice is the first for a start and the last for an end. One that the clock skips is the
    /// instant of the change, for both.
    package func instant(of date: CalendarDate, minutes: Int, edge: Edge) -> Instant {
        let wall = date.dayNumber * 86_400 + minutes * 60
        // No two changes of a clock lie within two days of each other, so these are the only two offsets in question.
        let before = offset(at: Instant(seconds: wall - 86_400))
        let after = offset(at: Instant(seconds: wall + 86_400))
        if before == after { return Instant(seconds: wall - before) }
        let candidates = [before, after].map { (instant: Instant(seconds: wall - $0), offset: $0) }
        let valid = candidates.filter { offset(at: $0.instant) == $0.offset }.map(\.instant)
        if let first = valid.min(), let last = valid.max() { return edge == .start ? first : last }
        return change(between: wall - 2 * 86_400, and: wall + 2 * 86_400)
    }

    /// The first instant with the offset that holds at `late`, the zone having changed once since `early`.
    private func change(between early: Int, and late: Int) -> Instant {
        let target = offset(at: Instant(seconds: late))
        var low = early
        var high = late
        while high - low > 1 {
            let middle = (low + high) / 2
            if offset(at: Instant(seconds: middle)) == target { high = middle } else { low = middle }
        }
        return Instant(seconds: high)
    }

    /// A stretch of time through which the clock is as far ahead of UTC, and is or is not on summer time.
    package struct Stretch: Hashable, Sendable {
        /// The first instant of it.
        package let start: Instant
        /// Seconds by which the clock was ahead of UTC before it.
        package let offsetBefore: Int
        package let offset: Int
        package let isSummerTime: Bool
    }

    /// How the clock goes from the beginning of a date to the end of another: the stretch that holds at first, as if it
    /// began there and nothing had changed, and each change after it.
    ///
    /// - Complexity: linear in the number of days.
    package func stretches(from first: CalendarDate, through last: CalendarDate) -> [Stretch] {
        let begin = instant(of: first, minutes: 0, edge: .start)
        var stretches = [stretch(at: begin, after: offset(at: begin))]
        var early = begin
        let end = instant(of: last.advanced(by: 1), minutes: 0, edge: .start)
        while early < end {
            let late = Instant(seconds: min(early.seconds + 86_400, end.seconds))
            let before = offset(at: early)
            if before != offset(at: late) {
                stretches.append(stretch(at: change(between: early.seconds, and: late.seconds), after: before))
            }
            early = late
        }
        return stretches
    }

    private func stretch(at start: Instant, after offsetBefore: Int) -> Stretch {
        Stretch(
            start: start, offsetBefore: offsetBefore, offset: offset(at: start),
            isSummerTime: timeZone.isDaylightSavingTime(for: Date(timeIntervalSince1970: Double(start.seconds))))
    }

    /// The date and the seconds after its midnight on the clock at an instant.
    package func wallTime(at instant: Instant) -> (date: CalendarDate, seconds: Int) {
        let wall = instant.seconds + offset(at: instant)
        let date = date(at: instant)
        return (date, wall - date.dayNumber * 86_400)
    }

    /// How many times the clock shows that wall time: 0 where it is skipped, 2 where it is repeated, else 1.
    package func occurrences(of date: CalendarDate, minutes: Int) -> Int {
        let wall = date.dayNumber * 86_400 + minutes * 60
        let offsets: Set<Int> = [
            offset(at: Instant(seconds: wall - 86_400)), offset(at: Instant(seconds: wall + 86_400)),
        ]
        return offsets.filter { offset(at: Instant(seconds: wall - $0)) == $0 }.count
    }

    /// The wall time as a page prints it: `01:30`, and `01:30 (1st)` or `01:30 (2nd)` where the clock shows it twice.
    package func text(of date: CalendarDate, minutes: Int, edge: Edge) -> String {
        let time = LocalTime.midnight.adding(Minutes(minutes)).description
        guard occurrences(of: date, minutes: minutes) == 2 else { return time }
        return edge == .start ? "\(time) (1st)" : "\(time) (2nd)"
    }

    /// The date on the wall at an instant.
    package func date(at instant: Instant) -> CalendarDate {
        let wall = instant.seconds + offset(at: instant)
        return CalendarDate(dayNumber: wall >= 0 ? wall / 86_400 : (wall - 86_399) / 86_400)
    }
}
