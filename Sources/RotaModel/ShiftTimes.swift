/// When each shift type of a problem really begins and ends on each day of the history and the period.
///
/// A shift belongs to the day it starts on. Building takes time linear in days x shift types; look-ups are constant.
package struct ShiftTimes: Sendable {
    private let firstDay: Int
    private let shiftCount: Int
    private let starts: [Instant]
    private let ends: [Instant]

    package init(_ problem: RotaProblem) {
        let zone = problem.unit.zone
        let days = -problem.historyDayCount..<problem.dayCount
        var starts: [Instant] = []
        var ends: [Instant] = []
        starts.reserveCapacity(days.count * problem.shiftTypes.count)
        ends.reserveCapacity(days.count * problem.shiftTypes.count)
        for day in days {
            let date = problem.start.advanced(by: day)
            // A shift touches its own date and the next, and the zone looks a day to either side of a wall time.
            let offsets = Set((-1...3).map { zone.offset(at: Instant(seconds: (date.dayNumber + $0) * 86_400)) })
            for type in problem.shiftTypes {
                let start = type.start.minutesSinceMidnight
                let end = start + type.length.value
                if let offset = offsets.first, offsets.count == 1 {
                    let midnight = date.dayNumber * 86_400 - offset
                    starts.append(Instant(seconds: midnight + start * 60))
                    ends.append(Instant(seconds: midnight + end * 60))
                } else {
                    starts.append(zone.instant(of: date, minutes: start, edge: .start))
                    ends.append(zone.instant(of: date, minutes: end, edge: .end))
                }
            }
        }
        firstDay = days.lowerBound
        shiftCount = problem.shiftTypes.count
        self.starts = starts
        self.ends = ends
    }

    /// When the shift begins that starts on `day`, which lies in the history or the period.
    package func start(of shift: ShiftIndex, on day: DayIndex) -> Instant {
        starts[(day.value - firstDay) * shiftCount + shift.value]
    }

    /// When the shift ends that starts on `day`.
    package func end(of shift: ShiftIndex, on day: DayIndex) -> Instant {
        ends[(day.value - firstDay) * shiftCount + shift.value]
    }

    /// Elapsed working time of the shift that starts on `day`.
    package func minutes(of shift: ShiftIndex, on day: DayIndex) -> Minutes {
        end(of: shift, on: day).minutes(since: start(of: shift, on: day))
    }
}
