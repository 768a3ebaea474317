/// A time on the wall clock, in whole minutes since local midnight: 0 to 1439.
package struct LocalTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let minutesSinceMidnight: Int

    /// Nil outside 0 ..< 1440.
    package init?(minutesSinceMidnight: Int) {
        guard (0..<1440).contains(minutesSinceMidnight) else { return nil }
        self.minutesSinceMidnight = minutesSinceMidnight
    }

    /// Nil where a clock has no such time.
    package init?(hour: Int, minute: Int) {
        guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        minutesSinceMidnight = hour * 60 + minute
    }

    /// Reads `07:00`, nothing looser.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":") else { return nil }
        let digits = [bytes[0], bytes[1], bytes[3], bytes[4]].map { Int($0) - Int(UInt8(ascii: "0")) }
        guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
        self.init(hour: digits[0] * 10 + digits[1], minute: digits[2] * 10 + digits[3])
    }

    package static let midnight = LocalTime(unchecked: 0)

    private init(unchecked minutes: Int) {
        minutesSinceMidnight = minutes
    }

    /// The time of day this many minutes later, on whatever day that is.
    package func adding(_ minutes: Minutes) -> LocalTime {
        LocalTime(unchecked: ((minutesSinceMidnight + minutes.value) % 1440 + 1440) % 1440)
    }

    /// `07:00`.
    package var description: String {
        let (hour, minute) = minutesSinceMidnight.quotientAndRemainder(dividingBy: 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    package static func < (left: Self, right: Self) -> Bool { left.minutesSinceMidnight < right.minutesSinceMidnight }
}
