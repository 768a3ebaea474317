import RotaModel
import RotaRules
import RotaSolver
import Testing
import WatchbillTestKit

@Suite("Odd problems")
struct OddProblemTests {
    /// What goes wrong tells the seed and the traits; the seed alone makes the problem again.
    @Test("Are solved or found illegal as the judge finds them, never a crash", arguments: 0..<40)
    func solved(seed: Int) {
        var odd = OddProblem(seed: UInt64(seed))
        let problem = odd.make()
        let told = Comment(rawValue: "seed \(seed): \(odd.traits.joined(separator: ", "))")
        #expect(problem.validate().map(\.description) == [], told)
        let judge = Judge(problem)
        let result = solve(problem, settings: SolveSettings(seed: UInt64(seed), threads: 1, stepLimit: 1))
        let assessment = judge.assess(result.rota)
        #expect(result.penalty == assessment.penalty, told)
        #expect(result.isFeasible == assessment.isFeasible, told)
        if let bound = result.bound, result.isFeasible { #expect(bound <= result.penalty, told) }
        // From a rota that works everybody every day.
        var start = Rota(for: problem)
        for position in start.duties.indices { start.duties[position] = Duty(ShiftIndex(0)) }
        let second = solve(problem, settings: SolveSettings(seed: 1, threads: 1, stepLimit: 1, start: start))
        #expect(second.penalty == judge.assess(second.rota).penalty, told)
    }
}

/// Valid problems that nobody would pose, or only by mistake: a few odd traits each, by a seed.
struct OddProblem {
    private(set) var traits: [String] = []
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func make() -> RotaProblem {
        let people = random.pick([1, 1, 2, 7, 40, 400])
        let days = random.pick(people > 40 ? [1, 2, 28] : [1, 2, 14, 28, 731])
        let types = random.pick(people > 40 || people * days > 5000 ? [1, 3] : [1, 3, 60])
        traits = ["\(people) people, \(days) days, \(types) shift types"]
        var problem = RotaProblem(
            unit: CrewUnit(
                id: "ward", name: "Ward", zone: .utc,
                weekend: random.pick([[.saturday, .sunday], [.sunday], [.sunday, .monday, .tuesday]])),
            start: CalendarDate(dayNumber: 20_458 + random.below(700)), dayCount: days,
            shiftTypes: (0..<types).map { number in
                ShiftType(
                    id: ShiftTypeID("S\(number)"), name: "S\(number)",
                    start: LocalTime.midnight.adding(Minutes(random.below(96) * 15)),
                    length: Minutes(random.pick([1, 480, 720, 1440])), isNight: random.chance(percent: 30))
            },
            qualifications: [Qualification(id: "rare", name: "Rare")],
            contracts: [Contract(id: "full", name: "Full"), Contract(id: "none", name: "None", share: 1)],
            people: (0..<people).map { Person(id: PersonID("p\($0)"), name: "P\($0)") })
        let twists: [(String, (inout RotaProblem, inout SeededGenerator) -> Void)] = [
            ("no demand", { _, _ in }), ("demand beyond the crew", Self.demandBeyondCrew),
            ("nobody is qualified", Self.nobodyQualified), ("nobody is employed", Self.nobodyEmployed),
            ("all on leave", Self.allOnLeave), ("pinned throughout", Self.pinnedThroughout),
            ("pinned against leave", Self.pinnedAgainstLeave), ("limits out of reach", Self.limitsOutOfReach),
            ("nobody may meet", Self.nobodyMayMeet), ("wishes against each other", Self.contraryWishes),
            ("a huge ledger", Self.hugeLedger), ("a long history", Self.longHistory),
            ("contracts by the day", Self.contractsByTheDay), ("holidays only", Self.holidaysOnly),
            ("rules that shut all out", Self.shutOut),
        ]
        for _ in 0..<random.number(in: 1...4) {
            let (name, twist) = random.pick(twists)
            if traits.contains(name) { continue }
            traits.append(name)
            twist(&problem, &random)
        }
        return problem
    }

    private static func add(_ kind: Rule.Kind, to problem: inout RotaProblem, _ random: inout SeededGenerator) {
        problem.rules.append(
            Rule(
                id: RuleID("r\(problem.rules.count)"), kind,
                severity: random.chance(percent: 50) ? .hard : .soft(Penalty(random.pick([1, 1000, 1_000_000])))))
    }

    private static func demandBeyondCrew(_ problem: inout RotaProblem, _ random: inout SeededGenerator) {
        for day in problem.days {
            for type in problem.shiftTypes.prefix(3) {
                let minimum = problem.people.count + random.pick([1, 50])
                problem.demand.append(
                    Demand(
                        date: problem.date(of: day), shiftTypes: [type.id], minimum: minimum, wanted: minimum + 1,
                        maximum: minimum + 1, belowMinimum: random.pick([.hard, .soft(Penalty(7))]),
                        belowWanted: Penalty(1), aboveWanted: Penalty(1_000_000)))
            }
        }
    }

    private static func nobodyQualified(_ problem: inout RotaProblem, _ random: inout SeededGenerator) {
        problem.shiftTypes[0].qualifications = ["rare"]
        add(.qualifiedOnShift("rare", .all), to: &problem, &random)
        problem.demand += problem.days.map {
            Demand(
                date: problem.date(of: $0), shiftTypes: problem.shiftTypes.map(\.id), qualification: "rare", minimum: 1)
        }
    }

    private static func nobodyEmployed(_ problem: inout RotaProblem, _ random: inout SeededGenerator) {
        let past = Validity(until: problem.start.advanced(by: -1))
        for person in problem.people.indices { problem.people[person].contracts = [Held("full", valid: past)] }
        add(.shiftCount(.all, Limits(minimum: 1)), to: &problem, &random)
    }

    private static func allOnLeave(_ problem: inout RotaProblem, _ random: inout SeededGenerator) {
        for person in problem.people {
            var absence = Absence(
                person: person.id, first: problem.start.advanced(by: -1000), last: problem.end.advanced(by: 1000))
            absence.creditPerDay = Minutes(random.pick([0, 1440]))
            if random.chance(percent: 30) { absence.until = .midnight }
            problem.absences.append(absence)
        }
        add(.totalMinutes(Limits(minimum: .hours(1), maximum: .hours(2))), to: &problem, &random)
    }

    private static func pinnedThroughout(_ problem: inout RotaProblem, _ random: inout SeededGenerator) {
        guard problem.pins.isEmpty else { return }
        let ids = problem.shiftTypes.map(\.id)
        for person in problem.people {
            for day in problem.days {
                let shift = random.chance(percent: 70) ? random.pick(ids) : nil
                problem.pins.append(Pin(person: person.id, date: problem.date(of: day), shift: shift))
            }
        }
    }

    private static func pinnedAgainstLeave(_ problem: inout RotaProblem, _ random: inout SeededGenerator) {
        guard problem.pins.isEmpty else { return }
        let who = problem.people[0].id
        problem.absences.append(Absence(person: who, first: problem.start, last: problem.start))
        problem.pins.append(Pin(person: who, date: problem.start, shift: problem.shiftTypes[0].id))
        add(.noWork(on: Set(Weekday.allCases)), to: &problem, &random)
    }

    private static func limitsOutOfReach(_ problem: inout RotaProblem, _ random: inout SeededGenerator) {
        add(.shiftsInARow(.all, Limits(minimum: 10_000)), to: &problem, &random)
        add(.daysOffInARow(Limits(minimum: 10_000, maximum: 10_000)), to: &problem, &random)
        add(.totalMinutes(Limits(minimum: .hours(10_000))), to: &problem, &random)
        add(.minutesInWindow(days: 731, maximum: .zero), to: &problem, &random)
    }

    private static func nobodyMayMeet(_ problem: inout RotaProblem, _ random: inout SeededGenerator) {
        for (one, other) in zip(problem.people, problem.people.dropFirst()).prefix(50) {
            add(.apart(one.id, other.id), to: &problem, &random)
            add(.together(one.id, with: other.id), to: &problem, &random)
        }
    }

    private static func contraryWishes(_ problem: inout RotaProblem, _ random: inout SeededGenerator) {
        let type = problem.shiftTypes[0].id
        for person in problem.people {
            for wish: Request.Wish in [.dayOn, .dayOff, .shiftOn(type), .shiftOff(type)] {
                problem.requests.append(
                    Request(
                        person: person.id, date: problem.end, wish: wish, weight: Penalty(random.pick([0, 1_000_000]))))
            }
        }
        add(.fairness(.requests, tolerance: 0), to: &problem, &random)
    }

    private static func hugeLedger(_ problem: inout RotaProblem, _ random: inout SeededGenerator) {
        for person in problem.people {
            let most = random.pick([0, 10_000_000])
            problem.ledger.append(
                LedgerEntry(
                    person: person.id, nights: most, weekends: most, holidays: most, requestsMade: 10_000_000,
                    requestsGranted: most, presence: most))
        }
        for measure in FairnessMeasure.allCases {
            problem.rules.append(Rule(id: RuleID("fair-\(measure)"), .fairness(measure, tolerance: 0), severity: .hard))
        }
    }

    private static func longHistory(_ problem: inout RotaProblem, _ random: inout SeededGenerator) {
        let start = problem.start.advanced(by: -366)
        problem.historyStart = start
        problem.history = (0..<366).map {
            HistoryEntry(
                person: problem.people[0].id, date: start.advanced(by: $0), shift: random.pick(problem.shiftTypes).id)
        }
        add(.shiftsInARow(.all, Limits(maximum: 5)), to: &problem, &random)
        add(.rest(minimum: .hours(168)), to: &problem, &random)
        add(.minutesInWindow(days: 300, maximum: .hours(100)), to: &problem, &random)
    }

    private static func contractsByTheDay(_ problem: inout RotaProblem, _ random: inout SeededGenerator) {
        for person in problem.people.indices.prefix(10) {
            problem.people[person].contracts = problem.days.prefix(30).map { day in
                let date = problem.date(of: day)
                return Held(day.value % 3 == 0 ? "none" : "full", valid: Validity(from: date, until: date))
            }
        }
        add(.daysOffInARow(Limits(minimum: 2)), to: &problem, &random)
        problem.rules[problem.rules.count - 1].appliesTo = .contracts(["none"])
        add(.weekendsWorked(Limits(minimum: 1, maximum: 1)), to: &problem, &random)
        problem.rules[problem.rules.count - 1].appliesTo = .contracts(["full"])
    }

    private static func holidaysOnly(_ problem: inout RotaProblem, _ random: inout SeededGenerator) {
        problem.holidays = problem.days.map { Holiday(date: problem.date(of: $0), name: "H") }
        problem.rules.append(Rule(id: "fair-on-holidays", .fairness(.holidays, tolerance: 0), severity: .hard))
    }

    private static func shutOut(_ problem: inout RotaProblem, _ random: inout SeededGenerator) {
        add(.forbiddenSequence([.any]), to: &problem, &random)
        add(.wishedSequence(after: [.any], then: [.shifts([problem.shiftTypes[0].id]), .off]), to: &problem, &random)
        add(.alternatingWork(on: Set(Weekday.allCases)), to: &problem, &random)
        add(.completeWeekends, to: &problem, &random)
        add(.sameShiftInWeekend, to: &problem, &random)
    }
}
