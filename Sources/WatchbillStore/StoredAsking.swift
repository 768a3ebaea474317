package import RotaModel

/// The number of an exchange of shifts.
package typealias ExchangeID = Serial<StoredExchange>

/// An exchange of shifts that somebody has asked for, and what has become of it.
package struct StoredExchange: Hashable, Sendable {
    package enum State: String, CaseIterable, Hashable, Sendable {
        /// The other has not answered yet.
        case asked
        /// The other has said yes, or there is no other; whoever decides for the unit has not said anything yet.
        case agreed
        /// It is published.
        case done
        /// The other has said no.
        case declined
        /// Whoever asked has taken it back.
        case withdrawn
        /// Whoever decides for the unit has said no.
        case refused

        /// Whether something can still come of it.
        package var isOpen: Bool { self == .asked || self == .agreed }
    }

    package var id: ExchangeID
    package var unit: UnitID
    package var proposal: ExchangeProposal
    package var askedAt: Instant
    package var state: State
    /// Whoever brought it into that state, and when.
    package var by: PersonID
    package var at: Instant

    /// How many exchanges of a person may be open at a time.
    package static let mostOpen = 20
}

/// An exchange with the names of the two.
package struct NamedExchange: Hashable, Sendable {
    package var exchange: StoredExchange
    package var asker: String
    /// Nil: there is no other.
    package var other: String?
}

/// What somebody has asked for a date. It goes into problems that are made from then on.
package struct StoredRequest: Hashable, Sendable {
    package var person: PersonID
    package var date: CalendarDate
    package var wish: Request.Wish
    package var at: Instant

    /// What a request weighs in a problem: the same for everybody.
    package static let weight = Penalty(10)
    /// How many requests for dates to come somebody may have at a time.
    package static let mostOpen = 60

    /// As problems have it.
    package var request: Request { Request(person: person, date: date, wish: wish, weight: Self.weight) }
}

/// What is added to or taken from somebody's account of a year by hand: what they bring along, or a correction.
package struct AccountEntry: Hashable, Sendable {
    package var person: PersonID
    package var year: Int
    /// May have negative numbers.
    package var change: LedgerEntry
    /// Days of leave that are due; no part of the ledger, which shares burdens.
    package var leave: Int
    package var note: String
    package var by: PersonID
    package var at: Instant

    /// In code points.
    package static let noteLength = 1...200
    /// Of each number, either way.
    package static let most = 100_000

    package init(
        person: PersonID, year: Int, change: LedgerEntry, leave: Int = 0, note: String, by: PersonID, at: Instant
    ) {
        self.person = person
        self.year = year
        self.change = change
        self.leave = leave
        self.note = note
        self.by = by
        self.at = at
    }
}

/// The number of a call for requests.
package typealias RequestCallID = Serial<StoredRequestCall>

/// Until when a unit takes requests for a period.
package struct NewRequestCall: Hashable, Sendable {
    /// Of the period.
    package static let mostDays = 366

    package var dates: ClosedRange<CalendarDate>
    /// The last day.
    package var until: CalendarDate

    package init(dates: ClosedRange<CalendarDate>, until: CalendarDate) {
        self.dates = dates
        self.until = until
    }
}

package struct StoredRequestCall: Hashable, Sendable {
    package var id: RequestCallID
    package var unit: UnitID
    package var dates: ClosedRange<CalendarDate>
    package var until: CalendarDate
    package var madeAt: Instant
}

/// How people are told of a call: the unit's name, the call, and whether it is a reminder.
package typealias RequestWords = @Sendable (String, StoredRequestCall, Bool) -> String
