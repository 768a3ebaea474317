package import RotaModel

/// The store's number for a unit's problem of one period.
package struct ProblemID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let value: Int64

    package init(_ value: Int64) {
        self.value = value
    }

    package var description: String { String(value) }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// A unit's problem of one period, as the document it came in.
package struct StoredProblem: Hashable, Sendable {
    package var id: ProblemID
    /// For lists: unit and period.
    package var name: String
    /// Watchbill's JSON document. The store does not read it.
    package var document: [UInt8]
    package var storedAt: Instant

    package init(id: ProblemID, name: String, document: [UInt8], storedAt: Instant) {
        self.id = id
        self.name = name
        self.document = document
        self.storedAt = storedAt
    }
}
