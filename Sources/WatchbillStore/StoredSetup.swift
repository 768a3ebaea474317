package import RotaModel

/// A unit's set-up as it is kept.
package struct StoredSetup: Hashable, Sendable {
    /// Counted per unit from 1, one for each change.
    package var number: Int
    /// Watchbill's JSON document. The store does not read it.
    package var document: [UInt8]
    /// What of the document the store must know: whether exchanges of shifts need nobody's approval.
    package var hasFreeExchanges: Bool
    package var savedAt: Instant
    package var savedBy: PersonID
}

/// What the store knows of a unit that a problem of a period is made from.
package struct PeriodBasis: Sendable {
    package var unit: CrewUnit
    /// Who can be on: `Directory.people(of:over:)`.
    package var people: [Person]
    package var qualifications: [Qualification]
    package var contracts: [Contract]
    /// What they have asked for.
    package var requests: [Request]
    /// What was added by hand to their accounts of the year in which the period begins.
    package var accounts: [AccountEntry]
}
