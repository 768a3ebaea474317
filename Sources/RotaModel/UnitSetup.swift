/// What a unit's rotas are made of, period after period: its shift types, how many people they need, its rules and its public
/// holidays. Who there is comes from the directory, and what was asked for from the people themselves.
///
/// A value made by hand may contradict itself: the problem that comes of it is what is validated.
package struct UnitSetup: Hashable, Sendable {
    package var shiftTypes: [ShiftType]
    package var demand: [DemandRow]
    /// Ready-made sets, by their ids, in any order.
    package var ruleSets: Set<String>
    /// The unit's own rules, with different ids.
    package var rules: [Rule]
    /// Where the public holidays are taken from, such as `SE` or `DE-BY`; nil: from nowhere.
    package var holidayRegion: String?
    /// The unit's own, besides those of the region.
    package var holidays: [Holiday]
    /// Whether what two people have agreed to exchange is published without anybody else's saying so.
    package var hasFreeExchanges: Bool

    package init(
        shiftTypes: [ShiftType] = [], demand: [DemandRow] = [], ruleSets: Set<String> = [], rules: [Rule] = [],
        holidayRegion: String? = nil, holidays: [Holiday] = [], hasFreeExchanges: Bool = false
    ) {
        self.shiftTypes = shiftTypes
        self.demand = demand
        self.ruleSets = ruleSets
        self.rules = rules
        self.holidayRegion = holidayRegion
        self.holidays = holidays
        self.hasFreeExchanges = hasFreeExchanges
    }

    /// The demand of a period, date by date and within a date row by row.
    ///
    /// - Parameter holidays: the dates that are public holidays.
    package func demand(
        from start: CalendarDate, days: Int, holidays: Set<CalendarDate>
    ) -> [Demand] {
        (0..<days).flatMap { day in
            let date = start.advanced(by: day)
            return demand.compactMap { $0.demand(on: date, isHoliday: holidays.contains(date)) }
        }
    }
}

/// How many people there must be, are wanted, and may be.
package struct Headcount: Hashable, Sendable, CustomStringConvertible {
    package var minimum: Int
    package var wanted: Int?
    package var maximum: Int?

    package init(_ minimum: Int, wanted: Int? = nil, maximum: Int? = nil) {
        self.minimum = minimum
        self.wanted = wanted
        self.maximum = maximum
    }

    /// The most of each: as in a problem.
    package static let range = ProblemLimits.demandPeople

    /// Reads `2`, `2-3` (at least two, three wanted), `2-3-5` (five at most) and `2--5` (nothing wanted in between); a dash may
    /// be `–`. Nil for anything else and where the numbers fall.
    package init?(_ text: String) {
        let parts = text.filter { $0 != " " }
            .split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map(String.init)
        guard (1...3).contains(parts.count), let minimum = Int(parts[0]) else { return nil }
        let wanted = parts.count > 1 ? Int(parts[1]) : nil
        let maximum = parts.count > 2 ? Int(parts[2]) : nil
        let numbers = [minimum, wanted, maximum].compactMap(\.self)
        let expected = parts.count == 3 && parts[1].isEmpty ? 2 : parts.count
        guard numbers.count == expected, numbers.allSatisfy(Self.range.contains), numbers == numbers.sorted()
        else { return nil }
        self.init(minimum, wanted: wanted, maximum: maximum)
    }

    /// `2-3`: what `init(_:)` reads.
    package var description: String {
        let numbers = [minimum, wanted, maximum].map { $0.map(String.init) ?? "" }
        return numbers.joined(separator: "-").trimmingSuffix("-")
    }
}

extension String {
    fileprivate func trimmingSuffix(_ character: Character) -> String {
        String(reversed().drop { $0 == character }.reversed())
    }
}

/// How many people some shift types need from week to week, and on which dates it is otherwise.
package struct DemandRow: Hashable, Sendable {
    /// People on any of these count together; at least one.
    package var shiftTypes: [ShiftTypeID]
    /// Only people who hold it count; nil: everybody.
    package var qualification: QualificationID?
    /// By weekday, Monday first, seven; nil: nothing is asked for.
    package var week: [Headcount?]
    /// On public holidays; nil: as on any other such weekday.
    package var holidays: Headcount?
    /// The last one that has a date counts on it.
    package var exceptions: [DemandException]
    package var weights: DemandWeights

    package init(
        shiftTypes: [ShiftTypeID], qualification: QualificationID? = nil, week: [Headcount?],
        holidays: Headcount? = nil, exceptions: [DemandException] = [], weights: DemandWeights = .standard
    ) {
        precondition(week.count == Weekday.allCases.count, "A week has seven days.")
        self.shiftTypes = shiftTypes
        self.qualification = qualification
        self.week = week
        self.holidays = holidays
        self.exceptions = exceptions
        self.weights = weights
    }

    /// What is needed on a date; nil: nothing is asked for.
    package func headcount(on date: CalendarDate, isHoliday: Bool) -> Headcount? {
        if let exception = exceptions.last(where: { $0.first <= date && date <= $0.last }) {
            return exception.headcount
        }
        if isHoliday, let holidays { return holidays }
        return week[date.weekday.rawValue]
    }

    fileprivate func demand(on date: CalendarDate, isHoliday: Bool) -> Demand? {
        headcount(on: date, isHoliday: isHoliday).map { count in
            Demand(
                date: date, shiftTypes: shiftTypes, qualification: qualification, minimum: count.minimum,
                wanted: count.wanted, maximum: count.maximum, belowMinimum: weights.belowMinimum,
                belowWanted: weights.belowWanted, aboveWanted: weights.aboveWanted, aboveMaximum: weights.aboveMaximum)
        }
    }
}

/// What each person too few or too many costs.
package struct DemandWeights: Hashable, Sendable {
    package var belowMinimum: Severity
    package var belowWanted: Penalty
    package var aboveWanted: Penalty
    package var aboveMaximum: Severity

    package init(belowMinimum: Severity, belowWanted: Penalty, aboveWanted: Penalty, aboveMaximum: Severity) {
        self.belowMinimum = belowMinimum
        self.belowWanted = belowWanted
        self.aboveWanted = aboveWanted
        self.aboveMaximum = aboveMaximum
    }

    /// Cover that is short is dear but no reason to have no rota at all: who is ill in a small crew would be one.
    package static let standard = DemandWeights(
        belowMinimum: .soft(Penalty(100)), belowWanted: Penalty(10), aboveWanted: Penalty(2), aboveMaximum: .hard)
}

/// Dates on which a row of demand is otherwise.
package struct DemandException: Hashable, Sendable {
    package var first: CalendarDate
    /// Included.
    package var last: CalendarDate
    /// Nil: nothing is asked for.
    package var headcount: Headcount?

    package init(first: CalendarDate, last: CalendarDate, headcount: Headcount?) {
        self.first = first
        self.last = last
        self.headcount = headcount
    }
}
