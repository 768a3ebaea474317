import RotaModel
import RotaRules
import RotaSolver
import Testing
import WatchbillTestKit

@Suite("Solving")
struct SolveTests {
    /// Few enough cells that every rota can be judged.
    static let tiny = RandomProblem.Size(people: 2...2, days: 3...4, shiftTypes: 1...2, rules: 2...8)

    /// The least penalty of any legal rota, by judging them all; nil: none is legal.
    static func best(of problem: RotaProblem) -> Penalty? {
        let judge = Judge(problem)
        var rota = Rota(for: problem)
        let dutyCount = problem.shiftTypes.count + 1
        var best: Penalty?
        var counter = Array(repeating: 0, count: rota.duties.count)
        while true {
            let assessment = judge.assess(rota)
            if assessment.isFeasible, best.map({ assessment.penalty < $0 }) ?? true { best = assessment.penalty }
            var position = 0
            while position < counter.count {
                counter[position] = (counter[position] + 1) % dutyCount
                rota.duties[position] = Duty(rawValue: UInt8(counter[position]))
                if counter[position] != 0 { break }
                position += 1
            }
            if position == counter.count { return best }
        }
    }

    @Test("Of tiny problems of all rule kinds it finds the best rota, and no bound is above it", arguments: 0..<60)
    func exhaustive(seed: Int) {
        let problem = RandomProblem.make(seed: UInt64(seed), size: Self.tiny)
        let best = Self.best(of: problem)
        let result = solve(problem, settings: SolveSettings(seed: 7, threads: 1, stepLimit: 1_500_000))
        #expect(result.isFeasible == (best != nil), "seed \(seed)")
        guard let best else { return }
        #expect(result.penalty == best, "seed \(seed)")
        if let bound = result.bound { #expect(bound <= best, "seed \(seed)") }
    }

    @Test("A rota that misses nothing is the best possible, however soon it is found")
    func nothingMissed() {
        var problem = RandomProblem.make(seed: 1, size: Self.tiny)
        (problem.demand, problem.rules, problem.requests, problem.pins, problem.absences) = ([], [], [], [], [])
        let result = solve(problem, settings: SolveSettings(seed: 7, threads: 1, stepLimit: 1000))
        #expect(result.penalty == .zero)
        #expect(result.bound == .zero)
    }

    @Test("The bound is no higher than the best rota at any prices it passes through", arguments: 100..<220)
    func boundIsAFloor(seed: Int) {
        let problem = RandomProblem.make(seed: UInt64(seed), size: Self.tiny)
        guard let best = Self.best(of: problem) else { return }
        let tables = ProblemTables(CompiledProblem(problem))
        let bounding = LagrangianBound(tables)
        for _ in 0..<40 {
            bounding.step(towards: best.value * 2 + 10, stop: StopSignal())
            #expect(!bounding.isImpossible, "seed \(seed)")
            #expect((bounding.bound ?? 0) <= best.value, "seed \(seed)")
        }
    }

    @Test("However rotas are split, the floor of the halves is no higher than the best rota, and mostly as high")
    func branching() {
        let sizes = [
            RandomProblem.Size(people: 3...3, days: 3...3, shiftTypes: 1...1, rules: 1...6),
            RandomProblem.Size(people: 2...2, days: 3...4, shiftTypes: 1...2, rules: 1...6),
        ]
        var split = 0
        var proven = 0
        for seed in 1000..<1400 {
            let problem = RandomProblem.make(seed: UInt64(seed), size: sizes[seed % sizes.count])
            guard let best = Self.best(of: problem) else { continue }
            let result = solve(problem, settings: SolveSettings(seed: 7, threads: 1, stepLimit: 100_000))
            guard result.isFeasible else { continue }
            let floors = Branching.floors(
                CompiledProblem(problem), from: result.rota.duties.map(\.rawValue), hardPrice: 1000, seed: UInt64(seed),
                steps: 60)
            guard let floors, !floors.isEmpty else { continue }
            split += 1
            for floor in floors { #expect(floor <= best.value, "seed \(seed)") }
            if floors.last == best.value { proven += 1 }
        }
        #expect(split >= 200 && proven * 2 >= split, "\(proven) of \(split)")
    }

    @Test("What it reports last is what the judge finds of the rota it returns", arguments: 0..<12)
    func claims(seed: Int) {
        let problem = RandomProblem.make(seed: UInt64(seed))
        var last: SolveProgress?
        let result = solve(problem, settings: SolveSettings(seed: 1, threads: 1, stepLimit: 200_000)) { last = $0 }
        let assessment = Judge(problem).assess(result.rota)
        #expect(result.penalty == assessment.penalty, "seed \(seed)")
        #expect(result.isFeasible == assessment.isFeasible, "seed \(seed)")
        #expect(last?.penalty == assessment.penalty, "seed \(seed)")
        #expect(last?.isFeasible == assessment.isFeasible, "seed \(seed)")
    }

    @Test("With one thread and a limit of steps the same seed gives the same rota, another seed another")
    func repeats() {
        let problem = RandomProblem.make(
            seed: 4, size: RandomProblem.Size(people: 10...10, days: 28...28, shiftTypes: 3...3, rules: 6...6))
        func rota(seed: UInt64) -> Rota {
            solve(problem, settings: SolveSettings(seed: seed, threads: 1, stepLimit: 300_000)).rota
        }
        #expect(rota(seed: 1) == rota(seed: 1))
        #expect(rota(seed: 1) != rota(seed: 2))
    }

    @Test("Told to stop it returns the best so far", arguments: [1, 2, 3])
    func stops(threads: Int) {
        let problem = RandomProblem.make(
            seed: 9, size: RandomProblem.Size(people: 12...12, days: 28...28, shiftTypes: 3...3, rules: 5...5))
        let stop = StopSignal()
        let result = solve(problem, settings: SolveSettings(seed: 1, threads: threads), stop: stop) { progress in
            if progress.seconds > 0.3 { stop.raise() }
        }
        #expect(result.ending == .stopped || result.ending == .optimal)
        #expect(result.rota.duties.count == problem.people.count * problem.dayCount)
    }

    @Test("Threads that share one large rota leave it priced as the judge prices it")
    func sharedRota() {
        let problem = RandomProblem.make(
            seed: 21, size: RandomProblem.Size(people: 60...60, days: 91...91, shiftTypes: 4...4, rules: 8...8))
        var last: SolveProgress?
        let result = solve(problem, settings: SolveSettings(seed: 3, threads: 2, stepLimit: 1_000_000)) { last = $0 }
        #expect(last?.penalty == result.penalty)
        #expect(last?.isFeasible == result.isFeasible)
    }

    @Test("It goes on from a rota it is given and never returns a worse one", arguments: 0..<10)
    func start(seed: Int) {
        let problem = RandomProblem.make(seed: UInt64(seed))
        let first = solve(problem, settings: SolveSettings(seed: 1, threads: 1, stepLimit: 200_000))
        let second = solve(
            problem, settings: SolveSettings(seed: 2, threads: 1, stepLimit: 50_000, start: first.rota))
        if first.isFeasible { #expect(second.isFeasible && second.penalty <= first.penalty, "seed \(seed)") }
    }

    @Test("Odd problems are solved or found illegal, never a crash", arguments: 0..<6)
    func odd(number: Int) {
        let sizes = [
            RandomProblem.Size(people: 1...1, days: 1...1, shiftTypes: 1...1, rules: 1...3),
            RandomProblem.Size(people: 1...1, days: 30...30, shiftTypes: 1...1, rules: 3...6),
            RandomProblem.Size(people: 40...40, days: 1...1, shiftTypes: 2...2, rules: 3...6),
            RandomProblem.Size(people: 3...3, days: 14...14, shiftTypes: 60...60, rules: 3...6),
            RandomProblem.Size(people: 400...400, days: 7...7, shiftTypes: 3...3, rules: 3...6),
            RandomProblem.Size(people: 3...3, days: 366...366, shiftTypes: 2...2, rules: 3...6),
        ]
        for seed in 0..<3 {
            let problem = RandomProblem.make(seed: UInt64(seed), size: sizes[number])
            let result = solve(problem, settings: SolveSettings(seed: 1, threads: 2, stepLimit: 50_000))
            let assessment = Judge(problem).assess(result.rota)
            #expect(result.penalty == assessment.penalty, "size \(number), seed \(seed)")
        }
    }
}
