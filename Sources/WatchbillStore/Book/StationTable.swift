internal import CrewRecords
internal import RotaModel

/// Stations, what was pressed there, and entry codes of one organisation, within one transaction.
struct StationTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    // MARK: Stations

    func find(_ id: StationID) throws(StoreError) -> Station? { try all("id = ?", id).first }

    /// The one that a code pairs at that moment.
    func find(_ token: Token<Station>, at now: Instant) throws(StoreError) -> Station? {
        try all("codeDigest = ? AND codeUntil > ? AND publicKey IS NULL AND revokedAt IS NULL", token.digest, now).first
    }

    /// Revoked ones, too; the oldest first.
    func all(in unit: UnitID) throws(StoreError) -> [Station] {
        try all("unitID = ?", unit).sorted { ($0.made, $0.id) < ($1.made, $1.id) }
    }

    /// Those in use, of all units.
    func allInUse() throws(StoreError) -> [Station] { try all("publicKey IS NOT NULL AND revokedAt IS NULL") }

    private func all(_ condition: String, _ values: any SQLStorable...) throws(StoreError) -> [Station] {
        var stations: [Station] = []
        for row in try connection.run(
            "SELECT * FROM station WHERE organisationID = ? AND \(condition)", [organisation] + values)
        {
            stations.append(
                Station(
                    id: try row["id"], unit: try row["unitID"], name: try row["name"], madeBy: try row["madeBy"],
                    made: try row["madeAt"], key: try row["publicKey"], paired: try row["pairedAt"],
                    lastSeen: try row["lastSeenAt"], skew: try row["skew"], revoked: try row["revokedAt"]))
        }
        return stations
    }

    func insert(_ station: Station) throws(StoreError) {
        try connection.run(
            "INSERT INTO station (organisationID, id, unitID, name, madeBy, madeAt) VALUES (?, ?, ?, ?, ?, ?)",
            organisation, station.id, station.unit, station.name, station.madeBy, station.made)
    }

    func note(code token: Token<Station>, until: Instant, of station: StationID) throws(StoreError) {
        try connection.run(
            "UPDATE station SET codeDigest = ?, codeUntil = ? WHERE organisationID = ? AND id = ?", token.digest, until,
            organisation, station)
    }

    /// From then on the code pairs no other device.
    func note(pairing key: StationKey, of station: StationID, at now: Instant) throws(StoreError) {
        try connection.run(
            """
            UPDATE station SET publicKey = ?, pairedAt = ?, lastSeenAt = ?, codeDigest = NULL, codeUntil = NULL
            WHERE organisationID = ? AND id = ?
            """, key, now, now, organisation, station)
    }

    func noteSeen(_ station: StationID, skew: Int, at now: Instant) throws(StoreError) {
        try connection.run(
            "UPDATE station SET lastSeenAt = ?, skew = ? WHERE organisationID = ? AND id = ? AND revokedAt IS NULL",
            now,
            skew, organisation, station)
    }

    func revoke(_ station: StationID, at now: Instant) throws(StoreError) {
        try connection.run(
            """
            UPDATE station SET revokedAt = ?, codeDigest = NULL, codeUntil = NULL
            WHERE organisationID = ? AND id = ? AND revokedAt IS NULL
            """, now, organisation, station)
    }

    // MARK: Presses

    func press(_ sequence: Int, at station: StationID) throws(StoreError) -> StoredPress? {
        try presses("stationID = ? AND sequence = ?", station, sequence).first
    }

    /// The latest that a station has told.
    func lastPress(at station: StationID) throws(StoreError) -> StoredPress? {
        try presses("stationID = ? ORDER BY at DESC, sequence DESC LIMIT 1", station).first
    }

    /// How many wrong codes of somebody were heard of since then.
    func missCount(of person: PersonID, since: Instant) throws(StoreError) -> Int {
        try presses("personID = ? AND receivedAt > ? AND verdict = 'wrongCode'", person, since).count
    }

    /// When wrong codes of somebody were typed, or such as are not checked yet.
    func misses(of person: PersonID, since: Instant, through: Instant) throws(StoreError) -> [StoredPress] {
        try presses(
            "personID = ? AND at BETWEEN ? AND ? AND verdict IN ('wrongCode', 'pending')", person, since, through)
    }

    /// What did not come to stand in the attendance although somebody pressed it, and times that are doubtful since a clock was
    /// set or that were put elsewhere than the station told, at stations of a unit.
    func notable(in unit: UnitID, since: Instant, through: Instant) throws(StoreError) -> [StoredPress] {
        try presses(
            """
            at BETWEEN ? AND ?
                AND (verdict IN ('slowed', 'unknown', 'tooOld', 'wrongCode') OR abs(skew - skewThen) >= ?
                    OR (verdict IN ('taken', 'nothing') AND abs(at - pressedAt - skew) >= ?))
                AND stationID IN
                    (SELECT id FROM station WHERE organisationID = stationPress.organisationID AND unitID = ?)
            ORDER BY at, sequence LIMIT 500
            """, since, through, StationPress.doubtful, StationPress.doubtful, unit)
    }

    private func presses(_ condition: String, _ values: any SQLStorable...) throws(StoreError) -> [StoredPress] {
        var presses: [StoredPress] = []
        for row in try connection.run(
            "SELECT * FROM stationPress WHERE organisationID = ? AND \(condition)", [organisation] + values)
        {
            presses.append(
                StoredPress(
                    press: StationPress(
                        sequence: try row["sequence"], person: try row["personID"], kind: try row["kind"],
                        pressed: try row["pressedAt"], skewThen: try row["skewThen"]),
                    station: try row["stationID"], skew: try row["skew"], at: try row["at"],
                    received: try row["receivedAt"], verdict: try row["verdict"],
                    attendance: try row["attendanceID"]))
        }
        return presses
    }

    func insert(_ stored: StoredPress) throws(StoreError) {
        let press = stored.press
        try connection.run(
            """
            INSERT INTO stationPress (organisationID, stationID, sequence, personID, kind, pressedAt, skewThen, skew, at,
                receivedAt, verdict)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, organisation, stored.station, press.sequence, press.person, press.kind, press.pressed, press.skewThen,
            stored.skew, stored.at, stored.received, stored.verdict)
    }

    func settle(_ stored: StoredPress) throws(StoreError) {
        try connection.run(
            """
            UPDATE stationPress SET verdict = ?, attendanceID = ?
            WHERE organisationID = ? AND stationID = ? AND sequence = ? AND verdict = 'pending'
            """, stored.verdict, stored.attendance, organisation, stored.station, stored.press.sequence)
    }

    // MARK: Codes

    func code(of person: PersonID) throws(StoreError) -> PasswordHash? {
        try connection.run(
            "SELECT hash FROM entryCode WHERE organisationID = ? AND personID = ?", organisation, person
        ).first?["hash"]
    }

    /// Whoever has one.
    func peopleWithCode() throws(StoreError) -> Set<PersonID> {
        var people: Set<PersonID> = []
        for row in try connection.run("SELECT personID FROM entryCode WHERE organisationID = ?", organisation) {
            people.insert(try row["personID"])
        }
        return people
    }

    func set(_ hash: PasswordHash, of person: PersonID, at now: Instant) throws(StoreError) {
        try eraseCode(of: person)
        try connection.run(
            "INSERT INTO entryCode (organisationID, personID, hash, setAt) VALUES (?, ?, ?, ?)", organisation, person,
            hash, now)
    }

    func eraseCode(of person: PersonID) throws(StoreError) {
        try connection.run("DELETE FROM entryCode WHERE organisationID = ? AND personID = ?", organisation, person)
    }

    // MARK: How late somebody may be

    /// In minutes; nil: nobody is told.
    func grace(in unit: UnitID) throws(StoreError) -> Minutes? {
        let rows = try connection.run(
            "SELECT grace FROM watchRule WHERE organisationID = ? AND unitID = ?", organisation, unit)
        guard let minutes: Int = try rows.first?["grace"] else { return nil }
        return Minutes(minutes)
    }

    /// By unit: those in which somebody is told.
    func graces() throws(StoreError) -> [UnitID: Minutes] {
        var found: [UnitID: Minutes] = [:]
        for row in try connection.run("SELECT unitID, grace FROM watchRule WHERE organisationID = ?", organisation) {
            found[try row["unitID"]] = Minutes(try row["grace"])
        }
        return found
    }

    func set(grace: Minutes?, in unit: UnitID, by person: PersonID, at now: Instant) throws(StoreError) {
        try connection.run("DELETE FROM watchRule WHERE organisationID = ? AND unitID = ?", organisation, unit)
        guard let grace else { return }
        try connection.run(
            "INSERT INTO watchRule (organisationID, unitID, grace, changedBy, changedAt) VALUES (?, ?, ?, ?, ?)",
            organisation, unit, grace.value, person, now)
    }
}

extension StationPress.Verdict: SQLStorable {}

extension StationKey: SQLStorable {
    var sqlValue: SQLValue { .blob(bytes) }

    init?(sqlValue: SQLValue) {
        guard let bytes = [UInt8](sqlValue: sqlValue) else { return nil }
        self.init(bytes)
    }
}
