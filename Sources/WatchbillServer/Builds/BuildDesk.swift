internal import CrewRecords
internal import Foundation
internal import Logging
import RotaModel
internal import RotaSolver
internal import ServiceLifecycle
internal import Synchronization
internal import WatchbillStore

/// Starts builds, each on threads of its own, keeps what they find, and ends them.
///
/// A build belongs to the server, not to the browser that asked for it: closing the page changes nothing.
actor BuildDesk {
    /// How often the best so far is kept, so that a crash loses no more than this.
    static let keepInterval = Duration.seconds(2)
    static let timeLimits = 1...3600

    private let store: Store
    private let surroundings: Surroundings
    private let logger: Logger
    private let cores: Int
    private var live: [BuildID: LiveBuild] = [:]
    private var runs: [BuildID: Task<Void, Never>] = [:]
    /// Builds about to start: counted too, since starting one takes a turn at the store.
    private var starting = 0
    private var stoppedByHand: Set<BuildID> = []
    private var isClosing = false

    init(store: Store, surroundings: Surroundings, cores: Int, logger: Logger) {
        self.store = store
        self.surroundings = surroundings
        self.cores = cores
        self.logger = logger
    }

    /// How many may run at once: one a core, but always two, so that a short one need not wait for a long one.
    private var capacity: Int { max(2, cores) }

    /// Begins a build.
    ///
    /// - Parameters:
    ///   - request: without threads: the cores that no other build has, at least one.
    ///   - pins: what it is to leave as it is, instead of what the problem pins; nil: that.
    ///   - part: nil: all of the rota is built.
    ///   - place: the store to write an order down in, at that instant.
    /// - Throws: `ServerProblem` if as many run as may, or the server is closing.
    func start(
        _ loaded: LoadedProblem, _ request: BuildRequest, leaving pins: [PinnedCell]? = nil, part: BuiltPart? = nil,
        for caller: Caller, in place: @Sendable (BuildOrder, Instant) throws -> Store
    ) async throws -> LiveBuild {
        guard !isClosing else { throw ServerProblem.closing }
        guard live.count + starting < capacity else { throw ServerProblem.tooManyBuilds(capacity) }
        starting += 1
        defer { starting -= 1 }
        let taken = live.values.reduce(0) { $0 + $1.order.threads }
        let order = BuildOrder(
            problem: loaded.id, seed: request.seed ?? surroundings.seed(),
            threads: min(max(1, request.threads ?? cores - taken), cores),
            timeLimit: request.timeLimit ?? BuildRequest.defaultTimeLimit, pins: pins)
        let startedAt = surroundings.now()
        let id = try await place(order, startedAt).startBuild(order, at: startedAt, for: caller)
        let build = LiveBuild(id: id, order: order, startedAt: startedAt, isPart: part != nil)
        live[id] = build
        logger.info("A build has started.", metadata: metadata(build))
        var problem = loaded.pinning(pins).problem
        if let part { problem.keep(part.rest) }
        runs[id] = Task { [problem] in await self.run(build, of: problem, from: part?.start) }
        return build
    }

    private func run(_ build: LiveBuild, of problem: RotaProblem, from start: Rota?) async {
        let keeping = Task { await self.keepRegularly(build) }
        let result = await Self.solveOnOwnThread(problem, build, from: start)
        keeping.cancel()
        await keeping.value
        build.note(result)
        let state: BuildState =
            if result.ending != .stopped { .finished } else if stoppedByHand.contains(build.id) {
                .stopped
            } else if isClosing { .interrupted } else { .stopped }
        var draft: Int?
        do {
            draft = try await store.end(
                build.id, as: state, outcome: build.outcome, at: surroundings.now(), for: try await keeper())
            logger.info("A build has ended.", metadata: metadata(build))
        } catch {
            // The build is then marked as interrupted at the next start, with the best that was kept.
            logger.error("A build's end could not be stored.", metadata: metadata(build, error))
        }
        live[build.id] = nil
        runs[build.id] = nil
        stoppedByHand.remove(build.id)
        build.close(LiveBuild.End(state: state, draft: draft))
    }

    /// The solver blocks the thread it runs on, so it gets one that no request waits for.
    private nonisolated static func solveOnOwnThread(
        _ problem: RotaProblem, _ build: LiveBuild, from start: Rota?
    ) async -> SolveResult {
        await withCheckedContinuation { continuation in
            let thread = Thread {
                let settings = SolveSettings(
                    seed: build.order.seed, threads: build.order.threads, timeLimit: .seconds(build.order.timeLimit),
                    start: start)
                continuation.resume(
                    returning: solve(problem, settings: settings, stop: build.stop) { build.note($0) })
            }
            thread.name = "build \(build.id)"
            thread.stackSize = 16 << 20
            thread.start()
        }
    }

    private func keepRegularly(_ build: LiveBuild) async {
        var kept: Rota?
        while !Task.isCancelled {
            do { try await Task.sleep(for: Self.keepInterval) } catch { return }
            guard let outcome = build.outcome, outcome.rota != kept else { continue }
            do {
                try await store.keep(outcome, of: build.id, for: try await self.keeper())
                kept = outcome.rota
            } catch {
                logger.error("A build's best so far could not be stored.", metadata: metadata(build, error))
            }
        }
    }

    /// Who keeps what comes of builds: Watchbill itself, whoever has started them and whatever they may by then.
    private func keeper() async throws -> Caller {
        try await store.entrance.admit(.builds, at: surroundings.now())
    }

    /// The build if it is under way.
    func running(_ id: BuildID) -> LiveBuild? { live[id] }

    /// All that are under way, oldest first.
    var allRunning: [LiveBuild] { live.values.sorted { $0.id < $1.id } }

    /// Ends a build with the best so far, and returns when that is stored. Does nothing to one that is not running.
    func stop(_ id: BuildID) async {
        guard let build = live[id] else { return }
        stoppedByHand.insert(id)
        build.stop.raise()
        await runs[id]?.value
    }

    /// Ends every build, as interrupted, and starts no more.
    func close() async {
        isClosing = true
        for build in live.values { build.stop.raise() }
        for run in runs.values { await run.value }
    }

    private func metadata(_ build: LiveBuild, _ error: (any Error)? = nil) -> Logger.Metadata {
        var metadata: Logger.Metadata = [
            "build": "\(build.id)", "threads": "\(build.order.threads)", "timeLimit": "\(build.order.timeLimit)",
        ]
        if let error { metadata["error"] = "\(error)" }
        return metadata
    }
}

/// Closes the desk when the server goes down.
struct BuildDeskService: Service {
    let desk: BuildDesk

    func run() async throws {
        try await gracefulShutdown()
        await desk.close()
    }
}
