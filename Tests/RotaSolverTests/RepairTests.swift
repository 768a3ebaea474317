import RotaModel
import RotaRules
import RotaSolver
import Testing
import WatchbillTestKit

@Suite("Repair")
struct RepairTests {
    // MARK: Examples

    /// Three people, one week from Mon 5 Jan 2026, one early and one late shift a day; 11 h of rest.
    private static func ward(_ change: (inout RotaProblem) -> Void = { _ in }) throws -> RotaProblem {
        func shift(_ id: ShiftTypeID, _ start: String) throws -> ShiftType {
            ShiftType(id: id, name: id.rawValue, start: try #require(LocalTime(start)), length: .hours(8))
        }
        let start = try #require(CalendarDate("2026-01-05"))
        var problem = RotaProblem(
            unit: CrewUnit(id: "ward", name: "Ward", zone: .utc), start: start, dayCount: 7,
            shiftTypes: [try shift("E", "07:00"), try shift("L", "15:00")],
            people: ["Ann", "Bo", "Cy"].map { Person(id: PersonID($0.lowercased()), name: $0) },
            demand: (0..<7).flatMap { day in
                ["E", "L"].map { Demand(date: start.advanced(by: day), shiftTypes: [$0], minimum: 1) }
            },
            rules: [
                Rule(id: "rest", .rest(minimum: .hours(11))),
                Rule(id: "week", .shiftsInARow(.all, Limits(maximum: 6))),
            ])
        change(&problem)
        return problem
    }

    private static func rota(_ problem: RotaProblem, _ rows: String...) throws -> Rota {
        var rota = Rota(for: problem)
        for (person, row) in zip(problem.personIndices, rows) {
            for (day, token) in zip(problem.days, row.split(separator: " ")) where token != "-" {
                rota[person, day] = Duty(try #require(problem.index(of: ShiftTypeID(String(token)))))
            }
        }
        return rota
    }

    /// `Cy 0: off E`: who, the day, what it was and what it is.
    private static func changes(_ repair: Repair, _ problem: RotaProblem) -> [String] {
        func label(_ duty: Duty) -> String { duty.shift.map { problem[$0].id.rawValue } ?? "off" }
        return repair.changes.map { "\(problem[$0.person].name) \($0.day): \(label($0.old)) \(label($0.new))" }
    }

    @Test("One who is off takes the shift of one who is away")
    func oneTakesOver() throws {
        let problem = try Self.ward()
        let rota = try Self.rota(problem, "E E E - E L -", "L L L L L - L", "- - - E - E E")
        let result = repair(problem, rota, away: [Away(person: 0, days: 0...1)])
        #expect(result.outcome == .legal)
        let best = try #require(result.repairs.first)
        #expect(best.disturbed == [PersonIndex(2)])
        #expect(Self.changes(best, problem) == ["Ann 0: E off", "Ann 1: E off", "Cy 0: off E", "Cy 1: off E"])
        #expect(best.penalty == result.before)
    }

    @Test("Where a shortage is only a penalty, leaving it short disturbs nobody and comes first, with its price")
    func leftShort() throws {
        let problem = try Self.ward { problem in
            for line in problem.demand.indices { problem.demand[line].belowMinimum = .soft(Penalty(100)) }
        }
        let rota = try Self.rota(problem, "E E E - E L -", "L L L L L - L", "- - - E - E E")
        let result = repair(problem, rota, away: [Away(person: 0, days: 0...0)])
        #expect(result.repairs.map(\.disturbed.count).first == 0)
        #expect(result.repairs.first.map { $0.penalty - result.before } == Penalty(100))
        #expect(result.repairs.first?.missed.map(\.amount) == [1])
        #expect(result.repairs.dropFirst().first.map { Self.changes($0, problem) } == ["Ann 0: E off", "Cy 0: off E"])
    }

    @Test("A gap nobody can fill directly is filled by a chain: one moves over, another takes their place")
    func chain() throws {
        // Only Bo may do E beside Ann, and Cy may only do L.
        let problem = try Self.ward { problem in
            problem.qualifications = [Qualification(id: "early", name: "Early")]
            problem.shiftTypes[0].qualifications = ["early"]
            for person in [0, 1] { problem.people[person].qualifications = [Held("early")] }
            problem.demand.removeAll { $0.date != problem.start }
        }
        let rota = try Self.rota(problem, "E - - - - - -", "L - - - - - -", "- - - - - - -")
        let result = repair(problem, rota, away: [Away(person: 0, days: 0...0)])
        #expect(result.outcome == .legal)
        #expect(
            result.repairs.first.map { Self.changes($0, problem) } == ["Ann 0: E off", "Bo 0: L E", "Cy 0: off L"])
    }

    @Test("Days before now and pinned cells stay as they are; a pin of whom is away gives way")
    func fixed() throws {
        let problem = try Self.ward { problem in
            problem.pins = [
                Pin(person: "cy", date: problem.start, shift: nil), Pin(person: "ann", date: problem.start, shift: "E"),
            ]
        }
        let rota = try Self.rota(problem, "E E E - E L -", "L L L L L - L", "- - - E - E E")
        let result = repair(problem, rota, away: [Away(person: 0, days: 0...0)])
        // Cy is pinned and Bo cannot be on both shifts.
        #expect(result.outcome == .noneExists)
        let least = try #require(result.repairs.first)
        #expect(least.broken.map(\.sentence) == ["Mon 5 Jan has 0 on E; at least 1."])
        #expect(least.changes.allSatisfy { $0.person == PersonIndex(0) && $0.new == .off })
    }

    @Test("A day away is credited with the hours it was planned to have, or with what is given")
    func credit() throws {
        let problem = try Self.ward { problem in
            problem.rules.append(
                Rule(id: "hours", .totalMinutes(Limits(minimum: .hours(40))), appliesTo: .people(["ann"])))
        }
        let rota = try Self.rota(problem, "E E E - E L -", "L L L L L - L", "- - - E - E E")
        let away = [Away(person: 0, days: 0...0)]
        #expect(repair(problem, rota, away: away).outcome == .legal)
        let uncredited = repair(problem, rota, away: away, settings: RepairSettings(credit: .zero))
        #expect(uncredited.repairs.first?.changes.contains { $0.person == PersonIndex(0) && !$0.new.isOff } == true)
    }

    @Test("The number of threads does not change what is found")
    func threads() throws {
        let problem = RandomProblem.make(
            seed: 3, size: RandomProblem.Size(people: 12...12, days: 28...28, shiftTypes: 3...3, rules: 5...5))
        let rota = solve(problem, settings: SolveSettings(seed: 1, threads: 1, stepLimit: 300_000)).rota
        let away = [Away(person: 1, days: 5...12)]
        let one = repair(problem, rota, away: away, settings: RepairSettings(threads: 1, timeLimit: nil))
        let three = repair(problem, rota, away: away, settings: RepairSettings(threads: 3, timeLimit: nil))
        #expect(one.repairs == three.repairs)
    }

    @Test("Told to stop before it begins it still returns what leaves the gap")
    func stopped() throws {
        let problem = try Self.ward()
        let rota = try Self.rota(problem, "E E E - E L -", "L L L L L - L", "- - - E - E E")
        let stop = StopSignal()
        stop.raise()
        let result = repair(problem, rota, away: [Away(person: 0, days: 0...1)], stop: stop)
        #expect(result.outcome == .noneFound)
        #expect(result.repairs.first?.changes.count == 2)
    }

    // MARK: Properties

    /// A rota that is mostly legal, and somebody away in it.
    private static func dropOut(_ seed: Int, size: RandomProblem.Size) -> (RotaProblem, Rota, Away) {
        let problem = RandomProblem.make(seed: UInt64(seed), size: size)
        var random = SeededGenerator(seed: UInt64(seed) &+ 77)
        let rota = solve(problem, settings: SolveSettings(seed: 1, threads: 1, stepLimit: 100_000)).rota
        let first = random.below(problem.dayCount)
        let last = min(problem.dayCount - 1, first + random.below(3))
        return (
            problem, rota,
            Away(person: PersonIndex(random.below(problem.people.count)), days: DayIndex(first)...DayIndex(last))
        )
    }

    @Test(
        "Every repair is legal by the judge, a true diff, keeps what is fixed, and they are in order", arguments: 0..<40
    )
    func properties(seed: Int) {
        let (problem, rota, away) = Self.dropOut(seed, size: RandomProblem.Size())
        var random = SeededGenerator(seed: UInt64(seed) &+ 5)
        let now = DayIndex(random.below(away.days.lowerBound.value + 1))
        let result = repair(problem, rota, away: [away], settings: RepairSettings(now: now, timeLimit: .seconds(1)))
        let told = Comment(rawValue: "seed \(seed)")
        let before = Judge(problem).assess(rota)
        #expect(result.before == before.penalty, told)
        #expect(!result.repairs.isEmpty && result.repairs.count <= 5, told)
        #expect(Set(result.repairs.map(\.rota)).count == result.repairs.count, told)
        #expect(result.repairs.allSatisfy { $0.isLegal } == (result.outcome == .legal), told)
        let pinned = Set(problem.pins.map { "\($0.person) \($0.date)" })
        for repair in result.repairs {
            let assessment = Judge(result.problem).assess(repair.rota)
            #expect(repair.penalty == assessment.penalty, told)
            if before.isFeasible { #expect(repair.isLegal == assessment.isFeasible, told) }
            var patched = rota
            for change in repair.changes {
                #expect(rota[change.person, change.day] == change.old && change.old != change.new, told)
                patched[change.person, change.day] = change.new
                #expect(change.day >= now, told)
                let isAway = change.person == away.person && away.days.contains(change.day)
                let isPinned = pinned.contains("\(problem[change.person].id) \(problem.date(of: change.day))")
                #expect(isAway || !isPinned, told)
            }
            #expect(patched == repair.rota, told)
            for day in away.days.lowerBound.value...away.days.upperBound.value {
                #expect(repair.rota[away.person, DayIndex(day)].isOff, told)
            }
            let people = Set(repair.changes.map(\.person)).subtracting([away.person])
            #expect(repair.disturbed == people.sorted(), told)
        }
        if result.outcome == .legal {
            let ranks = result.repairs.map { [$0.disturbed.count, $0.changes.count, $0.penalty.value] }
            #expect(zip(ranks, ranks.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) || $0 == $1 }, told)
        }
    }

    @Test("Of tiny problems the first repair is the best of all rotas there are", arguments: 0..<100)
    func exhaustive(seed: Int) {
        let size = RandomProblem.Size(people: 2...3, days: 3...4, shiftTypes: 1...1, rules: 2...6)
        let (problem, rota, away) = Self.dropOut(seed, size: size)
        guard Judge(problem).assess(rota).isFeasible else { return }
        let result = repair(problem, rota, away: [away])
        let judge = Judge(result.problem)
        let pinned = Set(result.problem.pins.map { "\($0.person) \($0.date)" })
        var best: [Int]?
        for number in 0..<(1 << rota.duties.count) {
            var other = rota
            var people: Set<Int> = []
            var changes = 0
            var isFixed = false
            for cell in rota.duties.indices {
                other.duties[cell] = Duty(rawValue: UInt8(number >> cell & 1))
                guard other.duties[cell] != rota.duties[cell] else { continue }
                let (person, day) = cell.quotientAndRemainder(dividingBy: problem.dayCount)
                changes += 1
                if person != away.person.value { people.insert(person) }
                let id = "\(problem.people[person].id) \(problem.date(of: DayIndex(day)))"
                let isAway = person == away.person.value && away.days.contains(DayIndex(day))
                if day < away.days.lowerBound.value || (pinned.contains(id) && !isAway) { isFixed = true }
            }
            // Not worth judging.
            if isFixed || best.map({ ($0[0], $0[1]) < (people.count, changes) }) ?? false { continue }
            let assessment = judge.assess(other)
            guard assessment.isFeasible else { continue }
            let rank = [people.count, changes, assessment.penalty.value]
            if best.map({ rank.lexicographicallyPrecedes($0) }) ?? true { best = rank }
        }
        let told = Comment(rawValue: "seed \(seed)")
        #expect((result.outcome == .legal) == (best != nil), told)
        if let best, let first = result.repairs.first {
            #expect([first.disturbed.count, first.changes.count, first.penalty.value] == best, told)
        }
        if result.outcome == .noneExists { #expect(best == nil, told) }
    }

    @Test("A crew of fifty over four weeks has a legal repair")
    func ward() throws {
        let size = RandomProblem.Size(people: 50...50, days: 28...28, shiftTypes: 3...3, rules: 6...6)
        let problem = RandomProblem.make(seed: 12, size: size)
        let rota = solve(problem, settings: SolveSettings(seed: 1, threads: 2, stepLimit: 2_000_000)).rota
        let result = repair(
            problem, rota, away: [Away(person: 7, days: 10...16)], settings: RepairSettings(threads: 2))
        #expect(result.outcome == .legal)
        #expect(result.repairs.allSatisfy { $0.isLegal })
    }
}
