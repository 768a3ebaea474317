package import CrewMessages
package import RotaModel

/// The number of a cover call.
package typealias CoverCallID = Serial<StoredCover>

/// A cover call as it is kept.
package struct StoredCover: Hashable, Sendable {
    /// Somebody whom it is offered to, with the rank that they had when it began, and why.
    package struct Candidate: Hashable, Sendable {
        package var person: PersonID
        package var name: String
        /// How many of that kind they had carried.
        package var carried: Int
        package var minutes: Minutes
        /// By how much the penalty would change.
        package var cost: Int

        package init(person: PersonID, name: String, carried: Int, minutes: Minutes, cost: Int) {
            self.person = person
            self.name = name
            self.carried = carried
            self.minutes = minutes
            self.cost = cost
        }
    }

    package var id: CoverCallID
    package var unit: UnitID
    package var date: CalendarDate
    package var shift: ShiftTypeID
    /// Who drops out; nil: the shift was open.
    package var leaver: PersonID?
    /// By which it is offered.
    package var message: MessageID
    package var startedBy: PersonID
    package var startedByName: String
    /// By rank.
    package var candidates: [Candidate]
    /// Offers, answers and the end: offers by rank, too.
    package var call: CoverCall

    package func name(of person: PersonID) -> String {
        candidates.first { $0.person == person }?.name ?? person.rawValue
    }
}

/// A cover call that somebody begins.
package struct NewCover: Sendable {
    package var unit: UnitID
    package var date: CalendarDate
    package var shift: ShiftTypeID
    package var leaver: PersonID?
    package var order: CoverCall.Order
    package var closesAt: Instant
    /// By rank; at least one.
    package var candidates: [StoredCover.Candidate]
    /// What they are asked.
    package var text: String
    /// Yes and no, in this order.
    package var choices: [String]

    package init(
        unit: UnitID, date: CalendarDate, shift: ShiftTypeID, leaver: PersonID?, order: CoverCall.Order,
        closesAt: Instant, candidates: [StoredCover.Candidate], text: String, choices: [String]
    ) {
        self.unit = unit
        self.date = date
        self.shift = shift
        self.leaver = leaver
        self.order = order
        self.closesAt = closesAt
        self.candidates = candidates
        self.text = text
        self.choices = choices
    }
}

/// What came of an answer to a cover call.
package struct CoverReply: Hashable, Sendable {
    package var verdict: CoverCall.Verdict
    /// Nil: the unit's rota is as it was.
    package var version: Int?
}
