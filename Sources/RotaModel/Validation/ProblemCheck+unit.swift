/// The unit, the period, the people and what describes them.
extension ProblemCheck {
    mutating func checkUnit() {
        if let fault = IdentifierFault.find(in: problem.unit.id.rawValue) { report("/unit/id", fault) }
        checkText(problem.unit.name, "The unit's name", "/unit/name")
        checkWeekend(problem.unit.weekend, 1...3, "/unit/weekend")
    }

    mutating func checkPeriod() {
        expect(problem.dayCount, ProblemLimits.days, "The number of days", "/period/days")
        checkYear(problem.start, "/period/start")
        if ProblemLimits.days.contains(problem.dayCount), ProblemLimits.dates.contains(problem.start) {
            checkYear(problem.end, "/period/days")
        }
        checkYear(problem.historyStart, "/history/from")
        if let from = problem.historyStart, ProblemLimits.dates.contains(from),
            ProblemLimits.dates.contains(problem.start)
        {
            if from > problem.start {
                report(
                    "/history/from",
                    "The history begins on \(from), after the period's start on \(shown(problem.start)).")
            } else {
                expect(
                    problem.start.dayNumber - from.dayNumber, ProblemLimits.historyDays,
                    "The number of days before the period", "/history/from")
            }
        }
        var seen: [CalendarDate: Int] = [:]
        for (position, holiday) in problem.holidays.enumerated() {
            checkYear(holiday.date, "/holidays/\(position)/date")
            checkText(holiday.name, "The holiday's name", "/holidays/\(position)/name")
            if let first = seen.updateValue(position, forKey: holiday.date) {
                report(
                    "/holidays/\(position)/date", "\(shown(holiday.date)) is a holiday already, at /holidays/\(first).")
            }
        }
    }

    mutating func checkSizes() {
        expect(problem.people.count, ProblemLimits.people, "The number of people", "/people")
        expect(problem.shiftTypes.count, ProblemLimits.shiftTypes, "The number of shift types", "/shiftTypes")
        expect(problem.rules.count, 0...ProblemLimits.rules, "The number of rules", "/rules")
        for (list, count) in [
            ("holidays", problem.holidays.count), ("qualifications", problem.qualifications.count),
            ("contracts", problem.contracts.count), ("demand", problem.demand.count),
            ("requests", problem.requests.count), ("absences", problem.absences.count), ("pins", problem.pins.count),
            ("history/shifts", problem.history.count), ("ledger", problem.ledger.count),
        ] {
            expect(count, 0...ProblemLimits.entries, "The number of entries", "/\(list)")
        }
    }

    mutating func checkShiftTypes() {
        for (position, type) in problem.shiftTypes.enumerated() {
            checkID(
                type.id.rawValue, at: position, in: shiftTypes, fault: IdentifierFault.find(inShiftType:),
                of: "shiftTypes", "shift type")
            checkText(type.name, "The shift type's name", "/shiftTypes/\(position)/name")
            expect(
                type.length.value, ProblemLimits.shiftLength, "The length in minutes", "/shiftTypes/\(position)/length")
            expect(type.colour, ProblemLimits.colours, "The colour", "/shiftTypes/\(position)/colour")
            checkList(
                type.qualifications, "The list", mayBeEmpty: true, "/shiftTypes/\(position)/qualifications")
            for (number, qualification) in type.qualifications.enumerated() {
                checkQualification(qualification, "/shiftTypes/\(position)/qualifications/\(number)")
            }
        }
    }

    mutating func checkQualifications() {
        for (position, qualification) in problem.qualifications.enumerated() {
            checkID(
                qualification.id.rawValue, at: position, in: qualifications, of: "qualifications", "qualification")
            checkText(qualification.name, "The qualification's name", "/qualifications/\(position)/name")
        }
    }

    mutating func checkContracts() {
        for (position, contract) in problem.contracts.enumerated() {
            checkID(contract.id.rawValue, at: position, in: contracts, of: "contracts", "contract")
            checkText(contract.name, "The contract's name", "/contracts/\(position)/name")
            expect(contract.share, ProblemLimits.share, "The share in percent", "/contracts/\(position)/share")
        }
    }

    mutating func checkPeople() {
        for (position, person) in problem.people.enumerated() {
            checkID(person.id.rawValue, at: position, in: people, of: "people", "person")
            checkText(person.name, "The person's name", "/people/\(position)/name")
            if let rank = person.rank { checkText(rank, "The rank", "/people/\(position)/rank") }
            for (number, held) in person.qualifications.enumerated() {
                checkQualification(held.id, "/people/\(position)/qualifications/\(number)/id")
                checkValidity(held.valid, "/people/\(position)/qualifications/\(number)")
            }
            for (number, held) in person.contracts.enumerated() {
                checkContract(held.id, "/people/\(position)/contracts/\(number)/id")
                checkValidity(held.valid, "/people/\(position)/contracts/\(number)")
            }
        }
    }
}
