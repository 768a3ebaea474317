internal import RotaModel
internal import RotaRules

extension ColumnSearch {
    /// One step of a dive: rows that were settled together.
    private struct Step {
        var rows: [Int] = []
        /// The one of them that was not whole; -1: all were.
        var pivot = -1
        /// Rows tried at this step that came to nothing.
        var barred: [Int] = []
    }

    /// How a dive is done.
    struct Effort {
        /// How often at most new rows are looked for before the first step, and at each later one.
        var firstRounds: Int
        var rounds: Int
        /// Steps that may be taken back.
        var failures: Int
    }

    /// Settles row after row of these people, each time the one chosen most, and looks for new rows at the prices that
    /// follow; a step that leads above the cutoff is taken back and its row barred (diving with limited discrepancy
    /// search, see R. Sadykov and others, 2019).
    ///
    /// - Returns: the row chosen for each person; nil: stopped, or none was found that costs at most `cutoff`.
    func dive(
        _ master: Master, people: [Int], frames: [Int: SumFrame], effort: Effort, cutoff: Double
    ) -> [Int: Int]? {
        var steps = [Step()]
        var chosen: [Int: Int] = [:]
        var failures = 0
        while true {
            guard master.solve(by: .dual, stop: stop) else { return nil }
            let open = people.filter { chosen[$0] == nil }
            // The fewer are left, the more it takes to find rows that fit those settled, and the cheaper it is.
            let rounds =
                chosen.isEmpty ? effort.firstRounds : max(effort.rounds, Tuning.lateRounds / max(1, open.count))
            var round = 0
            var isVain = false
            while round < rounds, !open.isEmpty {
                let prices = master.linePrices()
                let found = generate(open, master: master, frames: frames, prices: prices, most: 3)
                if let least = found.least {
                    let settled = people.reduce(0) { sum, person in
                        sum + (chosen[person].map { master.cost(of: master.rows[$0], prices: found.prices) } ?? 0)
                    }
                    let floor = master.costOfLines(prices: found.prices) + settled + least
                    assert(floor < master.objective + max(0.001, 1e-6 * abs(master.objective)))
                    isVain = floor > cutoff + 1e-6
                }
                if isVain || master.add(master.cheap(found.rows, prices: prices)) == 0 { break }
                guard master.solve(by: .primal, stop: stop) else { return nil }
                round += 1
            }
            if isVain || master.objective > cutoff {
                // Back to the last step that has another way.
                failures += 1
                if failures > effort.failures { return nil }
                var pivot = -1
                while pivot < 0 {
                    for row in steps[steps.count - 1].barred { master.set(.open, row: row) }
                    steps.removeLast()
                    guard let last = steps.last else { return nil }
                    for row in last.rows {
                        master.set(.open, row: row)
                        chosen[master.rows[row].person] = nil
                    }
                    pivot = last.pivot
                    steps[steps.count - 1].rows = []
                }
                steps[steps.count - 1].barred.append(pivot)
                master.set(.out, row: pivot)
                continue
            }
            if open.isEmpty { return chosen }
            var whole: [Int] = []
            var pivot = -1
            var largest = 0.05
            for position in master.rows.indices where chosen[master.rows[position].person] == nil {
                let value = master.value(ofRow: position)
                if value > 0.999 {
                    whole.append(position)
                } else if value > largest {
                    (pivot, largest) = (position, value)
                }
            }
            for row in whole { master.set(.chosen, row: row) }
            var settled = whole
            if pivot >= 0 {
                settled.append(pivot)
                master.set(.chosen, row: pivot)
            }
            // Rounding may leave nobody settled; then there is nothing to go on.
            guard !settled.isEmpty else { return nil }
            for row in settled { chosen[master.rows[row].person] = row }
            steps[steps.count - 1].rows = settled
            steps[steps.count - 1].pivot = pivot
            steps.append(Step())
        }
    }

    /// Makes the rows chosen the current rota, if it then costs at most `limit`. True if it is the best.
    func take(_ chosen: [Int: Int], master: Master, limit: Double) -> Bool {
        let before = state.rota
        var rota = before
        for (person, position) in chosen {
            for (offset, duty) in master.rows[position].duties.enumerated() {
                rota[person * tables.dayCount + master.window.lowerBound + offset] = duty
            }
        }
        if rota == before { return false }
        state.load(rota)
        let cost = state.totalCost()
        // The master knows nothing of the rules that it relaxes.
        guard cost.isBetter(than: current) || (cost.hard <= current.hard && Double(cost.soft) <= limit) else {
            state.load(before)
            return false
        }
        current = cost
        guard cost.isBetter(than: best.cost) else { return false }
        best = (cost, rota)
        return true
    }
}
