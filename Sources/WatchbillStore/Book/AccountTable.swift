internal import CrewRecords
internal import RotaModel

/// The accounts of one organisation, within one transaction.
struct AccountTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    func find(_ id: AccountID) throws(StoreError) -> Account? { try first("id = ?", id) }
    func find(of login: LoginName) throws(StoreError) -> Account? { try first("login = ?", login) }
    func find(of person: PersonID) throws(StoreError) -> Account? { try first("personID = ?", person) }

    /// The one connected with whom a provider names.
    func find(of subject: OpenIDSubject) throws(StoreError) -> Account? {
        try first("issuer = ? AND subject = ?", subject.issuer, subject.subject)
    }

    private func first(_ condition: String, _ values: any SQLStorable...) throws(StoreError) -> Account? {
        let rows = try connection.run(
            "SELECT * FROM account WHERE organisationID = ? AND \(condition)", [organisation] + values)
        guard let row = rows.first else { return nil }
        return try Account(row)
    }

    func areNone() throws(StoreError) -> Bool {
        try connection.run("SELECT id FROM account WHERE organisationID = ? LIMIT 1", organisation).isEmpty
    }

    /// - Throws: `AccountError` if the person has an account, or another one has the login or the provider's subject.
    func insert(_ account: Account) throws {
        if try find(of: account.person) != nil { throw AccountError.hasAccount }
        if try find(of: account.login) != nil { throw AccountError.loginTaken }
        if let subject = account.subject, try find(of: subject) != nil { throw AccountError.subjectTaken }
        try connection.run(
            """
            INSERT INTO account (organisationID, id, personID, login, passwordHash, issuer, subject, createdAt, disabledAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, organisation, account.id, account.person, account.login, account.passwordHash,
            account.subject?.issuer, account.subject?.subject, account.created, account.disabled)
    }

    /// Writes what can change of an account.
    func update(_ account: Account) throws(StoreError) {
        try connection.run(
            """
            UPDATE account SET login = ?, passwordHash = ?, issuer = ?, subject = ?, disabledAt = ?
            WHERE organisationID = ? AND id = ?
            """, account.login, account.passwordHash, account.subject?.issuer, account.subject?.subject,
            account.disabled, organisation, account.id)
    }
}

extension Account {
    fileprivate init(_ row: SQLRow) throws(StoreError) {
        let (issuer, subject): (WebAddress?, String?) = try (row["issuer"], row["subject"])
        self.init(
            id: try row["id"], person: try row["personID"], login: try row["login"],
            passwordHash: try row["passwordHash"],
            subject: issuer.flatMap { issuer in
                subject.flatMap { OpenIDSubject(issuer: issuer, subject: $0) }
            }, created: try row["createdAt"], disabled: try row["disabledAt"])
    }
}
