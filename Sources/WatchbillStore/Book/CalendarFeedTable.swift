internal import CrewRecords
internal import RotaModel

/// The secret addresses of people's calendars in one organisation, within one transaction.
struct CalendarFeedTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    func find(_ id: CalendarFeedID) throws(StoreError) -> CalendarFeed? { try all("id = ?", id).first }

    /// The record of this secret.
    func find(_ token: Token<CalendarFeed>) throws(StoreError) -> CalendarFeed? {
        try all("digest = ?", token.digest).first
    }

    /// Revoked ones, too; the oldest first.
    func all(of account: AccountID) throws(StoreError) -> [CalendarFeed] {
        try all("accountID = ? ORDER BY createdAt, id", account)
    }

    private func all(_ condition: String, _ value: any SQLStorable) throws(StoreError) -> [CalendarFeed] {
        let rows = try connection.run(
            "SELECT * FROM calendarFeed WHERE organisationID = ? AND \(condition)", organisation, value)
        var feeds: [CalendarFeed] = []
        for row in rows { feeds.append(try CalendarFeed(row)) }
        return feeds
    }

    func insert(_ feed: CalendarFeed) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO calendarFeed (organisationID, id, accountID, name, digest, createdAt)
            VALUES (?, ?, ?, ?, ?, ?)
            """, organisation, feed.id, feed.account, feed.name, feed.digest, feed.created)
    }

    /// Does nothing to one that has been revoked meanwhile, nor to one that was fetched later.
    func noteFetch(of feed: CalendarFeed) throws(StoreError) {
        try connection.run(
            """
            UPDATE calendarFeed SET lastFetchedAt = ?
            WHERE organisationID = ? AND id = ? AND revokedAt IS NULL AND coalesce(lastFetchedAt, createdAt) <= ?
            """, feed.lastFetched, organisation, feed.id, feed.lastFetched)
    }

    func revoke(_ feed: CalendarFeedID, at now: Instant) throws(StoreError) {
        try connection.run(
            "UPDATE calendarFeed SET revokedAt = ? WHERE organisationID = ? AND id = ? AND revokedAt IS NULL", now,
            organisation, feed)
    }
}

extension CalendarFeed {
    fileprivate init(_ row: SQLRow) throws(StoreError) {
        self.init(
            id: try row["id"], account: try row["accountID"], name: try row["name"], digest: try row["digest"],
            created: try row["createdAt"], lastFetched: try row["lastFetchedAt"], revoked: try row["revokedAt"])
    }
}
