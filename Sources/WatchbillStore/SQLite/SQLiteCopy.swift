internal import Foundation
internal import GRDB

/// A copy of a database file, made while somebody uses it or not.
enum SQLiteCopy {
    /// Copies to a new file, and returns when the copy has been checked and is on the disk.
    ///
    /// By `VACUUM INTO`, which copies one state of the database while others go on writing, and leaves out what was
    /// deleted.
    ///
    /// - Throws: `StoreError`: there is no such database, there is something at `target` already, or it cannot be
    ///   written.
    static func write(_ source: String, to target: String) throws(StoreError) {
        try use(source) { connection throws(StoreError) in
            guard try connection.isClaimedFile() else {
                throw StoreError(.notOurs, "\(source) is no database of Watchbill's. Name another file.")
            }
            try reserve(target)
            do throws(StoreError) {
                try connection.run("VACUUM INTO ?", target)
                try check(target)
                try waitForDisk(target)
            } catch {
                unlink(target)
                throw error
            }
        }
    }

    /// - Throws: `StoreError` if it is damaged, or no database of Watchbill's.
    static func check(_ path: String) throws(StoreError) {
        try use(path) { connection throws(StoreError) in
            guard try connection.isClaimedFile() else {
                throw StoreError(.notOurs, "\(path) is no database of Watchbill's. Name another file.")
            }
            let found: String? = try connection.run("PRAGMA integrity_check").first?["integrity_check"]
            guard found == "ok", try connection.run("PRAGMA foreign_key_check").isEmpty else {
                throw StoreError(.copyDamaged, "\(path) is damaged: \(found ?? "unreadable"). Use another copy.")
            }
        }
    }

    /// Reads alone, so that nothing of a database in use changes.
    private static func use(
        _ path: String, _ body: (SQLiteAccess) throws(StoreError) -> Void
    ) throws(StoreError) {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(5)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.writeWithoutTransaction { try body(SQLiteAccess(database: $0, path: path)) }
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(
                .cannotCopy, "\(path) cannot be read: \(error). Maybe it does not exist or is not a database.")
        }
    }

    /// An empty file that nobody else may read, which `VACUUM INTO` then fills.
    private static func reserve(_ path: String) throws(StoreError) {
        let opened = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if opened >= 0 {
            close(opened)
        } else if errno == EEXIST {
            throw StoreError(.copyExists, "\(path) is there already, and nothing is overwritten. Name a new file.")
        } else {
            throw StoreError(
                .cannotCopy,
                "\(path) cannot be written: \(String(cString: strerror(errno))). Maybe the folder does not exist.")
        }
    }

    /// Of the file and of the folder that names it.
    private static func waitForDisk(_ path: String) throws(StoreError) {
        for path in [path, URL(filePath: path).deletingLastPathComponent().path] {
            let opened = open(path, O_RDONLY | O_CLOEXEC)
            defer { close(opened) }
            guard opened >= 0, fsync(opened) == 0 else {
                throw StoreError(
                    .cannotCopy, "\(path) cannot be written to the disk: \(String(cString: strerror(errno))).")
            }
        }
    }
}
