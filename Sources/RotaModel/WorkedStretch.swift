/// A stretch of time that somebody has really worked, or is working, as rules on rest count it.
package struct WorkedStretch: Hashable, Sendable {
    package var person: PersonID
    /// The date that it counts for: that of the shift that it was worked for, or else the one on which it began.
    package var date: CalendarDate
    package var start: Instant
    /// Of what lasts, when it will end as far as is known.
    package var end: Instant
    /// Without breaks.
    package var minutes: Minutes
    /// Whether it was worked for the shift that is planned on its date, and not besides.
    package var isPlanned: Bool

    package init(
        person: PersonID, date: CalendarDate, start: Instant, end: Instant, minutes: Minutes, isPlanned: Bool
    ) {
        self.person = person
        self.date = date
        self.start = start
        self.end = end
        self.minutes = minutes
        self.isPlanned = isPlanned
    }
}
