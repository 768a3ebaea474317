/// A price in two ranks: amounts of hard rules broken, and penalty. Exact; may be a difference, so negative.
package struct Cost: Hashable, BitwiseCopyable, Sendable, AdditiveArithmetic {
    package var hard: Int
    package var soft: Int

    @inlinable @inline(__always)
    package init(hard: Int, soft: Int) {
        self.hard = hard
        self.soft = soft
    }

    package static let zero = Cost(hard: 0, soft: 0)

    @inlinable @inline(__always)
    package static func + (left: Cost, right: Cost) -> Cost {
        Cost(hard: left.hard &+ right.hard, soft: left.soft &+ right.soft)
    }

    @inlinable @inline(__always)
    package static func - (left: Cost, right: Cost) -> Cost {
        Cost(hard: left.hard &- right.hard, soft: left.soft &- right.soft)
    }

    @inlinable @inline(__always)
    package static func += (left: inout Cost, right: Cost) {
        left = left + right
    }

    @inlinable @inline(__always)
    package static func -= (left: inout Cost, right: Cost) {
        left = left - right
    }

    /// One number in which a unit of a hard rule costs `price`.
    @inlinable @inline(__always)
    package func scalar(price: Int) -> Int { soft &+ hard &* price }
}
