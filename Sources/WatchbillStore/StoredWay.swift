package import CrewMessages
package import CrewRecords
package import RotaModel

/// The number of a way to a person.
package typealias WayID = Serial<StoredWay>
/// The number of something in the outbox.
package typealias DeliveryID = Serial<Outgoing>

/// A way to a person outside of Watchbill's own pages, which they have chosen themselves.
package struct StoredWay: Hashable, Sendable {
    /// How many one person may have.
    package static let most = 12

    package var id: WayID
    package var person: PersonID
    /// None is `page`.
    package var channel: Channel
    /// By which its owner tells it from others: a browser, an address.
    package var name: String
    /// Of a push: the endpoint. Of e-mail: the mailbox. Of a webhook: its address.
    package var address: String
    /// Of a push: the browser's key, 65 bytes.
    package var publicKey: [UInt8]?
    /// Of a push: what browser and server share. Of a webhook: what its signatures are made with.
    package var secret: Secret?
    package var addedAt: Instant
    /// When the other side said that there is no such address any more; nil: it is used.
    package var goneAt: Instant?
}

/// A way that somebody adds.
package struct NewWay: Sendable {
    package var channel: Channel
    package var name: String
    package var address: String
    package var publicKey: [UInt8]?
    package var secret: Secret?

    package init(
        channel: Channel, name: String, address: String, publicKey: [UInt8]? = nil, secret: Secret? = nil
    ) {
        self.channel = channel
        self.name = name
        self.address = address
        self.publicKey = publicKey
        self.secret = secret
    }
}

/// When somebody does not want to be disturbed; none if the two are missing.
package struct StoredQuiet: Hashable, Sendable {
    package var from: LocalTime
    package var until: LocalTime

    package init(from: LocalTime, until: LocalTime) {
        self.from = from
        self.until = until
    }
}

/// What is to be handed to a channel now.
package struct Outgoing: Hashable, Sendable {
    package var id: DeliveryID
    package var way: StoredWay
    /// As its recipient knows it.
    package var stored: StoredMessage
    /// With this attempt.
    package var attempts: Int
    package var isReminder: Bool
    /// How many other notices of Watchbill's own go with this one: told of as one, so that nobody is flooded.
    package var others: [DeliveryID]
}

/// What a server has claimed.
package struct Claim: Hashable, Sendable {
    package var outgoing: [Outgoing]
    /// Whether there may be more that is due.
    package var isMoreDue: Bool
}

/// What a channel said.
package enum DeliveryOutcome: Hashable, Sendable {
    case taken
    /// Not now; again at that moment.
    case later(Instant)
    /// Never by this way, for that reason.
    case failed(FailureReason)
}

/// How the outbox stands, without anybody's name.
package struct OutboxCount: Hashable, Sendable {
    package var channel: Channel
    package var queued: Int
    /// Nil: nothing is queued.
    package var oldest: Instant?
    package var sent: Int
    package var failed: Int
}
