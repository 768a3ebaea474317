internal import Foundation
internal import RotaModel
internal import RotaRules

/// One thread's work with columns: the proof of a floor, or what another thread's proof left, then one neighbourhood after
/// the other; better rotas and floors go to the exchange.
///
/// Handed to one thread at a time.
final class ColumnWorker: @unchecked Sendable {
    private let tables: ProblemTables
    private let exchange: Exchange
    private let search: ColumnSearch
    private var random: SeededGenerator
    private var version: Int
    private var workTaken = 0
    private var kinds: [Kind] = []
    /// What this thread goes on proving with; nil: another one does, or there is nothing left to prove.
    private var branching: Branching?
    /// What the search had done when that began, and that when the floor last rose.
    private var workOfProof = 0
    private var workOfGain = 0
    /// Neighbourhoods since the last gain.
    private var idle = 0

    init(
        _ tables: ProblemTables, exchange: Exchange, hardPrice: Int, room: Int, random: SeededGenerator,
        stop: StopSignal
    ) {
        self.tables = tables
        self.exchange = exchange
        self.random = random
        let best = exchange.best
        version = best.version
        search = ColumnSearch(tables, start: best.rota, hardPrice: hardPrice, room: room, random: random, stop: stop)
    }

    /// Whether column generation over everybody will not come to its end.
    var isVain: Bool { search.isVain }

    /// What was done since the last call, in numbers looked at.
    func takeWork() -> Int {
        let done = search.work + (branching?.work ?? 0)
        defer { workTaken = done }
        return done - workTaken
    }

    /// Proves a floor, as far as it gets, and leaves the proof to other threads.
    ///
    /// - Parameters:
    ///   - work: end after so much; nil: no limit.
    ///   - goOn: asked now and then whether to go on.
    func prove(work: Int?, goOn: () -> Bool) {
        let first = search.work
        let isWhole = search.prove {
            exchange.offer(bound: search.bound.bound, isImpossible: search.bound.isImpossible)
            if let work, search.work - first >= work { return false }
            return goOn() && !exchange.isDone
        }
        exchange.offer(bound: search.bound.bound, isImpossible: search.bound.isImpossible)
        exchange.proof = search.proof
        adoptBest()
        if isWhole {
            let effort = ColumnSearch.Effort(firstRounds: Tuning.firstRounds, rounds: 3, failures: 0)
            _ = search.improve(Array(0..<tables.peopleCount), window: 0..<tables.dayCount, effort: effort)
            exchange.offer(search.best.rota, cost: search.best.cost)
        }
        kinds = Self.kinds(people: tables.peopleCount, days: tables.dayCount, isWhole: isWhole)
        branching = search.branching()
        workOfProof = search.work
    }

    /// Starts from what another thread has proven.
    func adoptProof() {
        guard let proof = exchange.proof else { return }
        search.adopt(proof)
        kinds = Self.kinds(people: tables.peopleCount, days: tables.dayCount, isWhole: proof.isWhole)
    }

    /// Goes on from the best rota of all threads.
    private func adoptBest() {
        let best = exchange.best
        if best.version != version, best.cost.isBetter(than: search.best.cost) {
            search.adopt(best.rota, cost: best.cost)
            idle = 0
        }
        version = best.version
    }

    /// Solves one neighbourhood: of the kinds there are, one that has gained much for its work so far, with some luck.
    func improve() {
        adoptBest()
        if branch() { return }
        var chosen = 0
        var highest = -1.0
        for (number, kind) in kinds.enumerated() {
            let score = (1 + kind.gains) / (1 + kind.work) * (0.25 + Double(random.below(1000)) / 1000)
            if score > highest { (chosen, highest) = (number, score) }
        }
        let kind = kinds[chosen]
        let isWhole = kind.days == tables.dayCount
        let effort = ColumnSearch.Effort(
            firstRounds: Tuning.firstRounds, rounds: isWhole ? 3 : 2, failures: 1)
        let before = search.work
        // Where nothing has been gained for a while, the way on may lead through a worse rota.
        let isStuck = idle > Self.patience
        var slack: Double?
        if isStuck, random.below(3) == 0 {
            // Mostly a little, at times as much as a large gap allows.
            let scale = random.below(3) == 0 ? search.gap / 20 : min(search.gap / 20, Self.smallSlack)
            slack = scale * -log((Double(random.below(4096)) + 0.5) / 4096)
        }
        let isBetter = search.improve(
            search.draw(kind.people), window: search.drawWindow(kind.days), effort: effort, slack: slack)
        idle = isBetter ? 0 : idle + 1
        if Double(search.current.soft - search.best.cost.soft) > search.gap / 4 { search.goBack() }
        let work = Double(search.work - before) / Self.unitOfWork
        for number in kinds.indices {
            kinds[number].gains *= 0.99
            kinds[number].work *= 0.99
        }
        kinds[chosen].work += work
        kinds[chosen].gains += isBetter ? 1 : 0
        if isBetter { exchange.offer(search.best.rota, cost: search.best.cost) }
    }

    /// Looks at one half of the rotas that are left, if it is the proof's turn: half of the work is the proof's as long as its
    /// floor keeps rising or neighbourhoods gain nothing, else little. False: it is not.
    private func branch() -> Bool {
        guard let branching, !branching.isOver, search.best.cost.hard == 0 else { return false }
        // As long as the best rota is far from good, neighbourhoods gain more.
        let isNear = search.gap <= Tuning.branchingGap * Double(search.best.cost.soft)
        let isRising = isNear && branching.work < 2 * workOfGain + Tuning.branchingWork
        let share = isRising || idle > Tuning.branchingPatience ? 0.5 : Tuning.branchingShare
        guard Double(branching.work) <= share / (1 - share) * Double(search.work - workOfProof) else { return false }
        branching.step(best: search.best.cost.soft, most: Tuning.branchingWork / 4)
        if let found = branching.found { exchange.offer(found.rota, cost: found.cost) }
        let before = exchange.bound ?? 0
        exchange.offer(bound: branching.floor(best: exchange.cost.soft), isImpossible: false)
        if exchange.bound ?? 0 > before { workOfGain = branching.work }
        return true
    }

    /// Neighbourhoods without a gain after which worse rotas are gone through.
    private static let patience = 40
    private static let smallSlack = 2.0

    /// A kind of neighbourhood, and what it came to lately.
    private struct Kind {
        var people: Int
        var days: Int
        var gains = 0.0
        /// In units of `unitOfWork`.
        var work = 0.0
    }

    private static let unitOfWork = 5e7

    /// Everybody on a few days, some on more, few on all.
    private static func kinds(people: Int, days: Int, isWhole: Bool) -> [Kind] {
        var kinds: [Kind] = []
        func add(_ share: Double, most: Int, _ count: Int) {
            let kind = Kind(people: min(people, max(2, min(most, Int(share * Double(people))))), days: min(days, count))
            if !kinds.contains(where: { $0.people == kind.people && $0.days == kind.days }) { kinds.append(kind) }
        }
        add(1, most: 50, 4)
        add(1, most: 50, 7)
        add(1, most: 40, 10)
        add(1, most: 30, 14)
        add(0.6, most: 20, 14)
        add(0.6, most: 20, 21)
        add(1, most: 24, 21)
        add(0.8, most: 18, 28)
        add(0.4, most: 14, 28)
        add(0.5, most: 10, 42)
        add(0.2, most: 8, 42)
        if isWhole {
            add(0.4, most: 12, days)
            add(0.6, most: 20, days)
            add(0.2, most: 6, days)
        }
        return kinds
    }
}
