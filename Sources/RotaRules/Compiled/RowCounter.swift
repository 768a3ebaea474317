/// A sum over one person's days with limits: the compiled form of rules on totals.
package struct RowCounter: Hashable, BitwiseCopyable, Sendable {
    /// `Int.min`: none.
    package var minimum: Int
    /// `Int.max`: none.
    package var maximum: Int
    /// A unit of the amount is this much of the sum, a part of one counted as one: 60 for minutes priced by the hour.
    package var unit: Int
    /// Per unit of the amount.
    package var price: Cost

    /// What a sum costs.
    @inlinable @inline(__always)
    package func cost(of sum: Int) -> Cost {
        let beyond = sum > maximum ? sum &- maximum : (sum < minimum ? minimum &- sum : 0)
        if beyond == 0 { return .zero }
        let amount = unit == 1 ? beyond : (beyond &+ unit &- 1) / unit
        return Cost(hard: price.hard &* amount, soft: price.soft &* amount)
    }
}

/// Working minutes of any so many days in a row, at most so much.
package struct RowWindow: Hashable, BitwiseCopyable, Sendable {
    /// Days the rule judges.
    package var first: Int
    package var last: Int
    /// The first day that is read: in the history if that is known.
    package var firstKnown: Int
    package var length: Int
    package var maximum: Int
    /// Per hour begun.
    package var price: Cost

    /// What a window with so many minutes costs.
    @inlinable @inline(__always)
    package func cost(of minutes: Int) -> Cost {
        if minutes <= maximum { return .zero }
        let amount = (minutes &- maximum &+ 59) / 60
        return Cost(hard: price.hard &* amount, soft: price.soft &* amount)
    }
}
