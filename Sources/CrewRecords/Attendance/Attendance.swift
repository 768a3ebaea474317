package import RotaModel

/// A stretch of time on watch.
package struct Stint: Hashable, Sendable {
    /// Going on.
    package var on: AttendanceEvent
    /// Going off; nil: still on.
    package var off: AttendanceEvent?
    /// In seconds.
    package var paused: Int
    /// When the break began that lasts; nil: there is none.
    package var pausedSince: Instant?
    /// Whether nobody told when it ended, and the next has begun.
    package var isForgotten = false

    package var start: Instant { on.at }
    package var end: Instant? { off?.at }
    /// Elapsed, without breaks; nil as long as it lasts.
    package var minutes: Minutes? {
        end.map { Minutes(max(0, ($0.seconds - start.seconds - paused) / 60)) }
    }
}

/// One planned shift with what was worked of it.
package struct AttendedShift: Hashable, Sendable {
    /// When it was planned.
    package struct Plan: Hashable, Sendable {
        package var date: CalendarDate
        package var start: Instant
        package var end: Instant

        package init(date: CalendarDate, start: Instant, end: Instant) {
            self.date = date
            self.start = start
            self.end = end
        }
    }

    package var plan: Plan
    /// In the order of time; none: nothing was told.
    package var stints: [Stint]

    package init(plan: Plan, stints: [Stint]) {
        self.plan = plan
        self.stints = stints
    }

    /// Nil: nothing was told, or it lasts.
    package var minutes: Minutes? { stints.workedMinutes }

    /// How much later than planned the person was on watch first; negative: earlier. Nil: not at all.
    package var delay: Minutes? {
        guard let first = stints.first else { return nil }
        return Minutes((first.on.at.seconds - plan.start.seconds) / 60)
    }

    /// How much longer than planned the person was on watch at last; negative: shorter. Nil: not at all, or it lasts.
    package var overtime: Minutes? {
        guard let last = stints.last, let off = last.off else { return nil }
        return Minutes((off.at.seconds - plan.end.seconds) / 60)
    }

    /// For how long somebody and the first of those who relieved them were on watch together.
    ///
    /// - Parameter others: the unit's shifts, of the same person, too. They are relieved by shifts that were planned to begin
    ///   after theirs had begun, in its last two hours or at its end, and to end after it.
    /// - Returns: negative: so long before anybody relieved them they went. Nil: nobody was to, nobody has, or it lasts.
    package func handover(to others: some Sequence<AttendedShift>) -> Minutes? {
        guard let last = stints.last, let off = last.off?.at else { return nil }
        let first = max(plan.start.adding(.seconds(1)), plan.end.adding(.hours(-2)))
        let relieved = others.filter {
            (first...max(first, plan.end)).contains($0.plan.start) && $0.plan.end > plan.end
        }.compactMap { $0.stints.first?.start }.min()
        return relieved.map { Minutes((off.seconds - max($0, last.start).seconds) / 60) }
    }
}

/// What is known of when one person was on watch: the sum of what was told, in whatever order it came.
package struct Attendance: Hashable, Sendable {
    /// In the order of time.
    package let stints: [Stint]
    /// What begins or ends nothing: going on when on already, going off when not on, breaks outside of a stint.
    package let loose: [AttendanceEvent]

    package init(_ events: some Sequence<AttendanceEvent>) {
        var stints: [Stint] = []
        var loose: [AttendanceEvent] = []
        var pause: Instant?
        for event in Self.inForce(events) {
            let isOn = stints.last.map { $0.off == nil } ?? false
            switch event.kind {
            case .on where !isOn: stints.append(Stint(on: event, off: nil, paused: 0))
            case .on where stints.last.map { event.at.minutes(since: $0.start) > Self.longest } ?? false:
                // They went off without telling, or else they would not go on again.
                stints[stints.count - 1].isForgotten = true
                stints[stints.count - 1].pausedSince = nil
                pause = nil
                stints.append(Stint(on: event, off: nil, paused: 0))
            case .off where isOn:
                let last = stints.count - 1
                stints[last].off = event
                // A break that does not end lasts as long as the stint.
                if let begin = pause { stints[last].paused += event.at.seconds - begin.seconds }
                pause = nil
            case .pause where isOn && pause == nil: pause = event.at
            case .resume where isOn && pause != nil:
                if let begin = pause { stints[stints.count - 1].paused += event.at.seconds - begin.seconds }
                pause = nil
            default: loose.append(event)
            }
        }
        if let pause { stints[stints.count - 1].pausedSince = pause }
        self.stints = stints
        self.loose = loose
    }

    /// Nobody is on watch for longer: whoever goes on again after that has forgotten to go off.
    package static let longest = Minutes(16 * 60)

    /// The one that lasts; nil: not on watch, as far as was told.
    package var current: Stint? {
        guard let last = stints.last, last.off == nil else { return nil }
        return last
    }

    /// The same, unless it lasts for so long that they have forgotten to go off.
    package func current(at now: Instant) -> Stint? {
        current.flatMap { now.minutes(since: $0.start) > Self.longest ? nil : $0 }
    }

    /// What was not corrected, in the order of time. Of two corrections of one event the later counts.
    package static func inForce(_ events: some Sequence<AttendanceEvent>) -> [AttendanceEvent] {
        var last: [AttendanceID: AttendanceEvent] = [:]
        var heads: [AttendanceEvent] = []
        for event in events {
            guard let replaced = event.replaces else {
                heads.append(event)
                continue
            }
            if last[replaced].map({ $0.id < event.id }) ?? true { last[replaced] = event }
        }
        return heads.compactMap { head in
            var current = head
            // A correction may itself be corrected; numbers only grow, so this ends.
            while let next = last[current.id], next.id > current.id { current = next }
            return current.isTakenBack ? nil : current
        }.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    }

    /// Holds what was worked against what was planned. A stint belongs to the shift that it has most time in common with, or
    /// else to one that begins or ended within four hours.
    ///
    /// - Parameters:
    ///   - plans: in whatever order.
    ///   - now: until when stints last that have not ended.
    /// - Returns: the shifts in the order of time, and stints that belong to none.
    package func held(
        against plans: [AttendedShift.Plan], at now: Instant
    ) -> (shifts: [AttendedShift], extra: [Stint]) {
        var shifts = plans.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
            .map { AttendedShift(plan: $0, stints: []) }
        var extra: [Stint] = []
        for stint in stints {
            // However long ago: a stint that was forgotten is not also that of the next day's shift.
            let longest = stint.start.adding(.minutes(Self.longest.value))
            let end = stint.end ?? (stint.isForgotten ? longest : min(longest, max(now, stint.start)))
            func closeness(_ plan: AttendedShift.Plan) -> Int {
                // Above 0: seconds in common; else how far apart they are.
                min(end.seconds, plan.end.seconds) - max(stint.start.seconds, plan.start.seconds)
            }
            let nearest = shifts.indices.max { closeness(shifts[$0].plan) < closeness(shifts[$1].plan) }
            if let nearest, closeness(shifts[nearest].plan) > -Self.near {
                shifts[nearest].stints.append(stint)
            } else {
                extra.append(stint)
            }
        }
        return (shifts, extra)
    }

    /// In seconds.
    private static let near = 4 * 3600
}

extension [Stint] {
    /// Nil: there are none, or one lasts.
    package var workedMinutes: Minutes? {
        guard !isEmpty else { return nil }
        var sum = 0
        for stint in self {
            guard let minutes = stint.minutes else { return nil }
            sum += minutes.value
        }
        return Minutes(sum)
    }
}
