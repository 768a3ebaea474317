internal import CrewRecords
internal import RotaModel

/// What decides permissions, put together from what the store holds in this transaction.
extension Book {
    /// What somebody is, and where; without a person, what a job knows.
    func standing(of person: PersonID?, at now: Instant) throws -> Standing {
        let state = try directory()
        let grants = try person.map { person in
            try self.grants.all(of: person).map(\.grant) + (state.person(person).map(state.memberRoles) ?? [])
        }
        return Standing(
            organisation: organisation.id, ancestry: state.ancestry, grants: grants ?? [],
            glass: try person.map { try glass.open(by: $0, at: now) } ?? [], now: now)
    }

    /// A person as the subject of an operation.
    ///
    /// - Throws: `Refusal.hidden` if there is no such person.
    func subject(_ person: PersonID?, at now: Instant) throws -> PersonSubject {
        let state = try directory()
        guard let entry = person.flatMap(state.person) else { throw Refusal.hidden }
        return PersonSubject(entry.id, in: state.units(of: entry, at: now))
    }

    /// Somebody as the subject of what is done about their hours in a unit: they are of it then, and need not be now.
    ///
    /// - Parameter unit: nil: any that they have ever belonged to.
    /// - Throws: `Refusal.hidden`: there is no such person, or they never belonged to it.
    func worker(_ person: PersonID, in unit: UnitID?) throws -> PersonSubject {
        guard let entry = try directory().person(person) else { throw Refusal.hidden }
        let units = Set(entry.memberships.map(\.id))
        guard let unit else { return PersonSubject(person, in: units) }
        guard units.contains(unit) else { throw Refusal.hidden }
        return PersonSubject(person, in: [unit])
    }

    /// Whoever asks, as the subject of an operation.
    ///
    /// - Throws: `Refusal.hidden` for a job.
    func subject(_ caller: Caller) throws -> PersonSubject {
        try subject(caller.person, at: caller.admittedAt)
    }

    /// The unit that is the whole organisation; before there is one, a unit that there is not, which is open to nobody but
    /// jobs.
    func root() throws -> UnitID { try directory().root ?? "" }

    /// The unit that a problem is of: of one from before units were known, the whole organisation.
    ///
    /// - Throws: `Refusal.hidden` if there is no such problem.
    func unit(of problem: ProblemID) throws -> UnitID {
        guard let found = try problems.unit(of: problem) else { throw Refusal.hidden }
        return try found ?? root()
    }
}
