import CrewMessages
internal import RotaFormats
import RotaModel
import WatchbillStore

/// A message that somebody has got.
struct ReceivedAnswer: APIValue {
    let message: Int64
    let thread: Int64
    /// Nil: Watchbill itself.
    let from: String?
    let fromName: String?
    let toName: String
    let text: String?
    let link: String?
    let sentAt: String
    let urgent: Bool
    let status: String
    let readAt: String?
    let deletedAt: String?
    let demand: DemandAnswer?
    let answering: String?
    let answer: String?

    /// - Parameter name: its recipient's.
    init(_ received: ReceivedMessage, to name: String) {
        let stored = received.stored
        message = stored.message.id.value
        thread = stored.thread.value
        from = stored.message.sender?.rawValue
        fromName = stored.senderName
        toName = name
        text = received.text
        link = stored.link
        sentAt = stored.message.sentAt.rfc3339
        urgent = stored.message.isUrgent
        status = "\(received.state)"
        readAt = received.state.readAt?.rfc3339
        deletedAt = received.state.deletedAt?.rfc3339
        demand = stored.message.demand.map { DemandAnswer($0, link: received.copy.link) }
        answering = received.answering.map(Self.word)
        answer = received.state.answer?.text
    }

    static func word(_ answering: Answering) -> String {
        switch answering {
        case .awaiting: "awaiting"
        case .answered(let isLate): isLate ? "answered late" : "answered"
        case .overdue: "overdue"
        case .superseded: "superseded"
        case .waived: "waived"
        }
    }

    /// Below 0: about something sealed, which no program is told of.
    private static let number = JSONSchema.whole(least: nil, most: nil)

    static let answeringSchema = JSONSchema.choice(of: [
        "awaiting", "answered", "answered late", "overdue", "superseded", "waived",
    ])

    static let schema = JSONSchema.named(
        "ReceivedMessage",
        .object([
            .always("message", Self.number, "the message's number, counted in your own boxes"),
            .always("thread", Self.number, "the message with which the conversation began"),
            .maybe("from", .words, "who has sent it; missing: Watchbill itself"),
            .maybe("fromName", .words, "their name"), .always("toName", .words, "your name"),
            .maybe("text", .words, "missing: it was taken back"),
            .maybe("link", .words, "where on the pages there is more"), .always("sentAt", .instant, "when it was sent"),
            .always("urgent", .truth, "whether it is urgent"),
            .always("status", .words, "how far it has come, as its sender sees it"),
            .maybe("readAt", .instant, "when you read it"), .maybe("deletedAt", .instant, "when you deleted it"),
            .maybe("demand", DemandAnswer.schema, "what answer it wants"),
            .maybe("answering", answeringSchema, "where the answer stands"), .maybe("answer", .words, "your answer"),
        ]))

    static let example: JSONContent = [
        "message": 7, "thread": 7, "from": "ortega", "fromName": "A. Ortega",
        "toName": "B. Lindqvist", "text": "How long do you have?", "sentAt": "2027-03-01T06:30:00Z", "urgent": false,
        "status": "received",
    ]
}

/// What answer a message wants.
struct DemandAnswer: APIValue {
    let choices: [String]
    /// Nil: everybody's.
    let answers: Int?
    let deadline: String
    let reminder: String?

    /// - Parameter link: of the chain, whose deadline it is; 0: of those named.
    init(_ demand: AnswerDemand, link: Int = 0) {
        choices = demand.choices
        answers = if case .answers(let count) = demand.need { count } else { nil }
        deadline = demand.deadline(of: link).rfc3339
        reminder = demand.reminder(of: link)?.rfc3339
    }

    static let schema = JSONSchema.named(
        "Demand",
        .object([
            .always("choices", .list(of: .words, most: nil), "what may be answered; none: any text"),
            .maybe("answers", .whole(least: 1, most: nil), "how many settle it; missing: everybody's"),
            .always("deadline", .instant, "until when"), .maybe("reminder", .instant, "when you are reminded"),
        ]))

    static let example: JSONContent = ["choices": ["yes", "no"], "deadline": "2027-03-01T07:30:00Z"]
}

/// A message as its sender sees it.
struct SentAnswer: APIValue {
    struct Recipient: Encodable, Sendable {
        let person: String
        let name: String
        /// In the product's words: `received`, `read, deleted after reading`.
        let status: String
        let label: String
        let ending: String?
        let link: Int
        let sentAt: String?
        let receivedAt: String?
        let readAt: String?
        let answering: String?
        let answer: String?
        let answeredAt: String?

        init(_ recipient: SentMessage.Recipient, _ demand: AnswerDemand?) {
            let state = recipient.state
            person = recipient.copy.recipient.rawValue
            name = recipient.name
            status = "\(state)"
            label = state.label.rawValue
            ending = state.ending?.rawValue
            link = recipient.copy.link
            sentAt = state.sentAt?.rfc3339
            receivedAt = state.receivedAt?.rfc3339
            readAt = state.readAt?.rfc3339
            answering = demand.map { ReceivedAnswer.word(state.answering($0.deadline(of: recipient.copy.link))) }
            answer = state.answer?.text
            answeredAt = state.answer?.at.rfc3339
        }

        static let schema = JSONSchema.named(
            "Recipient",
            .object([
                .always("person", .words, "the person's id"), .always("name", .words, "their name"),
                .always("status", .words, "how far it has come, and what ended it"),
                .always("label", .choice(of: Label.allCases.map(\.rawValue)), "how far it has come"),
                .maybe("ending", .choice(of: Ending.allCases.map(\.rawValue)), "what ended it"),
                .always("link", .count, "0: you have named them; else which link of the chain"),
                .maybe("sentAt", .instant, "when a channel took it"),
                .maybe("receivedAt", .instant, "when their own device fetched it"),
                .maybe("readAt", .instant, "when it was read"),
                .maybe("answering", ReceivedAnswer.answeringSchema, "where the answer stands"),
                .maybe("answer", .words, "the answer"), .maybe("answeredAt", .instant, "when it came"),
            ]))
    }

    let message: Int64
    let thread: Int64
    let fromName: String
    let addressed: String?
    let text: String
    let link: String?
    let sentAt: String
    let urgent: Bool
    let demand: DemandAnswer?
    let recipients: [Recipient]

    init(_ sent: SentMessage) {
        let message = sent.stored.message
        self.message = message.id.value
        thread = sent.stored.thread.value
        fromName = sent.stored.senderName ?? ""
        addressed = sent.stored.addressed
        text = message.text
        link = sent.stored.link
        sentAt = message.sentAt.rfc3339
        urgent = message.isUrgent
        demand = message.demand.map { DemandAnswer($0) }
        recipients = sent.recipients.map { Recipient($0, message.demand) }
    }

    static let schema = JSONSchema.named(
        "SentMessage",
        .object([
            .always("message", .serial, "the message's number, counted in your own boxes"),
            .always("thread", .serial, "the message with which the conversation began"),
            .always("fromName", .words, "your name"),
            .maybe("addressed", .words, "whom it is for, where they were not named one by one"),
            .always("text", .words, "the text"), .maybe("link", .words, "where on the pages there is what it is about"),
            .always("sentAt", .instant, "when you sent it"),
            .always("urgent", .truth, "whether it is urgent"),
            .maybe("demand", DemandAnswer.schema, "what answer it wants"),
            .always("recipients", .list(of: Recipient.schema, most: nil), "those who get it, and how far it has come"),
        ]))

    static let example: JSONContent = [
        "message": 7, "thread": 7, "fromName": "A. Ortega", "text": "How long do you have?",
        "sentAt": "2027-03-01T06:30:00Z", "urgent": false,
        "recipients": [
            [
                "person": "lindqvist", "name": "B. Lindqvist", "status": "received", "label": "received", "link": 0,
                "sentAt": "2027-03-01T06:30:01Z", "receivedAt": "2027-03-01T06:30:01Z",
            ]
        ],
    ]
}

/// One message of a conversation, got or sent.
struct ConversationAnswer: APIValue {
    struct Item: Encodable, Sendable {
        let received: ReceivedAnswer?
        let sent: SentAnswer?

        static let schema = JSONSchema.named(
            "ConversationItem",
            .object([
                .maybe("received", ReceivedAnswer.schema, "a message that you have got"),
                .maybe("sent", SentAnswer.schema, "one that you have sent"),
            ]))
    }

    let items: [Item]

    /// - Parameter name: of whoever is in it.
    init(_ conversation: Conversation, of name: String) {
        items = conversation.items.map { item in
            switch item {
            case .received(let received): Item(received: ReceivedAnswer(received, to: name), sent: nil)
            case .sent(let sent): Item(received: nil, sent: SentAnswer(sent))
            }
        }
    }

    static let schema = JSONSchema.named(
        "Conversation", .object([.always("items", .list(of: Item.schema, most: nil), "its messages, the oldest first")])
    )

    static let example: JSONContent = ["items": [["sent": SentAnswer.example]]]
}

/// A message just sent.
struct MessageNumber: APIValue {
    let message: Int64

    static let schema = JSONSchema.named(
        "MessageNumber", .object([.always("message", .serial, "the message's number")]))

    static let example: JSONContent = ["message": 7]
}

/// How many had read a message that was taken back.
struct RetractedAnswer: APIValue {
    let read: Int

    static let schema = JSONSchema.named(
        "Retracted", .object([.always("read", .count, "how many had read it already")]))

    static let example: JSONContent = ["read": 0]
}
