package import RotaModel

/// Small valid problems with a bit of everything the model has, for properties that shall hold of any problem.
///
/// Over the seeds: every rule kind, hard and soft, for everyone, for contracts and for named people; contracts and
/// qualifications that hold for a part of the period; history, absences with times and credits, pins, ledgers,
/// holidays; zones with a change of the clock within the period; shifts of up to 24 hours. Rule kind `seed % kindCount`
/// is in the problem for certain.
package enum RandomProblem {
    /// How big the problems are.
    package struct Size: Sendable {
        package var people: ClosedRange<Int>
        package var days: ClosedRange<Int>
        package var shiftTypes: ClosedRange<Int>
        package var rules: ClosedRange<Int>

        package init(
            people: ClosedRange<Int> = 2...6, days: ClosedRange<Int> = 5...21, shiftTypes: ClosedRange<Int> = 1...4,
            rules: ClosedRange<Int> = 2...10
        ) {
            self.people = people
            self.days = days
            self.shiftTypes = shiftTypes
            self.rules = rules
        }
    }

    /// The same problem for the same seed and size, on every machine.
    package static func make(seed: UInt64, size: Size = Size()) -> RotaProblem {
        var draft = RandomDraft(seed: seed, size: size)
        return draft.make(firstKind: Int(seed % UInt64(RandomRules.kindCount)))
    }

    /// A rota for the problem, of which about `work` in a hundred cells are shifts; legal only by luck.
    package static func rota(for problem: RotaProblem, seed: UInt64, work: Int = 60) -> Rota {
        var random = SeededGenerator(seed: seed &+ 0x5EED)
        var rota = Rota(for: problem)
        for position in rota.duties.indices where random.chance(percent: work) {
            rota.duties[position] = Duty(ShiftIndex(random.below(problem.shiftTypes.count)))
        }
        return rota
    }
}

/// A random problem in the making.
struct RandomDraft {
    private var random: SeededGenerator
    private let size: RandomProblem.Size
    private let start: CalendarDate
    private let dayCount: Int
    private let unit: CrewUnit

    init(seed: UInt64, size: RandomProblem.Size) {
        random = SeededGenerator(seed: seed)
        self.size = size
        dayCount = random.number(in: size.days)
        // Zones with the dates of their changes in 2026; Lord Howe moves its clock by half an hour.
        let (name, changes) = random.pick([
            ("Europe/Stockholm", [(3, 29), (10, 25)]), ("America/New_York", [(3, 8), (11, 1)]),
            ("Australia/Lord_Howe", [(4, 5), (10, 4)]), ("Asia/Kolkata", [(3, 29)]), ("UTC", [(1, 5)]),
        ])
        let (month, day) = random.pick(changes)
        guard let zone = Zone(name: name), let change = CalendarDate(year: 2026, month: month, day: day) else {
            preconditionFailure("This machine has no time zone \(name).")
        }
        // Near half of the periods have the change within them, others just before or after.
        start = change.advanced(by: -random.number(in: -2...dayCount + 2))
        unit = CrewUnit(
            id: "ward", name: "Ward", zone: zone, firstWeekday: random.pick(Weekday.allCases),
            weekend: random.pick([
                [.saturday, .sunday], [.saturday, .sunday], [.friday, .saturday], [.sunday], [.sunday, .monday],
                [.friday, .saturday, .sunday],
            ]))
    }

    mutating func make(firstKind: Int) -> RotaProblem {
        let historyDays = random.chance(percent: 60) ? random.number(in: 1...9) : 0
        var problem = RotaProblem(
            unit: unit, start: start, dayCount: dayCount, shiftTypes: [],
            qualifications: [Qualification(id: "charge", name: "Charge nurse"), Qualification(id: "iv", name: "IV")],
            contracts: [
                Contract(id: "full", name: "Full time"), Contract(id: "half", name: "Half time", share: 50),
                Contract(id: "pool", name: "Pool", share: 20),
            ],
            people: [], historyStart: historyDays > 0 ? start.advanced(by: -historyDays) : nil)
        for day in problem.days where random.chance(percent: 10) {
            problem.holidays.append(Holiday(date: problem.date(of: day), name: "Holiday"))
        }
        problem.shiftTypes = shiftTypes()
        problem.people = people()
        problem.demand = demand(for: problem)
        problem.requests = requests(for: problem)
        problem.absences = absences(for: problem)
        problem.pins = pins(for: problem)
        problem.history = history(of: historyDays, for: problem)
        problem.ledger = ledger(for: problem)
        let ruleCount = random.number(in: size.rules)
        for number in 0..<max(1, ruleCount) {
            let kind = number == 0 ? firstKind : random.below(RandomRules.kindCount)
            problem.rules.append(RandomRules.rule(number, kind: kind, for: problem, &random))
        }
        return problem
    }

    private mutating func shiftTypes() -> [ShiftType] {
        (0..<random.number(in: size.shiftTypes)).map { number in
            let letters = ["E", "L", "N", "D"]
            let id = number < letters.count ? letters[number] : "S\(number)"
            // Starts and ends in the small hours meet the changes of the clock; quarter hours meet half-hour zones.
            let start = random.chance(percent: 30) ? random.number(in: 4...14) * 15 : random.number(in: 0...95) * 15
            let length = random.pick([180, 240, 450, 480, 480, 525, 600, 720, 1440])
            return ShiftType(
                id: ShiftTypeID(id), name: "Shift \(id)", start: LocalTime.midnight.adding(Minutes(start)),
                length: Minutes(length), colour: number % 12 + 1,
                qualifications: random.chance(percent: 25) ? random.pickSome(["charge", "iv"]) : [],
                isNight: id == "N" || random.chance(percent: 15), isUnpopular: number % 2 == 1)
        }
    }

    private mutating func validity() -> Validity {
        guard random.chance(percent: 40) else { return .always }
        let from = random.chance(percent: 60) ? random.number(in: -3...dayCount) : nil
        let until = random.chance(percent: 60) ? random.number(in: (from ?? 0)...(from ?? 0) + dayCount) : nil
        return Validity(from: from.map(start.advanced(by:)), until: until.map(start.advanced(by:)))
    }

    private mutating func people() -> [Person] {
        (0..<random.number(in: size.people)).map { number in
            let names = ["Lindqvist", "Okafor", "Ortega", "Nilsson", "Haddad", "Kowalski", "Tanaka", "Moreau"]
            let name = number < names.count ? names[number] : "\(names[number % names.count]) \(number)"
            var person = Person(id: PersonID("p\(number)"), name: name)
            for qualification: QualificationID in ["charge", "iv"] where random.chance(percent: 60) {
                person.qualifications.append(Held(qualification, valid: validity()))
            }
            if random.chance(percent: 75) {
                for contract: ContractID in random.pickSome(["full", "half", "pool"]) {
                    person.contracts.append(Held(contract, valid: validity()))
                }
            }
            return person
        }
    }

    private mutating func demand(for problem: RotaProblem) -> [Demand] {
        var lines: [Demand] = []
        let ids = problem.shiftTypes.map(\.id)
        for day in problem.days {
            for type in ids where random.chance(percent: 70) {
                let others = ids.filter { $0 != type }
                let types = others.isEmpty || random.chance(percent: 80) ? [type] : [type, random.pick(others)]
                let minimum = random.number(in: 0...2)
                let wanted = random.chance(percent: 60) ? minimum + random.number(in: 0...1) : nil
                let isLimited = random.chance(percent: 30)
                lines.append(
                    Demand(
                        date: problem.date(of: day), shiftTypes: types,
                        qualification: random.chance(percent: 20) ? random.pick(["charge", "iv"]) : nil,
                        minimum: minimum, wanted: wanted,
                        maximum: isLimited ? (wanted ?? minimum) + random.number(in: 0...2) : nil,
                        belowMinimum: severity(hard: 30), belowWanted: Penalty(random.number(in: 0...100)),
                        aboveWanted: Penalty(random.number(in: 0...10)), aboveMaximum: severity(hard: 30)))
            }
        }
        return lines
    }

    private mutating func severity(hard percent: Int) -> Severity {
        random.chance(percent: percent) ? .hard : .soft(Penalty(random.number(in: 1...50)))
    }

    private mutating func requests(for problem: RotaProblem) -> [Request] {
        (0..<random.number(in: 0...2 * problem.people.count)).map { _ in
            let type = random.pick(problem.shiftTypes).id
            return Request(
                person: random.pick(problem.people).id, date: start.advanced(by: random.below(dayCount)),
                wish: random.pick([.shiftOn(type), .shiftOff(type), .dayOff, .dayOn]),
                weight: Penalty(random.number(in: 0...20)))
        }
    }

    private mutating func absences(for problem: RotaProblem) -> [Absence] {
        (0..<random.number(in: 0...problem.people.count)).map { _ in
            let first = random.number(in: -2...dayCount - 1)
            let last = max(0, first + random.number(in: 0...4))
            var absence = Absence(
                person: random.pick(problem.people).id, first: start.advanced(by: first),
                last: start.advanced(by: last))
            if random.chance(percent: 40) { absence.from = LocalTime.midnight.adding(Minutes(random.below(48) * 15)) }
            if random.chance(percent: 40) {
                absence.until = LocalTime.midnight.adding(Minutes(720 + random.below(48) * 15))
            }
            if random.chance(percent: 50) { absence.creditPerDay = Minutes(random.number(in: 1...32) * 15) }
            absence.word = Absence.Word.allCases[absence.last.dayNumber % Absence.Word.allCases.count]
            return absence
        }
    }

    private mutating func pins(for problem: RotaProblem) -> [Pin] {
        var pins: [Pin] = []
        for person in problem.people {
            for day in problem.days where random.chance(percent: 3) {
                let shift = random.chance(percent: 40) ? nil : random.pick(problem.shiftTypes).id
                pins.append(Pin(person: person.id, date: problem.date(of: day), shift: shift))
            }
        }
        return pins
    }

    private mutating func history(of days: Int, for problem: RotaProblem) -> [HistoryEntry] {
        var entries: [HistoryEntry] = []
        for person in problem.people {
            for day in 0..<days where random.chance(percent: 60) {
                let date = start.advanced(by: day - days)
                entries.append(
                    HistoryEntry(person: person.id, date: date, shift: random.pick(problem.shiftTypes).id))
            }
        }
        return entries
    }

    private mutating func ledger(for problem: RotaProblem) -> [LedgerEntry] {
        guard random.chance(percent: 60) else { return [] }
        return problem.people.filter { _ in random.chance(percent: 80) }.map { person in
            let made = random.number(in: 0...12)
            return LedgerEntry(
                person: person.id, nights: random.number(in: 0...20), weekends: random.number(in: 0...15),
                holidays: random.number(in: 0...5), unpopular: made / 2, requestsMade: made,
                requestsGranted: random.number(in: 0...made),
                presence: random.number(in: 0...200) * 100)
        }
    }
}
