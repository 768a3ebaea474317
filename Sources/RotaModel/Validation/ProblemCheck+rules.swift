/// The rules, each kind with its own parameters.
extension ProblemCheck {
    mutating func checkRules() {
        var positions: [String: Int] = [:]
        for (position, rule) in problem.rules.enumerated() where positions[rule.id.rawValue] == nil {
            positions[rule.id.rawValue] = position
        }
        for (position, rule) in problem.rules.enumerated() {
            let pointer = "/rules/\(position)"
            checkID(rule.id.rawValue, at: position, in: positions, of: "rules", "rule")
            if let source = rule.source { checkText(source, "The source", "\(pointer)/source") }
            checkSeverity(rule.severity, "\(pointer)/weight")
            checkScope(rule.appliesTo, pointer)
            check(rule.kind, pointer)
            if let weekend = rule.weekend {
                if rule.kind.isAboutWeekends {
                    checkWeekend(weekend, ProblemLimits.ruleWeekend, "\(pointer)/weekend")
                } else {
                    report("\(pointer)/weekend", "The rule is not about weekends and cannot have days of one.")
                }
            }
            if rule.edges != .open, !rule.kind.isAboutRuns {
                report("\(pointer)/edges", "The rule is not about runs and cannot have edges of them.")
            }
        }
    }

    private mutating func checkScope(_ scope: AppliesTo, _ pointer: String) {
        switch scope {
        case .everyone: break
        case .contracts(let contracts):
            checkList(contracts, "The list of contracts", "\(pointer)/appliesTo/contracts")
            for (number, contract) in contracts.enumerated() {
                checkContract(contract, "\(pointer)/appliesTo/contracts/\(number)")
            }
        case .people(let people):
            checkList(people, "The list of people", "\(pointer)/appliesTo/people")
            for (number, person) in people.enumerated() {
                checkPerson(person, "\(pointer)/appliesTo/people/\(number)")
            }
        }
    }

    private mutating func check(_ kind: Rule.Kind, _ pointer: String) {
        switch kind {
        case .shiftsInARow(let set, let limits), .shiftCount(let set, let limits):
            check(set, pointer)
            check(limits, \.self, pointer)
        case .daysOffInARow(let limits), .weekendsWorked(let limits), .weekendsInARow(let limits):
            check(limits, \.self, pointer)
        case .totalMinutes(let limits):
            check(limits, \.value, pointer)
        case .minutesInWindow(let days, let maximum):
            expect(days, ProblemLimits.days, "The number of days", "\(pointer)/days")
            expect(maximum.value, ProblemLimits.count, "The maximum in minutes", "\(pointer)/maximum")
        case .rest(let minimum):
            expect(minimum.value, ProblemLimits.restMinutes, "The minimum in minutes", "\(pointer)/minimum")
        case .forbiddenSequence(let sequence, let weekdays):
            check(sequence, "\(pointer)/sequence")
            if weekdays?.isEmpty == true {
                report("\(pointer)/startingOn", "The list of weekdays may not be empty.")
            }
        case .wishedSequence(let after, let then):
            check(after, "\(pointer)/after")
            check(then, "\(pointer)/then")
            let most = ProblemLimits.sequence.upperBound
            if after.count <= most, then.count <= most, after.count + then.count > most {
                report(
                    "\(pointer)/then",
                    "The sequences have \(after.count) and \(then.count) days, \(after.count + then.count) together; at"
                        + " most \(most) are expected.")
            }
        case .completeWeekends, .sameShiftInWeekend: break
        case .noWork(let weekdays), .alternatingWork(let weekdays):
            if weekdays.isEmpty { report("\(pointer)/weekdays", "The list of weekdays may not be empty.") }
        case .together(let first, let second), .apart(let first, let second):
            checkPerson(first, "\(pointer)/people/0")
            checkPerson(second, "\(pointer)/people/1")
            if first == second {
                report("\(pointer)/people/1", "\"\(first)\" is named twice; two people are expected.")
            }
        case .qualifiedOnShift(let qualification, let set), .qualificationNeeded(let qualification, let set):
            checkQualification(qualification, "\(pointer)/qualification")
            check(set, pointer)
        case .fairness(_, let tolerance):
            expect(tolerance, ProblemLimits.count, "The tolerance", "\(pointer)/tolerance")
        }
    }

    private mutating func check(_ set: ShiftSet, _ pointer: String) {
        if case .types(let types) = set { checkShifts(types, "\(pointer)/shifts") }
    }

    private mutating func check<Measure>(_ limits: Limits<Measure>, _ number: (Measure) -> Int, _ pointer: String) {
        let minimum = limits.minimum.map(number)
        let maximum = limits.maximum.map(number)
        if minimum == nil, maximum == nil {
            report(pointer, "The rule has neither a minimum nor a maximum; at least one of them is expected.")
        }
        if let minimum { expect(minimum, ProblemLimits.count, "The minimum", "\(pointer)/minimum") }
        if let maximum { expect(maximum, ProblemLimits.count, "The maximum", "\(pointer)/maximum") }
        if let least = limits.minimum, let most = limits.maximum, least > most {
            report("\(pointer)/maximum", "The maximum is \(most), less than the minimum, which is \(least).")
        }
    }

    private mutating func check(_ sequence: [DutySet], _ pointer: String) {
        let range = ProblemLimits.sequence
        if !range.contains(sequence.count) {
            report(
                pointer,
                "The sequence has \(sequence.count) days; \(range.lowerBound) to \(range.upperBound) are expected.")
        }
        for (number, element) in sequence.enumerated() {
            switch element {
            case .off, .work, .any: break
            case .shifts(let shifts): checkShifts(shifts, "\(pointer)/\(number)")
            case .not(let shifts): checkShifts(shifts, "\(pointer)/\(number)/not")
            }
        }
    }
}
