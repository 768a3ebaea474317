package import CrewRecords
package import RotaModel

/// A decision on fitness without its reason, with the name of whoever decided.
package struct StoredFitness: Hashable, Sendable {
    package let id: EntryID
    package let fitness: Fitness
    package let decidedBy: String
    package let decidedAt: Instant

    init(_ decision: FitnessDecision, by name: String) {
        id = decision.id
        fitness = decision.fitness
        decidedBy = name
        decidedAt = decision.decidedAt
    }
}

/// What a caller may know of a person's fitness.
package struct PersonFitness: Hashable, Sendable {
    package let name: String
    /// As of today.
    package let fitness: Fitness
    package let mayDecide: Bool
    /// All that was decided, the newest first; nil for whoever may not open the reasons.
    package let decisions: [StoredFitness]?
}
