package import RotaModel

package typealias StationID = Identifier<Station>

/// A place at which people go on and off watch: a tablet at a door, say. It is known by a key that it has made itself and
/// never shows, of which the server has the public half.
package struct Station: Equatable, Sendable {
    package let id: StationID
    /// People of this unit and of those below it go on watch there.
    package let unit: UnitID
    /// What its unit calls it: `Main door`.
    package let name: String
    package let madeBy: PersonID
    package let made: Instant
    /// Nil until a device has been paired.
    package var key: StationKey?
    package var paired: Instant?
    package var lastSeen: Instant?
    /// By how many seconds its clock was behind when it was last seen; negative: ahead.
    package var skew: Int?
    package var revoked: Instant?

    package init(
        id: StationID, unit: UnitID, name: String, madeBy: PersonID, made: Instant, key: StationKey? = nil,
        paired: Instant? = nil, lastSeen: Instant? = nil, skew: Int? = nil, revoked: Instant? = nil
    ) {
        self.id = id
        self.unit = unit
        self.name = name
        self.madeBy = madeBy
        self.made = made
        self.key = key
        self.paired = paired
        self.lastSeen = lastSeen
        self.skew = skew
        self.revoked = revoked
    }

    /// In code points.
    package static let nameLength = 1...80
    /// Of one unit, revoked ones not counted.
    package static let most = 50
    /// For how long a code pairs a device.
    package static let pairingTime = Duration.seconds(900)

    /// Whether people can go on watch there.
    package var isInUse: Bool { key != nil && revoked == nil }
}

/// Opens the pairing of one device, once. Its token is made from a `PairingCode`.
extension Station: TokenKind {
    package static let tokenPrefix = ""
}
