internal import GRDB

extension ScratchStore {
    /// Runs SQL as somebody would by hand, past the store.
    ///
    /// - Returns: the answer's rows, one a line, columns with `|` between.
    @discardableResult
    package func byHand(_ sql: String) async throws -> String {
        if let answer = try await runOnServer(sql) { return answer }
        let queue = try DatabaseQueue(path: location)
        let rows = try await queue.write { database in
            // The last statement's answer is the answer, as with psql.
            let statements = try database.allStatements(sql: sql)
            var rows: [Row] = []
            while let statement = try statements.next() { rows = try Row.fetchAll(statement) }
            return rows.map { row in row.databaseValues.map { $0.isNull ? "" : $0.description }.joined(separator: "|") }
        }
        try queue.close()
        return rows.joined(separator: "\n").replacing("\"", with: "")
    }
}
