package import CrewMessages
package import RotaModel

/// What somebody wants to send.
package struct NewMessage: Hashable, Sendable {
    package var text: String
    /// Nobody twice.
    package var recipients: [PersonID]
    /// In words whom it is for, where they were not named one by one: `Ward 7, on watch now`.
    package var addressed: String?
    /// The message that it answers, if it is one of a conversation.
    package var replyTo: MessageID?
    /// Where on Watchbill's pages there is what it is about: a record goes along as a link, which opens for those who may.
    package var link: String?
    package var isUrgent: Bool
    package var isConfidential: Bool
    package var demand: AnswerDemand?

    package init(
        text: String, recipients: [PersonID] = [], addressed: String? = nil, replyTo: MessageID? = nil,
        link: String? = nil, isUrgent: Bool = false, isConfidential: Bool = false, demand: AnswerDemand? = nil
    ) {
        self.text = text
        self.recipients = recipients
        self.addressed = addressed
        self.replyTo = replyTo
        self.link = link
        self.isUrgent = isUrgent
        self.isConfidential = isConfidential
        self.demand = demand
    }
}

/// Something that Watchbill itself tells somebody, in the transaction of what it tells of.
package struct Notice: Hashable, Sendable {
    package var recipient: PersonID
    package var text: String
    /// Where on Watchbill's pages there is more.
    package var link: String?
    package var isUrgent: Bool
    /// Whether what leaves the building says no more than that there is something.
    package var isConfidential: Bool
    /// Whether it is about something sealed: the person's own programs learn nothing of it, as of what is sealed itself.
    package var isSealed: Bool

    package init(
        to recipient: PersonID, _ text: String, link: String? = nil, isUrgent: Bool = false,
        isConfidential: Bool = false, isSealed: Bool = false
    ) {
        self.recipient = recipient
        self.text = text
        self.link = link
        self.isUrgent = isUrgent
        self.isConfidential = isConfidential
        self.isSealed = isSealed
    }
}

/// A message as it is kept, with names. Its numbers are those by which the person knows it for whom it was read, so that none tells
/// how much others are told; for jobs they are the store's own.
package struct StoredMessage: Hashable, Sendable {
    package var message: Message
    /// Nil: Watchbill itself.
    package var senderName: String?
    /// The message with which the conversation began; nil: this one.
    package var root: MessageID?
    package var addressed: String?
    package var link: String?

    /// The message by which its conversation is known.
    package var thread: MessageID { root ?? message.id }
}

/// A copy with its message, as its recipient has it.
package struct ReceivedMessage: Hashable, Sendable {
    package var copy: MessageCopy
    package var state: CopyState
    package var stored: StoredMessage

    /// What the recipient may read; nil: it was taken back.
    package var text: String? { state.wasRetractedAt == nil ? stored.message.text : nil }

    /// Where the answer stands; nil: none is demanded.
    package var answering: Answering? {
        stored.message.demand.map { state.answering($0.deadline(of: copy.link)) }
    }
}

/// A message as its sender sees it.
package struct SentMessage: Hashable, Sendable {
    /// One of those who got it.
    package struct Recipient: Hashable, Sendable {
        package var copy: MessageCopy
        package var name: String
        package var state: CopyState
    }

    package var stored: StoredMessage
    /// By their copies' numbers.
    package var recipients: [Recipient]
    /// How many links of the chain have had their turn.
    package var passed: Int

    package var totals: LabelTotals { LabelTotals(recipients.map(\.state)) }
}

/// What the caller has of one conversation, the oldest first.
package struct Conversation: Sendable {
    package enum Item: Sendable {
        case received(ReceivedMessage)
        case sent(SentMessage)

        package var stored: StoredMessage {
            switch self {
            case .received(let received): received.stored
            case .sent(let sent): sent.stored
            }
        }
    }

    package var items: [Item]
}

/// How much there is in somebody's box.
package struct BoxCounts: Hashable, Sendable {
    /// Neither read nor deleted.
    package var unread: Int
    /// Answers that they owe.
    package var owed: Int
}

/// The number of something that is new for one person, counted by them alone from 1.
package typealias NewsID = Serial<CopyNews>

/// Something that has happened to a copy that concerns somebody: their own, or one of a message that they have sent.
package struct CopyNews: Hashable, Sendable {
    package var id: NewsID
    /// As they know it.
    package var message: MessageID
    /// Whether it is their own copy; else they have sent it.
    package var isOwn: Bool
}

/// What came of something that was done to a message.
package struct MessageChange: Hashable, Sendable {
    /// As whoever has done it knows it.
    package var message: MessageID
    /// Everybody whom it concerns, whoever has done it too.
    package var people: Set<PersonID>
    /// How many had read it.
    package var read: Int
}
