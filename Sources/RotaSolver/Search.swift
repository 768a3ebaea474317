internal import Dispatch
internal import Foundation
internal import RotaModel
internal import RotaRules

/// One solve: threads that anneal and threads that build rotas from columns, and what they tell each other.
///
/// The calling thread reports and works like any other. With one thread, all is done in turn on it.
struct Search {
    private let problem: RotaProblem
    private let settings: SolveSettings
    private let clock = ContinuousClock()
    private let started: ContinuousClock.Instant
    private let schedule: Schedule
    private let tables: ProblemTables
    /// A large rota is worked on by all threads that anneal together, small ones by each thread on its own.
    private let chains: [Chain]
    private let exchange: Exchange
    /// Ends the threads: raised by whoever runs the solve, or when it is over.
    private let stop: StopSignal
    /// Raised when it is proven elsewhere that there is no legal rota.
    private let refuted: StopSignal
    private var random: SeededGenerator
    private var stepsDone = 0
    /// Whether all threads that anneal work on one rota.
    private let isShared: Bool
    /// How far the time goes round, 0 ... 1: less than 1 where a rota has too many cells for each second of it.
    private let leisure: Double
    /// Threads that anneal it at the moment.
    private var annealing: Int
    /// Annealing ends at this share of the time at the latest.
    private var annealShare = Tuning.annealShare
    private var lastReport: ContinuousClock.Instant
    private var reported: Cost?

    /// Work of one epoch on one thread, between looks at the clock: about 20 ms.
    private static let unitsPerEpoch = 50_000

    init(_ problem: RotaProblem, settings: SolveSettings, stop: StopSignal, refuted: StopSignal) {
        started = clock.now
        lastReport = started
        self.problem = problem
        self.settings = settings
        self.stop = stop
        self.refuted = refuted
        schedule = Schedule(problem)
        tables = ProblemTables(CompiledProblem(problem))
        var random = SeededGenerator(seed: settings.seed)
        let threads = settings.threads
        isShared =
            problem.people.count * problem.dayCount >= Tuning.sharedFrom && problem.people.count >= 4 * threads
            && problem.dayCount >= 28 * threads
        let start = settings.start?.duties.map(\.rawValue)
        leisure = min(1, Tuning.leisurelyPace * Self.budget(settings) / Double(tables.peopleCount * tables.dayCount))
        let longestWindow = max(Tuning.longestInHaste, Int(Double(Tuning.longestWindow) * leisure))
        var chains: [Chain] = []
        // Where each thread has its own, one builds from columns from the start.
        for _ in 0..<(isShared ? 1 : max(1, threads - 1)) {
            chains.append(
                Chain(
                    tables, workers: isShared ? threads : 1,
                    longestWindow: longestWindow, start: start, random: &random))
        }
        self.chains = chains
        annealing = threads
        self.random = random
        exchange = Exchange(cost: chains[0].best.cost, rota: chains[0].best.rota)
    }

    private var seconds: Double { elapsed / .seconds(1) }
    private var elapsed: Duration { clock.now - started }

    mutating func run(progress: (SolveProgress) -> Void) -> SolveResult {
        for chain in chains { chain.set(hardPrice: schedule.hardPrice) }
        chains[0].buildRows(stop: stop)
        offerChains()
        report(progress, always: true)
        if settings.threads > 1 { runTogether(progress) } else { runAlone(progress) }
        report(progress, always: true)
        let rota = rota(of: exchange.best.rota)
        let assessment = Judge(problem).assess(rota)
        return SolveResult(
            rota: rota, penalty: assessment.penalty, isFeasible: assessment.isFeasible,
            bound: exchange.bound.map { Penalty($0) }, seconds: seconds, ending: ending ?? .stopped)
    }

    /// Why the search is over; nil while it is not.
    private var ending: SolveResult.Ending? {
        if exchange.isDone { return .optimal }
        if exchange.isImpossible || refuted.isRaised { return .impossible }
        if stop.isRaised { return .stopped }
        if let limit = settings.stepLimit, stepsDone >= limit { return .stepLimit }
        if let limit = settings.timeLimit, elapsed >= limit { return .timeLimit }
        return nil
    }

    /// How much of the whole solve is over, 0 ... 1; by steps if they are limited, so that it repeats. Nil: no limit.
    private var share: Double? {
        if let limit = settings.stepLimit { return Double(stepsDone) / Double(max(1, limit)) }
        if let limit = settings.timeLimit { return elapsed / limit }
        return nil
    }

    private var budget: Double { Self.budget(settings) }

    /// The seconds that a solve has, about: by steps if they are limited, so that it repeats.
    private static func budget(_ settings: SolveSettings) -> Double {
        if let limit = settings.stepLimit { return Double(limit) / Tuning.stepsPerSecond }
        if let limit = settings.timeLimit { return limit / .seconds(1) }
        return Tuning.endless
    }

    // MARK: One thread

    /// A short annealing, the proof, then neighbourhoods and annealing in turn.
    private mutating func runAlone(_ progress: (SolveProgress) -> Void) {
        anneal(round: 0, until: Tuning.firstShare, seconds: Tuning.firstSeconds, progress)
        guard ending == nil else { return }
        let worker = makeColumnWorker(stop: stop)
        // With a limit of steps the proof has to be cut off by steps too.
        let limit = settings.stepLimit.map { ($0 - stepsDone) / 2 * Tuning.workPerStep }
        var patience = ProofPatience(limit: settings.timeLimit ?? .seconds(100))
        worker.prove(work: limit) {
            report(progress, always: false)
            return ending == nil && (settings.stepLimit != nil || patience.goesOn())
        }
        stepsDone += worker.takeWork() / Tuning.workPerStep
        // Neighbourhoods for a while, then annealing from the best rota on, and so on.
        var round = 2
        while ending == nil {
            let from = share ?? 0
            let beginning = seconds
            while ending == nil {
                worker.improve()
                stepsDone += worker.takeWork() / Tuning.workPerStep
                report(progress, always: false)
                if share.map({ $0 - from >= Tuning.turn }) ?? (seconds - beginning >= Tuning.turnSeconds) { break }
            }
            guard ending == nil else { break }
            let turn = tables.rowsCoverAll ? Tuning.turn / 4 : Tuning.turn
            anneal(round: round, until: min(1, (share ?? 0) + turn), seconds: Tuning.turnSeconds, progress)
            round += 1
        }
    }

    // MARK: Several threads

    private mutating func runTogether(_ progress: (SolveProgress) -> Void) {
        anneal(round: 0, until: Tuning.firstShare, seconds: Tuning.firstSeconds, progress)
        guard ending == nil else { return }
        // The threads beside this one end with this.
        let over = StopSignal()
        let group = DispatchGroup()
        let limit = settings.timeLimit ?? .seconds(100)
        let worker = makeColumnWorker(stop: over)
        if worker.isVain { annealShare = Tuning.vainAnnealShare }
        var round = 1
        if isShared {
            // One thread proves, then helps to anneal; columns come when the annealing is over.
            let proving = DispatchGroup()
            Self.start(in: proving) {
                var patience = ProofPatience(limit: limit)
                worker.prove(work: nil) { !over.isRaised && patience.goesOn() }
            }
            annealing = max(1, settings.threads - 1)
            anneal(round: 1, until: columnsFrom, seconds: Tuning.endless, progress, proving: proving)
            round = 2
            if ending != nil { over.raise() }
            proving.wait()
            if ending == nil {
                Self.start(in: group) {
                    while !over.isRaised { worker.improve() }
                }
                annealing = max(1, settings.threads - 1)
            }
        } else {
            Self.start(in: group) {
                var patience = ProofPatience(limit: limit)
                worker.prove(work: nil) { !over.isRaised && patience.goesOn() }
                while !over.isRaised { worker.improve() }
            }
        }
        while ending == nil, !isAnnealed {
            anneal(round: round, until: annealShare, seconds: Double(2 << min(round, 8)), progress)
            round += 1
        }
        if ending == nil {
            // From here on all threads do the same.
            for _ in 1..<settings.threads {
                let worker = makeColumnWorker(stop: over)
                Self.start(in: group) {
                    worker.adoptProof()
                    while !over.isRaised { worker.improve() }
                }
            }
        }
        while ending == nil {
            report(progress, always: false)
            // Nothing else tells when a thread has found something.
            _ = group.wait(timeout: .now() + .milliseconds(20))
            stepsDone += Self.unitsPerEpoch
        }
        over.raise()
        group.wait()
    }

    /// Runs work on a thread of its own: it lasts as long as the solve, too long for a shared queue.
    private static func start(in group: DispatchGroup, _ work: @escaping @Sendable () -> Void) {
        group.enter()
        Thread {
            work()
            group.leave()
        }.start()
    }

    /// The share of the time after which a rota that all threads anneal together goes over to columns: the less time there is
    /// for each cell, the later.
    private var columnsFrom: Double {
        min(
            1,
            Tuning.columnsFrom + Double(tables.peopleCount * tables.dayCount) / budget / Tuning.hurry)
    }

    /// Whether all threads go over to columns.
    private var isAnnealed: Bool {
        guard settings.threads > 1, tables.rowsCoverAll, let proof = exchange.proof else { return false }
        return share ?? min(1, seconds / 100) >= (proof.isWhole ? annealShare / 2 : annealShare)
    }

    private mutating func makeColumnWorker(stop: StopSignal) -> ColumnWorker {
        ColumnWorker(
            tables, exchange: exchange, hardPrice: schedule.hardPrice, room: Int(Tuning.proofRoom * budget),
            random: SeededGenerator(seed: random.next()), stop: stop)
    }

    // MARK: Annealing

    private func offerChains() {
        for chain in chains { exchange.offer(chain.best.rota, cost: chain.best.cost) }
    }

    /// One round, hot or from the best rota on and less hot, in turn; to a share of the whole or, without a limit, for
    /// so many seconds.
    ///
    /// - Parameter proving: a thread that joins in when it has done.
    private mutating func anneal(
        round: Int, until end: Double, seconds length: Double, _ progress: (SolveProgress) -> Void,
        proving: DispatchGroup? = nil
    ) {
        let from = share ?? 0
        // The first may have no time left; later ones go on to the end if what should have ended them has not come.
        let to = end > from ? end : 1
        if round == 0, to == 1 { return }
        let beginning = seconds
        let isMending = round > 0 && round % 2 == 0
        if isMending {
            let best = exchange.best.rota
            for chain in chains { chain.restart(from: best) }
        }
        while ending == nil {
            let done = share.map { ($0 - from) / max(1e-9, to - from) } ?? ((seconds - beginning) / length)
            if done >= 1 || (round > 0 && !isShared && isAnnealed) { break }
            if let proving, annealing < settings.threads, proving.wait(timeout: .now()) == .success {
                annealing = settings.threads
            }
            let temperature = schedule.temperature(at: done, heat: isMending ? Tuning.lastHeat : leisure)
            // Each thread uses its own chain.
            nonisolated(unsafe) let chains = chains
            if chains.count == 1 {
                chains[0].anneal(units: Self.unitsPerEpoch, temperature: temperature, workers: annealing)
            } else {
                DispatchQueue.concurrentPerform(iterations: chains.count) { number in
                    chains[number].anneal(units: Self.unitsPerEpoch, temperature: temperature)
                }
            }
            stepsDone += Self.unitsPerEpoch
            offerChains()
            report(progress, always: false)
        }
    }

    // MARK: Telling

    private func rota(of duties: [UInt8]) -> Rota {
        var rota = Rota(for: problem)
        for position in duties.indices { rota.duties[position] = Duty(rawValue: duties[position]) }
        return rota
    }

    /// Tells of the state a few times a second, or at once.
    private mutating func report(_ progress: (SolveProgress) -> Void, always: Bool) {
        guard always || clock.now - lastReport > .milliseconds(200) else { return }
        lastReport = clock.now
        let best = exchange.best
        progress(
            SolveProgress(
                seconds: seconds, penalty: Penalty(best.cost.soft), isFeasible: best.cost.hard == 0,
                bound: exchange.bound.map { Penalty($0) }, rota: best.cost == reported ? nil : rota(of: best.rota)))
        reported = best.cost
    }
}

/// How long a proof goes on: for its share of the time, or much less if at its pace it would not come to an end in that.
private struct ProofPatience {
    private let clock = ContinuousClock()
    private let begun: ContinuousClock.Instant
    private let limit: Duration
    private var steps = 0

    init(limit: Duration) {
        begun = clock.now
        self.limit = limit
    }

    /// To be asked after each step.
    mutating func goesOn() -> Bool {
        steps += 1
        let spent = clock.now - begun
        let isVain = spent / steps * Tuning.proofSteps > limit * Tuning.proofShare
        return spent < limit * (isVain ? Tuning.vainProofShare : Tuning.proofShare)
    }
}
