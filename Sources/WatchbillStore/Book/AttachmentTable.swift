internal import CrewRecords
internal import RotaModel

/// The attachments of entries in one organisation, within one transaction.
struct AttachmentTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    func insert(_ attachments: [Attachment], of entry: RecordEntry) throws(StoreError) {
        for (place, attachment) in attachments.enumerated() {
            var (file, sealed): (AttachedFile?, SealedEnvelope?) = (nil, nil)
            switch attachment.content {
            case .open(let open): file = open.reveal()
            case .sealed(let envelope): sealed = envelope
            }
            try connection.run(
                """
                INSERT INTO attachment (organisationID, id, entryID, personID, category, class, place, name, type,
                    content, sealed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, organisation, attachment.id, entry.id, entry.person, entry.category, entry.recordClass, place,
                file?.name, file?.type, file?.bytes, sealed)
        }
    }

    /// An entry's attachments, in their order.
    func all(of entry: EntryID) throws(StoreError) -> [Attachment] {
        let rows = try connection.run(
            "SELECT * FROM attachment WHERE organisationID = ? AND entryID = ? ORDER BY place", organisation, entry)
        var attachments: [Attachment] = []
        for row in rows { attachments.append(try attachment(row)) }
        return attachments
    }

    func find(_ id: AttachmentID, of entry: EntryID) throws(StoreError) -> Attachment? {
        let rows = try connection.run(
            "SELECT * FROM attachment WHERE organisationID = ? AND id = ? AND entryID = ?", organisation, id, entry)
        return try rows.first.map(attachment)
    }

    /// What a list says of the attachments of those entries that are not sealed, without reading them.
    func labels(of entries: [RecordEntry]) throws(StoreError) -> [EntryID: [AttachmentLabel]] {
        let open = entries.filter { $0.recordClass != .sealed }.map(\.id.rawValue)
        let rows = try connection.runChecked(
            """
            SELECT id, entryID, name, type, length(content) AS size FROM attachment
            WHERE organisationID = ? AND \(connection.dialect.isListed("entryID")) AND class <> 'sealed' ORDER BY place
            """, [organisation.sqlValue, SQLList(open).value(in: connection.dialect)])
        var labels: [EntryID: [AttachmentLabel]] = [:]
        for row in rows {
            labels[try row["entryID"], default: []].append(
                AttachmentLabel(id: try row["id"], name: try row["name"], type: try row["type"], size: try row["size"]))
        }
        return labels
    }

    private func attachment(_ row: SQLRow) throws(StoreError) -> Attachment {
        let content: Attachment.Content =
            if let envelope = try row["sealed"] as SealedEnvelope? {
                .sealed(envelope)
            } else {
                .open(
                    Confidential(
                        AttachedFile(name: try row["name"], type: try row["type"], bytes: try row["content"])))
            }
        return Attachment(id: try row["id"], entry: try row["entryID"], content: content)
    }
}
