internal import CrewRecords
internal import RotaModel

/// Something that the provider tells and that seldom changes: kept for a time, and fetched by one request for all who
/// wait for it.
actor Fetched<Value: Sendable> {
    /// How long it is kept.
    private static var lifetime: Int { 3600 }
    /// How soon it is fetched again for somebody who needs a newer one, and after a failure: seconds.
    private static var newerPause: Int { 60 }
    private static var failurePause: Int { 10 }

    private let now: @Sendable () -> Instant
    private let fetch: @Sendable () async throws -> Value
    private var kept: (value: Value, at: Instant)?
    private var failed: (error: any Error, at: Instant)?
    private var running: Task<Value, any Error>?

    init(now: @escaping @Sendable () -> Instant, fetch: @escaping @Sendable () async throws -> Value) {
        self.now = now
        self.fetch = fetch
    }

    /// The value, not older than an hour.
    func value() async throws -> Value {
        if let kept, isWithin(Self.lifetime, of: kept.at) { return kept.value }
        return try await fetched()
    }

    /// A newer one than `value` has just given, or the same if it is so new that fetching it again would help nobody but
    /// somebody who wants us to ask the provider again and again.
    func newer() async throws -> Value {
        if let kept, isWithin(Self.newerPause, of: kept.at) { return kept.value }
        return try await fetched()
    }

    private func fetched() async throws -> Value {
        if let running { return try await running.value }
        if let failed, isWithin(Self.failurePause, of: failed.at) { throw failed.error }
        let task = Task { [fetch] in try await fetch() }
        running = task
        defer { running = nil }
        do {
            let value = try await task.value
            kept = (value, now())
            failed = nil
            return value
        } catch {
            failed = (error, now())
            throw error
        }
    }

    /// Also not in the future, where the clock was set back.
    private func isWithin(_ seconds: Int, of instant: Instant) -> Bool {
        (instant.seconds..<(instant.seconds + seconds)).contains(now().seconds)
    }
}
