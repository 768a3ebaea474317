package import RotaModel

/// A link that does one thing once, for whoever follows it: it stands for a password where there is none.
package struct OneTimeLink: Equatable, Sendable {
    /// What it does.
    package enum Purpose: Hashable, Sendable {
        /// Makes the first account of all, an administrator's. Printed on the terminal at the first start.
        case firstAdministrator
        /// Makes an account for a person, with that login.
        case invitation(PersonID, LoginName)
        /// Sets a new password.
        case passwordReset(AccountID)
        /// Signs one more device of the same person in, from one that is. Its token is made from a `PairingCode`.
        case pairing(AccountID)

        package var lifetime: Duration {
            switch self {
            case .firstAdministrator: .hours(24)
            case .invitation: .days(7)
            case .passwordReset: .hours(1)
            case .pairing: .seconds(300)
            }
        }
    }

    package let id: OneTimeLinkID
    package let purpose: Purpose
    package let digest: TokenDigest<OneTimeLink>
    package let created: Instant
    package let expires: Instant
    package private(set) var used: Instant?
    /// Taken back by whoever made it, or replaced by a newer one.
    package private(set) var revoked: Instant?

    package init(
        id: OneTimeLinkID, purpose: Purpose, digest: TokenDigest<OneTimeLink>, created: Instant, expires: Instant,
        used: Instant? = nil, revoked: Instant? = nil
    ) {
        self.id = id
        self.purpose = purpose
        self.digest = digest
        self.created = created
        self.expires = expires
        self.used = used
        self.revoked = revoked
    }
}

package typealias OneTimeLinkID = Identifier<OneTimeLink>

extension OneTimeLink: TokenKind {
    package static let tokenPrefix = ""
}

extension OneTimeLink {
    /// A new link, with the token that goes into its address.
    package static func make(
        _ purpose: Purpose, at now: Instant, using random: inout some RandomNumberGenerator
    ) -> (link: OneTimeLink, token: Token<OneTimeLink>) {
        let token = Token<OneTimeLink>(using: &random)
        return (make(purpose, id: OneTimeLinkID(random: &random), for: token, at: now), token)
    }

    /// A new link that a token opens which is there already.
    package static func make(
        _ purpose: Purpose, id: OneTimeLinkID, for token: Token<OneTimeLink>, at now: Instant
    ) -> OneTimeLink {
        OneTimeLink(
            id: id, purpose: purpose, digest: token.digest, created: now, expires: now.adding(purpose.lifetime))
    }

    /// The one answer to whatever link does not work.
    package static let unusable = AccountError(
        .linkUnusable, "This link was used before, has run out or was replaced. Ask for a new one.")

    /// The link after it was used. It is stored in the transaction that does what the link is for, and only if the stored
    /// one is still unused, so that of two who follow it at once one succeeds.
    ///
    /// - Throws: `AccountError`, `linkUnusable`: used, revoked, run out, or the token is another's. Which of them is not
    ///   told.
    package func redeemed(with token: Token<OneTimeLink>, at now: Instant) throws(AccountError) -> OneTimeLink {
        guard token.matches(digest), used == nil, revoked == nil, now < expires else {
            throw Self.unusable
        }
        var link = self
        link.used = now
        return link
    }

    /// What was used or revoked stays as it was.
    package func revoked(at now: Instant) -> OneTimeLink {
        guard used == nil, revoked == nil else { return self }
        var link = self
        link.revoked = now
        return link
    }
}
