internal import CrewRecords
internal import RotaModel

/// When the people of one organisation were on watch, within one transaction.
struct AttendanceTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    /// - Parameter station: where it was pressed; nil: it is written down.
    func insert(
        _ new: NewAttendance, of person: PersonID, by author: PersonID, at now: Instant, station: StationID? = nil
    ) throws(StoreError) -> AttendanceID {
        try connection.insert(
            """
            INSERT INTO attendance (organisationID, personID, unitID, kind, at, replacesID, isTakenBack, note, enteredBy,
                enteredAt, stationID)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """, organisation, person, new.unit, new.kind, new.at, new.replaces, new.isTakenBack, new.note, author, now,
            station)
    }

    func find(_ id: AttendanceID) throws(StoreError) -> AttendanceEvent? { try all("id = ?", id).first }

    /// Those of which `condition` is true, in the order in which they were told.
    func all(_ condition: String, _ values: any SQLStorable...) throws(StoreError) -> [AttendanceEvent] {
        try all(condition, values.map { $0.sqlValue })
    }

    /// Of those people, as far as they are about times of that interval.
    func all(of people: [PersonID], about interval: ClosedRange<Instant>) throws(StoreError) -> [AttendanceEvent] {
        let dialect = connection.dialect
        return try all(
            "\(dialect.isListed("personID")) AND at BETWEEN ? AND ?",
            [
                SQLList(people.map(\.rawValue)).value(in: dialect), interval.lowerBound.sqlValue,
                interval.upperBound.sqlValue,
            ])
    }

    private func all(_ condition: String, _ values: [SQLValue]) throws(StoreError) -> [AttendanceEvent] {
        var events: [AttendanceEvent] = []
        for row in try connection.runChecked(
            "SELECT * FROM attendance WHERE organisationID = ? AND \(condition)", [organisation.sqlValue] + values)
        {
            events.append(
                AttendanceEvent(
                    id: try row["id"], person: try row["personID"], unit: try row["unitID"], kind: try row["kind"],
                    at: try row["at"], replaces: try row["replacesID"], isTakenBack: try row["isTakenBack"],
                    note: try row["note"], enteredBy: try row["enteredBy"], enteredAt: try row["enteredAt"],
                    station: try row["stationID"]))
        }
        return events.sorted { $0.id < $1.id }
    }

    /// In which units, and of whom, something was told about times since then.
    func told(since then: Instant) throws(StoreError) -> (units: Set<UnitID>, people: Set<PersonID>) {
        var (units, people): (Set<UnitID>, Set<PersonID>) = ([], [])
        for row in try connection.run(
            "SELECT DISTINCT unitID, personID FROM attendance WHERE organisationID = ? AND at >= ?", organisation, then)
        {
            let (unit, person): (UnitID, PersonID) = try (row["unitID"], row["personID"])
            units.insert(unit)
            people.insert(person)
        }
        return (units, people)
    }

    /// For erasing a person: what was written about them. The times stay, which hours are made of.
    func erase(of person: PersonID) throws(StoreError) {
        try connection.run(
            "UPDATE attendance SET note = NULL WHERE organisationID = ? AND personID = ?", organisation, person)
    }
}

extension AttendanceEvent.Kind: SQLStorable {}
