/// A length of time in whole minutes. Hours worked and rest are elapsed time, never wall time.
package struct Minutes: Hashable, Comparable, Sendable, AdditiveArithmetic, CustomStringConvertible {
    package var value: Int

    package init(_ value: Int) {
        self.value = value
    }

    package static func hours(_ hours: Int) -> Minutes { Minutes(hours * 60) }

    package static let zero = Minutes(0)

    /// The hours in it, a part of an hour counted as a whole one. The amount by which rules on time are priced.
    package var hoursBegun: Int { value <= 0 ? 0 : (value + 59) / 60 }

    /// `8 h`, `7 h 30 min`, `45 min`, `-2 h`.
    package var description: String {
        let sign = value < 0 ? "-" : ""
        let (hours, minutes) = abs(value).quotientAndRemainder(dividingBy: 60)
        if hours == 0 { return "\(sign)\(minutes) min" }
        return minutes == 0 ? "\(sign)\(hours) h" : "\(sign)\(hours) h \(minutes) min"
    }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
    package static func + (left: Self, right: Self) -> Self { Minutes(left.value + right.value) }
    package static func - (left: Self, right: Self) -> Self { Minutes(left.value - right.value) }
}

/// The weighted sum of what a rota misses. Whole, exact, never negative for a whole rota; lower is better.
package struct Penalty: Hashable, Comparable, Sendable, AdditiveArithmetic, CustomStringConvertible {
    package var value: Int

    package init(_ value: Int) {
        self.value = value
    }

    package static let zero = Penalty(0)

    package var description: String { String(value) }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
    package static func + (left: Self, right: Self) -> Self { Penalty(left.value + right.value) }
    package static func - (left: Self, right: Self) -> Self { Penalty(left.value - right.value) }
}

/// A least and a most, either of which may be missing.
package struct Limits<Measure: Comparable & Hashable & Sendable>: Hashable, Sendable {
    package var minimum: Measure?
    package var maximum: Measure?

    package init(minimum: Measure? = nil, maximum: Measure? = nil) {
        self.minimum = minimum
        self.maximum = maximum
    }
}

/// Whether breaking something makes a rota unusable, or only worse by a weight per unit of the amount broken.
package enum Severity: Hashable, Sendable {
    case hard
    /// The penalty per unit, above 0.
    case soft(Penalty)
}
