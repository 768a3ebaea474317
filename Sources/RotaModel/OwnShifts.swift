/// One shift of one person, with its hours as instants.
package struct OwnShift: Hashable, Sendable {
    package var unit: CrewUnit
    package var date: CalendarDate
    package var type: ShiftType
    package var start: Instant
    package var end: Instant
    /// The number of the published version that says so.
    package var version: Int
}

/// What published versions come to for one person: of each unit's, the newest one that has a date decides about it.
package struct OwnShifts: Hashable, Sendable {
    /// In the order in which they begin.
    package private(set) var shifts: [OwnShift] = []
    /// By unit: the dates that a version in force has, with the person in it.
    private var told: [UnitID: Set<CalendarDate>] = [:]
    /// By unit: those of them on which the person is away, and not on.
    private var away: [UnitID: Set<CalendarDate>] = [:]
    private var history = OwnEvents()

    package init() {}

    /// Whether something is published about the person's date.
    package func isTold(_ date: CalendarDate) -> Bool { told.values.contains { $0.contains(date) } }

    package func isAway(on date: CalendarDate) -> Bool { away.values.contains { $0.contains(date) } }

    /// Shifts and days away that any version has told, also those that were taken back; in the order of their dates.
    package var events: [OwnEvent] { history.sorted }

    /// Takes the next version of a unit in, which takes the place of older ones on its dates.
    ///
    /// - Parameters:
    ///   - duties: a duty for each day of the problem; nil: the person is not in it.
    ///   - moment: when it was published.
    package mutating func take(
        _ duties: [Duty]?, of person: PersonID, in problem: RotaProblem, version: Int, at moment: Instant
    ) {
        let unit = problem.unit
        shifts.removeAll { $0.unit.id == unit.id && problem.day(of: $0.date) != nil }
        let dates = Set(problem.days.map(problem.date))
        told[unit.id, default: []].subtract(dates)
        away[unit.id, default: []].subtract(dates)
        if duties != nil { told[unit.id, default: []].formUnion(dates) }
        let absences = problem.absences.filter { $0.person == person && $0.word != .resting }
        for (index, day) in problem.days.enumerated() {
            let date = problem.date(of: day)
            let shift = duties.flatMap { $0[index].shift }.map { type -> OwnShift in
                let type = problem[type]
                let begin = type.start.minutesSinceMidnight
                return OwnShift(
                    unit: unit, date: date, type: type,
                    start: unit.zone.instant(of: date, minutes: begin, edge: .start),
                    end: unit.zone.instant(of: date, minutes: begin + type.length.value, edge: .end), version: version)
            }
            if let shift { shifts.append(shift) }
            let isAway = duties != nil && shift == nil && absences.contains { $0.first <= date && date <= $0.last }
            if isAway { away[unit.id, default: []].insert(date) }
            note(shift, isAway: isAway, on: date, in: unit, at: moment)
        }
        shifts.sort { ($0.start, $0.unit.id) < ($1.start, $1.unit.id) }
    }

    private mutating func note(
        _ shift: OwnShift?, isAway: Bool, on date: CalendarDate, in unit: CrewUnit, at moment: Instant
    ) {
        func content(_ shift: OwnEvent.Content.Shift?) -> OwnEvent.Content {
            OwnEvent.Content(unitName: unit.name, zone: unit.zone, shift: shift)
        }
        history.tell(
            OwnEvent.Key(unit: unit.id, date: date, isAway: false),
            shift.map {
                content(
                    OwnEvent.Content.Shift(letter: $0.type.id, name: $0.type.name, start: $0.start, end: $0.end))
            }, at: moment)
        history.tell(
            OwnEvent.Key(unit: unit.id, date: date, isAway: true), isAway ? content(nil) : nil, at: moment)
    }

    /// The shift that is on at a moment, or the next one after it.
    package func next(at now: Instant) -> OwnShift? { shifts.first { $0.end > now } }
}
