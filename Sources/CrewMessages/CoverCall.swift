package import RotaModel

/// Asking people to take a shift that has become free. The first yes gets it, exactly one; its ledger keeps every offer,
/// answer, silence and award.
package struct CoverCall: Hashable, Sendable {
    package enum Order: Hashable, Sendable {
        /// One after the other, each with so much time alone; whoever was asked before may still say yes.
        case inTurn(patience: Minutes)
        case allAtOnce
    }

    /// Somebody who may take it, in the order in which they are asked.
    package struct Offer: Hashable, Sendable {
        package var person: PersonID
        /// Nil: not asked yet.
        package var offeredAt: Instant?
        package var answer: Reply?

        package init(_ person: PersonID, offeredAt: Instant? = nil, answer: Reply? = nil) {
            self.person = person
            self.offeredAt = offeredAt
            self.answer = answer
        }
    }

    package struct Reply: Hashable, Sendable {
        package var isYes: Bool
        package var at: Instant

        package init(isYes: Bool, at: Instant) {
            self.isYes = isYes
            self.at = at
        }
    }

    package enum End: Hashable, Sendable {
        case awarded(to: PersonID, at: Instant)
        /// Everybody has said no, or the time is over.
        case nobody(at: Instant)
        case withdrawn(at: Instant)
    }

    package enum Action: Hashable, Sendable {
        case offer(to: PersonID)
        case endWithNobody
    }

    package enum Verdict: Hashable, Sendable {
        /// The shift is theirs.
        case awarded
        /// Their no is written down.
        case noted
        /// They were first; nothing changes.
        case theirsAlready
        case taken(by: PersonID)
        case over
        case notAsked
    }

    package let order: Order
    package let startedAt: Instant
    /// From then on nobody is asked any more, and no yes counts.
    package let closesAt: Instant
    /// By rank, the first first; nobody twice.
    package private(set) var offers: [Offer]
    package private(set) var end: End?

    package init(
        _ order: Order, startedAt: Instant, closesAt: Instant, offers: [Offer], end: End? = nil
    ) {
        self.order = order
        self.startedAt = startedAt
        self.closesAt = closesAt
        self.offers = offers
        self.end = end
    }

    /// What is to be done at that moment; what was done is not said again.
    package func actions(at now: Instant) -> [Action] {
        guard end == nil else { return [] }
        guard now < closesAt else { return [.endWithNobody] }
        let waiting = offers.filter { $0.offeredAt == nil }
        if waiting.isEmpty { return offers.allSatisfy { $0.answer != nil } ? [.endWithNobody] : [] }
        switch order {
        case .allAtOnce: return waiting.map { .offer(to: $0.person) }
        case .inTurn: return nextTurn.map { $0 <= now } ?? true ? [.offer(to: waiting[0].person)] : []
        }
    }

    /// When the next is asked, if nobody answers before; nil: at once, or nobody is left.
    private var nextTurn: Instant? {
        guard case .inTurn(let patience) = order, let last = offers.last(where: { $0.offeredAt != nil }) else {
            return nil
        }
        if last.answer != nil { return nil }
        return last.offeredAt?.adding(.minutes(patience.value))
    }

    /// When there is next something to do, if nothing happens before; nil: never.
    package func next(after now: Instant) -> Instant? {
        guard end == nil else { return nil }
        let isAnybodyLeft = offers.contains { $0.offeredAt == nil }
        return [isAnybodyLeft ? nextTurn : nil, closesAt].compactMap(\.self).filter { $0 > now }.min()
    }

    package mutating func note(offerTo person: PersonID, at now: Instant) {
        guard let index = offers.firstIndex(where: { $0.person == person }), offers[index].offeredAt == nil else {
            return
        }
        offers[index].offeredAt = now
    }

    /// Takes an answer. Of several yeses the first gets the shift.
    package mutating func answer(_ isYes: Bool, by person: PersonID, at now: Instant) -> Verdict {
        if case .awarded(let winner, _) = end { return winner == person && isYes ? .theirsAlready : .taken(by: winner) }
        guard end == nil, now < closesAt else { return .over }
        guard let index = offers.firstIndex(where: { $0.person == person }), offers[index].offeredAt != nil else {
            return .notAsked
        }
        offers[index].answer = Reply(isYes: isYes, at: now)
        guard isYes else { return .noted }
        end = .awarded(to: person, at: now)
        return .awarded
    }

    package mutating func endWithNobody(at now: Instant) {
        if end == nil { end = .nobody(at: now) }
    }

    package mutating func withdraw(at now: Instant) {
        if end == nil { end = .withdrawn(at: now) }
    }
}
