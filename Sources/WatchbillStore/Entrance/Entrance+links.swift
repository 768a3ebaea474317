package import CrewRecords
package import RotaModel

/// Following one-time links. Each is used up in the transaction that does what it is for, so that of two who follow it at
/// once one succeeds; the other gets `AccountError`, `linkUnusable`.
extension Entrance {
    /// What a link is for.
    ///
    /// - Throws: `AccountError`, `linkUnusable`.
    package func use(of token: Token<OneTimeLink>, at now: Instant) async throws -> LinkUse {
        try await store.read { book in
            let link = try book.links.redeem(token, at: now)
            let state = try book.directory()
            switch link.purpose {
            case .firstAdministrator:
                guard try book.accounts.areNone() else { throw OneTimeLink.unusable }
                return LinkUse(purpose: link.purpose, person: nil, login: nil)
            case .invitation(let person, let login):
                return LinkUse(purpose: link.purpose, person: state.person(person), login: login)
            // Its token is made of a code, and is in no address.
            case .pairing: throw OneTimeLink.unusable
            case .passwordReset(let id):
                guard let account = try book.accounts.find(id), account.disabled == nil else {
                    throw OneTimeLink.unusable
                }
                return LinkUse(purpose: link.purpose, person: state.person(account.person), login: account.login)
            }
        }
    }

    /// Makes an account for the person who was invited.
    ///
    /// - Throws: also `AccountError`, `loginTaken`, if somebody else has got the login since.
    package func acceptInvitation(
        _ token: Token<OneTimeLink>, password hash: PasswordHash, at now: Instant
    ) async throws -> Account {
        try await store.write { book in
            try book.acceptInvitation(token, at: now) { person, login, link in
                Account(of: person, by: link, login: login, password: hash, at: now)
            }
        }
    }

    /// Makes an account without a password for the person who was invited, connected with whom the provider names.
    ///
    /// - Throws: also `AccountError`: somebody else has got the login since (`loginTaken`), or is connected with that account
    ///   at the provider (`subjectTaken`).
    package func acceptInvitation(
        _ token: Token<OneTimeLink>, as subject: OpenIDSubject, at now: Instant
    ) async throws -> Account {
        try await store.write { book in
            try book.acceptInvitation(token, at: now) { person, login, link in
                Account(of: person, by: link, login: login, subject: subject, at: now)
            }
        }
    }

    /// The account that one more device is to be signed in to.
    package func pair(_ token: Token<OneTimeLink>, at now: Instant) async throws -> Account {
        try await store.write { book in
            let link = try book.links.redeem(token, at: now)
            guard case .pairing(let id) = link.purpose, let account = try book.accounts.find(id),
                account.disabled == nil
            else { throw OneTimeLink.unusable }
            try book.links.noteUse(of: link)
            return account
        }
    }

    /// Sets a new password and ends all sessions of the account.
    package func resetPassword(
        _ token: Token<OneTimeLink>, to hash: PasswordHash, at now: Instant
    ) async throws -> Account {
        try await store.write { book in
            let link = try book.links.redeem(token, at: now)
            guard case .passwordReset(let id) = link.purpose, let account = try book.accounts.find(id),
                account.disabled == nil
            else { throw OneTimeLink.unusable }
            try book.links.noteUse(of: link)
            return try book.changePassword(of: account, to: hash, keeping: nil, at: now)
        }
    }

    /// Makes the first account of all: a person who is administrator of the whole organisation, and the unit that is the
    /// whole, if there is none yet.
    ///
    /// - Throws: also `AccountError`, `nameUnusable`.
    package func makeFirstAdministrator(
        _ token: Token<OneTimeLink>, name: String, login: LoginName, password hash: PasswordHash, at now: Instant
    ) async throws -> Account {
        try await store.write { book in
            let link = try book.links.redeem(token, at: now)
            guard link.purpose == .firstAdministrator, try book.accounts.areNone() else { throw OneTimeLink.unusable }
            let old = try book.directory()
            var new = old.directory
            let root = old.root ?? "organisation"
            if old.root == nil {
                new.units.append(UnitEntry(CrewUnit(id: root, name: new.organisation, zone: .utc)))
            }
            let person = PersonEntry(id: old.unusedPerson, name: name)
            new.people.append(person)
            if let fault = new.validate().first { throw AccountError(.nameUnusable, fault.message) }
            try book.directoryTables.change(old.directory, into: new)
            let account = Account(of: person.id, by: link, login: login, password: hash, at: now)
            try book.accounts.insert(account)
            try book.grants.insert(
                RoleGrant(person: person.id, unit: root, role: .administrator, term: Term(from: now)))
            try book.links.noteUse(of: link)
            return account
        }
    }

    /// A link that makes the first account of all, in place of an earlier one.
    ///
    /// - Returns: nil as soon as there is an account, and in a demo.
    package func firstLink(
        at now: Instant, using random: inout some RandomNumberGenerator
    ) async throws -> Token<OneTimeLink>? {
        let (link, token) = OneTimeLink.make(.firstAdministrator, at: now, using: &random)
        return try await store.write { book in
            guard try book.accounts.areNone(), try !book.directoryTables.isDemo() else { return nil }
            try book.links.revokeFirst(at: now)
            try book.links.insert(link)
            return token
        }
    }
}

extension Account {
    /// The account that a link makes; the link's own id, never given twice, is its id.
    fileprivate init(
        of person: PersonID, by link: OneTimeLink, login: LoginName, password hash: PasswordHash? = nil,
        subject: OpenIDSubject? = nil, at now: Instant
    ) {
        self.init(
            id: AccountID(link.id.rawValue), person: person, login: login, passwordHash: hash, subject: subject,
            created: now)
    }
}

extension Book {
    /// Keeps the account that an invitation makes.
    fileprivate func acceptInvitation(
        _ token: Token<OneTimeLink>, at now: Instant, _ make: (PersonID, LoginName, OneTimeLink) -> Account
    ) throws -> Account {
        let link = try links.redeem(token, at: now)
        guard case .invitation(let person, let login) = link.purpose else { throw OneTimeLink.unusable }
        let account = make(person, login, link)
        try accounts.insert(account)
        try links.noteUse(of: link)
        try links.revoke(of: person, at: now)
        return account
    }
}

extension DirectoryState {
    /// An id that nobody has.
    fileprivate var unusedPerson: PersonID {
        let ids = sequence(first: 1) { $0 + 1 }.lazy.map { PersonID($0 == 1 ? "administrator" : "administrator-\($0)") }
        return ids.first { person($0) == nil } ?? "administrator"
    }
}
