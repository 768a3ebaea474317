internal import RotaModel

/// Where weekends are.
struct Weekends: Sendable {
    /// Days of one.
    let length: Int
    /// By weekday of day 0 and on: which day of a weekend it is, from 0; nil for others.
    private let positions: [Int?]

    /// - Parameter start: the weekday of day 0.
    init(_ weekend: [Weekday], start: Weekday) {
        length = weekend.count
        positions = (0..<7).map { weekend.firstIndex(of: Weekday.allCases[(start.rawValue + $0) % 7]) }
    }

    /// The first day of the weekend that `day` is in; nil for a day outside weekends.
    func start(of day: Int) -> Int? {
        positions[(day % 7 + 7) % 7].map { day - $0 }
    }

    /// The weekends with at least one of those days, each with all of its own, known or not.
    func reaching(_ days: ClosedRange<Int>) -> [ClosedRange<Int>] {
        var weekends: [ClosedRange<Int>] = []
        var day = days.lowerBound
        while day <= days.upperBound {
            if let first = start(of: day) {
                weekends.append(first...(first + length - 1))
                day = first + length
            } else {
                day += 1
            }
        }
        return weekends
    }

    /// The number of weekends with a shift on any of those days.
    func worked(_ row: Row, _ days: ClosedRange<Int>) -> Int {
        var count = 0
        var lastCounted: Int?
        for day in days where !row[day].isOff {
            guard let weekend = start(of: day), weekend != lastCounted else { continue }
            count += 1
            lastCounted = weekend
        }
        return count
    }
}
