internal import Foundation
package import RotaModel

/// A program's way in, in somebody's name: named, limited in what it opens and in time.
package struct APIToken: Equatable, Sendable {
    package let id: APITokenID
    package let account: AccountID
    package let name: String
    /// Each is needed on its own: changing does not include reading. What it opens is at most what its person's roles open.
    package let rights: Set<TokenRight>
    package let digest: TokenDigest<APIToken>
    package let created: Instant
    package let expires: Instant
    /// Exact to `lastUsedStep`.
    package private(set) var lastUsed: Instant?
    package private(set) var revoked: Instant?

    package init(
        id: APITokenID, account: AccountID, name: String, rights: Set<TokenRight>, digest: TokenDigest<APIToken>,
        created: Instant, expires: Instant, lastUsed: Instant? = nil, revoked: Instant? = nil
    ) {
        self.id = id
        self.account = account
        self.name = name
        self.rights = rights
        self.digest = digest
        self.created = created
        self.expires = expires
        self.lastUsed = lastUsed
        self.revoked = revoked
    }
}

package typealias APITokenID = Identifier<APIToken>

extension APIToken: TokenKind {
    /// So that scanners for secrets find one that was put into a repository or a log.
    package static let tokenPrefix = "watchbill_"
}

extension APIToken {
    /// In bytes of UTF-8.
    package static let longestName = 120
    package static let longestLife = Duration.days(366)
    /// Being used is written down no more often than this, so that not every call writes.
    package static let lastUsedStep = Duration.seconds(300)

    /// A new token, with its text for the person who asked for it.
    ///
    /// - Throws: `AccountError`, `accountDisabled`, or `tokenTermsUnusable`: no name, no right, or no end within a year.
    package static func make(
        for account: Account, name: String, rights: Set<TokenRight>, until expires: Instant, at now: Instant,
        using random: inout some RandomNumberGenerator
    ) throws(AccountError) -> (record: APIToken, token: Token<APIToken>) {
        try account.checkEnabled()
        let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...longestName).contains(name.utf8.count), !rights.isEmpty, now < expires,
            expires <= now.adding(longestLife)
        else {
            throw AccountError(
                .tokenTermsUnusable,
                "An API token needs a name of 1 to \(longestName) bytes, one right at least, and an end within 366"
                    + " days.")
        }
        let token = Token<APIToken>(using: &random)
        let record = APIToken(
            id: APITokenID(random: &random), account: account.id, name: name, rights: rights, digest: token.digest,
            created: now, expires: expires)
        return (record, token)
    }

    /// The record after the token was used: the same, or with a later `lastUsed` that is to be stored.
    ///
    /// What it may be used for, the table of permissions says, by its rights.
    ///
    /// - Throws: `AccountError`, `tokenUnusable`: another token, revoked, run out, or its account is disabled. Which of them
    ///   is not told.
    package func used(
        with token: Token<APIToken>, by account: Account, at now: Instant
    ) throws(AccountError) -> APIToken {
        guard token.matches(digest), account.id == self.account, account.disabled == nil, revoked == nil, now < expires
        else {
            throw AccountError(
                .tokenUnusable, "The API token is unknown, revoked or has run out. Maybe make a new one.")
        }
        if let lastUsed, now < lastUsed.adding(Self.lastUsedStep) { return self }
        var record = self
        record.lastUsed = now
        return record
    }

    /// What was revoked stays so since then.
    package func revoked(at now: Instant) -> APIToken {
        var record = self
        record.revoked = revoked ?? now
        return record
    }
}
