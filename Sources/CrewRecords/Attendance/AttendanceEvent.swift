package import RotaModel

/// The number of something told about when somebody was on watch.
package typealias AttendanceID = Serial<AttendanceEvent>

/// Something told about when somebody was on watch. Events are added and never changed: one that was wrong stays, beside the
/// one that takes its place and says why.
package struct AttendanceEvent: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Going on watch, and off it.
        case on, off
        /// A break begins, and ends.
        case pause, resume
    }

    /// In code points.
    package static let noteLength = 1...200

    package var id: AttendanceID
    package var person: PersonID
    package var unit: UnitID
    package var kind: Kind
    package var at: Instant
    /// What it takes the place of; nil: it is a first entry.
    package var replaces: AttendanceID?
    /// Whether it takes back what it replaces, with nothing in its place.
    package var isTakenBack: Bool
    /// Why; a correction has one.
    package var note: String?
    package var enteredBy: PersonID
    package var enteredAt: Instant
    /// Where; nil: it was written down, not pressed at a station.
    package var station: StationID?

    package init(
        id: AttendanceID, person: PersonID, unit: UnitID, kind: Kind, at: Instant, replaces: AttendanceID? = nil,
        isTakenBack: Bool = false, note: String? = nil, enteredBy: PersonID, enteredAt: Instant,
        station: StationID? = nil
    ) {
        self.id = id
        self.person = person
        self.unit = unit
        self.kind = kind
        self.at = at
        self.replaces = replaces
        self.isTakenBack = isTakenBack
        self.note = note
        self.enteredBy = enteredBy
        self.enteredAt = enteredAt
        self.station = station
    }
}
