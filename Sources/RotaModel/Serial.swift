/// The number by which the store knows one thing of a kind, counted over the whole store from 1. Two kinds do not mix.
package struct Serial<Kind>: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let value: Int64

    package init(_ value: Int64) {
        self.value = value
    }

    package var description: String { String(value) }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}
