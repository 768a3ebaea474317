/// A ward, department or section: what a rota is for.
package struct CrewUnit: Hashable, Sendable {
    package var id: UnitID
    package var name: String
    /// Where the wall clock hangs that shift types are written for.
    package var zone: Zone
    /// The day a week starts on, for pages and for rules that count weeks.
    package var firstWeekday: Weekday
    /// The days that make a weekend, in order and without a gap; at least one, at most three.
    package var weekend: [Weekday]

    package init(
        id: UnitID, name: String, zone: Zone, firstWeekday: Weekday = .monday,
        weekend: [Weekday] = [.saturday, .sunday]
    ) {
        self.id = id
        self.name = name
        self.zone = zone
        self.firstWeekday = firstWeekday
        self.weekend = weekend
    }
}

/// A date that counts as a public holiday for the unit.
package struct Holiday: Hashable, Sendable {
    package var date: CalendarDate
    package var name: String

    package init(date: CalendarDate, name: String) {
        self.date = date
        self.name = name
    }
}

/// A named kind of duty: `E` 07:00 8 h. It may cross midnight and a change of the clock.
package struct ShiftType: Hashable, Sendable {
    /// The letter or two that stand in the table.
    package var id: ShiftTypeID
    package var name: String
    package var start: LocalTime
    /// On the wall clock, 1 to 1440 minutes: it ends at start + length as the wall shows it, so that over a change of
    /// the clock more or less time elapses.
    package var length: Minutes
    /// One of the twelve shift colours, 1 to 12.
    package var colour: Int
    /// What a person must hold, on the date, to work it: all of them.
    package var qualifications: [QualificationID]
    /// Whether it is a night, for rules and accounts that speak of nights.
    package var isNight: Bool
    /// Whether nobody likes it, for accounts that share such shifts out.
    package var isUnpopular: Bool

    package init(
        id: ShiftTypeID, name: String, start: LocalTime, length: Minutes, colour: Int = 1,
        qualifications: [QualificationID] = [], isNight: Bool = false, isUnpopular: Bool = false
    ) {
        self.id = id
        self.name = name
        self.start = start
        self.length = length
        self.colour = colour
        self.qualifications = qualifications
        self.isNight = isNight
        self.isUnpopular = isUnpopular
    }
}

/// What a person may be able to do: a licence, a training, a grade.
package struct Qualification: Hashable, Sendable {
    package var id: QualificationID
    package var name: String

    package init(id: QualificationID, name: String) {
        self.id = id
        self.name = name
    }
}

/// The terms people work on. Rules are given for a contract by naming it.
package struct Contract: Hashable, Sendable {
    package var id: ContractID
    package var name: String
    /// Hours as a share of full time, in percent: the measure by which burdens are shared fairly.
    package var share: Int

    package init(id: ContractID, name: String, share: Int = 100) {
        self.id = id
        self.name = name
        self.share = share
    }
}
