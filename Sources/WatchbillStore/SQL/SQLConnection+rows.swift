extension SQLConnection {
    /// How many rows go with one statement. SQLite takes 32,766 values, PostgreSQL 65,535.
    private var rowsTogether: Int { 100 }

    /// Inserts many rows into a table, for a directory of thousands.
    ///
    /// - Parameters:
    ///   - columns: names with commas between.
    ///   - end: what follows the values, such as what to do with those that are there already.
    func insert(
        _ rows: [[SQLValue]], into table: String, _ columns: String, end: String = ""
    ) throws(StoreError) {
        guard let width = rows.first?.count else { return }
        let row = "(" + Array(repeating: "?", count: width).joined(separator: ", ") + ")"
        var first = 0
        while first < rows.count {
            // One statement for many rows and one for a single row are prepared, and no others.
            let count = rows.count - first >= rowsTogether ? rowsTogether : 1
            let places = Array(repeating: row, count: count).joined(separator: ", ")
            _ = try runChecked(
                "INSERT INTO \(table) (\(columns)) VALUES \(places) \(end)",
                Array(rows[first..<(first + count)].joined()))
            first += count
        }
    }
}
