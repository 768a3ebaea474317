internal import Dispatch
internal import RotaModel
internal import RotaRules

/// One solve: rounds of annealing by several threads on one rota, and the best rota seen.
struct Search {
    private let problem: RotaProblem
    private let settings: SolveSettings
    private let stop: StopSignal
    private let judge: Judge
    private let clock = ContinuousClock()
    private let started: ContinuousClock.Instant
    private let schedule: Schedule
    private let tables: ProblemTables
    private let state: RotaState
    private let workers: [Worker]
    private var random: SeededGenerator
    private var hardPrice: Int
    private var current: Cost
    private var best: (cost: Cost, rota: [UInt8])
    private var bound: Penalty?
    private var unitsSpent = 0

    /// Work of one epoch on one thread, between looks at the clock: about 20 ms.
    private static let unitsPerEpoch = 100_000

    init(_ problem: RotaProblem, settings: SolveSettings, stop: StopSignal) {
        started = clock.now
        self.problem = problem
        self.settings = settings
        self.stop = stop
        judge = Judge(problem)
        schedule = Schedule(problem)
        tables = ProblemTables(CompiledProblem(problem))
        let state = RotaState(tables)
        self.state = state
        if let start = settings.start { state.load(start.duties.map(\.rawValue)) }
        var random = SeededGenerator(seed: settings.seed)
        workers = (0..<max(1, settings.threads)).map { _ in
            Worker(state, random: SeededGenerator(seed: random.next()))
        }
        self.random = random
        hardPrice = schedule.hardPrice
        current = state.totalCost()
        best = (current, state.rota)
    }

    private var seconds: Double { Double((clock.now - started) / .milliseconds(1)) / 1000 }

    mutating func run(progress: (SolveProgress) -> Void) -> SolveResult {
        for worker in workers { worker.set(hardPrice: hardPrice) }
        if settings.start == nil {
            workers[0].solveRows(0..<problem.people.count, dayCount: problem.dayCount, temperature: 0.1)
            collect()
        }
        report(progress)
        var round = 0
        while ending == nil {
            anneal(round: round, progress: progress)
            round += 1
        }
        let rota = rotaOf(best.rota)
        let assessment = judge.assess(rota)
        return SolveResult(
            rota: rota, penalty: assessment.penalty, isFeasible: assessment.isFeasible, bound: bound,
            seconds: seconds, ending: ending ?? .stopped)
    }

    /// Why the search is over; nil while it is not.
    private var ending: SolveResult.Ending? {
        if best.cost.hard == 0, let bound, best.cost.soft <= bound.value { return .optimal }
        if stop.isRaised { return .stopped }
        if let limit = settings.stepLimit, unitsSpent >= limit { return .stepLimit }
        if let limit = settings.timeLimit, clock.now - started >= limit { return .timeLimit }
        return nil
    }

    /// How much of the whole solve is over, 0 ... 1; by steps if they are limited, so that it repeats.
    private var share: Double {
        if let limit = settings.stepLimit { return Double(unitsSpent) / Double(max(1, limit)) }
        if let limit = settings.timeLimit { return (clock.now - started) / limit }
        return 0
    }

    private mutating func anneal(round: Int, progress: (SolveProgress) -> Void) {
        // A short round for a good rota soon, then one long one; without a limit, rounds that double.
        let isLimited = settings.timeLimit != nil || settings.stepLimit != nil
        let from = isLimited ? share : 0
        let to = round == 0 ? 0.1 : 1.0
        let beginning = clock.now
        let unlimitedLength = Duration.seconds(2 << min(round, 8))
        var lastReport = clock.now
        while ending == nil {
            let done = isLimited ? (share - from) / max(1e-9, to - from) : (clock.now - beginning) / unlimitedLength
            if done >= 1 { break }
            epoch(temperature: schedule.temperature(at: done))
            if current.hard < best.cost.hard || (current.hard == best.cost.hard && current.soft < best.cost.soft) {
                best = (current, state.rota)
                if clock.now - lastReport > .milliseconds(200) {
                    report(progress)
                    lastReport = clock.now
                }
            }
        }
        report(progress)
    }

    /// All threads work for a while, each on people and days of its own.
    private mutating func epoch(temperature: Double) {
        let count = workers.count
        var people = Array(0..<problem.people.count)
        if count == 1 {
            let region = Region(people: people, firstDay: 0, dayCount: problem.dayCount)
            workers[0].anneal(region, units: Self.unitsPerEpoch, temperature: temperature)
        } else {
            people.shuffle(using: &random)
            // Cuts drawn anew, no closer to each other than half of an even share.
            let least = problem.dayCount / (2 * count)
            var cuts = (1..<count).map { _ in random.below(problem.dayCount - count * least + 1) }.sorted()
            for number in cuts.indices { cuts[number] += (number + 1) * least }
            cuts = [0] + cuts + [problem.dayCount]
            let shift = random.below(count)
            let regions = (0..<count).map { number in
                let slice = people[(number * people.count / count)..<((number + 1) * people.count / count)]
                let part = (number + shift) % count
                return Region(
                    people: Array(slice), firstDay: cuts[part], dayCount: cuts[part + 1] - cuts[part])
            }
            // Each thread uses its own worker, and writes to rows and days that no other region has.
            nonisolated(unsafe) let workers = workers
            DispatchQueue.concurrentPerform(iterations: count) { number in
                let region = regions[number]
                guard !region.people.isEmpty, region.dayCount > 0 else { return }
                workers[number].anneal(region, units: Self.unitsPerEpoch, temperature: temperature)
            }
        }
        unitsSpent += Self.unitsPerEpoch
        collect()
    }

    private mutating func collect() {
        for worker in workers { current += worker.takeChanged() }
        #if DEBUG
            assert(current == state.totalCost())
        #endif
    }

    private func rotaOf(_ duties: [UInt8]) -> Rota {
        var rota = Rota(for: problem)
        for position in duties.indices { rota.duties[position] = Duty(rawValue: duties[position]) }
        return rota
    }

    private func report(_ progress: (SolveProgress) -> Void) {
        progress(
            SolveProgress(
                seconds: seconds, penalty: Penalty(best.cost.soft), isFeasible: best.cost.hard == 0, bound: bound,
                rota: rotaOf(best.rota)))
    }
}
