/// How many people the dates and shift types need.
///
/// With n people on: `belowMinimum` x (minimum - n)+, plus `belowWanted` x (wanted - n)+, plus `aboveWanted` x
/// (n - wanted)+, plus `aboveMaximum` x (n - maximum)+. A hard severity is a violation of that amount instead.
package struct Demand: Hashable, Sendable {
    package var date: CalendarDate
    /// People on any of these count together; at least one.
    package var shiftTypes: [ShiftTypeID]
    /// Only people who hold it on the date count; nil: everybody. A person counts for every demand they fit.
    package var qualification: QualificationID?
    package var minimum: Int
    package var wanted: Int?
    package var maximum: Int?
    package var belowMinimum: Severity
    package var belowWanted: Penalty
    package var aboveWanted: Penalty
    package var aboveMaximum: Severity

    package init(
        date: CalendarDate, shiftTypes: [ShiftTypeID], qualification: QualificationID? = nil, minimum: Int = 0,
        wanted: Int? = nil, maximum: Int? = nil, belowMinimum: Severity = .hard, belowWanted: Penalty = .zero,
        aboveWanted: Penalty = .zero, aboveMaximum: Severity = .hard
    ) {
        self.date = date
        self.shiftTypes = shiftTypes
        self.qualification = qualification
        self.minimum = minimum
        self.wanted = wanted
        self.maximum = maximum
        self.belowMinimum = belowMinimum
        self.belowWanted = belowWanted
        self.aboveWanted = aboveWanted
        self.aboveMaximum = aboveMaximum
    }

    /// What is wanted, and at least what must be.
    package var target: Int { max(wanted ?? minimum, minimum) }
}
