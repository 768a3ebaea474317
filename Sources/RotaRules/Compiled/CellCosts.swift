internal import RotaModel

/// What a duty on a day costs a person whatever the other days are.
struct CellCosts {
    private(set) var soft: [Int32]
    private(set) var hard: [Int32]
    private let dayCount: Int
    private let dutyCount: Int
    private let ban: (Requirement, _ person: Int, _ day: Int, _ duty: Int) -> Void

    /// - Parameter ban: is told of every duty that is forbidden, and by what.
    init(
        _ problem: RotaProblem, times: ShiftTimes, scopes: RuleScopes,
        ban: @escaping (Requirement, _ person: Int, _ day: Int, _ duty: Int) -> Void = { _, _, _, _ in }
    ) {
        self.ban = ban
        dayCount = problem.dayCount
        dutyCount = problem.shiftTypes.count + 1
        soft = Array(repeating: 0, count: problem.people.count * dayCount * dutyCount)
        hard = soft
        addRequests(problem, scopes)
        addAbsences(problem, times, scopes)
        addPins(problem, scopes)
        addEligibility(problem)
        addFreeWeekdays(problem, scopes)
        addNeededQualifications(problem, scopes)
    }

    /// - Parameter requirement: what asks for it; nil: nothing that may be hard.
    private mutating func add(
        _ price: Cost, _ requirement: Requirement?, person: Int, day: Int, where matches: (Int) -> Bool
    ) {
        let base = (person * dayCount + day) * dutyCount
        for duty in 0..<dutyCount where matches(duty) {
            soft[base + duty] += Int32(price.soft)
            hard[base + duty] += Int32(price.hard)
            if price.hard > 0, let requirement { ban(requirement, person, day, duty) }
        }
    }

    private mutating func addRequests(_ problem: RotaProblem, _ scopes: RuleScopes) {
        for request in problem.requests {
            guard let person = scopes.person[request.person], let day = problem.day(of: request.date) else { continue }
            let grants = scopes.grants(request.wish)
            add(Cost(hard: 0, soft: request.weight.value), nil, person: person, day: day.value) { !grants[$0] }
        }
    }

    private mutating func addAbsences(_ problem: RotaProblem, _ times: ShiftTimes, _ scopes: RuleScopes) {
        let price = Cost(hard: 1, soft: 0)
        for (number, absence) in problem.absences.enumerated() {
            guard let person = scopes.person[absence.person] else { continue }
            if absence.from == nil && absence.until == nil {
                for date in absence.first...absence.last {
                    guard let day = problem.day(of: date) else { continue }
                    add(price, .absence(number), person: person, day: day.value) { $0 > 0 }
                }
                continue
            }
            let zone = problem.unit.zone
            let from = absence.from?.minutesSinceMidnight ?? 0
            let until = absence.until?.minutesSinceMidnight ?? 1440
            let begin = zone.instant(of: absence.first, minutes: from, edge: .start)
            let end = zone.instant(of: absence.last, minutes: until, edge: .end)
            // A shift that began up to two days before may reach into the absence.
            for date in absence.first.advanced(by: -2)...absence.last {
                guard let day = problem.day(of: date) else { continue }
                add(price, .absence(number), person: person, day: day.value) {
                    guard $0 > 0 else { return false }
                    let shift = ShiftIndex($0 - 1)
                    return times.start(of: shift, on: day) < end && times.end(of: shift, on: day) > begin
                }
            }
        }
    }

    private mutating func addPins(_ problem: RotaProblem, _ scopes: RuleScopes) {
        for (number, pin) in problem.pins.enumerated() {
            guard let person = scopes.person[pin.person], let day = problem.day(of: pin.date) else { continue }
            let pinned = pin.shift.flatMap { scopes.shift[$0] }.map { $0 + 1 } ?? 0
            add(Cost(hard: pin.weight, soft: 0), .pin(number), person: person, day: day.value) { $0 != pinned }
        }
    }

    private mutating func addEligibility(_ problem: RotaProblem) {
        for (number, person) in problem.people.enumerated() {
            for day in 0..<dayCount {
                let date = problem.date(of: DayIndex(day))
                if !person.isEmployed(on: date) {
                    add(Cost(hard: 1, soft: 0), .employment(person: number), person: number, day: day) { $0 > 0 }
                }
                let lacks = problem.shiftTypes.map { type in
                    type.qualifications.contains { !person.holds($0, on: date) }
                }
                guard lacks.contains(true) else { continue }
                add(Cost(hard: 1, soft: 0), .eligibility(person: number), person: number, day: day) {
                    $0 > 0 && lacks[$0 - 1]
                }
            }
        }
    }

    private mutating func addNeededQualifications(_ problem: RotaProblem, _ scopes: RuleScopes) {
        for (position, rule) in problem.rules.enumerated() {
            guard case .qualificationNeeded(let qualification, let set) = rule.kind else { continue }
            let members = scopes.members(of: set)
            for (number, person) in problem.people.enumerated() {
                for stretch in scopes.stretches(of: rule, person: number) {
                    for day in stretch.first...stretch.last
                    where !person.holds(qualification, on: problem.date(of: DayIndex(day))) {
                        add(rule.severity.price, .rule(position, person: number), person: number, day: day) {
                            members[$0]
                        }
                    }
                }
            }
        }
    }

    private mutating func addFreeWeekdays(_ problem: RotaProblem, _ scopes: RuleScopes) {
        for (position, rule) in problem.rules.enumerated() {
            guard case .noWork(let weekdays) = rule.kind else { continue }
            for person in problem.people.indices {
                for stretch in scopes.stretches(of: rule, person: person) {
                    for day in stretch.first...stretch.last
                    where weekdays.contains(problem.date(of: DayIndex(day)).weekday) {
                        add(rule.severity.price, .rule(position, person: person), person: person, day: day) { $0 > 0 }
                    }
                }
            }
        }
    }
}

extension RuleScopes {
    /// By duty, whether it grants the wish.
    func grants(_ wish: Request.Wish) -> [Bool] {
        switch wish {
        case .shiftOn(let id): members(of: DutySet.shifts([id]))
        case .shiftOff(let id): members(of: DutySet.not([id]))
        case .dayOff: members(of: DutySet.off)
        case .dayOn: members(of: DutySet.work)
        }
    }
}
