internal import CrewMessages
internal import CrewRecords
internal import RotaModel

/// How the people of one organisation want to be reached, and what is still to be handed to channels, within one
/// transaction.
struct OutboxTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    // MARK: Ways

    /// Those of which `condition` is true, in the order in which it ends.
    func ways(_ condition: String, _ values: any SQLStorable...) throws(StoreError) -> [StoredWay] {
        var ways: [StoredWay] = []
        for row in try connection.run(
            "SELECT * FROM way WHERE organisationID = ? AND \(condition)", [organisation] + values)
        { ways.append(try StoredWay(row)) }
        return ways
    }

    /// In the place of one with the same address.
    func insert(_ way: NewWay, of person: PersonID, at now: Instant) throws(StoreError) -> WayID {
        try connection.run(
            "DELETE FROM way WHERE organisationID = ? AND personID = ? AND channel = ? AND address = ?", organisation,
            person, way.channel, way.address)
        return try connection.insert(
            """
            INSERT INTO way (organisationID, personID, channel, name, address, publicKey, secret, addedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """, organisation, person, way.channel, way.name, way.address, way.publicKey, way.secret, now)
    }

    func delete(_ way: WayID, of person: PersonID) throws(StoreError) {
        try connection.run(
            "DELETE FROM way WHERE organisationID = ? AND personID = ? AND id = ?", organisation, person, way)
    }

    func note(gone way: WayID, at now: Instant) throws(StoreError) {
        try connection.run(
            "UPDATE way SET goneAt = ? WHERE organisationID = ? AND id = ? AND goneAt IS NULL", now, organisation, way)
    }

    func quiet(of person: PersonID) throws(StoreError) -> StoredQuiet? {
        let rows = try connection.run(
            "SELECT quietFrom, quietUntil FROM reach WHERE organisationID = ? AND personID = ?", organisation, person)
        guard let from: Int = try rows.first?["quietFrom"], let until: Int = try rows.first?["quietUntil"],
            let from = LocalTime(minutesSinceMidnight: from), let until = LocalTime(minutesSinceMidnight: until)
        else { return nil }
        return StoredQuiet(from: from, until: until)
    }

    func set(quiet: StoredQuiet?, of person: PersonID) throws(StoreError) {
        try connection.run("DELETE FROM reach WHERE organisationID = ? AND personID = ?", organisation, person)
        guard let quiet else { return }
        try connection.run(
            "INSERT INTO reach (organisationID, personID, quietFrom, quietUntil) VALUES (?, ?, ?, ?)", organisation,
            person, quiet.from.minutesSinceMidnight, quiet.until.minutesSinceMidnight)
    }

    // MARK: Deliveries

    /// Something to be handed to a channel.
    struct Row {
        var id: DeliveryID
        var copy: CopyID
        var way: WayID
        var isReminder: Bool
        var attempts: Int
        var queuedAt: Instant
    }

    /// Queues a copy for all ways that its recipient has; again for none by which it waits already.
    func queue(_ copy: CopyID, isReminder: Bool = false, at now: Instant) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO delivery (organisationID, copyID, wayID, channel, isReminder, queuedAt, dueAt)
            SELECT way.organisationID, messageCopy.id, way.id, way.channel, ?, ?, ? FROM messageCopy
            JOIN way ON way.organisationID = messageCopy.organisationID AND way.personID = messageCopy.personID
                AND way.goneAt IS NULL
            WHERE messageCopy.organisationID = ? AND messageCopy.id = ?
            ON CONFLICT DO NOTHING
            """, isReminder, now, now, organisation, copy)
    }

    /// Those of a channel that are due, the longest waiting first.
    func due(by channel: Channel, at now: Instant, limit: Int) throws(StoreError) -> [Row] {
        try rows("channel = ? AND dueAt <= ? ORDER BY dueAt, id LIMIT ?", channel, now, limit)
    }

    func find(_ id: DeliveryID) throws(StoreError) -> Row? { try rows("id = ?", id).first }

    func rows(_ condition: String, _ values: any SQLStorable...) throws(StoreError) -> [Row] {
        var found: [Row] = []
        for row in try connection.run(
            "SELECT * FROM delivery WHERE organisationID = ? AND \(condition)", [organisation] + values)
        {
            found.append(
                Row(
                    id: try row["id"], copy: try row["copyID"], way: try row["wayID"],
                    isReminder: try row["isReminder"], attempts: try row["attempts"], queuedAt: try row["queuedAt"]))
        }
        return found
    }

    /// - Parameter server: that has claimed it until then; nil: none has.
    func note(due: Instant, attempts: Int, of id: DeliveryID, claimedBy server: ServerID? = nil) throws(StoreError) {
        try connection.run(
            "UPDATE delivery SET dueAt = ?, attempts = ?, serverID = ? WHERE organisationID = ? AND id = ?", due,
            attempts, server, organisation, id)
    }

    /// The servers that have claimed something.
    func claimants() throws(StoreError) -> [ServerID] {
        var servers: [ServerID] = []
        for row in try connection.run(
            "SELECT DISTINCT serverID FROM delivery WHERE organisationID = ? AND serverID IS NOT NULL", organisation)
        { servers.append(try row["serverID"]) }
        return servers
    }

    /// Makes due at once what a server has claimed.
    func release(of server: ServerID, at now: Instant) throws(StoreError) {
        try connection.run(
            "UPDATE delivery SET dueAt = ?, serverID = NULL WHERE organisationID = ? AND serverID = ?", now,
            organisation, server)
    }

    func delete(_ id: DeliveryID) throws(StoreError) {
        try connection.run("DELETE FROM delivery WHERE organisationID = ? AND id = ?", organisation, id)
    }

    /// When the next is due; nil: none is.
    func next() throws(StoreError) -> Instant? {
        try connection.run("SELECT min(dueAt) AS next FROM delivery WHERE organisationID = ?", organisation).first?[
            "next"]
    }

    /// How each channel stands.
    func counts() throws(StoreError) -> [OutboxCount] {
        var counts: [OutboxCount] = []
        for channel in Channel.allCases {
            let waiting = try connection.run(
                """
                SELECT count(*) AS queued, min(queuedAt) AS oldest FROM delivery
                WHERE organisationID = ? AND channel = ?
                """, organisation, channel
            ).first
            let sent = try connection.run(
                "SELECT count(*) AS sent FROM copyEvent WHERE organisationID = ? AND fact = 'sent' AND detail = ?",
                organisation, channel
            ).first
            let gone = try connection.run(
                "SELECT count(*) AS gone FROM way WHERE organisationID = ? AND channel = ? AND goneAt IS NOT NULL",
                organisation, channel
            ).first
            counts.append(
                OutboxCount(
                    channel: channel, queued: try waiting?["queued"] ?? 0, oldest: try waiting?["oldest"],
                    sent: try sent?["sent"] ?? 0, failed: try gone?["gone"] ?? 0))
        }
        return counts
    }

    /// For erasing a person: how they were reached. What was said to others stays theirs.
    func erase(of person: PersonID) throws(StoreError) {
        for table in ["way", "reach"] {
            try connection.run("DELETE FROM \(table) WHERE organisationID = ? AND personID = ?", organisation, person)
        }
    }
}

extension Channel: SQLStorable {}

extension StoredWay {
    fileprivate init(_ row: SQLRow) throws(StoreError) {
        self.init(
            id: try row["id"], person: try row["personID"], channel: try row["channel"], name: try row["name"],
            address: try row["address"], publicKey: try row["publicKey"], secret: try row["secret"],
            addedAt: try row["addedAt"], goneAt: try row["goneAt"])
    }
}
