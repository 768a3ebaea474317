/// What a rota changes of an older one, person by person: on its own dates alone, since what the older one says of others
/// goes on. People and periods may differ; whoever a rota does not have, or on a date that it does not have, is off in it.
package struct RotaChanges: Hashable, Sendable {
    /// One date on which somebody's duty is another. Never the same before and after.
    package struct Change: Hashable, Sendable {
        package var date: CalendarDate
        /// Nil: off.
        package var before: ShiftType?
        /// Nil: off.
        package var after: ShiftType?

        package init(date: CalendarDate, before: ShiftType?, after: ShiftType?) {
            self.date = date
            self.before = before
            self.after = after
        }
    }

    /// Somebody for whom something changes.
    package struct PersonChanges: Hashable, Sendable {
        package var person: PersonID
        package var name: String
        /// By date; at least one.
        package var changes: [Change]
    }

    /// In the order of the newer rota, then those who are only in the older one.
    package let people: [PersonChanges]

    /// How many duties change.
    package var count: Int { people.reduce(0) { $0 + $1.changes.count } }

    /// - Parameter old: nil: there was none, so that every shift is new.
    /// - Complexity: linear in people x days of both.
    package init(from old: DatedRota?, to new: DatedRota) {
        let (oldRows, newRows) = (old?.rows ?? [:], new.rows)
        let gone = old?.problem.people.filter { newRows[$0.id] == nil } ?? []
        people = (new.problem.people + gone).compactMap { person in
            let changes = new.problem.days.compactMap { day -> Change? in
                let date = new.problem.date(of: day)
                let (was, will) = (
                    old?.shift(of: oldRows[person.id], on: date), new.shift(of: newRows[person.id], on: date)
                )
                return was.isSameDuty(as: will) ? nil : Change(date: date, before: was, after: will)
            }
            return changes.isEmpty ? nil : PersonChanges(person: person.id, name: person.name, changes: changes)
        }
    }
}

/// A rota with what it is of.
package struct DatedRota: Hashable, Sendable {
    package let problem: RotaProblem
    package let rota: Rota

    package init(_ rota: Rota, of problem: RotaProblem) {
        self.problem = problem
        self.rota = rota
    }

    /// The shift type of a person's duty; nil: off, or not in this rota.
    ///
    /// - Complexity: linear in the number of people.
    package func shift(of person: PersonID, on date: CalendarDate) -> ShiftType? {
        shift(of: problem.index(of: person), on: date)
    }

    fileprivate func shift(of person: PersonIndex?, on date: CalendarDate) -> ShiftType? {
        guard let person, let day = problem.day(of: date) else { return nil }
        return rota[person, day].shift.map { problem[$0] }
    }

    fileprivate var rows: [PersonID: PersonIndex] {
        Dictionary(zip(problem.people.map(\.id), problem.personIndices), uniquingKeysWith: { first, _ in first })
    }
}

extension ShiftType? {
    /// Whether somebody works the same hours under the same letter.
    fileprivate func isSameDuty(as other: ShiftType?) -> Bool {
        self?.id == other?.id && self?.start == other?.start && self?.length == other?.length
    }
}
