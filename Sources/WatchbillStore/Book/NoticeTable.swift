internal import CrewRecords
internal import RotaModel

/// What people of one organisation were told of broken glass, within one transaction.
struct NoticeTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    func insert(_ glass: GlassID, to recipient: PersonID, at now: Instant) throws(StoreError) {
        try connection.run(
            "INSERT INTO notice (organisationID, recipientID, glassID, toldAt) VALUES (?, ?, ?, ?)", organisation,
            recipient, glass, now)
    }

    /// How many somebody has not said to have seen.
    func unseenCount(of recipient: PersonID) throws(StoreError) -> Int {
        let row = try connection.run(
            """
            SELECT count(*) AS unseen FROM notice WHERE organisationID = ? AND recipientID = ? AND seenAt IS NULL
            """, organisation, recipient
        ).first
        return try row?["unseen"] ?? 0
    }

    /// All that somebody was told, the newest first.
    ///
    /// - Parameter names: by which people are told apart on pages.
    func all(of recipient: PersonID, named names: (PersonID) -> String) throws(StoreError) -> [StoredNotice] {
        let rows = try connection.run(
            """
            SELECT glassGrant.*, notice.toldAt AS toldAt, notice.seenAt AS seenAt FROM notice
            JOIN glassGrant ON glassGrant.organisationID = notice.organisationID AND glassGrant.id = notice.glassID
            WHERE notice.organisationID = ? AND notice.recipientID = ? ORDER BY notice.number DESC
            """, organisation, recipient)
        var notices: [StoredNotice] = []
        for row in rows {
            let (reader, person): (PersonID, PersonID) = try (row["readerID"], row["personID"])
            notices.append(
                StoredNotice(
                    glass: try row["id"], reader: names(reader), person: person, personName: names(person),
                    category: try row["category"], until: try row["untilAt"], told: try row["toldAt"],
                    seen: try row["seenAt"]))
        }
        return notices
    }

    /// Writes down that somebody has seen what they were told; of what they were not told, nothing.
    func noteSeen(_ glass: GlassID, by recipient: PersonID, at now: Instant) throws(StoreError) {
        try connection.run(
            """
            UPDATE notice SET seenAt = ?
            WHERE organisationID = ? AND recipientID = ? AND glassID = ? AND seenAt IS NULL
            """, now, organisation, recipient, glass)
    }
}
