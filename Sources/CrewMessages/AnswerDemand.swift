package import RotaModel

/// That a message wants an answer, until when, and what happens if none comes.
package struct AnswerDemand: Hashable, Sendable {
    package static let mostChoices = 12
    package static let mostLinks = 8

    /// How many answers settle it.
    package enum Need: Hashable, Sendable {
        /// Everybody's who has got it: an order to acknowledge.
        case everybody
        /// So many, at least 1, whoever gives them: a question to several, or a poll.
        case answers(Int)
    }

    /// What may be answered; none: any text.
    package var choices: [String]
    package var need: Need
    package var deadline: Instant
    /// When those who have not answered are reminded; nil: not.
    package var reminder: Instant?
    /// To whom it passes if the deadline goes by, one after the other.
    package var chain: [ChainLink]
    /// How long each link of the chain has.
    package var patience: Minutes

    package init(
        choices: [String] = [], need: Need = .everybody, deadline: Instant, reminder: Instant? = nil,
        chain: [ChainLink] = [], patience: Minutes = Minutes(15)
    ) {
        self.choices = choices
        self.need = need
        self.deadline = deadline
        self.reminder = reminder
        self.chain = chain
        self.patience = patience
    }

    /// Until when a copy is to be answered.
    ///
    /// - Parameter link: which of the chain, from 1; 0: those whom the sender has named.
    package func deadline(of link: Int) -> Instant { deadline.adding(.minutes(patience.value * link)) }

    /// When whoever has a copy is reminded of it; nil: not. The chain is, when half of its time is over.
    package func reminder(of link: Int) -> Instant? {
        guard link > 0 else { return reminder }
        return deadline(of: link - 1).adding(.seconds(patience.value * 30))
    }

    /// Whether that may be answered.
    package func takes(_ answer: String) -> Bool {
        choices.isEmpty
            ? !answer.isEmpty && answer.count <= Message.longest : choices.contains(answer)
    }
}

/// Whom a message passes to when nobody has answered.
package enum ChainLink: Hashable, Sendable {
    case person(PersonID)
    /// Whoever leads the unit's watch at that moment, by the rota in force.
    case leadOnWatch(UnitID)
    /// Everybody who is on the unit's watch at that moment.
    case onWatch(UnitID)
}
