internal import Foundation
internal import GRDB

/// GRDB's access to a database, for as long as it lends it.
struct SQLiteAccess: SQLConnection {
    let database: Database
    /// Of the file, for messages.
    let path: String

    var dialect: SQLDialect { .sqlite }
    var isInTransaction: Bool { database.isInsideTransaction }

    func run(_ sql: String, values: [SQLValue]) throws(StoreError) -> [SQLRow] {
        do {
            let statement = try database.cachedStatement(sql: sql)
            let columns = SQLColumns(statement.columnNames)
            var rows: [SQLRow] = []
            let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(values.map(\.databaseValue)))
            while let row = try cursor.next() {
                rows.append(SQLRow(row.databaseValues.map(SQLValue.init), of: columns))
            }
            return rows
        } catch {
            throw StoreError(sqlite: error, path: path)
        }
    }

    func script(_ sql: String) throws(StoreError) {
        do {
            try database.execute(sql: sql)
        } catch {
            throw StoreError(sqlite: error, path: path)
        }
    }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let value): value.databaseValue
        case .real(let value): value.databaseValue
        case .text(let value): value.databaseValue
        case .blob(let value): Data(value).databaseValue
        }
    }

    fileprivate init(_ value: DatabaseValue) {
        self =
            switch value.storage {
            case .null: .null
            case .int64(let value): .integer(value)
            case .double(let value): .real(value)
            case .string(let value): .text(value)
            case .blob(let value): .blob(Array(value))
            }
    }
}

extension StoreError {
    /// SQLite's messages name tables, columns and conditions, and no values.
    init(sqlite error: any Error, path: String) {
        guard let error = error as? DatabaseError else {
            self.init(.failed, "The database \(path) could not do this: \(error).")
            return
        }
        let reason = error.message ?? "\(error.resultCode)"
        switch error.resultCode.primaryResultCode {
        case .SQLITE_CONSTRAINT:
            self.init(.refused, "The database refuses what makes no sense: \(reason).")
        case .SQLITE_FULL:
            self.init(
                .diskFull,
                "The disk of the database \(path) is full, so nothing was written. Make room and do it again.")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(.busy, "Another program kept the database \(path) busy (\(reason)). End that one, or try again.")
        default:
            self.init(.failed, "The database \(path) could not do this: \(reason).")
        }
    }
}
