internal import RotaModel
internal import RotaRules

/// Branch and bound over the rows of all people: where the linear program's answer at the end of column generation is not
/// whole, the rotas there are are split in two, and each half has a floor of its own.
///
/// A half is told from the other by the number of people on some lines of demand together, or by what somebody may do on
/// a day. The first is a row of the master with a price that all those places share, the second takes duties out of the
/// row program; both leave it what it is (C. Barnhart and others, 1998). The floor of a half is reckoned in whole numbers as
/// that of the whole is, with the prices p of the sums' limits:
///
///     sum over people of min over rows (row + prices of the places it takes)
///     + sum over lines of min over n (cost of n people - price x n + p x what of n counts) - sum of p x limit
///
/// For one thread, with a `LagrangianBound` of which it uses all but the best floor.
package final class Branching {
    /// What was done so far, in numbers looked at.
    private(set) var work = 0
    /// Halves looked at.
    private(set) var nodeCount = 0
    /// A rota that the linear program came upon, and what it costs.
    private(set) var found: (cost: Cost, rota: [UInt8])?
    /// Whether nothing is left to look at: the floor stays where it is.
    var isOver: Bool { open.isEmpty || open.count > Self.mostOpen }
    /// Halves that wait, at most.
    private static let mostOpen = 20_000

    /// One half of a half of ...
    private struct Node {
        /// Its floor so far, times the scale; and the prices that prove it: of lines and counters, then of `limits`.
        var value: Int
        var prices: [Double]
        var sumPrices: [Double] = []
        /// Sums with limits, by position in `sums`.
        var limits: [(sum: Int, limits: DemandSum.Limits)] = []
        /// Duties that are out, as positions in `ProblemTables.cellSoft`.
        var barred: [Int] = []
    }

    /// Splits at random instead, as far down as `randomDepth`; for tests.
    var randomSplits: SeededGenerator?
    private static let randomDepth = 5

    private let tables: ProblemTables
    private let bound: LagrangianBound
    private let state: RotaState
    private var editor: Editor
    private let master: Master
    private let stop: StopSignal
    private var open: [Node] = []
    /// The least floor of what could not be split: the floor of all is no higher.
    private var stuck: Int?
    private let sums: [DemandSum]
    /// By sum: its number in the master, once it is there.
    private var numbers: [Int?]
    /// By line: the number of people that is cheapest.
    private let cheapest: [Int]
    /// What one beyond the limits of a sum costs in the master: more than the whole gap.
    private let sumPrice: Double
    private let workOfAll: Int

    /// - Parameters:
    ///   - bound: with the floor that column generation ended with.
    ///   - rows: rows that may be part of a better rota.
    ///   - best: the best rota known, a legal one.
    init(
        _ tables: ProblemTables, bound: LagrangianBound, rows: [Master.Row], best: [UInt8], hardPrice: Int,
        stop: StopSignal
    ) {
        self.tables = tables
        self.bound = bound
        self.stop = stop
        state = RotaState(tables)
        state.load(best)
        editor = Editor(state, hardPrice: hardPrice)
        let people = Array(0..<tables.peopleCount)
        let gap = Double(state.totalCost().soft - (bound.bound ?? 0))
        // So that the prices of lines that follow still fit the row program.
        let steepest = zip(bound.lowest, bound.highest).prefix(tables.lineCount).reduce(0) { max($0, -$1.0, $1.1) }
        sumPrice = max(1, min(10 * gap + 100, (bound.largestPrice - steepest) / Double(bound.scale)))
        master = Master(
            state, people: people, window: 0..<tables.dayCount, hardPrice: hardPrice, sparePrice: Double(hardPrice),
            counterSizes: bound.counterSizes)
        master.add(rows)
        cheapest = (0..<tables.lineCount).map { line in
            Master.pieces(of: line, tables: tables, hardPrice: Double(hardPrice)).reduce(0) {
                $1.slope < 0 ? $0 + $1.length : $0
            }
        }
        sums = DemandSum.all(tables, lines: master.lines)
        numbers = Array(repeating: nil, count: sums.count)
        workOfAll = people.reduce(0) { sum, person in
            let slot = tables.slots[Int(tables.slotsOf[person].first)]
            return sum + bound.frames[person].work(stateCount: Int(slot.stateCount))
        }
        open = [Node(value: Int(bound.bestValue), prices: bound.bestPrices)]
    }

    /// The floor of all that may be better than the best rota known, which costs `best`.
    func floor(best: Int) -> Int {
        min(best, open.map { bound.penalty(of: $0.value) }.min() ?? best, stuck.map { bound.penalty(of: $0) } ?? best)
    }

    /// Looks at the half with the lowest floor, and splits it if it may hold a rota that costs less than `best`.
    ///
    /// - Parameter most: work after which to leave it for the next time.
    func step(best: Int, most: Int = .max) {
        var place = -1
        for number in open.indices where place < 0 || open[number].value <= open[place].value { place = number }
        guard place >= 0 else { return }
        let before = master.work
        let end = work + min(most, .max - work)
        var node = open.remove(at: place)
        defer { work += master.work - before }
        guard bound.penalty(of: node.value) < best else { return }
        nodeCount += 1
        apply(node)
        defer { lift(node) }
        switch raise(&node, best: best, until: end) {
        case .stopped: open.append(node)
        case .closed: break
        case .solved: split(node, best: best)
        case .failed: leave(node)
        }
    }

    // MARK: One half

    /// Sets what tells the half from the rest.
    private func apply(_ node: Node) {
        for (sum, limits) in node.limits {
            let number = numbers[sum] ?? master.addSum(sums[sum], price: sumPrice)
            numbers[sum] = number
            master.set(sum: number, limits: limits)
        }
        bound.pricer.barred = []
        guard !node.barred.isEmpty else { return }
        bound.pricer.barred = Array(repeating: false, count: tables.peopleCount * tables.dayCount * tables.dutyCount)
        for position in node.barred { bound.pricer.barred[position] = true }
        for number in master.rows.indices where isBarred(master.rows[number]) { master.set(.out, row: number) }
    }

    private func lift(_ node: Node) {
        for (sum, _) in node.limits {
            if let number = numbers[sum] { master.set(sum: number, limits: nil) }
        }
        guard !node.barred.isEmpty else { return }
        for number in master.rows.indices where isBarred(master.rows[number]) { master.set(.open, row: number) }
        bound.pricer.barred = []
    }

    private func isBarred(_ row: Master.Row) -> Bool {
        row.duties.indices.contains { day in
            bound.pricer.barred[(row.person * tables.dayCount + day) * tables.dutyCount + Int(row.duties[day])]
        }
    }

    private enum End { case stopped, closed, solved, failed }

    /// Column generation within the half, as far as it may raise the floor by a whole unit.
    private func raise(_ node: inout Node, best: Int, until end: Int) -> End {
        let before = master.work
        var smoothing = 0.5
        var method = LinearProgram.Method.dual
        var last = node.prices
        var lastSums = node.sumPrices
        while true {
            if stop.isRaised { return .stopped }
            guard master.solve(by: method, stop: stop) else { return stop.isRaised ? .stopped : .failed }
            method = .primal
            if master.objective <= Double(bound.penalty(of: node.value)) + 1e-6 { return .solved }
            let prices = master.linePrices()
            let sumPrices = node.limits.map { entry in numbers[entry.sum].map { master.price(ofSum: $0) } ?? 0 }
            let scale = Double(bound.scale)
            let wanted = bound.prices(of: master)
            for place in wanted.indices {
                let mixed = smoothing * node.prices[place] + (1 - smoothing) * wanted[place]
                let isLine = place < tables.lineCount
                last[place] = min(
                    isLine ? bound.largestPrice : bound.highest[place],
                    max(isLine ? -bound.largestPrice : bound.lowest[place], mixed))
            }
            lastSums = sumPrices.indices.map {
                smoothing * node.sumPrices[$0] + (1 - smoothing) * sumPrices[$0] * scale
            }
            var fresh: [Master.Row] = []
            guard let value = value(at: last, sumPrices: lastSums, node: node, rows: &fresh) else { return .stopped }
            if value == .max { return .closed }
            let hasRisen = value > node.value
            if hasRisen { (node.value, node.prices, node.sumPrices) = (value, last, lastSums) }
            if bound.penalty(of: node.value) >= best { return .closed }
            let added = master.add(master.cheap(fresh, prices: prices))
            if added == 0, smoothing == 0 { return .solved }
            if work + master.work - before > end { return .stopped }
            smoothing = added == 0 ? 0 : (hasRisen ? max(0.1, smoothing - 0.05) : max(0, smoothing - 0.1))
        }
    }

    /// The floor of a half at some prices, times the scale; nil: stopped; `Int.max`: there is no legal rota in it.
    private func value(at prices: [Double], sumPrices: [Double], node: Node, rows: inout [Master.Row]) -> Int? {
        var fresh: [Master.Row] = []
        let reckoned = bound.rows(at: prices, most: 3, stop: stop) { person, duties in
            if let row = row(person, duties: duties) { fresh.append(row) }
        }
        work += workOfAll
        rows = fresh
        guard let reckoned else { return nil }
        if reckoned.isImpossible { return .max }
        var value = reckoned.value
        var wantedPrices = Array(repeating: 0, count: tables.lineCount)
        var beyondPrices = wantedPrices
        for (position, entry) in node.limits.enumerated() {
            let price = Int(sumPrices[position].rounded())
            // A price without a limit on its side proves nothing.
            guard price != 0, let limit = price > 0 ? entry.limits.most : entry.limits.least else { continue }
            value -= price * limit
            let sum = sums[entry.sum]
            for line in sum.lines {
                if sum.part != .beyond { wantedPrices[line] += price }
                if sum.part != .wanted { beyondPrices[line] += price }
            }
        }
        for line in 0..<tables.lineCount {
            let table = Int(tables.lineTable[line])
            let price = reckoned.prices[line]
            var least = Int.max
            for count in 0...tables.peopleCount where tables.lineCosts[table + count].hard == 0 {
                let wanted = min(count, cheapest[line])
                let cost =
                    tables.lineCosts[table + count].soft * bound.scale - price * count + wantedPrices[line] * wanted
                    + beyondPrices[line] * (count - wanted)
                least = min(least, cost)
            }
            if least == .max { return .max }
            value += least
        }
        return value
    }

    /// The row as one of the master, if it breaks no hard rule but limits on sums that have prices.
    private func row(_ person: Int, duties: UnsafePointer<UInt8>) -> Master.Row? {
        for day in 0..<tables.dayCount { editor.fresh[day] = duties[day] }
        let cost = state.ownCost(of: person) + editor.ownDelta(of: person, first: 0, count: tables.dayCount)
        var row = Master.Row(
            person: person, duties: Array(UnsafeBufferPointer(start: duties, count: tables.dayCount)), cost: cost.soft)
        if cost.hard == 0 { return row }
        let broken = bound.broken(by: row.duties, of: person)
        guard broken.hard == cost.hard else { return nil }
        row.broken = broken.counters
        return row
    }

    /// Keeps the floor of a half that cannot be split.
    private func leave(_ node: Node) { stuck = min(stuck ?? node.value, node.value) }

    // MARK: Splitting

    /// Two halves by what is not whole, the fewest sums first, then cells.
    private func split(_ node: Node, best: Int) {
        let people = master.peopleOnLines()
        if splitAtRandom(node, people: people) { return }
        var chosen = -1
        var level = Int.max
        var farthest = 0.0
        var value = 0.0
        for (number, sum) in sums.enumerated() where sum.level <= level {
            let total = total(of: sum, people: people)
            let distance = abs(total - total.rounded())
            // Where the limits there are do not keep it whole, others will have to.
            if node.limits.contains(where: { $0.sum == number && !$0.limits.hold(total) }) { continue }
            guard distance > 0.01, sum.level < level || distance > farthest + 1e-9 else { continue }
            (chosen, level, farthest, value) = (number, sum.level, distance, total)
        }
        if chosen >= 0 {
            for isMost in [true, false] {
                open.append(half(of: node, sum: chosen, below: Int(value.rounded(.down)), isMost: isMost))
            }
            return
        }
        splitCell(node, best: best)
    }

    /// For tests. False: it is not to be.
    private func splitAtRandom(_ node: Node, people: (wanted: [Double], beyond: [Double])) -> Bool {
        guard randomSplits != nil, node.limits.count + node.barred.count < Self.randomDepth else { return false }
        func below(_ count: Int) -> Int { randomSplits?.below(count) ?? 0 }
        let cell = below(tables.peopleCount * tables.dayCount)
        if below(3) == 0 || sums.isEmpty {
            split(node, at: cell * tables.dutyCount + below(tables.dutyCount))
            return true
        }
        let chosen = below(sums.count)
        let total = Int(total(of: sums[chosen], people: people).rounded(.down)) - below(2)
        for isMost in [true, false] { open.append(half(of: node, sum: chosen, below: total, isMost: isMost)) }
        return true
    }

    private func total(of sum: DemandSum, people: (wanted: [Double], beyond: [Double])) -> Double {
        sum.lines.reduce(0) { total, line in
            total + (sum.part != .beyond ? people.wanted[line] : 0) + (sum.part != .wanted ? people.beyond[line] : 0)
        }
    }

    private func half(of node: Node, sum: Int, below: Int, isMost: Bool) -> Node {
        var half = node
        var place = half.limits.firstIndex { $0.sum == sum }
        if place == nil {
            half.limits.append((sum, DemandSum.Limits()))
            half.sumPrices.append(0)
            place = half.limits.count - 1
        }
        if let place {
            if isMost { half.limits[place].limits.most = below } else { half.limits[place].limits.least = below + 1 }
        }
        return half
    }

    private func splitCell(_ node: Node, best: Int) {
        var shares = Array(repeating: 0.0, count: tables.peopleCount * tables.dayCount * tables.dutyCount)
        var rota = state.rota
        var isWhole = true
        var covered = Array(repeating: 0.0, count: tables.peopleCount)
        for number in master.rows.indices {
            let value = master.value(ofRow: number)
            guard value > 1e-6 else { continue }
            let row = master.rows[number]
            covered[row.person] += value
            if value < 0.999 { isWhole = false }
            for day in 0..<tables.dayCount {
                let cell = row.person * tables.dayCount + day
                shares[cell * tables.dutyCount + Int(row.duties[day])] += value
                if value > 0.999 { rota[cell] = row.duties[day] }
            }
        }
        if isWhole, covered.allSatisfy({ $0 > 0.999 }) {
            state.load(rota)
            let cost = state.totalCost()
            if cost.hard == 0, cost.soft < best, found.map({ cost.isBetter(than: $0.cost) }) ?? true {
                found = (cost, rota)
            }
            if cost.hard > 0 || cost.soft > bound.penalty(of: node.value) { leave(node) }
            return
        }
        // The cell that is most in doubt: off or not first, then which shift.
        var chosen = -1
        var farthest = 0.01
        for position in shares.indices {
            let isOff = position % tables.dutyCount == 0
            let distance = min(shares[position], 1 - shares[position]) + (isOff ? 0.25 : 0)
            if min(shares[position], 1 - shares[position]) > 0.01, distance > farthest {
                (chosen, farthest) = (position, distance)
            }
        }
        guard chosen >= 0 else {
            leave(node)
            return
        }
        split(node, at: chosen)
    }

    /// By whether a cell has a duty, `position` both in one.
    private func split(_ node: Node, at position: Int) {
        let cell = position / tables.dutyCount * tables.dutyCount
        var without = node
        without.barred.append(position)
        var with = node
        with.barred += (cell..<cell + tables.dutyCount).filter { $0 != position && !node.barred.contains($0) }
        open += [without, with]
    }
}
