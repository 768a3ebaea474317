internal import Foundation
internal import Synchronization

/// A lock beside the database file, held as long as the store is open: two servers on one database would each take the
/// other's running builds for cut off.
final class StoreLock: Sendable {
    /// Nil once it was given back.
    private let descriptor: Mutex<Int32?>

    init(beside path: String) throws(StoreError) {
        let lockPath = path + ".lock"
        let opened = open(lockPath, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard opened >= 0 else {
            throw StoreError(
                .cannotOpen,
                "The lock file \(lockPath) cannot be opened: \(String(cString: strerror(errno))). "
                    + "Maybe the folder does not exist or may not be written to.")
        }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            close(opened)
            throw StoreError(
                .inUse,
                "The database \(path) is in use by another Watchbill server. Stop that one, or name another database.")
        }
        descriptor = Mutex(opened)
    }

    deinit { release() }

    func release() {
        descriptor.withLock { descriptor in
            guard let opened = descriptor else { return }
            // By closing alone, a program that is just being started, with a copy of the descriptor until it runs,
            // would go on holding the lock.
            flock(opened, LOCK_UN)
            close(opened)
            descriptor = nil
        }
    }
}
