package import CrewRecords
package import RotaModel

extension Store {
    /// The caller's own roles that hold now, membership's among them.
    package func ownRoles(for caller: Caller) async throws -> [RoleGrant] {
        try await read { book in
            let subject = try book.subject(caller)
            try book.permit(caller, to: ReadPerson.self, on: subject)
            let given = try book.grants.all(of: subject.person).map(\.grant)
            let state = try book.directory()
            let belonging = state.person(subject.person).map(state.memberRoles) ?? []
            return (given + belonging).filter { $0.term.contains(caller.admittedAt) }
        }
    }

    /// The roles that reach a unit, now or later: those given in it and in the units above it, the uppermost first.
    /// Membership is no such role; `crew` tells it.
    package func roles(in unit: UnitID, for caller: Caller) async throws -> [StoredGrant] {
        try await read { book in
            try book.permit(caller, to: ReadRoles.self, on: unit)
            let line = try book.directory().ancestry.lineage(of: unit).reversed()
            return try line.flatMap { try book.grants.all(in: $0) }.filter { $0.isInForce(from: caller.admittedAt) }
        }
    }

    /// Gives a role in a unit to a person for a time.
    ///
    /// - Throws: `AppointmentError` if the person would keep records and run the system at one time, or the time is none.
    @discardableResult
    package func give(
        _ role: Role, in unit: UnitID, to person: PersonID, term: Term, for caller: Caller
    ) async throws -> GrantID {
        try await write { book in
            let permit = try book.permit(caller, to: GiveRole.self, on: RoleSubject(role, in: unit, for: person))
            guard try book.directory().person(person) != nil else { throw Refusal.hidden }
            let held = try book.grants.all(of: person).filter { $0.isInForce(from: caller.admittedAt) }.map(\.grant)
            return try book.grants.insert(try RoleGrant.give(by: permit, for: term, beside: held))
        }
    }

    /// Ends a role at once; one that has not begun never will. Does nothing if it has ended.
    package func takeAway(_ id: GrantID, for caller: Caller, at now: Instant) async throws {
        try await write { book in
            guard let stored = try book.grants.find(id) else { throw Refusal.hidden }
            let grant = stored.grant
            try book.permit(
                caller, to: GiveRole.self, on: RoleSubject(grant.role, in: grant.unit, for: grant.person))
            guard stored.isInForce(from: now) else { return }
            try book.grants.end(id, at: max(now, grant.term.from))
        }
    }
}
