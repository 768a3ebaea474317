internal import RotaModel

/// Somewhere to run SQL, within one transaction.
///
/// Texts are written once for both databases, in the part of the language that they share: `?` for a value, `RETURNING`
/// for what was inserted, no name in quotes, `CAST(sum(x) AS BIGINT)` for a sum. What differs is a member of
/// `SQLDialect`.
protocol SQLConnection {
    var dialect: SQLDialect { get }
    var isInTransaction: Bool { get }

    /// Runs one statement, prepared when it is first met and kept so: its text is one of few, and no value is part of it.
    ///
    /// - Parameter values: for the placeholders, in order.
    /// - Throws: `StoreError`, without any of the values in its message.
    func run(_ sql: String, values: [SQLValue]) throws(StoreError) -> [SQLRow]

    /// Runs statements without placeholders and without an answer, with semicolons between them.
    func script(_ sql: String) throws(StoreError)
}

extension SQLConnection {
    /// Runs one statement with these values for its placeholders, in order.
    ///
    /// - Throws: `StoreError`, without any of the values in its message.
    @discardableResult
    func run(_ sql: String, _ values: any SQLStorable...) throws(StoreError) -> [SQLRow] {
        try run(sql, values)
    }

    func run(_ sql: String, _ values: [any SQLStorable]) throws(StoreError) -> [SQLRow] {
        try runChecked(sql, values.map { $0.sqlValue })
    }

    /// Runs one statement, if databases can keep its values.
    func runChecked(_ sql: String, _ values: [SQLValue]) throws(StoreError) -> [SQLRow] {
        for case .text(let text) in values where text.utf8.contains(0) {
            // PostgreSQL cannot keep it and SQLite would cut the text there.
            throw StoreError(.unusableText, "A text holds a null character, which no database keeps. Take it out.")
        }
        return try run(sql, values: values)
    }

    /// Runs a statement that inserts one row and returns its number.
    func insert<Kind>(_ sql: String, _ values: any SQLStorable...) throws(StoreError) -> Serial<Kind> {
        guard let row = try run(sql, values).first else {
            throw StoreError(.failed, "The database gave a new row no number.")
        }
        return try row["id"]
    }
}
