internal import RotaModel

extension Instant {
    /// So much later; parts of a second are cut off.
    func adding(_ duration: Duration) -> Instant {
        Instant(seconds: seconds + Int(duration.components.seconds))
    }
}

extension Duration {
    static func hours(_ hours: Int) -> Duration { .seconds(hours * 3600) }
    static func days(_ days: Int) -> Duration { .seconds(days * 86_400) }
}
