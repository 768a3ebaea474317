package import CrewRecords
package import RotaModel

/// The ways in which somebody signs in, besides the password.
extension Store {
    /// Connects the caller's own account with whom a provider names, in place of an earlier one.
    ///
    /// - Throws: `AccountError`, `subjectTaken`, if somebody else's is.
    package func connect(_ subject: OpenIDSubject, for caller: Caller) async throws {
        try await write { book in
            let account = try book.accountToChange(of: caller)
            if let other = try book.accounts.find(of: subject), other.id != account.id {
                throw AccountError.subjectTaken
            }
            try book.accounts.update(try account.linked(to: subject))
        }
    }

    /// Disconnects the caller's own account from the provider, and ends the sessions that were begun by it.
    ///
    /// - Parameter kept: the session in which it is done.
    /// - Throws: `AccountError`, `passwordNeeded`, if there would be no way to sign in.
    package func disconnect(keeping kept: SessionID?, for caller: Caller, at now: Instant) async throws {
        try await write { book in
            let account = try book.accountToChange(of: caller)
            guard account.passwordHash != nil else { throw AccountError.passwordNeeded }
            try book.accounts.update(try account.linked(to: nil))
            let begun = try book.sessions.unended(of: account.id).filter { $0.way == .provider }
            try book.sessions.noteEnds(
                of: Session.ending(begun, of: account.id, because: .endedByOwner, keeping: kept, at: now))
        }
    }

    /// Lets one more device of the caller's be signed in by that token, in place of an earlier one.
    package func allowPairing(
        by token: Token<OneTimeLink>, for caller: Caller, at now: Instant,
        using random: inout some RandomNumberGenerator
    ) async throws {
        let id = OneTimeLinkID(random: &random)
        try await write { book in
            let account = try book.accountToChange(of: caller)
            try account.checkEnabled()
            try book.links.revokePairing(of: account.id, at: now)
            try book.links.insert(OneTimeLink.make(.pairing(account.id), id: id, for: token, at: now))
        }
    }
}

extension Book {
    /// The caller's own account, whose ways of signing in they may change.
    fileprivate func accountToChange(of caller: Caller) throws -> Account {
        try permit(caller, to: ChangeSignIn.self, on: try subject(caller))
        return try account(of: caller)
    }
}
