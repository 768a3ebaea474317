package import RotaModel

/// Lets so many wrong entry codes through, and no more, without letting anybody lock a colleague out for long.
///
/// At one station somebody has five wrong codes at once, and then one in two minutes; at all stations together ten at once,
/// and then one a minute. So nobody waits longer than two minutes because of what others typed. Of a code of six digits
/// the limit lets somebody who stands at one station day and night try 725 a day, of 1,000,000: it takes 690 days until they
/// have it with even odds, and its owner is told on the fifth of a day. What a right code is does not depend on what was typed
/// before it.
///
/// Nothing is remembered but what was pressed (`StationPress`), which the store has: a restart forgets nothing, and several
/// servers have one memory. Times are those at which it was pressed, not those at which it was heard of, so that what was
/// pressed without a connection is judged as if there had been one.
package struct EntryGuard: Sendable {
    package static let atStation = RateLimit(burst: 5, interval: .seconds(120))
    package static let everywhere = RateLimit(burst: 10, interval: .seconds(60))

    /// Misses longer ago than this count for nothing: so that somebody who never stops gets one burst more in that time.
    package static let memory = Duration.days(1)
    /// What was pressed elsewhere so soon after counts as if it had been pressed at the same time.
    package static let atOnce = Duration.seconds(600)

    /// Of this many wrong codes on one day the owner is told.
    package static let told = 5

    /// Seconds until one more is looked at; 0 if it is now.
    ///
    /// - Parameters:
    ///   - misses: wrong codes of that person in `memory`, in whatever order, with whether they were typed at that station.
    package static func wait(after misses: [(at: Instant, isHere: Bool)], at now: Instant) -> Int {
        let here = misses.filter(\.isHere).map(\.at)
        return max(wait(atStation, here, now), wait(everywhere, misses.map(\.at), now))
    }

    /// The generic cell rate algorithm (ITU-T I.371, annex A), as `RateTable` has it, worked out anew.
    private static func wait(_ limit: RateLimit, _ misses: [Instant], _ now: Instant) -> Int {
        let interval = Int(limit.interval.components.seconds)
        var emptyAt = Int.min
        for miss in misses.sorted() where miss <= now { emptyAt = max(emptyAt, miss.seconds) + interval }
        let level = max(0, emptyAt == Int.min ? 0 : emptyAt - now.seconds)
        return max(0, level + interval - limit.burst * interval)
    }
}
