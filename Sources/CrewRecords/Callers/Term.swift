package import RotaModel

/// A stretch of time from an instant on, up to another that is no longer in it; without one, for good.
package struct Term: Hashable, Sendable {
    package let from: Instant
    package let until: Instant?

    package init(from: Instant, until: Instant? = nil) {
        self.from = from
        self.until = until
    }

    package func contains(_ instant: Instant) -> Bool {
        guard from <= instant else { return false }
        return until.map { instant < $0 } ?? true
    }

    /// Whether some instant is in both.
    package func overlaps(_ other: Term) -> Bool {
        let start = max(from, other.from)
        return contains(start) && other.contains(start)
    }
}
