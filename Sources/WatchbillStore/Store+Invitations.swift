package import CrewRecords
package import RotaModel

/// Letting people sign in, and stopping them. Besides the right to do so, it needs that to give each role that the person
/// has: whoever holds the link could follow it.
extension Store {
    /// A link by which a person makes themselves an account, in place of an earlier one.
    ///
    /// - Throws: `AccountError`: the person has an account (`hasAccount`), or somebody else the login (`loginTaken`).
    package func invite(
        _ person: PersonID, login: LoginName, for caller: Caller, at now: Instant,
        using random: inout some RandomNumberGenerator
    ) async throws -> Token<OneTimeLink> {
        let (link, token) = OneTimeLink.make(.invitation(person, login), at: now, using: &random)
        try await write { book in
            try book.permitInviting(person, for: caller, at: now)
            if try book.accounts.find(of: person) != nil { throw AccountError.hasAccount }
            if try book.accounts.find(of: login) != nil { throw AccountError.loginTaken }
            try book.links.revoke(of: person, at: now)
            try book.links.insert(link)
        }
        return token
    }

    /// A link by which a person sets a new password, in place of an earlier one.
    ///
    /// - Throws: `AccountError`: the person has no account (`noAccount`), or it is disabled.
    package func resetLink(
        of person: PersonID, for caller: Caller, at now: Instant, using random: inout some RandomNumberGenerator
    ) async throws -> Token<OneTimeLink> {
        let account = try await read { book in
            try book.account(of: person, permitting: ResetSignIn.self, for: caller, at: now)
        }
        let (link, token) = OneTimeLink.make(.passwordReset(account.id), at: now, using: &random)
        try await write { book in
            try book.account(of: person, permitting: ResetSignIn.self, for: caller, at: now).checkEnabled()
            try book.links.revoke(of: account.id, at: now)
            try book.links.insert(link)
        }
        return token
    }

    /// Stops a person from signing in and ends all their sessions; their API tokens open nothing meanwhile.
    package func disableAccount(of person: PersonID, for caller: Caller, at now: Instant) async throws {
        try await write { book in
            let account = try book.account(of: person, permitting: DisableAccount.self, for: caller, at: now)
            try book.accounts.update(account.disabled(at: now))
            let open = try book.sessions.unended(of: account.id)
            try book.sessions.noteEnds(of: Session.ending(open, of: account.id, because: .accountDisabled, at: now))
            try book.links.revoke(of: account.id, at: now)
        }
    }

    /// Lets a person sign in again.
    package func enableAccount(of person: PersonID, for caller: Caller, at now: Instant) async throws {
        try await write { book in
            let account = try book.account(of: person, permitting: DisableAccount.self, for: caller, at: now)
            try book.accounts.update(account.enabled())
        }
    }
}

extension Book {
    /// Whoever may invite the people of one of the person's units may invite the person.
    func permitInviting(_ person: PersonID, for caller: Caller, at now: Instant) throws {
        let subject = try subject(person, at: now)
        try permit(caller, to: ReadPerson.self, on: subject)
        let units = subject.units.isEmpty ? [try root()] : subject.units.sorted()
        let unit = units.first { permits(caller, to: InvitePeople.self, on: $0) } ?? units[0]
        try permit(caller, to: InvitePeople.self, on: unit)
        try checkMayGiveRoles(of: person, for: caller)
    }

    @discardableResult
    fileprivate func account<O: PersonOperation>(
        of person: PersonID, permitting operation: O.Type, for caller: Caller, at now: Instant
    ) throws -> Account {
        try permit(caller, to: operation, on: try subject(person, at: now))
        try checkMayGiveRoles(of: person, for: caller)
        guard let account = try accounts.find(of: person) else { throw AccountError.noAccount }
        return account
    }
}
