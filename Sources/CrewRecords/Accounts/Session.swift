package import RotaModel

/// That somebody is signed in, in one browser.
package struct Session: Equatable, Sendable {
    /// How long sessions last.
    package struct Lifetime: Hashable, Sendable {
        /// Without being used.
        package var idle: Duration
        /// At all.
        package var absolute: Duration

        package init(idle: Duration, absolute: Duration) {
            self.idle = idle
            self.absolute = absolute
        }

        /// 7 days and 30 days. NIST SP 800-63B asks for signing in again after 30 days at its first level.
        package static let usual = Lifetime(idle: .days(7), absolute: .days(30))
    }

    package enum Way: String, Sendable, CaseIterable {
        case password, provider, link
    }

    package struct End: Hashable, Sendable {
        package enum Reason: String, Sendable, CaseIterable {
            case signedOut, endedByOwner, passwordChanged, accountDisabled
        }

        package var at: Instant
        package var reason: Reason

        package init(at: Instant, reason: Reason) {
            self.at = at
            self.reason = reason
        }
    }

    /// Apart from the token: it may be shown, and names the session in its owner's list.
    package let id: SessionID
    package let account: AccountID
    package let digest: TokenDigest<Session>
    package let way: Way
    package let userAgent: UserAgent
    package let created: Instant
    /// Exact to `lastSeenStep`.
    package private(set) var lastSeen: Instant
    package private(set) var end: End?

    package init(
        id: SessionID, account: AccountID, digest: TokenDigest<Session>, way: Way, userAgent: UserAgent,
        created: Instant, lastSeen: Instant, end: End? = nil
    ) {
        self.id = id
        self.account = account
        self.digest = digest
        self.way = way
        self.userAgent = userAgent
        self.created = created
        self.lastSeen = lastSeen
        self.end = end
    }
}

package typealias SessionID = Identifier<Session>

extension Session: TokenKind {
    package static let tokenPrefix = ""
}

extension Session {
    /// Being seen is written down no more often than this, so that not every request writes.
    package static let lastSeenStep = Duration.seconds(300)

    /// A new session, with the token for its browser's cookie.
    ///
    /// - Throws: `AccountError`, `accountDisabled`.
    package static func start(
        for account: Account, way: Way, userAgent: UserAgent, at now: Instant,
        using random: inout some RandomNumberGenerator
    ) throws(AccountError) -> (session: Session, token: Token<Session>) {
        try account.checkEnabled()
        let token = Token<Session>(using: &random)
        let session = Session(
            id: SessionID(random: &random), account: account.id, digest: token.digest, way: way, userAgent: userAgent,
            created: now, lastSeen: now)
        return (session, token)
    }

    /// Whether it opens anything at that instant, its account being enabled.
    package func isOpen(at now: Instant, for lifetime: Lifetime) -> Bool {
        end == nil && now < lastSeen.adding(lifetime.idle) && now < created.adding(lifetime.absolute)
    }

    /// The session after being used: the same, or with a later `lastSeen` that is to be stored.
    ///
    /// - Throws: `AccountError`, `sessionEnded`: ended, run out, of another account, or its account is disabled.
    package func used(by account: Account, at now: Instant, for lifetime: Lifetime) throws(AccountError) -> Session {
        guard account.id == self.account, account.disabled == nil, isOpen(at: now, for: lifetime) else {
            throw AccountError(.sessionEnded, "This session has ended. Sign in again.")
        }
        guard now >= lastSeen.adding(Self.lastSeenStep) else { return self }
        var session = self
        session.lastSeen = now
        return session
    }

    /// What has ended stays ended as it was.
    package func ended(at now: Instant, because reason: End.Reason) -> Session {
        var session = self
        session.end = end ?? End(at: now, reason: reason)
        return session
    }

    /// Those of an account's sessions that have just been ended: all that had not, but the one kept.
    package static func ending(
        _ sessions: [Session], of account: AccountID, because reason: End.Reason, keeping kept: SessionID? = nil,
        at now: Instant
    ) -> [Session] {
        sessions.filter { $0.account == account && $0.id != kept && $0.end == nil }
            .map { $0.ended(at: now, because: reason) }
    }

    /// What a person sees of their own: the open ones, the one used last first.
    package static func list(
        _ sessions: [Session], of account: AccountID, at now: Instant, for lifetime: Lifetime
    ) -> [Session] {
        sessions.filter { $0.account == account && $0.isOpen(at: now, for: lifetime) }
            .sorted { ($1.lastSeen, $0.id) < ($0.lastSeen, $1.id) }
    }
}

extension Identifier {
    /// 128 random bits, as 22 letters of base64url: never given twice. None begins with a hyphen, for one that does is an
    /// option to a command line and a formula to a spreadsheet: those are drawn again.
    package init(random: inout some RandomNumberGenerator) {
        var text: String
        repeat { text = Base64.url.text(random.randomBytes(16)) } while text.hasPrefix("-")
        self.init(text)
    }
}
