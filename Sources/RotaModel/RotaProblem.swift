/// All that a rota is built from and judged by: one unit, one period, its people and what is asked of them.
///
/// A value made by hand may contradict itself; `validate()` tells. The judge and the solver take valid ones only.
package struct RotaProblem: Hashable, Sendable {
    package var unit: CrewUnit
    /// The first date of the period.
    package var start: CalendarDate
    /// Days in the period, 1 to 731.
    package var dayCount: Int
    package var holidays: [Holiday]
    /// 1 to 250, with different ids.
    package var shiftTypes: [ShiftType]
    package var qualifications: [Qualification]
    package var contracts: [Contract]
    /// 1 to 2000, with different ids.
    package var people: [Person]
    package var demand: [Demand]
    package var rules: [Rule]
    package var requests: [Request]
    package var absences: [Absence]
    package var pins: [Pin]
    /// The first date before the period of which everything is known; nil: nothing is. At most 366 days before `start`.
    package var historyStart: CalendarDate?
    package var history: [HistoryEntry]
    package var ledger: [LedgerEntry]

    package init(
        unit: CrewUnit, start: CalendarDate, dayCount: Int, holidays: [Holiday] = [], shiftTypes: [ShiftType],
        qualifications: [Qualification] = [], contracts: [Contract] = [], people: [Person], demand: [Demand] = [],
        rules: [Rule] = [], requests: [Request] = [], absences: [Absence] = [], pins: [Pin] = [],
        historyStart: CalendarDate? = nil, history: [HistoryEntry] = [], ledger: [LedgerEntry] = []
    ) {
        self.unit = unit
        self.start = start
        self.dayCount = dayCount
        self.holidays = holidays
        self.shiftTypes = shiftTypes
        self.qualifications = qualifications
        self.contracts = contracts
        self.people = people
        self.demand = demand
        self.rules = rules
        self.requests = requests
        self.absences = absences
        self.pins = pins
        self.historyStart = historyStart
        self.history = history
        self.ledger = ledger
    }

    /// The last date of the period.
    package var end: CalendarDate { start.advanced(by: dayCount - 1) }

    /// Days before the period of which everything is known, at least 0.
    package var historyDayCount: Int { historyStart.map { max(0, start.dayNumber - $0.dayNumber) } ?? 0 }

    package var days: Range<DayIndex> { 0..<DayIndex(dayCount) }
    package var personIndices: Range<PersonIndex> { 0..<PersonIndex(people.count) }
    package var shiftIndices: Range<ShiftIndex> { 0..<ShiftIndex(shiftTypes.count) }

    package func date(of day: DayIndex) -> CalendarDate { start.advanced(by: day.value) }

    /// The day of a date; nil outside the period.
    package func day(of date: CalendarDate) -> DayIndex? {
        let day = date.dayNumber - start.dayNumber
        return (0..<dayCount).contains(day) ? DayIndex(day) : nil
    }

    package subscript(person: PersonIndex) -> Person { people[person.value] }
    package subscript(shift: ShiftIndex) -> ShiftType { shiftTypes[shift.value] }

    /// Linear in the number of people.
    package func index(of person: PersonID) -> PersonIndex? {
        people.firstIndex { $0.id == person }.map { PersonIndex($0) }
    }

    /// Linear in the number of shift types.
    package func index(of shift: ShiftTypeID) -> ShiftIndex? {
        shiftTypes.firstIndex { $0.id == shift }.map { ShiftIndex($0) }
    }
}
