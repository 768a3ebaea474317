package import CrewRecords
package import RotaModel

extension Store {
    /// The caller's own API tokens, revoked and run-out ones, too; the oldest first.
    package func tokens(for caller: Caller) async throws -> [APIToken] {
        try await read { book in
            try book.permit(caller, to: ManageSessions.self, on: try book.subject(caller))
            return try book.tokens.all(of: try book.account(of: caller).id)
        }
    }

    /// A new API token in the caller's name. Its text is known to nobody afterwards.
    ///
    /// - Throws: `AccountError`, `tokenTermsUnusable`: no name, no right, or no end within a year.
    package func issueToken(
        name: String, rights: Set<TokenRight>, until expires: Instant, for caller: Caller, at now: Instant,
        using random: inout some RandomNumberGenerator
    ) async throws -> Token<APIToken> {
        let account = try await read { book in try book.accountForTokens(of: caller) }
        let (record, token) = try APIToken.make(
            for: account, name: name, rights: rights, until: expires, at: now, using: &random)
        try await write { book in
            try book.accountForTokens(of: caller).checkEnabled()
            try book.tokens.insert(record)
        }
        return token
    }

    /// Revokes an API token, the caller's own or somebody else's. Does nothing if it was revoked before.
    package func revokeToken(_ id: APITokenID, for caller: Caller, at now: Instant) async throws {
        try await write { book in
            guard let token = try book.tokens.find(id), let account = try book.accounts.find(token.account) else {
                throw Refusal.hidden
            }
            try book.permit(caller, to: ManageSessions.self, on: try book.subject(account.person, at: now))
            try book.tokens.revoke(id, at: now)
        }
    }
}

extension Book {
    @discardableResult
    fileprivate func accountForTokens(of caller: Caller) throws -> Account {
        try permit(caller, to: IssueToken.self, on: try subject(caller))
        return try account(of: caller)
    }
}
