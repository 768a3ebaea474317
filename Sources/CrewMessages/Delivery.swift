package import RotaModel

/// When a person does not want to be disturbed, on their clock: from a time up to another, which may be on the next day.
package struct QuietHours: Hashable, Sendable {
    package var from: LocalTime
    package var until: LocalTime
    package var zone: Zone

    package init(from: LocalTime, until: LocalTime, zone: Zone) {
        self.from = from
        self.until = until
        self.zone = zone
    }

    /// When they are over, if they are on at that moment; nil: they are not.
    package func end(at now: Instant) -> Instant? {
        guard from != until else { return nil }
        // They may have begun yesterday; the clock's changes are the zone's.
        let today = zone.date(at: now)
        for first in [today.advanced(by: -1), today] {
            let begin = zone.instant(of: first, minutes: from.minutesSinceMidnight, edge: .start)
            let end = zone.instant(
                of: until > from ? first : first.advanced(by: 1), minutes: until.minutesSinceMidnight, edge: .end)
            if begin <= now, now < end { return end }
        }
        return nil
    }
}

/// One way by which a copy is to reach its recipient, as the outbox keeps it.
package struct DeliveryTask: Hashable, Sendable {
    package var channel: Channel
    /// How many attempts have begun.
    package var attempts: Int
    /// Since when it is tried.
    package var queuedAt: Instant
    /// Whether it reminds of an answer that is owed; else it tells of the message.
    package var isReminder: Bool

    package init(channel: Channel, attempts: Int = 0, queuedAt: Instant, isReminder: Bool = false) {
        self.channel = channel
        self.attempts = attempts
        self.queuedAt = queuedAt
        self.isReminder = isReminder
    }
}

/// When attempts begin, and when there are no more.
package enum Delivery {
    /// How long a message is tried.
    package static let longest = Duration.days(7)
    /// E-mail waits so long for something faster to reach the person.
    package static let mailDelay = Duration.minutes(2)
    private static let first = 2
    private static let (longestWait, longestUrgentWait) = (3600, 300)

    package enum Decision: Hashable, Sendable {
        case attempt
        case wait(until: Instant)
        /// It is there, taken back, or no longer wanted.
        case needless
        /// It was tried as long as it is tried.
        case expired
    }

    /// Whether an attempt may begin.
    package static func decide(
        _ task: DeliveryTask, of copy: CopyState, isUrgent: Bool, quiet: QuietHours?, at now: Instant
    ) -> Decision {
        // A channel that has taken it gets it no second time.
        let isWanted =
            task.isReminder ? copy.wantsReminder : copy.wantsDelivery && !copy.channels.contains(task.channel)
        guard isWanted else { return .needless }
        guard now < task.queuedAt.adding(longest) else { return .expired }
        guard !isUrgent else { return .attempt }
        if let end = quiet?.end(at: now) { return .wait(until: end) }
        let begin = task.queuedAt.adding(task.channel == .mail ? mailDelay : .zero)
        return now < begin ? .wait(until: begin) : .attempt
    }

    /// When the next attempt may begin after one that failed for now: twice as late each time, with some luck, so that many
    /// that failed together do not come back together.
    ///
    /// - Parameter asked: how long the other side asks to be left alone.
    package static func retry(
        _ task: DeliveryTask, isUrgent: Bool, asked: Duration? = nil, at now: Instant,
        using random: inout some RandomNumberGenerator
    ) -> Instant {
        let most = isUrgent ? longestUrgentWait : longestWait
        let wait = min(most, first << min(task.attempts, 12))
        let lucky = wait / 2 + Int.random(in: 0...wait / 2 + 1, using: &random)
        let least = asked.map { Int(min($0, .hours(24)).components.seconds) } ?? 0
        return Instant(seconds: now.seconds + max(lucky, least, 1))
    }
}
