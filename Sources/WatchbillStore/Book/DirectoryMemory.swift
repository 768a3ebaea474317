internal import Synchronization

/// The directory as it was read last, so that not every request reads it.
final class DirectoryMemory: Sendable {
    private let known = Mutex<DirectoryState?>(nil)

    /// Nil if what is known is of another version.
    func state(of version: DirectoryVersion) -> DirectoryState? {
        known.withLock { $0?.version == version ? $0 : nil }
    }

    /// Of two versions the later one stays.
    func keep(_ state: DirectoryState) {
        known.withLock { known in
            if known.map({ $0.version < state.version }) ?? true { known = state }
        }
    }
}
