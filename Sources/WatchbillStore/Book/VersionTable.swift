internal import CrewRecords
internal import RotaModel

/// The published versions of one organisation's rotas, within one transaction.
struct VersionTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    /// The versions of a unit of which `condition` is true, in the order in which it ends.
    func all(
        of unit: UnitID, _ condition: String, _ values: any SQLStorable...
    ) throws(StoreError) -> [StoredVersion] {
        let rows = try connection.run(
            "SELECT * FROM publishedVersion WHERE organisationID = ? AND unitID = ? AND \(condition)",
            [organisation, unit] + values)
        var versions: [StoredVersion] = []
        for row in rows { versions.append(try StoredVersion(row)) }
        return versions
    }

    /// The newest that has one of the dates.
    func newest(
        of unit: UnitID, from first: CalendarDate, through last: CalendarDate
    ) throws(StoreError) -> StoredVersion? {
        try all(of: unit, "firstDate <= ? AND lastDate >= ? ORDER BY number DESC LIMIT 1", last, first).first
    }

    /// Of all units together.
    func count() throws(StoreError) -> Int {
        let rows = try connection.run(
            "SELECT count(*) AS number FROM publishedVersion WHERE organisationID = ?", organisation)
        return try rows.first?["number"] ?? 0
    }

    /// The number that the next one gets.
    func next(of unit: UnitID) throws(StoreError) -> Int {
        try (all(of: unit, "number >= 1 ORDER BY number DESC LIMIT 1").first?.number ?? 0) + 1
    }

    /// - Parameter people: in the order of the rota's rows.
    func insert(_ version: StoredVersion, _ rota: Rota, of people: [PersonID]) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO publishedVersion (organisationID, unitID, number, problemID, buildID, firstDate, lastDate,
                supersedes, publishedAt, publishedBy, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, organisation, version.unit, version.number, version.problem, version.build, version.first,
            version.last,
            version.supersedes, version.publishedAt, version.publishedBy, version.note)
        let rows = people.enumerated().map { place, person in
            [
                organisation.sqlValue, version.unit.sqlValue, version.number.sqlValue, place.sqlValue, person.sqlValue,
                rota.row(of: PersonIndex(place)).map(\.rawValue).sqlValue,
            ]
        }
        try connection.insert(
            rows, into: "publishedRow", "organisationID, unitID, number, place, personID, duties")
    }

    func rota(of version: StoredVersion) throws(StoreError) -> Rota {
        let rows = try connection.run(
            """
            SELECT duties FROM publishedRow WHERE organisationID = ? AND unitID = ? AND number = ? ORDER BY place
            """, organisation, version.unit, version.number)
        var rota = Rota(peopleCount: rows.count, dayCount: version.first.days(through: version.last))
        var duties: [Duty] = []
        for row in rows { duties += (try row["duties"] as [UInt8]).map(Duty.init(rawValue:)) }
        guard duties.count == rota.duties.count else {
            throw StoreError(.damaged, "Version \(version.number) of \(version.unit)'s rota lacks days.")
        }
        rota.duties = duties
        return rota
    }

    /// Who is in a version, in the order of its rota's rows.
    func people(of version: StoredVersion) throws(StoreError) -> [PersonID] {
        var people: [PersonID] = []
        for row in try connection.run(
            "SELECT personID FROM publishedRow WHERE organisationID = ? AND unitID = ? AND number = ? ORDER BY place",
            organisation, version.unit, version.number)
        { people.append(try row["personID"]) }
        return people
    }

    /// The units of whose rotas somebody has ever been in a published version.
    func units(of person: PersonID) throws(StoreError) -> [UnitID] {
        var units: [UnitID] = []
        for row in try connection.run(
            "SELECT DISTINCT unitID FROM publishedRow WHERE organisationID = ? AND personID = ? ORDER BY unitID",
            organisation, person)
        { units.append(try row["unitID"]) }
        return units
    }

    /// What a version says of somebody; nil if they are not in it.
    func duties(of person: PersonID, in version: StoredVersion) throws(StoreError) -> [Duty]? {
        let rows = try connection.run(
            "SELECT duties FROM publishedRow WHERE organisationID = ? AND unitID = ? AND number = ? AND personID = ?",
            organisation, version.unit, version.number, person)
        guard let row = rows.first else { return nil }
        return (try row["duties"] as [UInt8]).map(Duty.init(rawValue:))
    }
}

extension CalendarDate {
    /// How many days there are from this one through another.
    fileprivate func days(through last: CalendarDate) -> Int { last.dayNumber - dayNumber + 1 }
}

extension StoredVersion {
    fileprivate init(_ row: SQLRow) throws(StoreError) {
        self.init(
            unit: try row["unitID"], number: try row["number"], problem: try row["problemID"],
            build: try row["buildID"], first: try row["firstDate"], last: try row["lastDate"],
            supersedes: try row["supersedes"], publishedAt: try row["publishedAt"],
            publishedBy: try row["publishedBy"], note: try row["note"])
    }
}
