internal import CrewRecords
internal import RotaModel

/// The directory of one organisation, within one transaction.
struct DirectoryTables {
    let connection: any SQLConnection
    let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    func version() throws(StoreError) -> DirectoryVersion { try organisationRow()["directoryVersion"] }

    func isDemo() throws(StoreError) -> Bool { try organisationRow()["isDemo"] }

    func markAsDemo() throws(StoreError) {
        try connection.run("UPDATE organisation SET isDemo = 1 WHERE id = ?", organisation)
    }

    private func organisationRow() throws(StoreError) -> SQLRow {
        let rows = try connection.run("SELECT * FROM organisation WHERE id = ?", organisation)
        guard let row = rows.first else {
            throw StoreError(.noSuchOrganisation, "The database no longer has its organisation.")
        }
        return row
    }

    func read() throws(StoreError) -> Directory {
        var directory = Directory(organisation: try organisationRow()["name"], units: [])
        for row in try rows(of: "unit") {
            let weekend: StoredWeekend = try row["weekend"]
            let unit = CrewUnit(
                id: try row["id"], name: try row["name"], zone: try row["zone"],
                firstWeekday: try row["firstWeekday"], weekend: weekend.days)
            directory.units.append(UnitEntry(unit, parent: try row["parentID"]))
        }
        for row in try rows(of: "rank") {
            directory.ranks.append(Rank(id: try row["id"], name: try row["name"]))
        }
        for row in try rows(of: "qualification") {
            directory.qualifications.append(Qualification(id: try row["id"], name: try row["name"]))
        }
        for row in try rows(of: "contract") {
            directory.contracts.append(Contract(id: try row["id"], name: try row["name"], share: try row["share"]))
        }
        let (ranks, qualifications) = (try held(.ranks), try held(.qualifications))
        let (contracts, memberships) = (try held(.contracts), try held(.memberships))
        for row in try rows(of: "person") {
            let id: PersonID = try row["id"]
            directory.people.append(
                PersonEntry(
                    id: id, name: try row["name"], ranks: ranks[id] ?? [], qualifications: qualifications[id] ?? [],
                    contracts: contracts[id] ?? [], memberships: memberships[id] ?? []))
        }
        return directory
    }

    private func rows(of table: String) throws(StoreError) -> [SQLRow] {
        try connection.run("SELECT * FROM \(table) WHERE organisationID = ? ORDER BY place, id", organisation)
    }

    private func held<Kind>(_ list: HeldList<Kind>) throws(StoreError) -> [PersonID: [Held<Identifier<Kind>>]] {
        let rows = try connection.run(
            "SELECT * FROM \(list.table) WHERE organisationID = ? ORDER BY personID, place", organisation)
        var held: [PersonID: [Held<Identifier<Kind>>]] = [:]
        for row in rows {
            let valid = Validity(from: try row["validFrom"], until: try row["validUntil"])
            held[try row["personID"], default: []].append(Held(try row[list.column], valid: valid))
        }
        return held
    }
}

/// One of the lists of what people hold for a time, and the table it is kept in.
struct HeldList<Kind: Sendable> {
    let table: String
    let column: String
    let path: KeyPath<PersonEntry, [Held<Identifier<Kind>>]>
}

extension HeldList<Rank> {
    static var ranks: Self { Self(table: "heldRank", column: "rankID", path: \.ranks) }
}

extension HeldList<Qualification> {
    static var qualifications: Self {
        Self(table: "heldQualification", column: "qualificationID", path: \.qualifications)
    }
}

extension HeldList<Contract> {
    static var contracts: Self { Self(table: "heldContract", column: "contractID", path: \.contracts) }
}

extension HeldList<CrewUnit> {
    static var memberships: Self { Self(table: "membership", column: "unitID", path: \.memberships) }
}
