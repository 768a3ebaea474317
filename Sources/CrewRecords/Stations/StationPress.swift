package import RotaModel

/// What somebody pressed at a station, as the station tells it: numbered, dated by its own clock and signed.
package struct StationPress: Equatable, Sendable {
    /// Counts up at each station; a number is taken once, however often it is told.
    package let sequence: Int
    package let person: PersonID
    package let kind: AttendanceEvent.Kind
    /// By the station's clock.
    package let pressed: Instant
    /// By how many seconds the station took its clock to be behind then; nil: it had never heard from the server.
    package let skewThen: Int?

    package init(sequence: Int, person: PersonID, kind: AttendanceEvent.Kind, pressed: Instant, skewThen: Int?) {
        self.sequence = sequence
        self.person = person
        self.kind = kind
        self.pressed = pressed
        self.skewThen = skewThen
    }

    /// What its code is closed for.
    package func purpose(at station: StationID) -> String {
        "\(station) \(sequence) \(person) \(kind.rawValue) \(pressed.seconds)"
    }

    /// What came of it.
    package enum Verdict: String, CaseIterable, Hashable, Sendable {
        /// The code is not checked yet.
        case pending
        /// It stands in the attendance.
        case taken
        /// It stands in the attendance, but begins or ends nothing as far as is known: on watch already, say.
        case nothing
        case wrongCode
        /// Too many wrong codes before it: it was not looked at.
        case slowed
        /// Nobody of that unit, or somebody without a code.
        case unknown
        /// Older than `longestDelay`, or before the station was paired.
        case tooOld
    }

    /// How long a station may be without a connection.
    package static let longestDelay = Duration.days(7)
    /// Of one envelope.
    package static let mostTogether = 200
    /// How far the clock of a station may have been set between a press and its telling before that is worth a look.
    package static let doubtful = 60
}

/// A press as it is kept.
package struct StoredPress: Equatable, Sendable {
    package var press: StationPress
    package var station: StationID
    /// By how many seconds the station's clock was behind when it told it.
    package var skew: Int
    /// When it was pressed, by the server's clock.
    package var at: Instant
    package var received: Instant
    package var verdict: StationPress.Verdict
    package var attendance: AttendanceID?

    package init(
        press: StationPress, station: StationID, skew: Int, at: Instant, received: Instant,
        verdict: StationPress.Verdict, attendance: AttendanceID?
    ) {
        self.press = press
        self.station = station
        self.skew = skew
        self.at = at
        self.received = received
        self.verdict = verdict
        self.attendance = attendance
    }

    /// By how many seconds the time may be wrong, since the clock was set meanwhile or the press was put at another time than
    /// its station told; nil: not known.
    package var doubt: Int? {
        let moved = abs(at.seconds - press.pressed.seconds - skew)
        return press.skewThen.map { max(abs($0 - skew), moved) } ?? (moved > 0 ? moved : nil)
    }
}
