/// The names of an answer's columns, shared by its rows.
struct SQLColumns: Sendable {
    private let names: [String]

    init(_ names: some Sequence<String>) {
        self.names = names.map { $0.lowercased() }
    }

    /// Whatever the case: SQL's names have none, and PostgreSQL tells them in lower case.
    func index(of name: String) -> Int? { names.firstIndex(of: name.lowercased()) }
}

/// One row of an answer.
struct SQLRow: Sendable {
    private let columns: SQLColumns
    private let values: [SQLValue]

    init(_ values: [SQLValue], of columns: SQLColumns) {
        self.values = values
        self.columns = columns
    }

    /// The value of the column of that name.
    ///
    /// - Throws: `StoreError` if it is none of the type's.
    subscript<Value: SQLStorable>(_ name: String) -> Value {
        get throws(StoreError) {
            guard let index = columns.index(of: name) else {
                throw StoreError(.damaged, "The database's answer has no column \(name).")
            }
            guard let value = Value(sqlValue: values[index]) else {
                throw StoreError(
                    .damaged, "The database's column \(name) holds \(values[index].kind) that is no \(Value.self).")
            }
            return value
        }
    }
}
