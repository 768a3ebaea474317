internal import Dispatch
internal import RotaModel
internal import RotaRules

/// One solve: rounds of annealing, the proof of a bound between them, and the best rota seen.
struct Search {
    private let problem: RotaProblem
    private let settings: SolveSettings
    private let stop: StopSignal
    private let clock = ContinuousClock()
    private let started: ContinuousClock.Instant
    private let schedule: Schedule
    private let tables: ProblemTables
    /// A large rota is worked on by all threads together, small ones by each thread on its own.
    private let chains: [Chain]
    private var bounding: LagrangianBound?
    private var stepsDone = 0
    private var lastReport: ContinuousClock.Instant
    private var reported: Cost?

    /// Work of one epoch on one thread, between looks at the clock: about 20 ms.
    private static let unitsPerEpoch = 50_000

    init(_ problem: RotaProblem, settings: SolveSettings, stop: StopSignal) {
        started = clock.now
        lastReport = started
        self.problem = problem
        self.settings = settings
        self.stop = stop
        schedule = Schedule(problem)
        tables = ProblemTables(CompiledProblem(problem))
        var random = SeededGenerator(seed: settings.seed)
        let threads = max(1, settings.threads)
        let isLarge =
            problem.people.count * problem.dayCount >= Tuning.sharedFrom && problem.people.count >= 4 * threads
            && problem.dayCount >= 28 * threads
        let start = settings.start?.duties.map(\.rawValue)
        var chains: [Chain] = []
        for _ in 0..<(isLarge ? 1 : threads) {
            chains.append(Chain(tables, workers: isLarge ? threads : 1, start: start, random: &random))
        }
        self.chains = chains
    }

    private var seconds: Double { (clock.now - started) / .seconds(1) }

    /// The best rota of all chains.
    private var best: (cost: Cost, rota: [UInt8]) {
        var best = chains[0].best
        for chain in chains.dropFirst() where chain.best.cost.isBetter(than: best.cost) { best = chain.best }
        return best
    }

    mutating func run(progress: (SolveProgress) -> Void) -> SolveResult {
        for chain in chains { chain.set(hardPrice: schedule.hardPrice) }
        chains[0].buildRows(stop: stop)
        report(progress, always: true)
        var round = 0
        while ending == nil {
            anneal(round: round, progress: progress)
            if round == 0 || share == nil { improveBound(round: round, progress: progress) }
            round += 1
        }
        report(progress, always: true)
        let rota = rota(of: best.rota)
        let assessment = Judge(problem).assess(rota)
        return SolveResult(
            rota: rota, penalty: assessment.penalty, isFeasible: assessment.isFeasible,
            bound: bounding?.bound.map { Penalty($0) }, seconds: seconds, ending: ending ?? .stopped)
    }

    /// Why the search is over; nil while it is not.
    private var ending: SolveResult.Ending? {
        let best = best.cost
        if best.hard == 0, best.soft <= bounding?.bound ?? 0 { return .optimal }
        if stop.isRaised { return .stopped }
        if let limit = settings.stepLimit, stepsDone >= limit { return .stepLimit }
        if let limit = settings.timeLimit, clock.now - started >= limit { return .timeLimit }
        return nil
    }

    /// How much of the whole solve is over, 0 ... 1; by steps if they are limited, so that it repeats. Nil: no limit.
    private var share: Double? {
        if let limit = settings.stepLimit { return Double(stepsDone) / Double(max(1, limit)) }
        if let limit = settings.timeLimit { return (clock.now - started) / limit }
        return nil
    }

    /// One round: a short one for a good rota soon, then hot ones and less hot ones from the best rota on in turn. Without a
    /// limit, rounds that double.
    private mutating func anneal(round: Int, progress: (SolveProgress) -> Void) {
        let from = share ?? 0
        let ends = Tuning.roundEnds(cells: problem.people.count * problem.dayCount)
        let to = round < ends.count ? ends[round] : 1
        let beginning = clock.now
        let length = Duration.seconds(2 << min(round, 8))
        let isMending = round > 0 && round % 2 == 0
        if isMending {
            let best = best.rota
            for chain in chains { chain.restart(from: best) }
        }
        while ending == nil {
            let done = share.map { ($0 - from) / max(1e-9, to - from) } ?? ((clock.now - beginning) / length)
            if done >= 1 { break }
            let temperature = schedule.temperature(at: done, heat: isMending ? Tuning.lastHeat : 1)
            // Each thread uses its own chain.
            nonisolated(unsafe) let chains = chains
            if chains.count == 1 {
                chains[0].anneal(units: Self.unitsPerEpoch, temperature: temperature)
            } else {
                DispatchQueue.concurrentPerform(iterations: chains.count) { number in
                    chains[number].anneal(units: Self.unitsPerEpoch, temperature: temperature)
                }
            }
            stepsDone += Self.unitsPerEpoch
            report(progress, always: false)
        }
    }

    /// Raises the bound for a while, on all threads.
    private mutating func improveBound(round: Int, progress: (SolveProgress) -> Void) {
        let best = best
        if bounding == nil {
            let counts = (0..<tables.lineCount).map { Int(chains[0].state.counts[$0]) }
            bounding = LagrangianBound(tables, threads: max(1, settings.threads), counts: counts)
        }
        let beginning = clock.now
        let length = settings.timeLimit.map { $0 * Tuning.boundShare } ?? .seconds(1 << min(round, 6))
        var steps = 0
        while ending == nil, !(bounding?.hasSettled ?? true), !(bounding?.isImpossible ?? true) {
            if settings.stepLimit != nil ? steps >= Tuning.boundSteps : clock.now - beginning >= length { break }
            bounding?.step(towards: best.cost.hard == 0 ? best.cost.soft : nil, stop: stop)
            steps += 1
            report(progress, always: false)
        }
    }

    private func rota(of duties: [UInt8]) -> Rota {
        var rota = Rota(for: problem)
        for position in duties.indices { rota.duties[position] = Duty(rawValue: duties[position]) }
        return rota
    }

    /// Tells of the state a few times a second, or at once.
    private mutating func report(_ progress: (SolveProgress) -> Void, always: Bool) {
        guard always || clock.now - lastReport > .milliseconds(200) else { return }
        lastReport = clock.now
        let best = best
        progress(
            SolveProgress(
                seconds: seconds, penalty: Penalty(best.cost.soft), isFeasible: best.cost.hard == 0,
                bound: bounding?.bound.map { Penalty($0) }, rota: best.cost == reported ? nil : rota(of: best.rota)))
        reported = best.cost
    }
}
