internal import RotaModel

/// What the checks look up of a problem, worked out once.
///
/// Days are counted from the period's first, which is 0; days of the history are negative. People, shift types and
/// qualifications that the problem does not have belong to nobody and are never worked.
struct Facts: Sendable {
    let problem: RotaProblem
    let times: ShiftTimes
    /// Days known before the period.
    let historyDays: Int
    /// By day from the first of the history, then by duty: elapsed minutes worked.
    private let minutesTable: [Int]
    private let people: [PersonID: PersonIndex]
    private let shifts: [ShiftTypeID: ShiftIndex]
    /// By person: the duties of the history's days.
    private let histories: [[Duty]]
    private let firstWeekday: Int
    /// Where the unit's weekends are.
    let weekends: Weekends
    private let holidays: Set<Int>
    private let holdings: [QualificationID: [[ClosedRange<Int>]]]
    private let employments: [[ClosedRange<Int>]]
    /// By person, in the problem's order.
    let absences: [[Absence]]
    /// By person, in the problem's order.
    private(set) var requests: [[RequestCheck]] = []
    /// Everybody over the whole period, shared by all rules that are for everyone.
    let everyone: [Scope]

    init(_ problem: RotaProblem) {
        self.problem = problem
        let times = ShiftTimes(problem)
        self.times = times
        let history = problem.historyDayCount
        historyDays = history
        minutesTable = (-history..<problem.dayCount).flatMap { day in
            [0] + problem.shiftIndices.map { times.minutes(of: $0, on: DayIndex(day)).value }
        }
        people = Dictionary(
            zip(problem.people.map(\.id), problem.personIndices), uniquingKeysWith: { first, _ in first })
        shifts = Dictionary(
            zip(problem.shiftTypes.map(\.id), problem.shiftIndices), uniquingKeysWith: { first, _ in first })
        var histories = problem.people.map { _ in Array(repeating: Duty.off, count: history) }
        for entry in problem.history {
            let day = entry.date.dayNumber - problem.start.dayNumber + history
            guard (0..<history).contains(day), let person = people[entry.person], let shift = shifts[entry.shift] else {
                continue
            }
            histories[person.value][day] = Duty(shift)
        }
        self.histories = histories
        firstWeekday = problem.start.weekday.rawValue
        weekends = Weekends(problem.unit.weekend, start: problem.start.weekday)
        holidays = Set(problem.holidays.map { $0.date.dayNumber - problem.start.dayNumber })
        var holdings: [QualificationID: [[ClosedRange<Int>]]] = [:]
        for (index, person) in problem.people.enumerated() {
            for held in person.qualifications {
                guard let days = Self.days(of: held.valid, in: problem) else { continue }
                holdings[held.id, default: Array(repeating: [], count: problem.people.count)][index].append(days)
            }
        }
        self.holdings = holdings
        employments = problem.people.map { person in
            person.contracts.isEmpty
                ? [0...problem.dayCount - 1] : person.contracts.compactMap { Self.days(of: $0.valid, in: problem) }
        }
        var absences: [[Absence]] = problem.people.map { _ in [] }
        for absence in problem.absences {
            if let person = people[absence.person] { absences[person.value].append(absence) }
        }
        self.absences = absences
        let period = [Stretch(firstKnown: -history, first: 0, last: problem.dayCount - 1)]
        everyone = problem.personIndices.map { Scope(person: $0, stretches: period) }
        requests = problem.people.map { _ in [] }
        for request in problem.requests.compactMap({ RequestCheck($0, self) }) {
            requests[request.person.value].append(request)
        }
    }

    /// The days of the period on which something holds; nil: none.
    static func days(of valid: Validity, in problem: RotaProblem) -> ClosedRange<Int>? {
        let first = max(0, (valid.from?.dayNumber ?? problem.start.dayNumber) - problem.start.dayNumber)
        let last = min(
            problem.dayCount - 1, (valid.until?.dayNumber ?? problem.end.dayNumber) - problem.start.dayNumber)
        return first <= last ? first...last : nil
    }

    var dayCount: Int { problem.dayCount }

    /// The whole period, with what is known before it.
    var period: Stretch { Stretch(firstKnown: -historyDays, first: 0, last: dayCount - 1) }

    func index(of person: PersonID) -> PersonIndex? { people[person] }

    func index(of shift: ShiftTypeID) -> ShiftIndex? { shifts[shift] }

    /// Elapsed minutes worked by a duty that starts on `day`, 0 for off.
    func minutes(of duty: Duty, on day: Int) -> Int {
        minutesTable[(day + historyDays) * (problem.shiftTypes.count + 1) + Int(duty.rawValue)]
    }

    func weekday(of day: Int) -> Weekday {
        Weekday.allCases[((firstWeekday + day) % 7 + 7) % 7]
    }

    /// Where weekends are for a rule.
    func weekends(for rule: Rule) -> Weekends {
        rule.weekend.map { Weekends($0, start: problem.start.weekday) } ?? weekends
    }

    func isHoliday(_ day: Int) -> Bool { holidays.contains(day) }

    /// Whether the person holds it on that day of the period.
    func holds(_ qualification: QualificationID, person: PersonIndex, on day: Int) -> Bool {
        holdings[qualification]?[person.value].contains { $0.contains(day) } ?? false
    }

    /// Whether the person is employed on that day of the period.
    func isEmployed(_ person: PersonIndex, on day: Int) -> Bool {
        employments[person.value].contains { $0.contains(day) }
    }

    /// A person's known days in a rota.
    func row(of person: PersonIndex, in rota: Rota) -> Row {
        Row(person: person, duties: histories[person.value] + rota.row(of: person), historyDays: historyDays)
    }
}
