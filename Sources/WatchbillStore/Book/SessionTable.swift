internal import CrewRecords
internal import RotaModel

/// The sessions of one organisation, within one transaction.
struct SessionTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    func find(_ id: SessionID) throws(StoreError) -> Session? { try all("id = ?", id).first }

    /// The one that the token opens.
    func find(_ token: Token<Session>) throws(StoreError) -> Session? { try all("digest = ?", token.digest).first }

    /// Those that have not been ended, run out or not.
    func unended(of account: AccountID) throws(StoreError) -> [Session] {
        try all("accountID = ? AND endedAt IS NULL", account)
    }

    /// Ended ones, too; the oldest first.
    func all(of account: AccountID) throws(StoreError) -> [Session] {
        try all("accountID = ? ORDER BY createdAt, id", account)
    }

    private func all(_ condition: String, _ value: any SQLStorable) throws(StoreError) -> [Session] {
        let rows = try connection.run(
            "SELECT * FROM session WHERE organisationID = ? AND \(condition)", organisation, value)
        var sessions: [Session] = []
        for row in rows { sessions.append(try Session(row)) }
        return sessions
    }

    func insert(_ session: Session) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO session (organisationID, id, accountID, digest, way, userAgent, createdAt, lastSeenAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, organisation, session.id, session.account, session.digest, session.way, session.userAgent,
            session.created, session.lastSeen)
    }

    /// Does nothing to a session that has ended meanwhile, nor to one that was seen later.
    func noteSeen(_ session: Session) throws(StoreError) {
        try connection.run(
            """
            UPDATE session SET lastSeenAt = ? WHERE organisationID = ? AND id = ? AND endedAt IS NULL AND lastSeenAt < ?
            """, session.lastSeen, organisation, session.id, session.lastSeen)
    }

    /// Writes the ends of sessions that have just been ended; does nothing to those that had been.
    func noteEnds(of sessions: [Session]) throws(StoreError) {
        for session in sessions {
            guard let end = session.end else { continue }
            try connection.run(
                """
                UPDATE session SET endedAt = ?, endReason = ? WHERE organisationID = ? AND id = ? AND endedAt IS NULL
                """, end.at, end.reason, organisation, session.id)
        }
    }
}

extension Session {
    fileprivate init(_ row: SQLRow) throws(StoreError) {
        let (at, reason): (Instant?, End.Reason?) = try (row["endedAt"], row["endReason"])
        self.init(
            id: try row["id"], account: try row["accountID"], digest: try row["digest"], way: try row["way"],
            userAgent: try row["userAgent"], created: try row["createdAt"], lastSeen: try row["lastSeenAt"],
            end: at.flatMap { at in reason.map { End(at: at, reason: $0) } })
    }
}
