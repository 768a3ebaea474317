package import RotaRules

/// Rules and demands that cannot hold together, whatever the rota.
package struct Conflict: Sendable {
    /// One line of demand, one rule, one absence, or what people hold.
    package struct Member: Sendable {
        /// One; of a rule, one for each person whom it takes.
        package var requirements: [Requirement]
        /// The least by which it would have to give way; nil: not found in the time.
        package var loosening: Loosening?
        /// What it asks, without a full stop.
        package var sentence: String
        /// What would do instead; nil: not found in the time.
        package var remedy: String?
    }

    package var members: [Member]
    /// Whether no member can be left out: without any one of them, the others can hold together. Else there was not the
    /// time to find out.
    package var isIrreducible: Bool
}
