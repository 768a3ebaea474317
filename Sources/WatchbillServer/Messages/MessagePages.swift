internal import CrewMessages
internal import CrewRecords
import RotaModel
import WatchbillStore

/// The three boxes of somebody's messages.
enum Box: String, CaseIterable, Sendable {
    case inbox, owed, sent

    var address: String { self == .inbox ? "/messages" : "/messages?box=\(rawValue)" }

    var phrase: Phrase {
        switch self {
        case .inbox: .messagesInbox
        case .owed: .messagesOwed
        case .sent: .messagesSent
        }
    }
}

/// A page of one box.
struct BoxPage: Sendable {
    struct Line: Sendable {
        let address: String
        let message: String
        /// Who has sent it, or whom it is for.
        let who: String
        let at: String
        let text: String
        let status: String?
        let isUnread: Bool
        let isUrgent: Bool
    }

    struct Tab: Sendable {
        let address: String
        let name: String
        let count: String?
        let isHere: Bool
    }

    let tabs: [Tab]
    let lines: [Line]
    /// What stands there instead of lines.
    let empty: String?
    /// Where the next page is.
    let next: String?
}

/// A page of one conversation.
struct ConversationPage: Sendable {
    struct Item: Sendable {
        let message: String
        let isOwn: Bool
        let isUrgent: Bool
        let who: String
        let to: String?
        let at: String
        /// Nil: it was taken back.
        let text: String?
        let link: String?
        /// What the sender sees, of each recipient.
        let statuses: [Status]
        /// Of a group: how many have come how far.
        let totals: String?
        /// Of a message got: where the answer stands.
        let answering: String?
        let choices: [String]
        let wantsText: Bool
        let wantsAnswer: Bool
        let mayDelete: Bool
        let mayRestore: Bool
        let mayRetract: Bool
        let mayWaive: Bool
        let retractHint: String?
    }

    struct Status: Sendable {
        let name: String
        /// In the product's words: `received`, `read, deleted after reading`.
        let words: String
        /// The moments at which it got there.
        let times: String
        let answer: String?
    }

    let title: String
    let refusal: String?
    /// The newest message, which is written back to.
    let message: String
    let items: [Item]
    let mayWriteBack: Bool
    let draft: String
}

extension PageRenderer {
    func boxPage(
        _ box: Box, _ lines: [BoxPage.Line], counts: BoxCounts, next: String?, form: String?
    ) -> String {
        let tabs = Box.allCases.map { tab in
            let count = tab == .inbox ? counts.unread : tab == .owed ? counts.owed : 0
            return BoxPage.Tab(
                address: tab.address, name: language[tab.phrase], count: count > 0 ? "\(count)" : nil,
                isHere: tab == box)
        }
        let empty: Phrase =
            switch box {
            case .inbox: .messagesNone
            case .owed: .messagesNoneOwed
            case .sent: .messagesNoneSent
            }
        var frame = frame(.messages, title: language[box.phrase], problem: nil, style: "text")
        frame.form = form
        return render(
            "messages",
            BoxPage(tabs: tabs, lines: lines, empty: lines.isEmpty ? language[empty] : nil, next: next), frame: frame)
    }

    func conversationPage(_ page: ConversationPage, form: String?) -> String {
        var frame = frame(.messages, title: page.title, problem: nil, style: "text")
        frame.form = form
        return render("conversation", page, frame: frame)
    }

    // MARK: Words

    func line(_ received: ReceivedMessage, in zone: Zone) -> BoxPage.Line {
        let stored = received.stored
        return BoxPage.Line(
            address: "/messages/\(stored.message.id)", message: "\(stored.message.id)",
            who: stored.senderName ?? "Watchbill", at: language.moment(stored.message.sentAt, in: zone),
            text: received.text.map(Self.excerpt) ?? language[.messageRetracted],
            status: words(forAnswering: received, in: zone), isUnread: received.state.readAt == nil,
            isUrgent: stored.message.isUrgent)
    }

    func line(_ sent: SentMessage, in zone: Zone) -> BoxPage.Line {
        BoxPage.Line(
            address: "/messages/\(sent.stored.message.id)", message: "\(sent.stored.message.id)",
            who: language.text(.messageTo, ["names": names(of: sent)]),
            at: language.moment(sent.stored.message.sentAt, in: zone),
            text: Self.excerpt(sent.stored.message.text), status: words(forStatusOf: sent), isUnread: false,
            isUrgent: sent.stored.message.isUrgent)
    }

    private static func excerpt(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return line.count > 120 ? line.prefix(119) + "…" : line
    }

    /// Whom a message is for.
    func names(of sent: SentMessage) -> String {
        if let addressed = sent.stored.addressed { return addressed }
        let names = sent.recipients.filter { $0.copy.link == 0 }.map(\.name)
        guard names.count > 3 else { return names.joined(separator: ", ") }
        return language.text(
            .messageAndMore, ["names": names.prefix(2).joined(separator: ", "), "count": "\(names.count - 2)"])
    }

    /// Of one recipient the status in the product's words, of several how many have come how far.
    func words(forStatusOf sent: SentMessage) -> String {
        if sent.recipients.count == 1, let only = sent.recipients.first { return "\(only.state)" }
        let totals = sent.totals
        let labels = Label.allCases.reversed().filter { totals[$0] > 0 }.map { "\(totals[$0]) \($0.rawValue)" }
        let endings = Ending.allCases.filter { totals[$0] > 0 }.map { "\(totals[$0]) \($0.rawValue)" }
        return (labels + endings).joined(separator: ", ")
    }

    private func words(forAnswering received: ReceivedMessage, in zone: Zone) -> String? {
        guard let demand = received.stored.message.demand, let answering = received.answering else { return nil }
        let deadline = language.moment(demand.deadline(of: received.copy.link), in: zone)
        return switch answering {
        case .awaiting: language.text(.answerUntil, ["time": deadline])
        case .overdue: language.text(.answerOverdue, ["time": deadline])
        case .answered(let isLate):
            language.text(isLate ? .answeredLate : .answered, ["answer": received.state.answer?.text ?? ""])
        case .superseded: language[.answerSuperseded]
        case .waived: language[.answerWaived]
        }
    }

    func item(_ item: Conversation.Item, in zone: Zone) -> ConversationPage.Item {
        switch item {
        case .received(let received):
            let isOpen = received.answering?.isOwed ?? false
            let demand = received.stored.message.demand
            return ConversationPage.Item(
                message: "\(received.stored.message.id)", isOwn: false, isUrgent: received.stored.message.isUrgent,
                who: received.stored.senderName ?? "Watchbill",
                to: received.stored.addressed.map { language.text(.messageTo, ["names": $0]) },
                at: language.moment(received.stored.message.sentAt, in: zone), text: received.text,
                link: received.stored.link, statuses: [], totals: nil,
                answering: words(forAnswering: received, in: zone),
                choices: isOpen ? demand?.choices ?? [] : [], wantsText: isOpen && demand?.choices.isEmpty ?? false,
                wantsAnswer: isOpen, mayDelete: received.state.deletedAt == nil,
                mayRestore: received.state.deletedAt != nil, mayRetract: false, mayWaive: false, retractHint: nil)
        case .sent(let sent):
            let isGroup = sent.recipients.count > 1
            let isTakenBack = sent.recipients.allSatisfy { $0.state.isTakenBack }
            let isOwed = sent.stored.message.demand.map { demand in
                sent.recipients.contains { $0.state.answering(demand.deadline(of: $0.copy.link)).isOwed }
            }
            let read = sent.totals.read
            return ConversationPage.Item(
                message: "\(sent.stored.message.id)", isOwn: true, isUrgent: sent.stored.message.isUrgent,
                who: language[.messageYou], to: language.text(.messageTo, ["names": names(of: sent)]),
                at: language.moment(sent.stored.message.sentAt, in: zone), text: sent.stored.message.text,
                link: sent.stored.link,
                statuses: sent.recipients.map { status($0, of: sent, in: zone) },
                totals: isGroup ? words(forStatusOf: sent) : nil, answering: nil, choices: [], wantsText: false,
                wantsAnswer: false, mayDelete: false, mayRestore: false, mayRetract: !isTakenBack,
                mayWaive: isOwed ?? false && !isTakenBack,
                retractHint: read == 0
                    ? language[.retractUnread] : language.text(.retractRead, ["count": "\(read)"]))
        }
    }

    private func status(
        _ recipient: SentMessage.Recipient, of sent: SentMessage, in zone: Zone
    ) -> ConversationPage.Status {
        let state = recipient.state
        let times = [
            (Phrase.statusSent, state.sentAt), (.statusReceived, state.receivedAt), (.statusRead, state.readAt),
            (.statusAnswered, state.answer?.at), (.statusDeleted, state.deletedAt), (.statusOverdue, state.overdueAt),
            (.statusRetracted, state.wasRetractedAt),
        ].compactMap { phrase, at in at.map { language.text(phrase, ["time": language.moment($0, in: zone)]) } }
        let unknown = state.sentAt != nil && state.receivedAt == nil && state.ending == nil
        var words = "\(state)"
        if sent.stored.message.demand != nil, state.supersededAt != nil, state.answer == nil {
            words += ", superseded"
        }
        return ConversationPage.Status(
            name: recipient.copy.link > 0
                ? language.text(.statusPassedOn, ["name": recipient.name]) : recipient.name,
            words: unknown ? "\(words) (\(language[.statusUnknown]))" : words, times: times.joined(separator: "\n"),
            answer: state.answer?.text)
    }
}
