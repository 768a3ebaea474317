extension Instant {
    /// So much later; parts of a second are cut off.
    package func adding(_ duration: Duration) -> Instant {
        Instant(seconds: seconds + Int(duration.components.seconds))
    }
}

extension Duration {
    package static func minutes(_ minutes: Int) -> Duration { .seconds(minutes * 60) }
    package static func hours(_ hours: Int) -> Duration { .seconds(hours * 3600) }
    package static func days(_ days: Int) -> Duration { .seconds(days * 86_400) }
}
