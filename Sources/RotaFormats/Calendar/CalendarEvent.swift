package import RotaModel

/// What a calendar program shows as one thing.
package struct CalendarEvent: Hashable, Sendable {
    package enum Time: Hashable, Sendable {
        /// Told by the clock of the zone.
        case hours(from: Instant, until: Instant, in: Zone)
        case day(CalendarDate)
    }

    /// In every version of the thing the same, and of no other thing.
    package var uid: String
    package var time: Time
    package var summary: String
    package var place: String?
    package var isCancelled: Bool
    /// How often it has changed.
    package var sequence: Int
    package var changedAt: Instant

    package init(
        uid: String, time: Time, summary: String, place: String? = nil, isCancelled: Bool = false, sequence: Int,
        changedAt: Instant
    ) {
        self.uid = uid
        self.time = time
        self.summary = summary
        self.place = place
        self.isCancelled = isCancelled
        self.sequence = sequence
        self.changedAt = changedAt
    }
}
