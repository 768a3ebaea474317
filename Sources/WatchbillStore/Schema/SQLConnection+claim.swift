extension SQLConnection {
    /// Marks an empty database as Watchbill's.
    ///
    /// - Throws: `StoreError` if it is another program's.
    func claim(place: String) throws(StoreError) {
        switch dialect {
        case .sqlite: try claimFile(place: place)
        case .postgres: try claimNamespace(place: place)
        }
    }

    /// Whether it is Watchbill's.
    func isClaimed() throws(StoreError) -> Bool {
        switch dialect {
        case .sqlite: try isClaimedFile()
        case .postgres:
            try !run(
                "SELECT 1 FROM pg_namespace WHERE nspname = 'watchbill' AND obj_description(oid, 'pg_namespace') = ?",
                namespaceMark
            ).isEmpty
        }
    }

    /// "WBIL": tells a Watchbill database from any other SQLite file.
    private var applicationID: Int { 0x5742_494C }

    /// Whether it is Watchbill's SQLite file.
    func isClaimedFile() throws(StoreError) -> Bool {
        let found: Int? = try run("PRAGMA application_id").first?["application_id"]
        return found == applicationID
    }

    private func claimFile(place: String) throws(StoreError) {
        if try isClaimedFile() { return }
        let isUnused: Bool? = try run(
            """
            SELECT (SELECT application_id FROM pragma_application_id) = 0 AND NOT EXISTS (SELECT 1 FROM sqlite_schema)
                AS isUnused
            """
        ).first?["isUnused"]
        guard isUnused == true else {
            throw StoreError(
                .notOurs, "\(place) is a database of another program. Name another file for Watchbill's database.")
        }
        try script("PRAGMA application_id = \(applicationID)")
    }

    /// The comment on PostgreSQL's schema by which it is known.
    private var namespaceMark: String { "The crew system Watchbill keeps its tables here." }

    /// Servers that start at a time wait here for each other.
    private func claimNamespace(place: String) throws(StoreError) {
        try script("SELECT pg_advisory_xact_lock(\(PostgresDatabase.LockKind.schema.rawValue), 0)")
        let found = try run(
            """
            SELECT obj_description(oid, 'pg_namespace') AS mark,
                EXISTS (SELECT 1 FROM pg_class WHERE relnamespace = pg_namespace.oid) AS isUsed
            FROM pg_namespace WHERE nspname = 'watchbill'
            """
        ).first
        guard let found else {
            try script("CREATE SCHEMA watchbill; COMMENT ON SCHEMA watchbill IS '\(namespaceMark)'")
            return
        }
        let (mark, isUsed): (String?, Bool) = try (found["mark"], found["isUsed"])
        if mark == namespaceMark { return }
        guard !isUsed else {
            throw StoreError(
                .notOurs,
                "The schema watchbill of the database \(place) belongs to another program. Name another database.")
        }
        try script("COMMENT ON SCHEMA watchbill IS '\(namespaceMark)'")
    }
}
