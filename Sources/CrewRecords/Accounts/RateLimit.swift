/// How often something may happen: a few times at once, and then once an interval.
///
/// In any stretch of time w it happens at most `burst + w / interval` times.
package struct RateLimit: Hashable, Sendable {
    package var burst: Int
    /// Whole seconds, above 0.
    package var interval: Duration

    package init(burst: Int, interval: Duration) {
        self.burst = burst
        self.interval = interval
    }

    /// The most that is let through in that time.
    package func most(in time: Duration) -> Int { burst + Int(time.components.seconds / interval.components.seconds) }
}
