internal import CrewRecords
internal import RotaModel

/// The API tokens of one organisation, within one transaction.
struct APITokenTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    func find(_ id: APITokenID) throws(StoreError) -> APIToken? { try all("id = ?", id).first }

    /// The record of this token.
    func find(_ token: Token<APIToken>) throws(StoreError) -> APIToken? { try all("digest = ?", token.digest).first }

    /// Revoked and run-out ones, too; the oldest first.
    func all(of account: AccountID) throws(StoreError) -> [APIToken] {
        try all("accountID = ? ORDER BY createdAt, id", account)
    }

    private func all(_ condition: String, _ value: any SQLStorable) throws(StoreError) -> [APIToken] {
        let rows = try connection.run(
            "SELECT * FROM apiToken WHERE organisationID = ? AND \(condition)", organisation, value)
        var tokens: [APIToken] = []
        for row in rows { tokens.append(try APIToken(row)) }
        return tokens
    }

    func insert(_ token: APIToken) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO apiToken (organisationID, id, accountID, name, rights, digest, createdAt, expiresAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, organisation, token.id, token.account, token.name, token.rights, token.digest, token.created,
            token.expires)
    }

    /// Does nothing to a token that has been revoked meanwhile, nor to one that was used later.
    func noteUse(of token: APIToken) throws(StoreError) {
        try connection.run(
            """
            UPDATE apiToken SET lastUsedAt = ?
            WHERE organisationID = ? AND id = ? AND revokedAt IS NULL AND coalesce(lastUsedAt, createdAt) <= ?
            """, token.lastUsed, organisation, token.id, token.lastUsed)
    }

    func revoke(_ token: APITokenID, at now: Instant) throws(StoreError) {
        try connection.run(
            "UPDATE apiToken SET revokedAt = ? WHERE organisationID = ? AND id = ? AND revokedAt IS NULL", now,
            organisation, token)
    }
}

extension APIToken {
    fileprivate init(_ row: SQLRow) throws(StoreError) {
        self.init(
            id: try row["id"], account: try row["accountID"], name: try row["name"], rights: try row["rights"],
            digest: try row["digest"], created: try row["createdAt"], expires: try row["expiresAt"],
            lastUsed: try row["lastUsedAt"], revoked: try row["revokedAt"])
    }
}
