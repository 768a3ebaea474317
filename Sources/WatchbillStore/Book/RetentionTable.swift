internal import RotaModel
internal import CrewRecords

/// How long one organisation keeps entries, within one transaction.
struct RetentionTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    func read() throws(StoreError) -> Retention {
        var rules: [RecordCategory: RetentionRule] = [:]
        for row in try connection.run("SELECT * FROM retentionRule WHERE organisationID = ?", organisation) {
            rules[try row["category"]] = RetentionRule(years: try row["years"], from: try row["start"])
        }
        return Retention(rules)
    }

    func write(_ retention: Retention) throws(StoreError) {
        try connection.run("DELETE FROM retentionRule WHERE organisationID = ?", organisation)
        for category in RecordCategory.allCases {
            guard let rule = retention.rules[category] else { continue }
            try connection.run(
                "INSERT INTO retentionRule (organisationID, category, years, start) VALUES (?, ?, ?, ?)", organisation,
                category, rule.years, rule.from)
        }
    }
}
