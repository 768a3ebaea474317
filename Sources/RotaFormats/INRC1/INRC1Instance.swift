import RotaModel

/// What a file of the first competition says, before it becomes a problem.
struct INRC1Instance {
    struct Shift {
        var id: String
        var name: String
        var start: LocalTime
        var length: Minutes
        var isNight: Bool
        var skills: [String]
    }

    /// A limit or a switch of a contract that is on.
    struct Limit {
        var value: Int
        var weight: Int
    }

    struct Contract {
        var id: String
        var name: String
        var maximumAssignments: Limit?
        var minimumAssignments: Limit?
        var maximumWorkInARow: Limit?
        var minimumWorkInARow: Limit?
        var maximumOffInARow: Limit?
        var minimumOffInARow: Limit?
        var maximumWeekendsInARow: Limit?
        var minimumWeekendsInARow: Limit?
        var maximumWeekends: Limit?
        var weekend: [Weekday] = [.saturday, .sunday]
        // Weights of what is on; 0: off.
        var completeWeekends = 0
        var identicalShifts = 0
        var noNightBeforeFreeWeekend = 0
        var twoFreeDaysAfterNights = 0
        var skills = 0
        /// Ids.
        var patterns: [String] = []
    }

    struct Pattern {
        var days: [DutySet]
        /// The weekday of its first day; nil: any.
        var startsOn: Weekday?
        var weight: Int
    }

    struct Employee {
        var id: String
        var name: String
        var contract: String
        var skills: [String]
    }

    var name = ""
    var start = CalendarDate(dayNumber: 0)
    var dayCount = 1
    var skills: [String] = []
    var shifts: [Shift] = []
    var patterns: [String: Pattern] = [:]
    var contracts: [Contract] = []
    var employees: [Employee] = []
    /// People wanted by weekday and by date, for each shift that is named; a date's own go before its weekday's.
    var weekdayCover: [Weekday: [String: Int]] = [:]
    var dateCover: [CalendarDate: [String: Int]] = [:]
    var requests: [Request] = []
}

extension INRC1Instance {
    /// The same problem in the model's words, judged as the competition judges it: cover is hard and exact, all else is
    /// soft, and the period stands for itself, so that what reaches its edges has ended there.
    func problem() -> RotaProblem {
        RotaProblem(
            unit: CrewUnit(id: "unit", name: name, zone: .utc), start: start, dayCount: dayCount,
            shiftTypes: shifts.enumerated().map { position, shift in
                ShiftType(
                    id: ShiftTypeID(shift.id), name: shift.name, start: shift.start, length: shift.length,
                    colour: 1 + position % ProblemLimits.colours.count, isNight: shift.isNight)
            },
            qualifications: skills.map { Qualification(id: QualificationID($0), name: $0) },
            contracts: contracts.map { RotaModel.Contract(id: ContractID($0.id), name: $0.name) },
            people: employees.map { employee in
                Person(
                    id: PersonID(employee.id), name: employee.name,
                    qualifications: employee.skills.map { Held(QualificationID($0)) },
                    contracts: [Held(ContractID(employee.contract))])
            },
            demand: demand, rules: contracts.indices.flatMap(rules), requests: requests)
    }

    /// A shift that a date does not name is worked by nobody.
    private var demand: [Demand] {
        (0..<dayCount).flatMap { day in
            let date = start.advanced(by: day)
            let cover = dateCover[date] ?? weekdayCover[date.weekday] ?? [:]
            return shifts.map { shift in
                let count = cover[shift.id] ?? 0
                return Demand(date: date, shiftTypes: [ShiftTypeID(shift.id)], minimum: count, maximum: count)
            }
        }
    }

    private func rules(ofContract position: Int) -> [Rule] {
        let contract = contracts[position]
        var rules: [Rule] = []
        func add(_ name: String, _ kind: Rule.Kind, _ weight: Int, edges: RunEdges = .open) {
            guard weight > 0 else { return }
            let id = "\(name)-\(contract.id)"
            let isShort = id.unicodeScalars.count <= ProblemLimits.idLength.upperBound
            rules.append(
                Rule(
                    id: RuleID(isShort ? id : "rule-\(position)-\(rules.count)"), kind,
                    appliesTo: .contracts([ContractID(contract.id)]),
                    severity: .soft(Penalty(weight)), weekend: kind.isAboutWeekends ? contract.weekend : nil,
                    edges: edges))
        }
        /// A rule for the maximum and one for the minimum, since each has a weight of its own.
        func limit(
            _ name: String, _ maximum: Limit?, _ minimum: Limit?, edges: RunEdges = .closed,
            _ kind: (Limits<Int>) -> Rule.Kind
        ) {
            if let maximum { add("most-\(name)", kind(Limits(maximum: maximum.value)), maximum.weight, edges: edges) }
            if let minimum { add("least-\(name)", kind(Limits(minimum: minimum.value)), minimum.weight, edges: edges) }
        }
        limit("assignments", contract.maximumAssignments, contract.minimumAssignments, edges: .open) {
            .shiftCount(.all, $0)
        }
        limit("work-in-a-row", contract.maximumWorkInARow, contract.minimumWorkInARow) { .shiftsInARow(.all, $0) }
        limit("off-in-a-row", contract.maximumOffInARow, contract.minimumOffInARow) { .daysOffInARow($0) }
        limit("weekends-in-a-row", contract.maximumWeekendsInARow, contract.minimumWeekendsInARow) {
            .weekendsInARow($0)
        }
        limit("weekends", contract.maximumWeekends, nil, edges: .open) { .weekendsWorked($0) }
        addWeekends(of: contract) { add($0, $1, $2) }
        let nights = shifts.filter(\.isNight).map { ShiftTypeID($0.id) }
        if !nights.isEmpty {
            let first = Weekday.allCases[(contract.weekend[0].rawValue + 6) % 7]
            let free = contract.weekend.map { _ in DutySet.off }
            add(
                "night-before-weekend", .forbiddenSequence([.shifts(nights)] + free, startingOn: [first]),
                contract.noNightBeforeFreeWeekend)
            let others = shifts.filter { !$0.isNight }.map { ShiftTypeID($0.id) }
            if !others.isEmpty {
                add(
                    "day-after-night", .forbiddenSequence([.shifts(nights), .shifts(others)]),
                    contract.twoFreeDaysAfterNights)
            }
            add(
                "one-day-after-night", .forbiddenSequence([.shifts(nights), .off, .work]),
                contract.twoFreeDaysAfterNights)
        }
        for skill in skills {
            let needing = shifts.filter { $0.skills.contains(skill) }.map { ShiftTypeID($0.id) }
            guard !needing.isEmpty else { continue }
            add("skill-\(skill)", .qualificationNeeded(QualificationID(skill), .types(needing)), contract.skills)
        }
        for id in contract.patterns {
            guard let pattern = patterns[id] else { continue }
            add(
                "pattern-\(id)", .forbiddenSequence(pattern.days, startingOn: pattern.startsOn.map { [$0] }),
                pattern.weight)
        }
        return rules
    }

    /// Complete weekends and identical shifts, counted as the competition does: as days missing.
    ///
    /// Each run of days worked within a weekend misses the weekend's other days, and so does each shift type worked on
    /// some of its days: of Saturday and Sunday, one day alone misses 1 and two different shifts 2.
    private func addWeekends(of contract: Contract, _ add: (String, Rule.Kind, Int) -> Void) {
        let length = contract.weekend.count
        guard length > 2 else {
            add("complete-weekends", .completeWeekends, contract.completeWeekends)
            add("identical-shifts-alone", .completeWeekends, contract.identicalShifts)
            add("identical-shifts", .sameShiftInWeekend, 2 * contract.identicalShifts)
            return
        }
        for day in 1..<length {
            // A run that begins on this day misses those before it; one that ends on the day before, those from it on.
            let eve: Set = [contract.weekend[day - 1]]
            add(
                "weekend-from-\(day + 1)", .forbiddenSequence([.off, .work], startingOn: eve),
                day * contract.completeWeekends)
            add(
                "weekend-until-\(day)", .forbiddenSequence([.work, .off], startingOn: eve),
                (length - day) * contract.completeWeekends)
        }
        for shift in shifts {
            let type = [ShiftTypeID(shift.id)]
            // On which days of the weekend it is worked, as bits: some and not all.
            for days in 1..<((1 << length) - 1) {
                let pattern = (0..<length).map { days >> $0 & 1 == 1 ? DutySet.shifts(type) : .not(type) }
                add(
                    "identical-\(shift.id)-\(days)",
                    .forbiddenSequence(pattern, startingOn: [contract.weekend[0]]),
                    (length - days.nonzeroBitCount) * contract.identicalShifts)
            }
        }
    }
}
