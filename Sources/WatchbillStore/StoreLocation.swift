/// Where a store is: in a file, or in a PostgreSQL database.
package enum StoreLocation: Hashable, Sendable, CustomStringConvertible {
    /// A file; made if there is none.
    case sqlite(path: String)
    case postgres(PostgresAddress)

    /// What somebody typed: `postgres://user:password@host:port/database`, or else a path.
    ///
    /// - Throws: `StoreError` if the address cannot be read, without the address, which may hold a password.
    package init(_ text: String) throws(StoreError) {
        if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgres(try PostgresAddress(text))
        } else if text.contains("://") {
            throw StoreError(
                .cannotOpen, "The database's address is of no known kind. Expected is a file's path, or postgres://…")
        } else {
            self = .sqlite(path: text)
        }
    }

    /// For messages: no password.
    package var description: String {
        switch self {
        case .sqlite(let path): path
        case .postgres(let address): address.description
        }
    }
}
