internal import Synchronization
import WatchbillStore

/// Wakes whoever looks at a draft when a planner has changed it at this server.
final class DraftBell: Sendable {
    private struct State {
        var listeners: [BuildID: [Int: AsyncStream<Void>.Continuation]] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    func ring(_ build: BuildID) {
        let listeners = state.withLock { Array(($0.listeners[build] ?? [:]).values) }
        for listener in listeners { listener.yield() }
    }

    /// Wakes at once, whenever the bell rings, and every `interval`, since another server may have changed it.
    func wakings(for build: BuildID, every interval: Duration) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number = state.withLock { state in
            defer { state.next += 1 }
            state.listeners[build, default: [:]][state.next] = continuation
            return state.next
        }
        let clock = Task {
            while !Task.isCancelled {
                continuation.yield()
                do { try await Task.sleep(for: interval) } catch { return }
            }
        }
        continuation.onTermination = { [weak self] _ in
            clock.cancel()
            self?.forget(number, of: build)
        }
        return stream
    }

    private func forget(_ number: Int, of build: BuildID) {
        state.withLock { state in
            state.listeners[build]?[number] = nil
            if state.listeners[build]?.isEmpty ?? false { state.listeners[build] = nil }
        }
    }
}
