package import RotaModel

/// What becomes of a demanded answer as time goes by: reminders, deadlines, the chain, and when it is settled. It looks at
/// what there is and says what is to be done now; done twice it says nothing the second time.
package struct Chase: Sendable {
    package enum Action: Hashable, Sendable {
        case remind(CopyID)
        case markOverdue(CopyID)
        /// Nobody has answered: the chain's link, counted from 1, gets copies.
        case pass(to: Int)
        /// Others have answered in its place.
        case supersede(CopyID)
    }

    /// A copy and what is known of it.
    package typealias Entry = (copy: MessageCopy, state: CopyState)

    package let demand: AnswerDemand
    package let entries: [Entry]
    /// How many links of the chain have had their turn.
    package let passed: Int

    package init(_ demand: AnswerDemand, _ entries: [Entry], passed: Int) {
        self.demand = demand
        self.entries = entries
        self.passed = passed
    }

    private func answering(_ entry: Entry) -> Answering {
        entry.state.answering(demand.deadline(of: entry.copy.link))
    }

    /// Those that count towards the number of answers.
    private var answers: Int { entries.filter { $0.state.answer != nil }.count }

    /// Whether no answer is waited for any more.
    package var isSettled: Bool {
        if entries.contains(where: { $0.copy.link > 0 && $0.state.answer != nil }) { return true }
        if case .answers(let needed) = demand.need, answers >= needed { return true }
        // Somebody in the chain is asked as long as somebody before them owes an answer.
        return !entries.contains { $0.copy.link == 0 && answering($0).isOwed }
    }

    /// What is to be done at that moment, in an order that does not change.
    package func actions(at now: Instant) -> [Action] {
        let owed = entries.filter { answering($0).isOwed }.sorted { $0.copy.id < $1.copy.id }
        if isSettled { return owed.map { .supersede($0.copy.id) } }
        var actions: [Action] = []
        for (copy, state) in owed {
            if now >= demand.deadline(of: copy.link) {
                if state.overdueAt == nil { actions.append(.markOverdue(copy.id)) }
            } else if let reminder = demand.reminder(of: copy.link), now >= reminder, state.remindedAt == nil {
                actions.append(.remind(copy.id))
            }
        }
        if passed < demand.chain.count, now >= demand.deadline(of: passed) { actions.append(.pass(to: passed + 1)) }
        return actions
    }

    /// When there is next something to do, if nothing happens before; nil: never.
    package func next(after now: Instant) -> Instant? {
        guard !isSettled else { return nil }
        var times: [Instant] = []
        for (copy, state) in entries where answering((copy, state)).isOwed {
            if state.overdueAt == nil { times.append(demand.deadline(of: copy.link)) }
            if state.remindedAt == nil { times += demand.reminder(of: copy.link).map { [$0] } ?? [] }
        }
        if passed < demand.chain.count { times.append(demand.deadline(of: passed)) }
        return times.filter { $0 > now }.min()
    }
}
