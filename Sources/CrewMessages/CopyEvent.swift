package import RotaModel

/// Something that has happened to a copy. Events are added and never changed; the same one may be told twice, and in any
/// order.
package struct CopyEvent: Hashable, Sendable {
    /// Tells events of one copy apart; of two at the same moment the later one has the higher number.
    package var number: Int64
    package var at: Instant
    package var fact: CopyFact

    package init(number: Int64, at: Instant, fact: CopyFact) {
        self.number = number
        self.at = at
        self.fact = fact
    }
}

/// What can happen to a copy, on axes of its own each.
package enum CopyFact: Hashable, Sendable {
    // Transport.
    /// It was sent to its recipient; no channel has it yet.
    case queued
    /// A channel took it.
    case sent(Channel)
    /// The recipient's own device has fetched it.
    case received
    /// All ways to the recipient have failed for good.
    case failed(FailureReason)
    /// It was not received as long as it was tried.
    case expired

    // Sight.
    /// It was shown on a screen, and acted on.
    case read

    // Answers.
    case answered(String)
    case reminded
    /// The deadline has gone by without an answer.
    case overdue
    /// Others have answered in the recipient's place.
    case superseded
    /// The sender wants no answer any more.
    case waived

    // Removal by the recipient.
    case deleted
    case restored

    // Removal by the sender.
    case retracted
    /// Before anything had left.
    case cancelled
}

extension CopyFact {
    package var isAnswer: Bool {
        if case .answered = self { true } else { false }
    }
}

/// Why a channel will not deliver, in words that tell nothing of anybody.
package enum FailureReason: String, CaseIterable, Hashable, Sendable {
    /// There is no such address any more: bounced mail, a browser that has withdrawn its consent.
    case gone
    /// The other side refuses it.
    case refused
    /// The other side did not answer, however often it was tried.
    case unreachable
    /// Watchbill was not told how to use that channel.
    case unconfigured
}
