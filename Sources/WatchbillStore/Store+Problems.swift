package import RotaModel

extension Store {
    /// Keeps a problem's document and gives it a number.
    package func add(problem document: [UInt8], name: String, at now: Instant) async throws -> ProblemID {
        try await database.write { [organisation] connection in
            try connection.insert(
                """
                INSERT INTO problem (organisationID, name, document, storedAt) VALUES (?, ?, ?, ?) RETURNING id
                """, organisation, name, document, now)
        }
    }

    /// The problem stored last; nil in an empty store.
    package func latestProblem() async throws -> StoredProblem? {
        try await database.read { [organisation] connection in
            try connection.run(
                "SELECT * FROM problem WHERE organisationID = ? ORDER BY id DESC LIMIT 1", organisation
            ).first.map(StoredProblem.init)
        }
    }

    /// Nil if there is none of that number.
    package func problem(_ id: ProblemID) async throws -> StoredProblem? {
        try await database.read { [organisation] connection in
            try connection.run("SELECT * FROM problem WHERE organisationID = ? AND id = ?", organisation, id).first
                .map(StoredProblem.init)
        }
    }
}

extension StoredProblem {
    fileprivate init(_ row: SQLRow) throws {
        self.init(
            id: try row["id"], name: try row["name"], document: try row["document"], storedAt: try row["storedAt"])
    }
}
