/// The tables of the store, and whether a database is Watchbill's.
enum Schema {
    /// In the order in which they are taken.
    static let steps: [SchemaStep] = [
        .crews, .organisations, .book, .records, .published, .calendars, .edits, .setups, .asking, .messages,
        .channels, .requestCalls, .attendance, .boxCounts, .stations, .expiry, .signedHours,
    ]

    /// Makes a new database Watchbill's, or brings its tables up to date. Within one transaction.
    ///
    /// - Parameter place: how messages name the database.
    /// - Throws: `StoreError`: it belongs to another program, or was written by a newer Watchbill.
    static func prepare(_ connection: any SQLConnection, place: String) throws(StoreError) {
        try connection.claim(place: place)
        let table = connection.dialect.stepTable
        try connection.script("CREATE TABLE IF NOT EXISTS \(table) (identifier TEXT NOT NULL PRIMARY KEY)")
        let taken = try taken(connection, place: place)
        for step in steps where !taken.contains(String(step.number)) {
            try connection.script(step.text(connection.dialect))
            try connection.run("INSERT INTO \(table) (identifier) VALUES (?)", String(step.number))
        }
    }

    /// Which steps were taken.
    private static func taken(_ connection: any SQLConnection, place: String) throws(StoreError) -> Set<String> {
        var taken: Set<String> = []
        for row in try connection.run("SELECT identifier FROM \(connection.dialect.stepTable)") {
            taken.insert(try row["identifier"])
        }
        guard taken.isSubset(of: steps.map { String($0.number) }) else {
            throw StoreError(
                .newerSchema,
                "The database \(place) was written by a newer Watchbill than this one. "
                    + "Start the newer version, or restore a back-up made before it ran.")
        }
        return taken
    }

    /// Whether a database can be looked into as it is, changing nothing.
    ///
    /// - Throws: `StoreError`: it belongs to another program, or was used last by another version of Watchbill.
    static func check(_ connection: any SQLConnection, place: String) throws(StoreError) {
        guard try connection.isClaimed() else {
            throw StoreError(.notOurs, "\(place) is no database of Watchbill's. Name another one.")
        }
        guard try taken(connection, place: place).count == steps.count else {
            throw StoreError(
                .olderSchema,
                "The database \(place) was used last by an older Watchbill than this one. "
                    + "Start the server once, which brings it up to date.")
        }
    }
}

extension SQLDialect {
    /// Which steps were taken. SQLite's has the name that the first version gave it: versions of before look there too,
    /// and refuse what is newer than they are.
    fileprivate var stepTable: String { self == .sqlite ? "grdb_migrations" : "step" }
}
