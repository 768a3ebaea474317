package import RotaModel

/// What is known of a copy: the sum of its events, whatever their order and however often each came.
///
/// Facts only accumulate: an answer implies that it was read, reading that it was received, receiving that it was sent; so
/// an event that is lost makes the state less, never wrong. Of each axis the first event of a kind counts, of deleting and
/// restoring the last.
package struct CopyState: Hashable, Sendable {
    /// When a channel took it first; nil: none has yet.
    package private(set) var sentAt: Instant?
    package private(set) var receivedAt: Instant?
    package var readAt: Instant? { readFirst?.at }
    /// The binding answer: the first one.
    package private(set) var answer: GivenAnswer?
    /// Why all ways to the recipient have failed; nil: they have not.
    package private(set) var failure: FailureReason?
    package private(set) var expiredAt: Instant?
    package private(set) var remindedAt: Instant?
    package private(set) var overdueAt: Instant?
    package private(set) var supersededAt: Instant?
    package private(set) var waivedAt: Instant?
    package private(set) var retractedAt: Instant?
    /// The channels that have taken it.
    package private(set) var channels: Set<Channel> = []

    private var cancelled: Instant?
    private var removal: Moment?
    private var isRemoved = false
    private var answered: Moment?
    private var readFirst: Moment?
    private var failedFirst: Moment?

    package struct GivenAnswer: Hashable, Sendable {
        package let at: Instant
        package let text: String
    }

    /// Where an event stands among those of its copy.
    private struct Moment: Hashable, Comparable {
        let at: Instant
        let number: Int64

        static func < (left: Self, right: Self) -> Bool { (left.at, left.number) < (right.at, right.number) }
    }

    package init(_ events: some Sequence<CopyEvent> = []) {
        for event in events { take(event) }
    }

    /// Takes in one event more; one that was taken in before changes nothing.
    package mutating func take(_ event: CopyEvent) {
        let moment = Moment(at: event.at, number: event.number)
        func first(_ known: Instant?) -> Instant { min(known ?? event.at, event.at) }
        switch event.fact {
        // What is known of nothing else.
        case .queued: break
        case .sent(let channel):
            sentAt = first(sentAt)
            channels.insert(channel)
        case .received: note(received: event.at)
        case .failed(let reason):
            if failedFirst.map({ moment < $0 }) ?? true {
                failedFirst = moment
                failure = reason
            }
        case .expired: expiredAt = first(expiredAt)
        case .read: note(read: moment)
        case .answered(let text):
            note(read: moment)
            if answered.map({ moment < $0 }) ?? true {
                answered = moment
                answer = GivenAnswer(at: event.at, text: text)
            }
        case .reminded: remindedAt = first(remindedAt)
        case .overdue: overdueAt = first(overdueAt)
        case .superseded: supersededAt = first(supersededAt)
        case .waived: waivedAt = first(waivedAt)
        case .deleted, .restored:
            if removal.map({ moment >= $0 }) ?? true {
                removal = moment
                isRemoved = event.fact == .deleted
            }
        case .retracted: retractedAt = first(retractedAt)
        case .cancelled: cancelled = first(cancelled)
        }
    }

    private mutating func note(received at: Instant) {
        receivedAt = min(receivedAt ?? at, at)
        sentAt = min(sentAt ?? at, at)
    }

    private mutating func note(read moment: Moment) {
        readFirst = min(readFirst ?? moment, moment)
        note(received: moment.at)
    }

    // MARK: What the sender sees

    /// The furthest that it has come.
    package var label: Label {
        if answer != nil { return .answered }
        if readAt != nil { return .read }
        if receivedAt != nil { return .received }
        return sentAt == nil ? .queued : .sent
    }

    /// What ended it, beside the label; nil: nothing has.
    package var ending: Ending? {
        if isCancelled { return .cancelled }
        if wasRetractedAt != nil { return .retracted }
        if isRemoved, let removal {
            return readFirst.map { $0 < removal } ?? false ? .deletedAfterReading : .deletedUnread
        }
        guard answer == nil else { return nil }
        if supersededAt != nil || waivedAt != nil { return nil }
        if overdueAt != nil { return .overdue }
        guard receivedAt == nil else { return nil }
        if expiredAt != nil { return .expired }
        return failure != nil ? .failed : nil
    }

    /// When the recipient deleted it; nil: it is kept, or was brought back.
    package var deletedAt: Instant? { isRemoved ? removal?.at : nil }

    /// Whether the sender took it back before anything had left. What has left is retracted, whatever was meant.
    package var isCancelled: Bool { cancelled != nil && sentAt == nil }

    /// When the sender took it back after it had left; nil: not.
    package var wasRetractedAt: Instant? {
        let all = [retractedAt, sentAt == nil ? nil : cancelled].compactMap(\.self)
        return all.min()
    }

    /// Whether the sender has taken it back, one way or the other.
    package var isTakenBack: Bool { cancelled != nil || retractedAt != nil }

    // MARK: Answers

    /// Where the answer stands, of a message that demands one.
    package func answering(_ deadline: Instant) -> Answering {
        if let answer { return .answered(isLate: answer.at > deadline) }
        if supersededAt != nil { return .superseded }
        if waivedAt != nil || isTakenBack { return .waived }
        return overdueAt != nil ? .overdue : .awaiting
    }

    /// Whether a reminder of an answer that is owed may still go out.
    package var wantsReminder: Bool {
        answer == nil && supersededAt == nil && waivedAt == nil && !isTakenBack
    }

    /// Whether an attempt to deliver may still begin.
    package var wantsDelivery: Bool {
        receivedAt == nil && !isTakenBack && deletedAt == nil && expiredAt == nil && supersededAt == nil
    }
}

/// How far a copy has come, in the words that the sender sees.
package enum Label: String, CaseIterable, Hashable, Comparable, Sendable {
    case queued, sent, received, read, answered

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What ended a copy, in the words that the sender sees.
package enum Ending: String, CaseIterable, Hashable, Sendable {
    case deletedUnread = "deleted unread"
    case deletedAfterReading = "deleted after reading"
    case retracted, cancelled, failed, expired, overdue
}

/// Where a demanded answer stands.
package enum Answering: Hashable, Sendable {
    case awaiting
    case answered(isLate: Bool)
    case overdue
    case superseded
    case waived

    /// Whether one is still owed.
    package var isOwed: Bool { self == .awaiting || self == .overdue }
}

extension CopyState: CustomStringConvertible {
    /// `received`, `read, deleted after reading`: what the sender sees.
    package var description: String {
        guard let ending else { return label.rawValue }
        return ending == .cancelled || ending == .failed || ending == .expired
            ? ending.rawValue : "\(label.rawValue), \(ending.rawValue)"
    }
}

/// How many copies of one message have come how far. Their sum is the number of copies.
package struct LabelTotals: Hashable, Sendable {
    package private(set) var counts: [Label: Int] = [:]
    package private(set) var endings: [Ending: Int] = [:]

    package init(_ states: some Sequence<CopyState>) {
        for state in states {
            counts[state.label, default: 0] += 1
            if let ending = state.ending { endings[ending, default: 0] += 1 }
        }
    }

    package subscript(label: Label) -> Int { counts[label] ?? 0 }
    package subscript(ending: Ending) -> Int { endings[ending] ?? 0 }

    /// How many have read it, answers among them.
    package var read: Int { self[Label.read] + self[Label.answered] }
}
