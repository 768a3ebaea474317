internal import Synchronization

/// Wakes whoever looks at something when it has changed at this server: a draft, somebody's messages.
final class Bell<Key: Hashable & Sendable>: Sendable {
    private struct State {
        var listeners: [Key: [Int: AsyncStream<Void>.Continuation]] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    func ring(_ key: Key) {
        let listeners = state.withLock { Array(($0.listeners[key] ?? [:]).values) }
        for listener in listeners { listener.yield() }
    }

    /// Wakes at once, whenever the bell rings, and every `interval`, since another server may have changed it.
    func wakings(for key: Key, every interval: Duration) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number = state.withLock { state in
            defer { state.next += 1 }
            state.listeners[key, default: [:]][state.next] = continuation
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
            self?.forget(number, of: key)
        }
        return stream
    }

    private func forget(_ number: Int, of key: Key) {
        state.withLock { state in
            state.listeners[key]?[number] = nil
            if state.listeners[key]?.isEmpty ?? false { state.listeners[key] = nil }
        }
    }
}
