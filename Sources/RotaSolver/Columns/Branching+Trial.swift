internal import RotaModel
package import RotaRules

extension Branching {
    /// Floors on the way when rotas are split at random, down to a few splits each, whether the linear program is whole or
    /// not: for tests, which can then look at every kind of half of a small problem.
    ///
    /// - Parameters:
    ///   - rota: a legal one.
    ///   - steps: halves to look at, at most.
    /// - Returns: each with the cost of the best rota that was come upon so far in mind; nil: there is nothing to split.
    package static func floors(
        _ compiled: CompiledProblem, from rota: [UInt8], hardPrice: Int, seed: UInt64, steps: Int
    ) -> [Int]? {
        let tables = ProblemTables(compiled)
        let stop = StopSignal()
        let search = ColumnSearch(
            tables, start: rota, hardPrice: hardPrice, random: SeededGenerator(seed: seed), stop: stop)
        guard search.prove(goOn: { true }), search.best.cost.hard == 0, search.bound.bound != nil else { return nil }
        let branching = Branching(
            tables, bound: search.bound, rows: search.pool.flatMap { $0.map(\.row) }, best: rota, hardPrice: hardPrice,
            stop: stop)
        branching.randomSplits = SeededGenerator(seed: seed)
        // Far above, so that halves are closed only by what is in them.
        let limit = 2 * search.best.cost.soft + 1000
        var floors: [Int] = []
        for _ in 0..<steps where !branching.isOver {
            branching.step(best: limit)
            floors.append(branching.floor(best: branching.found?.cost.soft ?? limit))
        }
        return floors
    }
}
