internal import Synchronization

/// A flag that any thread may raise, once, to end a solve.
package final class StopSignal: Sendable {
    private let raised = Atomic<Bool>(false)

    package init() {}

    package func raise() {
        raised.store(true, ordering: .relaxed)
    }

    package var isRaised: Bool { raised.load(ordering: .relaxed) }
}
