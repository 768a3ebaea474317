internal import RotaModel
internal import RotaRules

extension ColumnSearch {
    /// What a whole row costs with the prices of the floor, in units of penalty.
    private func pricedCost(_ row: Master.Row) -> Double {
        Double(row.cost)
            + tables.priceOfPlaces(row.duties, of: row.person, from: 0, prices: bound.bestPrices) / Double(bound.scale)
    }

    /// What the pool may hold by now: in a rota better than the best no row costs more above the person's cheapest
    /// than the whole rota does above the floor.
    var gap: Double { best.cost.hard == 0 ? Double(best.cost.soft - (bound.bound ?? 0)) : .infinity }

    /// Keeps the rows that may be part of a better rota than the best known.
    func fillPool(from rows: [Master.Row]) {
        let costs = rows.map { pricedCost($0) }
        cheapest = Array(repeating: Double.infinity, count: tables.peopleCount)
        for (row, cost) in zip(rows, costs) { cheapest[row.person] = min(cheapest[row.person], cost) }
        let excess = rows.indices.map { costs[$0] - cheapest[rows[$0].person] }
        let limit = gap + 1
        pool = Array(repeating: [], count: tables.peopleCount)
        for position in rows.indices.sorted(by: { (excess[$0], $0) < (excess[$1], $1) }) where excess[position] <= limit
        {
            let person = rows[position].person
            if pool[person].count < Self.poolLimit {
                pool[person].append(Priced(row: rows[position], excess: excess[position]))
            }
        }
    }

    /// Rows kept for each person.
    private static let poolLimit = 80

    /// Solves some people anew on the days of a window, all else as it is.
    ///
    /// - Parameters:
    ///   - slack: how much the rota may cost more than the current one; then some person must have another row than now.
    ///     Nil: it has to cost less.
    /// - Returns: whether that made a new best rota.
    func improve(_ people: [Int], window: Range<Int>, effort: Effort, slack: Double? = nil) -> Bool {
        work += Self.workOfMaster
        let master = Master(state, people: people, window: window, hardPrice: hardPrice)
        let now = currentRows(of: people, window: window)
        master.add(now)
        let isWhole = window.count == tables.dayCount
        var frames: [Int: SumFrame] = [:]
        for person in people {
            guard let frame = isWhole ? bound.frames[person] : frame(of: person, window: window) else { return false }
            frames[person] = frame
        }
        if isWhole {
            let limit = gap + 1
            for person in people { master.add(pool[person].prefix { $0.excess <= limit }.map(\.row)) }
        } else {
            let scale = Double(bound.scale)
            let prices = bound.bestPrices.prefix(tables.lineCount).map { $0 / scale }
            master.add(generate(people, master: master, frames: frames, prices: prices, most: 6).rows)
        }
        if slack != nil, !now.isEmpty { master.set(.out, row: random.below(now.count)) }
        let known = master.rows.count
        defer { work += master.work }
        let cutoff = current.hard == 0 ? Double(current.soft) + (slack ?? -0.5) : .infinity
        let chosen = dive(master, people: people, frames: frames, effort: effort, cutoff: cutoff)
        if isWhole {
            for row in master.rows[known...] { keep(row) }
        }
        guard let chosen else { return false }
        return take(chosen, master: master, limit: cutoff)
    }

    /// What the dynamic program keeps of a person's row within a window; nil: it does not fit.
    private func frame(of person: Int, window: Range<Int>) -> SumFrame? {
        let slot = tables.slots[Int(tables.slotsOf[person].first)]
        let room = RowPricer.layerLimit / max(1, Int(slot.stateCount))
        var frame = SumFrame(
            person: person, first: window.lowerBound, count: window.count, slot: slot, state: state, room: room,
            share: 1)
        guard frame.dayCount == window.count else { return nil }
        frame.addExtra(first: window.lowerBound, state: state, room: room)
        return frame
    }

    /// Puts a row where it belongs in the pool.
    private func keep(_ row: Master.Row) {
        let excess = pricedCost(row) - cheapest[row.person]
        let rows = pool[row.person]
        guard excess <= gap, rows.count < Self.poolLimit || excess < rows[rows.count - 1].excess else { return }
        var place = rows.count
        while place > 0, rows[place - 1].excess > excess { place -= 1 }
        pool[row.person].insert(Priced(row: row, excess: excess), at: place)
        if rows.count >= Self.poolLimit { pool[row.person].removeLast() }
    }

    /// Some people: first those at whom the rota costs more than the floor, or who could mend a line of demand that does, then
    /// any.
    func draw(_ count: Int) -> [Int] {
        let count = min(count, tables.peopleCount)
        var drawn: [Int] = []
        func take(_ person: Int) {
            if drawn.count < count, !drawn.contains(person) { drawn.append(person) }
        }
        let lines = (0..<tables.lineCount).map { bound.excess(of: $0, count: Int(state.counts[$0])) }
        let rows = currentRows(of: Array(0..<tables.peopleCount), window: 0..<tables.dayCount).map {
            max(0, pricedCost($0) - cheapest[$0.person])
        }
        let total = lines.reduce(0, +) + rows.reduce(0, +)
        if total > 0, total < .infinity, rows.count == tables.peopleCount {
            for _ in 0..<2 {
                var point = Double(random.below(1 << 20)) / Double(1 << 20) * total
                if let line = lines.firstIndex(where: { excess in
                    point -= excess
                    return point < 0
                }) {
                    // Those whose cheap rows count for the line, not too strictly by how cheap.
                    let dear = (0..<tables.peopleCount).compactMap { person -> (Double, Int)? in
                        guard let row = pool[person].first(where: { counts($0.row, for: line) }) else { return nil }
                        return (row.excess * Double(1 + random.below(4)), person)
                    }
                    for (_, person) in dear.sorted(by: <).prefix(max(1, count / 3)) { take(person) }
                } else if let person = rows.firstIndex(where: { excess in
                    point -= excess
                    return point < 0
                }) {
                    take(person)
                }
            }
        }
        while drawn.count < count { take(random.below(tables.peopleCount)) }
        return drawn
    }

    /// A window of so many days, more often where demand costs more than it does in the floor.
    func drawWindow(_ count: Int) -> Range<Int> {
        let count = min(count, tables.dayCount)
        var middle = random.below(tables.dayCount)
        let excess = (0..<tables.lineCount).map { bound.excess(of: $0, count: Int(state.counts[$0])) }
        let total = excess.reduce(0, +)
        if total > 0, random.below(2) == 0 {
            var point = Double(random.below(1 << 20)) / Double(1 << 20) * total
            if let line = excess.firstIndex(where: { excess in
                point -= excess
                return point < 0
            }) {
                middle = dayOfLine[line]
            }
        }
        let first = max(0, min(tables.dayCount - count, middle - random.below(count)))
        return first..<first + count
    }

    private func counts(_ row: Master.Row, for line: Int) -> Bool {
        row.duties.indices.contains { day in
            let cell = row.person * tables.dayCount + day
            let position = Int(tables.groupOf[cell]) * tables.dutyCount + Int(row.duties[day])
            return (Int(tables.lineStart[position])..<Int(tables.lineStart[position + 1])).contains {
                Int(tables.lines[$0]) == line
            }
        }
    }
}
