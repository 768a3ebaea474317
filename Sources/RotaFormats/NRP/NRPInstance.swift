import RotaModel

/// What a file of the benchmark format says, line by line, before it becomes a problem.
struct NRPInstance {
    struct Shift {
        var id: String
        var minutes: Int
        /// Ids that may not be worked on the next day.
        var cannotFollow: [String]
    }

    struct Employee {
        var id: String
        /// Most shifts of a type, in the order given; a type that is not named has no limit.
        var maximumShifts: [(shift: String, limit: Int)]
        var maximumMinutes: Int
        var minimumMinutes: Int
        var maximumInARow: Int
        var minimumInARow: Int
        var minimumDaysOff: Int
        var maximumWeekends: Int
    }

    struct Request {
        var employee: String
        var day: Int
        var shift: String
        var weight: Int
        var isOn: Bool
    }

    struct Cover {
        var day: Int
        var shift: String
        var wanted: Int
        var under: Int
        var over: Int
    }

    var horizon = 0
    var shifts: [Shift] = []
    var employees: [Employee] = []
    /// Days on which the employee of that position must be free.
    var daysOff: [Int: Set<Int>] = [:]
    var requests: [Request] = []
    var cover: [Cover] = []
}

extension NRPInstance {
    /// The Monday that day 0 of every instance is taken to be.
    static let firstDate = CalendarDate(dayNumber: 19_723)

    /// The same problem in the model's words, judged exactly as the benchmark judges it. The format has no dates, no zone
    /// and no times of day: day 0 is Monday 2024-01-01 in UTC and every shift starts at 00:00.
    func problem(named name: String) -> RotaProblem {
        RotaProblem(
            unit: CrewUnit(id: "unit", name: name, zone: .utc), start: Self.firstDate, dayCount: horizon,
            shiftTypes: shifts.enumerated().map { position, shift in
                ShiftType(
                    id: ShiftTypeID(shift.id), name: shift.id, start: .midnight, length: Minutes(shift.minutes),
                    colour: 1 + position % ProblemLimits.colours.count)
            },
            people: employees.map { Person(id: PersonID($0.id), name: $0.id) }, demand: demand,
            rules: sequenceRules + employeeRules, requests: wishes, absences: absences)
    }

    private func date(_ day: Int) -> CalendarDate { Self.firstDate.advanced(by: day) }

    private var demand: [Demand] {
        cover.map {
            Demand(
                date: date($0.day), shiftTypes: [ShiftTypeID($0.shift)], wanted: $0.wanted,
                belowWanted: Penalty($0.under), aboveWanted: Penalty($0.over))
        }
    }

    private var wishes: [RotaModel.Request] {
        requests.map {
            let shift = ShiftTypeID($0.shift)
            return RotaModel.Request(
                person: PersonID($0.employee), date: date($0.day), wish: $0.isOn ? .shiftOn(shift) : .shiftOff(shift),
                weight: Penalty($0.weight))
        }
    }

    /// One absence for each stretch of days off.
    private var absences: [Absence] {
        var result: [Absence] = []
        for (position, employee) in employees.enumerated() {
            let person = PersonID(employee.id)
            for day in daysOff[position, default: []].sorted() {
                if let last = result.last, last.person == person, last.last.advanced(by: 1) == date(day) {
                    result[result.count - 1].last = date(day)
                } else {
                    result.append(Absence(person: person, first: date(day), last: date(day)))
                }
            }
        }
        return result
    }

    private var sequenceRules: [Rule] {
        shifts.filter { !$0.cannotFollow.isEmpty }.enumerated().map { position, shift in
            Rule(
                id: RuleID("succession-\(position + 1)"),
                .forbiddenSequence([
                    .shifts([ShiftTypeID(shift.id)]), .shifts(shift.cannotFollow.map { ShiftTypeID($0) }),
                ]))
        }
    }

    /// Each limit once, with the people whom it holds for. Limits that nothing can break are left out.
    private var employeeRules: [Rule] {
        var kinds: [Rule.Kind] = []
        var people: [Rule.Kind: [PersonID]] = [:]
        func add(_ kind: Rule.Kind, for person: PersonID) {
            if people[kind] == nil { kinds.append(kind) }
            people[kind, default: []].append(person)
        }
        for employee in employees {
            let person = PersonID(employee.id)
            let inARow = Limits(
                minimum: employee.minimumInARow > 1 ? employee.minimumInARow : nil,
                maximum: employee.maximumInARow < horizon ? employee.maximumInARow : nil)
            if inARow != Limits() { add(.shiftsInARow(.all, inARow), for: person) }
            if employee.minimumDaysOff > 1 {
                add(.daysOffInARow(Limits(minimum: employee.minimumDaysOff)), for: person)
            }
            let minutes = Limits(
                minimum: employee.minimumMinutes > 0 ? Minutes(employee.minimumMinutes) : nil,
                maximum: Minutes(employee.maximumMinutes))
            add(.totalMinutes(minutes), for: person)
            for (shift, limit) in employee.maximumShifts where limit < horizon {
                add(.shiftCount(.types([ShiftTypeID(shift)]), Limits(maximum: limit)), for: person)
            }
            if employee.maximumWeekends < (horizon + 1) / 7 {
                add(.weekendsWorked(Limits(maximum: employee.maximumWeekends)), for: person)
            }
        }
        return kinds.enumerated().map { position, kind in
            let those = people[kind, default: []]
            return Rule(
                id: RuleID("\(Self.name(of: kind))-\(position + 1)"), kind,
                appliesTo: those.count == employees.count ? .everyone : .people(those))
        }
    }

    private static func name(of kind: Rule.Kind) -> String {
        switch kind {
        case .shiftsInARow: "shifts-in-a-row"
        case .daysOffInARow: "days-off-in-a-row"
        case .totalMinutes: "working-time"
        case .shiftCount: "shifts-of-a-type"
        case .weekendsWorked: "weekends-worked"
        default: "rule"
        }
    }
}
