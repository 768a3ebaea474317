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

/// What becomes a problem's first draft without having been built of it.
package struct CarriedDraft: Hashable, Sendable {
    package var rota: Rota
    package var pins: [PinnedCell]
    /// Of the rota, by the problem.
    package var penalty: Penalty
    package var isFeasible: Bool

    package init(rota: Rota, pins: [PinnedCell], penalty: Penalty, isFeasible: Bool) {
        self.rota = rota
        self.pins = pins
        self.penalty = penalty
        self.isFeasible = isFeasible
    }
}
