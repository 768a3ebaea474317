internal import CrewRecords
internal import RotaModel

/// The one-time links of one organisation, within one transaction.
struct LinkTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    /// How the table tells purposes apart.
    private enum Kind: String, SQLStorable {
        case firstAdministrator, invitation, passwordReset, pairing
    }

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    /// The link that the token opens at that instant, as it will be once it was used.
    ///
    /// - Throws: `AccountError`, `linkUnusable`.
    func redeem(_ token: Token<OneTimeLink>, at now: Instant) throws -> OneTimeLink {
        let rows = try connection.run(
            "SELECT * FROM oneTimeLink WHERE organisationID = ? AND digest = ?", organisation, token.digest)
        guard let row = rows.first else { throw OneTimeLink.unusable }
        return try link(row).redeemed(with: token, at: now)
    }

    private func link(_ row: SQLRow) throws(StoreError) -> OneTimeLink {
        let (person, login): (PersonID?, LoginName?) = try (row["personID"], row["login"])
        let account: AccountID? = try row["accountID"]
        let kind: Kind = try row["purpose"]
        let purpose: OneTimeLink.Purpose? =
            switch kind {
            case .firstAdministrator: .firstAdministrator
            case .invitation: person.flatMap { person in login.map { .invitation(person, $0) } }
            case .passwordReset: account.map { .passwordReset($0) }
            case .pairing: account.map { .pairing($0) }
            }
        guard let purpose else {
            throw StoreError(.damaged, "A one-time link in the database does not say for whom it is.")
        }
        return OneTimeLink(
            id: try row["id"], purpose: purpose, digest: try row["digest"], created: try row["createdAt"],
            expires: try row["expiresAt"], used: try row["usedAt"], revoked: try row["revokedAt"])
    }

    func insert(_ link: OneTimeLink) throws(StoreError) {
        var (kind, person, login, account) = (Kind.firstAdministrator, PersonID?.none, LoginName?.none, AccountID?.none)
        switch link.purpose {
        case .firstAdministrator: kind = .firstAdministrator
        case .invitation(let invited, let name): (kind, person, login) = (.invitation, invited, name)
        case .passwordReset(let id): (kind, account) = (.passwordReset, id)
        case .pairing(let id): (kind, account) = (.pairing, id)
        }
        try connection.run(
            """
            INSERT INTO oneTimeLink (organisationID, id, purpose, personID, login, accountID, digest, createdAt, expiresAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, organisation, link.id, kind, person, login, account, link.digest, link.created, link.expires)
    }

    func noteUse(of link: OneTimeLink) throws(StoreError) {
        try connection.run(
            "UPDATE oneTimeLink SET usedAt = ? WHERE organisationID = ? AND id = ?", link.used, organisation, link.id)
    }

    /// Takes back the unused links that make the first account.
    func revokeFirst(at now: Instant) throws(StoreError) {
        try revoke("purpose = ?", Kind.firstAdministrator, at: now)
    }

    /// Takes back the unused invitations of a person.
    func revoke(of person: PersonID, at now: Instant) throws(StoreError) {
        try revoke("personID = ?", person, at: now)
    }

    /// Takes back the unused links that open an account.
    func revoke(of account: AccountID, at now: Instant) throws(StoreError) {
        try revoke("accountID = ?", account, at: now)
    }

    /// Takes back the unused links that sign in one more device of the account's person.
    func revokePairing(of account: AccountID, at now: Instant) throws(StoreError) {
        try revoke("purpose = 'pairing' AND accountID = ?", account, at: now)
    }

    private func revoke(_ condition: String, _ value: any SQLStorable, at now: Instant) throws(StoreError) {
        try connection.run(
            """
            UPDATE oneTimeLink SET revokedAt = ?
            WHERE organisationID = ? AND usedAt IS NULL AND revokedAt IS NULL AND \(condition)
            """, now, organisation, value)
    }
}
