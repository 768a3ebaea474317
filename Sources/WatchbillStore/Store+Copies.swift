internal import Foundation

extension Store {
    /// Copies a store to a new file and checks the copy, while a server uses the store or not. Takes its time.
    ///
    /// - Throws: `StoreError`: there is no such store, there is something at `copy` already, it cannot be written, or
    ///   the store is in PostgreSQL, which has programs of its own for it.
    package static func backUp(_ location: StoreLocation, to copy: String) throws(StoreError) {
        switch location {
        case .sqlite(let path): try SQLiteCopy.write(path, to: copy)
        case .postgres(let address):
            throw StoreError(
                .cannotCopy,
                "\(address) is a PostgreSQL database; its own program makes a copy while the server runs:\n"
                    + "  pg_dump --format=custom --schema=watchbill \(address.programOptions) --file=\(copy)")
        }
    }

    /// Puts a copy in the place of a store. Takes its time.
    ///
    /// - Throws: `StoreError`: the copy is damaged or none of Watchbill's, a store is there already or in use, it
    ///   cannot be written, or it is to be in PostgreSQL, which has programs of its own for it.
    package static func restore(_ copy: String, to location: StoreLocation) throws(StoreError) {
        switch location {
        case .sqlite(let path):
            let lock = try StoreLock(beside: path)
            defer { lock.release() }
            // SQLite would take what is left of another database's log for this one's.
            for leftover in [path, path + "-wal", path + "-shm"] where FileManager.default.fileExists(atPath: leftover)
            {
                throw StoreError(
                    .copyExists,
                    "\(leftover) is there already, and nothing is overwritten. Move it away, with those beside it.")
            }
            try SQLiteCopy.check(copy)
            try SQLiteCopy.write(copy, to: path)
        case .postgres(let address):
            throw StoreError(
                .cannotCopy,
                "\(address) is a PostgreSQL database; its own program restores a copy, into an empty database:\n"
                    + "  pg_restore --exit-on-error --single-transaction \(address.programOptions) \(copy)")
        }
    }
}
