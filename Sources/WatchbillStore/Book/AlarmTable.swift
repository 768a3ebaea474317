internal import CrewMessages
internal import CrewRecords
internal import RotaModel

/// Who was missing in one organisation, within one transaction.
struct AlarmTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    /// Those of which `condition` is true, the oldest first.
    func all(_ condition: String, _ values: any SQLStorable...) throws(StoreError) -> [StoredAlarm] {
        var alarms: [StoredAlarm] = []
        for row in try connection.run(
            "SELECT * FROM alarm WHERE organisationID = ? AND \(condition)", [organisation] + values)
        {
            let toldTo: String = try row["toldTo"]
            alarms.append(
                StoredAlarm(
                    alarm: Alarm(
                        id: try row["id"], unit: try row["unitID"], person: try row["personID"], date: try row["date"],
                        shift: try row["shift"], start: try row["startAt"], end: try row["endAt"],
                        raised: try row["raisedAt"], toldTo: toldTo.split(separator: "\n").map { PersonID(String($0)) },
                        state: try row["state"], settled: try row["settledAt"], settledBy: try row["settledBy"]),
                    cover: try row["coverID"]))
        }
        return alarms.sorted { $0.alarm.id < $1.alarm.id }
    }

    func find(_ id: AlarmID) throws(StoreError) -> StoredAlarm? { try all("id = ?", id).first }

    func insert(_ new: NewAlarm, at now: Instant) throws(StoreError) -> AlarmID {
        try connection.insert(
            """
            INSERT INTO alarm (organisationID, unitID, personID, date, shift, startAt, endAt, raisedAt, state, toldTo)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?) RETURNING id
            """, organisation, new.unit, new.person, new.date, new.shift, new.start, new.end, now,
            new.toldTo.map(\.rawValue).joined(separator: "\n"))
    }

    /// Nothing happens to one that is settled.
    func settle(_ id: AlarmID, as state: Alarm.State, by person: PersonID?, at now: Instant) throws(StoreError) {
        try connection.run(
            """
            UPDATE alarm SET state = ?, settledAt = ?, settledBy = ?
            WHERE organisationID = ? AND id = ? AND state IN ('open', 'away') AND state <> ?
            """, state, now, person, organisation, id, state)
    }

    func note(cover: CoverCallID, of id: AlarmID) throws(StoreError) {
        try connection.run(
            "UPDATE alarm SET coverID = ? WHERE organisationID = ? AND id = ?", cover, organisation, id)
    }
}

extension Alarm.State: SQLStorable {}
