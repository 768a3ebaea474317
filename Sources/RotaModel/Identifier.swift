/// The name by which a file, the store and the API know one thing of a kind. Two kinds do not mix.
package struct Identifier<Kind>: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let rawValue: String

    package init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    package var description: String { rawValue }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Identifier: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) {
        self.init(value)
    }
}

package typealias UnitID = Identifier<CrewUnit>
package typealias PersonID = Identifier<Person>
package typealias ShiftTypeID = Identifier<ShiftType>
package typealias QualificationID = Identifier<Qualification>
package typealias ContractID = Identifier<Contract>
package typealias RuleID = Identifier<Rule>

/// The position of one thing of a kind in its `RotaProblem`, counted from 0. Two kinds do not mix.
package struct Ordinal<Kind>: Hashable, Comparable, Sendable, Strideable, CustomStringConvertible {
    package let value: Int

    package init(_ value: Int) {
        self.value = value
    }

    package var description: String { String(value) }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }

    package func distance(to other: Self) -> Int { other.value - value }

    package func advanced(by distance: Int) -> Self { Self(value + distance) }
}

extension Ordinal: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) {
        self.init(value)
    }
}

/// A person's position in `RotaProblem.people`.
package typealias PersonIndex = Ordinal<Person>
/// A shift type's position in `RotaProblem.shiftTypes`.
package typealias ShiftIndex = Ordinal<ShiftType>
/// A day of the period: 0 is its first date; days of the history are negative.
package typealias DayIndex = Ordinal<CalendarDate>
