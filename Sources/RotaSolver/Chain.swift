internal import Dispatch
internal import RotaModel
internal import RotaRules

/// One rota under annealing, by one worker or by several that keep out of each other's way, and the best it has been.
final class Chain {
    let state: RotaState
    private let workers: [Worker]
    private var random: SeededGenerator
    private(set) var current: Cost
    private(set) var best: (cost: Cost, rota: [UInt8])

    /// - Parameter longestWindow: days of a row solve at most.
    init(
        _ tables: ProblemTables, workers count: Int, longestWindow: Int, start: [UInt8]?, random: inout SeededGenerator
    ) {
        let state = RotaState(tables)
        if let start { state.load(start) }
        self.state = state
        workers = (0..<count).map { _ in
            Worker(state, longestWindow: longestWindow, random: SeededGenerator(seed: random.next()))
        }
        self.random = SeededGenerator(seed: random.next())
        current = state.totalCost()
        best = (current, state.rota)
    }

    func set(hardPrice: Int) {
        for worker in workers { worker.set(hardPrice: hardPrice) }
    }

    /// Makes rows keep the hard rules that are about single people.
    func buildRows(stop: StopSignal) {
        workers[0].buildRows(stop: stop)
        collect()
    }

    /// Goes on from another rota.
    func restart(from rota: [UInt8]) {
        state.load(rota)
        current = state.totalCost()
    }

    /// Works for about `units` units on each worker, or on so many of them.
    func anneal(units: Int, temperature: Double, workers most: Int = .max) {
        let people = Array(0..<state.tables.peopleCount)
        let days = state.tables.dayCount
        let count = min(most, workers.count)
        if count == 1 {
            workers[0].anneal(
                Region(people: people, firstDay: 0, dayCount: days), units: units, temperature: temperature)
        } else {
            let regions = Region.split(people: people, days: days, parts: count, random: &random)
            // Each thread uses its own worker, and writes to rows and days that no other region has.
            nonisolated(unsafe) let workers = workers
            DispatchQueue.concurrentPerform(iterations: count) { number in
                guard !regions[number].people.isEmpty, regions[number].dayCount > 0 else { return }
                workers[number].anneal(regions[number], units: units, temperature: temperature)
            }
        }
        collect()
    }

    private func collect() {
        for worker in workers { current += worker.takeChanged() }
        #if DEBUG
            assert(current == state.totalCost())
        #endif
        if current.isBetter(than: best.cost) { best = (current, state.rota) }
    }
}

extension Cost {
    /// Fewer hard rules broken, then less penalty.
    func isBetter(than other: Cost) -> Bool {
        hard != other.hard ? hard < other.hard : soft < other.soft
    }
}
