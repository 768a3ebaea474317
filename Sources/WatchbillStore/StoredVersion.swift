package import RotaModel

/// For which dates and people a rota is: what the store cannot read of a problem's document.
package struct RotaPlan: Hashable, Sendable {
    package var start: CalendarDate
    /// In the order of the rota's rows.
    package var people: [PersonID]

    package init(start: CalendarDate, people: [PersonID]) {
        self.start = start
        self.people = people
    }

    package init(_ problem: RotaProblem) {
        self.init(start: problem.start, people: problem.people.map(\.id))
    }
}

/// A version of a unit's rota, as it was published. It never changes.
package struct StoredVersion: Hashable, Sendable {
    /// In code points, a line for people to read.
    package static let longestNote = 200

    package var unit: UnitID
    /// Counted per unit from 1.
    package var number: Int
    package var problem: ProblemID
    /// The build whose rota it is.
    package var build: BuildID
    package var first: CalendarDate
    package var last: CalendarDate
    /// The newest version before it that has a date in common with it; nil if there is none.
    package var supersedes: Int?
    package var publishedAt: Instant
    package var publishedBy: PersonID
    package var note: String?

    package init(
        unit: UnitID, number: Int, problem: ProblemID, build: BuildID, first: CalendarDate, last: CalendarDate,
        supersedes: Int?, publishedAt: Instant, publishedBy: PersonID, note: String?
    ) {
        self.unit = unit
        self.number = number
        self.problem = problem
        self.build = build
        self.first = first
        self.last = last
        self.supersedes = supersedes
        self.publishedAt = publishedAt
        self.publishedBy = publishedBy
        self.note = note
    }
}

/// A published version with its rota and all that the rota is of.
package struct PublishedRota: Hashable, Sendable {
    package var version: StoredVersion
    /// The name of whoever published it.
    package var publisher: String
    /// Also holds what is not for everybody who may read the rota, such as wishes.
    package var problem: StoredProblem
    package var rota: Rota

    package init(version: StoredVersion, publisher: String, problem: StoredProblem, rota: Rota) {
        self.version = version
        self.publisher = publisher
        self.problem = problem
        self.rota = rota
    }
}

/// A published version with dates in a row on which it is in force.
package struct RotaInForce: Hashable, Sendable {
    package var published: PublishedRota
    package var dates: ClosedRange<CalendarDate>

    package init(published: PublishedRota, dates: ClosedRange<CalendarDate>) {
        self.published = published
        self.dates = dates
    }
}

/// What one version of a unit's rota says of one person.
package struct PublishedRow: Hashable, Sendable {
    package var version: StoredVersion
    /// Also holds what is not for the person to see, such as others' wishes.
    package var problem: StoredProblem
    /// A duty for each day of the version; nil if the person is not in it: what an older one said for its dates is over.
    package var duties: [Duty]?

    package init(version: StoredVersion, problem: StoredProblem, duties: [Duty]?) {
        self.version = version
        self.problem = problem
        self.duties = duties
    }
}
