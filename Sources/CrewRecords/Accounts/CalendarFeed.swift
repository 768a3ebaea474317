internal import Foundation
package import RotaModel

/// A secret address at which calendar programs fetch somebody's own shifts, until it is revoked.
package struct CalendarFeed: Equatable, Sendable {
    package let id: CalendarFeedID
    package let account: AccountID
    /// What its owner calls it: `my phone`.
    package let name: String
    package let digest: TokenDigest<CalendarFeed>
    package let created: Instant
    /// Exact to `lastFetchedStep`.
    package private(set) var lastFetched: Instant?
    package let revoked: Instant?

    package init(
        id: CalendarFeedID, account: AccountID, name: String, digest: TokenDigest<CalendarFeed>, created: Instant,
        lastFetched: Instant? = nil, revoked: Instant? = nil
    ) {
        self.id = id
        self.account = account
        self.name = name
        self.digest = digest
        self.created = created
        self.lastFetched = lastFetched
        self.revoked = revoked
    }
}

package typealias CalendarFeedID = Identifier<CalendarFeed>

extension CalendarFeed: TokenKind {
    /// So that scanners for secrets find one.
    package static let tokenPrefix = "watchbill_calendar_"
}

extension CalendarFeed {
    /// In bytes of UTF-8.
    package static let longestName = APIToken.longestName
    /// Of one account, revoked ones not counted.
    package static let most = 20
    /// Being fetched is written down no more often than this, so that not every fetching writes.
    package static let lastFetchedStep = Duration.seconds(300)

    /// A new feed, with the secret of its address for the person who asked for it.
    ///
    /// - Parameter others: all of the account's.
    /// - Throws: `AccountError`, `accountDisabled`, or `calendarTermsUnusable`: no name, or too many of them.
    package static func make(
        for account: Account, name: String, beside others: [CalendarFeed], at now: Instant,
        using random: inout some RandomNumberGenerator
    ) throws(AccountError) -> (record: CalendarFeed, token: Token<CalendarFeed>) {
        try account.checkEnabled()
        let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...longestName).contains(name.utf8.count) else {
            throw AccountError(
                .calendarTermsUnusable,
                "A calendar's address needs a name of 1 to \(longestName) bytes, such as “my phone”.")
        }
        try checkRoom(beside: others)
        let token = Token<CalendarFeed>(using: &random)
        let record = CalendarFeed(
            id: CalendarFeedID(random: &random), account: account.id, name: name, digest: token.digest, created: now)
        return (record, token)
    }

    /// - Throws: `AccountError`, `calendarTermsUnusable`: the account has as many as it may.
    package static func checkRoom(beside others: [CalendarFeed]) throws(AccountError) {
        guard others.filter({ $0.revoked == nil }).count < most else {
            throw AccountError(
                .calendarTermsUnusable,
                "There are \(most) addresses of your calendar already. Maybe revoke one that nothing fetches any more.")
        }
    }

    /// The record after it was fetched: the same, or with a later `lastFetched` that is to be stored.
    ///
    /// - Returns: nil for another secret, one that was revoked, or that of a disabled account. Which of them is not told.
    package func fetched(
        with token: Token<CalendarFeed>, by account: Account, at now: Instant
    ) -> CalendarFeed? {
        guard token.matches(digest), account.id == self.account, account.disabled == nil, revoked == nil else {
            return nil
        }
        if let lastFetched, now < lastFetched.adding(Self.lastFetchedStep) { return self }
        var record = self
        record.lastFetched = now
        return record
    }

    /// By what a shift or a day away is known on its owner's calendars, whichever address they are fetched at: a UUID of
    /// version 8 (RFC 9562, 5.8) made from SHA-256 of the account's random id and the thing's key.
    package static func uid(of key: OwnEvent.Key, for account: AccountID) -> String {
        let fingerprint = Fingerprint(of: [
            Array("watchbill shift 1".utf8), Array(account.rawValue.utf8), Array(key.unit.rawValue.utf8),
            Array(key.date.description.utf8), [key.isAway ? 1 : 0],
        ])
        let b = fingerprint.bytes
        let uuid: uuid_t = (
            b[0], b[1], b[2], b[3], b[4], b[5], b[6] & 0x0F | 0x80, b[7], b[8] & 0x3F | 0x80, b[9], b[10], b[11],
            b[12], b[13], b[14], b[15]
        )
        return UUID(uuid: uuid).uuidString.lowercased()
    }
}
