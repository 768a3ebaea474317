package import CrewRecords
package import RotaModel

/// Signing in and out.
extension Entrance {
    /// The account of a login, to check a password against.
    package func account(of login: LoginName) async throws -> Account? {
        try await store.read { book in try book.accounts.find(of: login) }
    }

    /// The account connected with whom a provider names.
    package func account(of subject: OpenIDSubject) async throws -> Account? {
        try await store.read { book in try book.accounts.find(of: subject) }
    }

    /// Begins a session, and keeps the password's hash made anew, if there is one.
    ///
    /// - Parameter account: as it was when the way of signing in was checked.
    /// - Throws: `AccountError`, `signInRefused`, if the account was disabled meanwhile or got another password.
    package func begin(_ session: Session, of account: Account, rehashed: PasswordHash? = nil) async throws {
        try await store.write { book in
            guard let stored = try book.accounts.find(session.account), stored.id == account.id,
                stored.disabled == nil, stored.passwordHash == account.passwordHash, stored.subject == account.subject
            else { throw SignIn.refused }
            if let rehashed { try book.accounts.update(try stored.rehashed(rehashed)) }
            try book.sessions.insert(session)
        }
    }

    /// Ends a session from its own browser. Does nothing if there is none, or it has ended.
    package func end(_ token: Token<Session>, at now: Instant) async throws {
        try await store.write { book in
            guard let session = try book.sessions.find(token) else { return }
            try book.sessions.noteEnds(of: [session.ended(at: now, because: .signedOut)])
        }
    }

    /// The secret that all signing keys are made from; made when it is first asked for.
    package func signingSecret(using random: inout some RandomNumberGenerator) async throws -> Secret {
        let fresh = Secret(random.randomBytes(32))
        return try await store.write { book in try book.signingSecret(orElse: fresh) }
    }
}

extension Book {
    fileprivate func signingSecret(orElse fresh: Secret) throws(StoreError) -> Secret {
        let rows = try connection.run("SELECT secret FROM signingSecret WHERE organisationID = ?", organisation)
        if let row = rows.first { return try row["secret"] }
        try connection.run("INSERT INTO signingSecret (organisationID, secret) VALUES (?, ?)", organisation, fresh)
        return fresh
    }
}
