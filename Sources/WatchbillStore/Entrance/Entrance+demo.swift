package import CrewRecords
package import RotaModel

/// An organisation to look round in, whose people anybody may sign in as.
extension Entrance {
    /// Puts a directory, roles and one unit's problem into an empty store, and marks it as a demo. Does nothing to a store
    /// that is a demo already.
    ///
    /// - Throws: `StoreError`, `notEmpty`, if there is an organisation that is none: it would be open to everybody.
    package func makeDemo(
        _ directory: Directory, roles: [(person: PersonID, unit: UnitID, role: Role)], problem: [UInt8],
        of unit: UnitID, name: String, at now: Instant
    ) async throws {
        try directory.checkUsable()
        try await store.write { book in
            if try book.directoryTables.isDemo() { return }
            let old = try book.directory().directory
            guard old.units.isEmpty, old.people.isEmpty, try book.problems.newest().isEmpty else {
                throw StoreError(
                    .notEmpty,
                    "The database has an organisation that is no demo, so no demo is put there. Name another database.")
            }
            try book.links.revokeFirst(at: now)
            try book.directoryTables.change(old, into: directory)
            for (person, unit, role) in roles {
                try book.grants.insert(RoleGrant(person: person, unit: unit, role: role, term: Term(from: now)))
            }
            _ = try book.problems.insert(problem, name: name, unit: unit, at: now)
            try book.directoryTables.markAsDemo()
        }
    }

    /// Everybody in the demo, with the roles they have at any time; nil unless the store is a demo.
    package func demoPeople() async throws -> [(person: PersonEntry, roles: [RoleGrant])]? {
        try await store.read { book in
            guard try book.directoryTables.isDemo() else { return nil }
            let state = try book.directory()
            let grants = Dictionary(grouping: try book.grants.all().map(\.grant), by: \.person)
            return state.directory.people.map { person in
                (person: person, roles: (grants[person.id] ?? []) + state.memberRoles(of: person))
            }
        }
    }

    /// Signs a visitor in as one of the demo's people.
    ///
    /// - Throws: `Refusal.hidden` if the store is no demo or there is no such person.
    package func enterDemo(
        as person: PersonID, userAgent: UserAgent, at now: Instant, using random: inout some RandomNumberGenerator
    ) async throws -> Token<Session> {
        let id = AccountID(random: &random)
        let account = try await store.write { book in
            guard try book.directoryTables.isDemo(), try book.directory().person(person) != nil else {
                throw Refusal.hidden
            }
            if let known = try book.accounts.find(of: person) { return known }
            let account = Account(id: id, person: person, login: try LoginName(person.rawValue), created: now)
            try book.accounts.insert(account)
            return account
        }
        let (session, token) = try Session.start(
            for: account, way: .link, userAgent: userAgent, at: now, using: &random)
        try await begin(session, of: account)
        return token
    }
}
