package import RotaModel

/// An amount on a date, in thousandths of the supply's measure.
package struct Stock: Hashable, Sendable {
    package let date: CalendarDate
    package let quantity: Int

    package init(_ date: CalendarDate, _ quantity: Int) {
        self.date = date
        self.quantity = quantity
    }
}

/// How much of a supply goes in a day, in thousandths of its measure.
package struct DailyUse: Hashable, Sendable {
    /// On a day on which little goes.
    package let low: Int
    package let usual: Int
    /// On a day on which much goes.
    package let high: Int

    /// - Throws: `RecordError` if they are in no order, or none goes usually.
    package init(_ usual: Int, from low: Int? = nil, to high: Int? = nil) throws(RecordError) {
        let (low, high) = (low ?? usual, high ?? usual)
        guard low >= 0, low <= usual, usual <= high, usual > 0, high <= Supply.most else {
            throw RecordError(
                .badExpiry,
                "A day's use is more than nothing, and lies between the least and the most that goes in a day.")
        }
        self.low = low
        self.usual = usual
        self.high = high
    }
}

/// Something of which some goes each day.
///
/// A count is made in the morning, before the day's use, and has in it what was delivered on its day or before. A delivery is
/// there for the use of its day.
package struct Supply: Hashable, Sendable {
    /// Of any amount, in thousandths: a million.
    package static let most = 1_000_000_000
    /// How many counts are kept, of which the oldest go, and how many deliveries to come.
    package static let mostKept = 24
    /// How many counts it takes to tell from them what goes in a day.
    package static let countsToEstimate = 3
    /// In characters.
    package static let longestMeasure = 20

    /// In what it is counted: `tablets`, `litres`.
    package let measure: String
    /// By date, one on each; at least one.
    package let counts: [Stock]
    /// By date; each later than the first count. What came between two counts is one, on the day of the last of it: it is used for
    /// no more than its sum.
    package let deliveries: [Stock]
    /// Nil: what goes is told from the counts.
    package let use: DailyUse?

    /// - Throws: `RecordError`: no measure, no count, amounts out of their limits, too many deliveries to come, or neither use nor
    ///   enough counts.
    package init(measure: String, counts: [Stock], deliveries: [Stock] = [], use: DailyUse?) throws(RecordError) {
        guard (1...Self.longestMeasure).contains(measure.count), measure.utf8.count <= 4 * Self.longestMeasure,
            !measure.contains(where: \.isNewline)
        else {
            throw RecordError(
                .badExpiry,
                "What a supply is counted in is one line of 1 to \(Self.longestMeasure) characters, such as tablets.")
        }
        let kept = Array(counts.suffix(Self.mostKept))
        guard let newest = kept.last else { throw RecordError(.badExpiry, "A supply is counted at least once.") }
        let toCome = deliveries.filter { $0.date > newest.date }
        // What came between two counts may be as many as were to come, together.
        let sums = deliveries.filter { $0.date <= newest.date }
        guard (counts + toCome).allSatisfy({ (0...Self.most).contains($0.quantity) }),
            sums.allSatisfy({ (0...Self.most * Self.mostKept).contains($0.quantity) })
        else { throw RecordError(.badExpiry, "An amount is from 0 to \(Self.most / 1000).") }
        guard toCome.count <= Self.mostKept else {
            throw RecordError(
                .tooMany,
                "At most \(Self.mostKept) deliveries to come are kept. "
                    + "Maybe count once some of them have come, and tell the later ones then.")
        }
        guard zip(counts, counts.dropFirst()).allSatisfy({ $0.date < $1.date }),
            zip(deliveries, deliveries.dropFirst()).allSatisfy({ $0.date <= $1.date })
        else { throw RecordError(.badExpiry, "Counts and deliveries are told in the order of their dates.") }
        guard use != nil || counts.count >= Self.countsToEstimate else {
            throw RecordError(
                .badExpiry,
                "How much goes in a day is told from \(Self.countsToEstimate) counts on. Until then say it yourself.")
        }
        self.measure = measure
        self.counts = kept
        self.deliveries = Self.summed(sums, between: kept) + toCome
        self.use = use
    }

    private static func summed(_ deliveries: [Stock], between counts: [Stock]) -> [Stock] {
        zip(counts, counts.dropFirst()).compactMap { first, last in
            let came = deliveries.filter { $0.date > first.date && $0.date <= last.date }
            return came.last.map { Stock($0.date, came.reduce(0) { $0 + $1.quantity }) }
        }
    }

    /// The newest.
    package var count: Stock { counts[counts.count - 1] }

    /// Deliveries that no count has in it yet.
    package var expected: [Stock] { deliveries.filter { $0.date > count.date } }

    /// - Parameters:
    ///   - use: how much goes from now on; nil: as before.
    ///   - today: by the clock of the person's unit. What a later count says was mistyped, and goes.
    /// - Throws: `RecordError` if it is older than the newest count, or of a day to come.
    package func counted(
        _ stock: Stock, use: DailyUse? = nil, on today: CalendarDate
    ) throws(RecordError) -> Supply {
        guard stock.date <= today else {
            throw RecordError(
                .badExpiry,
                "Nobody can have counted on a day to come. Maybe the date is mistyped; what is to come is told as a delivery."
            )
        }
        let made = counts.filter { $0.date <= today }
        guard made.allSatisfy({ $0.date <= stock.date }) else {
            throw RecordError(
                .badExpiry, "It was counted later than that already. Maybe the date is mistyped.")
        }
        let before = made.filter { $0.date < stock.date }
        return try Supply(measure: measure, counts: before + [stock], deliveries: deliveries, use: use ?? self.use)
    }

    /// - Throws: `RecordError` if a count has it in it already.
    package func delivered(_ stock: Stock) throws(RecordError) -> Supply {
        guard stock.date > count.date else {
            throw RecordError(
                .badExpiry,
                "What was delivered until the newest count is in that. Maybe count it again.")
        }
        let (before, after) = (deliveries.filter { $0.date <= stock.date }, deliveries.filter { $0.date > stock.date })
        return try Supply(measure: measure, counts: counts, deliveries: before + [stock] + after, use: use)
    }
}
