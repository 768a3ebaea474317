internal import CrewRecords
internal import Synchronization

/// The master keys that a store was opened with, and the data keys as they were unwrapped last, so that not every reading
/// unwraps them.
final class KeyMemory: Sendable {
    /// The one to wrap with first, then former ones; none: nothing is sealed or opened.
    let masters: [MasterKey]
    private let known = Mutex<(newest: WrappedDataKey, ring: KeyRing)?>(nil)

    init(_ masters: [MasterKey]) {
        self.masters = masters
    }

    /// Nil if what is known is of other keys. A key made by a transaction that was taken back is not taken for another of
    /// its number, since it is wrapped otherwise.
    func ring(upTo newest: WrappedDataKey) -> KeyRing? {
        known.withLock { $0?.newest == newest ? $0?.ring : nil }
    }

    func keep(_ ring: KeyRing, upTo newest: WrappedDataKey) {
        known.withLock { $0 = (newest, ring) }
    }
}
