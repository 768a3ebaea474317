package import RotaModel

package typealias AlarmID = Serial<Alarm>

/// That somebody has not come on watch although their shift has begun, longer ago than their unit lets anybody be late.
package struct Alarm: Hashable, Sendable {
    package enum State: String, CaseIterable, Hashable, Sendable {
        /// Nobody knows where they are.
        case open
        /// They have come.
        case present
        /// Somebody who leads the unit knows that they will not.
        case away
        /// The shift has ended.
        case over
    }

    package var id: AlarmID
    package var unit: UnitID
    package var person: PersonID
    package var date: CalendarDate
    package var shift: ShiftTypeID
    package var start: Instant
    package var end: Instant
    package var raised: Instant
    /// Whoever leads and was on watch then.
    package var toldTo: [PersonID]
    package var state: State
    package var settled: Instant?
    /// Nil: it has come about, nobody has decided it.
    package var settledBy: PersonID?

    package init(
        id: AlarmID, unit: UnitID, person: PersonID, date: CalendarDate, shift: ShiftTypeID, start: Instant,
        end: Instant, raised: Instant, toldTo: [PersonID], state: State = .open, settled: Instant? = nil,
        settledBy: PersonID? = nil
    ) {
        self.id = id
        self.unit = unit
        self.person = person
        self.date = date
        self.shift = shift
        self.start = start
        self.end = end
        self.raised = raised
        self.toldTo = toldTo
        self.state = state
        self.settled = settled
        self.settledBy = settledBy
    }
}

extension Attendance {
    /// Whether somebody was on watch at any time between two instants, as far as was told until the later.
    package func covers(_ start: Instant, until now: Instant) -> Bool {
        stints.contains { stint in
            guard stint.start <= now else { return false }
            // Whoever went off as the shift began has not come for it.
            if let end = stint.end { return end > start }
            return min(now, stint.start.adding(.minutes(Self.longest.value))) >= start
        }
    }
}
