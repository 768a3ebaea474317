internal import CrewRecords
internal import RotaModel

/// The requests with keys of one organisation, within one transaction.
struct RequestTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    /// What a request that came before with the same key makes of this one; nil if there was none.
    func earlier(than request: KeyedRequest) throws(StoreError) -> EarlierRequest? {
        let rows = try connection.run(
            "SELECT * FROM keyedRequest WHERE organisationID = ? AND accountID = ? AND keyDigest = ?", organisation,
            request.account, request.key)
        guard let row = rows.first else { return nil }
        let (operation, digest): (String, Fingerprint) = try (row["operation"], row["requestDigest"])
        guard operation == request.operation, digest == request.request else { return .another }
        guard let status: Int = try row["status"], let body: [UInt8] = try row["body"] else { return .secretly }
        return .answered(KeptAnswer(status: status, body: body, location: try row["location"]))
    }

    func insert(_ request: KeyedRequest, _ answer: KeptAnswer?) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO keyedRequest (organisationID, accountID, keyDigest, operation, requestDigest, status, body,
                location, createdAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, organisation, request.account, request.key, request.operation, request.request, answer?.status,
            answer?.body, answer?.location, request.now)
    }

    func forget(before instant: Instant) throws(StoreError) {
        try connection.run(
            "DELETE FROM keyedRequest WHERE organisationID = ? AND createdAt <= ?", organisation, instant)
    }
}

/// Its 32 bytes.
extension Fingerprint: SQLStorable {
    var sqlValue: SQLValue { .blob(bytes) }

    init?(sqlValue: SQLValue) {
        guard let bytes = [UInt8](sqlValue: sqlValue) else { return nil }
        self.init(bytes)
    }
}
