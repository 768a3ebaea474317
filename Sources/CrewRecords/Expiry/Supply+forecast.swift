package import RotaModel

/// The last day of something, as far as it is known. Nil: there is none, or it is far off.
package struct LastDay: Hashable, Sendable {
    /// Until then it lasts even if much goes.
    package let earliest: CalendarDate?
    package let expected: CalendarDate?
    /// Longer it lasts not even if little goes.
    package let latest: CalendarDate?

    package init(earliest: CalendarDate?, expected: CalendarDate?, latest: CalendarDate?) {
        self.earliest = earliest
        self.expected = expected
        self.latest = latest
    }

    /// One that is certain.
    package init(_ date: CalendarDate?) { self.init(earliest: date, expected: date, latest: date) }
}

extension Supply {
    /// Nobody looks further ahead: in days.
    package static let horizon = 3660

    /// Until when it lasts: the last day whose use, and that of all days from the newest count to it, is there by then. What is
    /// delivered only after it has run out counts once it has been counted.
    ///
    /// Where use was told, days of little, usual and much use bound it. Where it is told from counts, days are taken to be alike
    /// and not to depend on each other, so that what goes is a Wiener process with drift (its time to nothing is inverse
    /// Gaussian: J. L. Folks and R. S. Chhikara, 1978); the bounds are those of a prediction of it two deviations wide, in which
    /// the mean itself is only as well known as the counts tell.
    ///
    /// - Complexity: deliveries x log days.
    package var lastDay: LastDay {
        func date(_ need: (Int) -> Int) -> CalendarDate? {
            let days = daysCovered(need)
            return days < Self.horizon ? count.date.advanced(by: days - 1) : nil
        }
        if let use {
            return LastDay(
                earliest: date { use.high * $0 }, expected: date { use.usual * $0 }, latest: date { use.low * $0 })
        }
        let rate = UseRate(counts, deliveries)
        return LastDay(
            earliest: date { rate.need($0, deviations: 2) }, expected: date { rate.need($0, deviations: 0) },
            latest: date { rate.need($0, deviations: -2) })
    }

    /// For how many days from the newest count on all that is needed is there.
    ///
    /// - Parameter need: what goes in so many days altogether; never less in more.
    private func daysCovered(_ need: (Int) -> Int) -> Int {
        var (there, days) = (count.quantity, 0)
        for delivery in expected + [Stock(count.date.advanced(by: Self.horizon), 0)] {
            // The days before it comes.
            let end = min(delivery.date.dayNumber - count.date.dayNumber, Self.horizon)
            var (covered, beyond) = (days, end + 1)
            while beyond - covered > 1 {
                let middle = (covered + beyond) / 2
                if need(middle) <= there { covered = middle } else { beyond = middle }
            }
            days = covered
            if days < end { break }
            there += delivery.quantity
        }
        return days
    }
}

/// How much goes in a day, told from counts and what came between them.
package struct UseRate: Hashable, Sendable {
    /// In thousandths a day.
    package let mean: Double
    /// Of a day's use.
    package let variance: Double
    /// On how many days it was seen.
    package let days: Double

    /// The mean is what went altogether by the days that it took; the variance that of what went between two counts against
    /// the mean, each divided by its days, with one degree of freedom gone: the unbiased one of a Wiener process with drift.
    ///
    /// - Parameter counts: by date, at least two.
    package init(_ counts: [Stock], _ deliveries: [Stock]) {
        let spans = zip(counts, counts.dropFirst()).map { first, last in
            let came = deliveries.filter { $0.date > first.date && $0.date <= last.date }
            return (
                days: Double(last.date.dayNumber - first.date.dayNumber),
                used: Double(first.quantity + came.reduce(0) { $0 + $1.quantity } - last.quantity)
            )
        }
        let days = spans.reduce(0) { $0 + $1.days }
        let mean = days > 0 ? max(0, spans.reduce(0) { $0 + $1.used } / days) : 0
        let squares = spans.reduce(0) { sum, span in
            let off = span.used - mean * span.days
            return sum + off * off / span.days
        }
        self.mean = mean
        self.days = days
        variance = spans.count > 1 ? squares / Double(spans.count - 1) : 0
    }

    /// What goes in so many days, rounded up to thousandths. Of n days it varies by itself n times as much as of one, and n² times
    /// as much as the mean is known, which is told from all days that were seen.
    package func need(_ count: Int, deviations: Double) -> Int {
        let count = Double(count)
        let varies = days > 0 ? variance * (count + count * count / days) : 0
        let sum = mean * count + deviations * varies.squareRoot()
        return Int(max(0, min(sum, 1e15)).rounded(.up))
    }
}
