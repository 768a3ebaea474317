/// Dates from the first to the last, both included; either may be open.
package struct Validity: Hashable, Sendable {
    package var from: CalendarDate?
    package var until: CalendarDate?

    package init(from: CalendarDate? = nil, until: CalendarDate? = nil) {
        self.from = from
        self.until = until
    }

    package static let always = Validity()

    package func contains(_ date: CalendarDate) -> Bool {
        if let from, date < from { return false }
        if let until, date > until { return false }
        return true
    }

    /// The dates on which both hold; nil if there are none.
    package func intersection(_ other: Validity) -> Validity? {
        let from = [from, other.from].compactMap(\.self).max()
        let until = [until, other.until].compactMap(\.self).min()
        if let from, let until, from > until { return nil }
        return Validity(from: from, until: until)
    }
}

/// Something a person has for a time: a qualification, a contract.
package struct Held<Thing: Hashable & Sendable>: Hashable, Sendable {
    package var id: Thing
    package var valid: Validity

    package init(_ id: Thing, valid: Validity = .always) {
        self.id = id
        self.valid = valid
    }
}

/// Somebody whom the rota may put on watch.
package struct Person: Hashable, Sendable {
    package var id: PersonID
    package var name: String
    package var rank: String?
    package var qualifications: [Held<QualificationID>]
    /// Whoever has contracts works only on dates on which one of them holds; whoever has none works on any date.
    package var contracts: [Held<ContractID>]

    package init(
        id: PersonID, name: String, rank: String? = nil, qualifications: [Held<QualificationID>] = [],
        contracts: [Held<ContractID>] = []
    ) {
        self.id = id
        self.name = name
        self.rank = rank
        self.qualifications = qualifications
        self.contracts = contracts
    }

    /// Whether the person holds that qualification on that date.
    package func holds(_ qualification: QualificationID, on date: CalendarDate) -> Bool {
        qualifications.contains { $0.id == qualification && $0.valid.contains(date) }
    }

    /// Whether that contract holds on that date.
    package func isUnder(_ contract: ContractID, on date: CalendarDate) -> Bool {
        contracts.contains { $0.id == contract && $0.valid.contains(date) }
    }

    /// Whether the person is employed on that date.
    package func isEmployed(on date: CalendarDate) -> Bool {
        contracts.isEmpty || contracts.contains { $0.valid.contains(date) }
    }
}

/// An interval in which a person does not work. Its kind and reason are no part of the model: they are sealed.
package struct Absence: Hashable, Sendable {
    /// What is told of it, and no more: why somebody is away or not eligible stays sealed.
    package enum Word: String, CaseIterable, Hashable, Sendable {
        case away
        /// Something that is needed for duty has run out.
        case notEligible
        /// Rest is owed for hours that were really worked.
        case resting
    }

    package var person: PersonID
    package var first: CalendarDate
    /// Included.
    package var last: CalendarDate
    /// When on the first date it begins; nil: the whole date.
    package var from: LocalTime?
    /// When on the last date it ends; nil: the whole date.
    package var until: LocalTime?
    /// Working time credited for each of its dates, for rules on total minutes.
    package var creditPerDay: Minutes
    package var word: Word

    package init(
        person: PersonID, first: CalendarDate, last: CalendarDate, from: LocalTime? = nil, until: LocalTime? = nil,
        creditPerDay: Minutes = .zero, word: Word = .away
    ) {
        self.person = person
        self.first = first
        self.last = last
        self.from = from
        self.until = until
        self.creditPerDay = creditPerDay
        self.word = word
    }

    /// Whether on its dates the person counts as not there, so that their fair share of burdens is the smaller: rest that is
    /// owed is taken between shifts, and is nobody's absence.
    package var isLeave: Bool { from == nil && until == nil && word != .resting }
}

/// A person's wish for a date.
package struct Request: Hashable, Sendable {
    package enum Wish: Hashable, Sendable {
        /// To work that shift type.
        case shiftOn(ShiftTypeID)
        /// Not to work that shift type.
        case shiftOff(ShiftTypeID)
        /// Not to work at all.
        case dayOff
        /// To work, whichever shift type.
        case dayOn
    }

    package var person: PersonID
    package var date: CalendarDate
    package var wish: Wish
    /// The penalty if it is not granted, at least 0.
    package var weight: Penalty

    package init(person: PersonID, date: CalendarDate, wish: Wish, weight: Penalty) {
        self.person = person
        self.date = date
        self.wish = wish
        self.weight = weight
    }
}

/// A cell the planner has fixed; a rota that has anything else there breaks a hard rule.
package struct Pin: Hashable, Sendable {
    package var person: PersonID
    package var date: CalendarDate
    /// Nil: off.
    package var shift: ShiftTypeID?
    /// Whether it weighs more than all hard rules together, as the cells do that are no part of what is built: a rota that
    /// breaks a hard rule there stays as it is.
    package var isFirm: Bool

    /// By how much it is broken, where one unit of a hard rule is 1.
    package var weight: Int { isFirm ? 1000 : 1 }

    package init(person: PersonID, date: CalendarDate, shift: ShiftTypeID?, isFirm: Bool = false) {
        self.person = person
        self.date = date
        self.shift = shift
        self.isFirm = isFirm
    }
}

/// What a person did on a date before the period. Known dates without an entry were off.
package struct HistoryEntry: Hashable, Sendable {
    package var person: PersonID
    package var date: CalendarDate
    package var shift: ShiftTypeID

    package init(person: PersonID, date: CalendarDate, shift: ShiftTypeID) {
        self.person = person
        self.date = date
        self.shift = shift
    }
}

/// A person's account of the year before the period, from which burdens are balanced.
package struct LedgerEntry: Hashable, Sendable {
    package var person: PersonID
    package var nights: Int
    package var weekends: Int
    package var holidays: Int
    /// Shifts of the types that are unpopular.
    package var unpopular: Int
    package var requestsMade: Int
    package var requestsGranted: Int
    /// The sum over the days present of the contract's share in percent: a full-timer's 10 days are 1000.
    package var presence: Int

    package init(
        person: PersonID, nights: Int = 0, weekends: Int = 0, holidays: Int = 0, unpopular: Int = 0,
        requestsMade: Int = 0,
        requestsGranted: Int = 0, presence: Int = 0
    ) {
        self.person = person
        self.nights = nights
        self.weekends = weekends
        self.holidays = holidays
        self.unpopular = unpopular
        self.requestsMade = requestsMade
        self.requestsGranted = requestsGranted
        self.presence = presence
    }
}
