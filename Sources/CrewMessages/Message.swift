package import RotaModel

/// The number of a message.
package typealias MessageID = Serial<Message>
/// The number of one recipient's copy of a message.
package typealias CopyID = Serial<MessageCopy>

/// Something that one person, or Watchbill itself, tells others. It never changes; what becomes of it are its copies' events.
package struct Message: Hashable, Sendable {
    /// Of a text, in characters.
    package static let longest = 4000
    /// How many may get one message.
    package static let mostRecipients = 2000

    package var id: MessageID
    /// Nil: Watchbill itself.
    package var sender: PersonID?
    package var text: String
    package var sentAt: Instant
    /// Goes through in quiet hours, and keeps trying until a device has it.
    package var isUrgent: Bool
    /// Whether what leaves the building says no more than that there is a message.
    package var isConfidential: Bool
    /// Nil: none is asked for.
    package var demand: AnswerDemand?

    package init(
        id: MessageID, sender: PersonID?, text: String, sentAt: Instant, isUrgent: Bool = false,
        isConfidential: Bool = false, demand: AnswerDemand? = nil
    ) {
        self.id = id
        self.sender = sender
        self.text = text
        self.sentAt = sentAt
        self.isUrgent = isUrgent
        self.isConfidential = isConfidential
        self.demand = demand
    }
}

/// What one recipient has of a message.
package struct MessageCopy: Hashable, Sendable {
    package var id: CopyID
    package var recipient: PersonID
    /// 0: the sender has named the recipient. Else which link of the demand's chain has, counted from 1.
    package var link: Int

    package init(id: CopyID, recipient: PersonID, link: Int = 0) {
        self.id = id
        self.recipient = recipient
        self.link = link
    }
}

/// A way to a person.
package enum Channel: String, CaseIterable, Hashable, Sendable {
    /// The pages and programs of Watchbill, where the person is signed in.
    case page
    /// A browser's notifications (RFC 8030).
    case push
    /// E-mail.
    case mail
    /// A program of the person's that is told over HTTP.
    case webhook
}
