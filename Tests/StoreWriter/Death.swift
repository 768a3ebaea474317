import Foundation
import GRDBSQLite
import Synchronization

/// The moment at which the writer kills itself.
enum Death {
    /// How many deeds or changes are left, the last one included; none is counted when this is 0.
    private static let deeds = Atomic(0)
    private static let changes = Atomic(0)

    /// - Parameter text: `deeds:N`, `microseconds:N` or `changes:N`.
    static func arrange(_ text: String) throws {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let number = Int(parts[1]), number > 0 else { throw StoreWriter.Misuse() }
        switch parts[0] {
        case "deeds": deeds.store(number, ordering: .relaxed)
        case "microseconds":
            Thread.detachNewThread {
                usleep(UInt32(number))
                come()
            }
        case "changes":
            changes.store(number, ordering: .relaxed)
            try standBeforeChanges()
        default: throw StoreWriter.Misuse()
        }
    }

    /// Counts a deed.
    static func count() {
        if isLast(of: deeds) { come() }
    }

    private static func come() {
        kill(getpid(), SIGKILL)
    }

    private static func isLast(of left: borrowing Atomic<Int>) -> Bool {
        guard left.load(ordering: .relaxed) > 0 else { return false }
        return left.wrappingSubtract(1, ordering: .relaxed).newValue == 0
    }

    /// Has SQLite call us in place of the system, a way that it has for tests. Of the last write half is done: what happens
    /// to be there when a process is killed.
    private static func standBeforeChanges() throws {
        let write: @convention(c) (Int32, UnsafeRawPointer?, Int) -> Int = { file, bytes, count in
            guard Death.isLast(of: Death.changes) else { return Foundation.write(file, bytes, count) }
            _ = Foundation.write(file, bytes, count / 2)
            Death.come()
            return -1
        }
        let writeAt: @convention(c) (Int32, UnsafeRawPointer?, Int, Int) -> Int = { file, bytes, count, offset in
            guard Death.isLast(of: Death.changes) else { return pwrite(file, bytes, count, offset) }
            _ = pwrite(file, bytes, count / 2, offset)
            Death.come()
            return -1
        }
        let cut: @convention(c) (Int32, Int) -> Int32 = { file, length in
            if Death.isLast(of: Death.changes) { Death.come() }
            return ftruncate(file, length)
        }
        let ours = [
            ("write", unsafeBitCast(write, to: sqlite3_syscall_ptr.self)),
            ("pwrite", unsafeBitCast(writeAt, to: sqlite3_syscall_ptr.self)),
            ("pwrite64", unsafeBitCast(writeAt, to: sqlite3_syscall_ptr.self)),
            ("ftruncate", unsafeBitCast(cut, to: sqlite3_syscall_ptr.self)),
        ]
        guard let system = sqlite3_vfs_find(nil), let put = system.pointee.xSetSystemCall else {
            throw StoreWriter.Misuse()
        }
        // A build of SQLite has one of the two kinds of `pwrite`, and says that it has not the other.
        for (name, call) in ours { _ = put(system, name, call) }
    }
}
