package import RotaModel

/// The right to sign in as a person.
package struct Account: Equatable, Sendable {
    package let id: AccountID
    package let person: PersonID
    package private(set) var login: LoginName
    /// Nil for whoever signs in only by the provider, or has not set one yet.
    package private(set) var passwordHash: PasswordHash?
    /// By whom an OpenID provider knows the person.
    package private(set) var subject: OpenIDSubject?
    package let created: Instant
    /// Since when it cannot be signed in to.
    package private(set) var disabled: Instant?

    package init(
        id: AccountID, person: PersonID, login: LoginName, passwordHash: PasswordHash? = nil,
        subject: OpenIDSubject? = nil, created: Instant, disabled: Instant? = nil
    ) {
        self.id = id
        self.person = person
        self.login = login
        self.passwordHash = passwordHash
        self.subject = subject
        self.created = created
        self.disabled = disabled
    }
}

package typealias AccountID = Identifier<Account>

extension Account {
    /// Its sessions are ended with `Session.ending`; its API tokens are refused as long as it is disabled. Who is disabled
    /// already stays so since then.
    package func disabled(at now: Instant) -> Account {
        var account = self
        account.disabled = disabled ?? now
        return account
    }

    package func enabled() -> Account {
        var account = self
        account.disabled = nil
        return account
    }

    /// Known devices are known for a login, so that after this they are strangers once.
    package func renamed(_ login: LoginName) -> Account {
        var account = self
        account.login = login
        return account
    }

    /// With a password's hash made anew, the password being the same: no session ends.
    ///
    /// - Throws: `AccountError`, `accountDisabled`.
    package func rehashed(_ hash: PasswordHash) throws(AccountError) -> Account {
        try checkEnabled()
        var account = self
        account.passwordHash = hash
        return account
    }

    /// With a new password. Whoever knew the old one is signed out: all sessions end but the one it was changed in.
    ///
    /// - Parameters:
    ///   - sessions: all of the account's; others are left alone.
    ///   - kept: the session the change was made in; nil if it was made by a link.
    /// - Returns: the account, and the sessions that have ended by it.
    /// - Throws: `AccountError`, `accountDisabled`.
    package func changingPassword(
        to hash: PasswordHash, sessions: [Session], keeping kept: SessionID?, at now: Instant
    ) throws(AccountError) -> (account: Account, ended: [Session]) {
        let account = try rehashed(hash)
        return (account, Session.ending(sessions, of: id, because: .passwordChanged, keeping: kept, at: now))
    }

    /// With the person that an OpenID provider knows them by. Only a link or a session of the account's own leads here:
    /// an e-mail address that a provider tells is no reason, since another one may give it to somebody else.
    ///
    /// - Throws: `AccountError`, `accountDisabled`.
    package func linked(to subject: OpenIDSubject?) throws(AccountError) -> Account {
        try checkEnabled()
        var account = self
        account.subject = subject
        return account
    }

    /// - Throws: `AccountError`, `accountDisabled`.
    package func checkEnabled() throws(AccountError) {
        guard disabled == nil else {
            throw AccountError(
                .accountDisabled, "The account \(id) is disabled. Maybe an administrator can enable it again.")
        }
    }
}
