package import RotaModel

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
