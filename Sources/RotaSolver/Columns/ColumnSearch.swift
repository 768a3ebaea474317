internal import Foundation
internal import RotaModel
internal import RotaRules

/// Builds rotas from rows that are good at the prices of demand: column generation, diving, and neighbourhoods of some
/// people solved the same way.
///
/// For one thread. The floor that comes with it is `bound`'s.
final class ColumnSearch {
    let bound: LagrangianBound
    var best: (cost: Cost, rota: [UInt8])
    /// What the rota that neighbourhoods begin from costs: the best, or one a little worse that may lead further.
    var current: Cost
    /// By person: rows that may be part of a better rota, the cheapest at the prices of the floor first.
    var pool: [[Priced]]
    /// By person: what the cheapest row costs at those prices.
    var cheapest: [Double]
    private var isWhole = false

    struct Priced {
        var row: Master.Row
        /// What it costs more than the person's cheapest.
        var excess: Double
    }

    let tables: ProblemTables
    let state: RotaState
    var editor: Editor
    var random: SeededGenerator
    let hardPrice: Int
    let stop: StopSignal
    /// Whether column generation over everybody is not begun: rows found without hard limits hardly ever keep them, and a
    /// master would have none to choose from.
    var isVain: Bool { bound.isCut && !bound.pricesSoftSums }
    /// What was done so far, in numbers looked at: what a search is measured by where it must not look at a clock.
    var work = 0
    /// By line of demand.
    let dayOfLine: [Int]

    /// - Parameters:
    ///   - start: a rota.
    ///   - room: as of `LagrangianBound`.
    init(
        _ tables: ProblemTables, start: [UInt8], hardPrice: Int, room: Int = .max, random: SeededGenerator,
        stop: StopSignal
    ) {
        self.tables = tables
        self.hardPrice = hardPrice
        self.random = random
        self.stop = stop
        state = RotaState(tables)
        state.load(start)
        editor = Editor(state, hardPrice: hardPrice)
        current = state.totalCost()
        best = (current, start)
        pool = Array(repeating: [], count: tables.peopleCount)
        cheapest = Array(repeating: 0, count: tables.peopleCount)
        bound = LagrangianBound(tables, room: room)
        var dayOfLine = Array(repeating: 0, count: tables.lineCount)
        for person in 0..<tables.peopleCount {
            for day in 0..<tables.dayCount {
                let group = Int(tables.groupOf[person * tables.dayCount + day]) * tables.dutyCount
                for entry in Int(tables.lineStart[group])..<Int(tables.lineStart[group + tables.dutyCount]) {
                    dayOfLine[Int(tables.lines[entry])] = day
                }
            }
        }
        self.dayOfLine = dayOfLine
    }

    /// Of setting up a master, however small.
    static let workOfMaster = 2_000_000

    /// Of pricing everybody's whole row once.
    private var workOfAll: Int {
        (0..<tables.peopleCount).reduce(0) { sum, person in
            let slot = tables.slots[Int(tables.slotsOf[person].first)]
            return sum + bound.frames[person].work(stateCount: Int(slot.stateCount))
        }
    }

    /// Goes on from a better rota that was found elsewhere.
    func adopt(_ rota: [UInt8], cost: Cost) {
        best = (cost, rota)
        goBack()
    }

    /// Goes on from the best rota.
    func goBack() {
        state.load(best.rota)
        current = best.cost
    }

    /// What a proof leaves to other threads.
    struct Proof {
        var prices: [Double]
        var pool: [[Priced]]
        var cheapest: [Double]
        var bound: Int?
        /// Whether column generation came to its end, so that the pool holds good whole rows.
        var isWhole: Bool
    }

    var proof: Proof {
        Proof(prices: bound.bestPrices, pool: pool, cheapest: cheapest, bound: bound.bound, isWhole: isWhole)
    }

    func adopt(_ proof: Proof) {
        bound.adopt(proof.prices, bound: proof.bound)
        pool = proof.pool
        cheapest = proof.cheapest
        isWhole = proof.isWhole
    }

    // MARK: Rows

    /// The row as one of a master, if it breaks no hard rule.
    ///
    /// - Parameter mayBreak: also where it breaks limits on sums that have prices, of a whole row.
    private func row(
        _ person: Int, window: Range<Int>, duties: UnsafePointer<UInt8>, own: Cost, mayBreak: Bool = false
    ) -> Master.Row? {
        for offset in 0..<window.count { editor.fresh[offset] = duties[offset] }
        let cost = own + editor.ownDelta(of: person, first: window.lowerBound, count: window.count)
        var row = Master.Row(
            person: person, duties: Array(UnsafeBufferPointer(start: duties, count: window.count)), cost: cost.soft)
        if cost.hard == 0 { return row }
        guard mayBreak else { return nil }
        let broken = bound.broken(by: row.duties, of: person)
        guard broken.hard == cost.hard else { return nil }
        row.broken = broken.counters
        return row
    }

    /// The rows of the rota as it stands.
    func currentRows(of people: [Int], window: Range<Int>) -> [Master.Row] {
        people.compactMap { person in
            let duties = state.duties.base + person * tables.dayCount + window.lowerBound
            let own = state.ownCost(of: person)
            guard own.hard == 0 else { return nil }
            return Master.Row(
                person: person, duties: Array(UnsafeBufferPointer(start: duties, count: window.count)), cost: own.soft)
        }
    }

    /// What rows were found, and with what prices.
    struct Generated {
        var rows: [Master.Row] = []
        /// In units of penalty by line: those that were asked for, within their limits.
        var prices: [Double]
        /// What these people's cheapest rows cost with these prices, together; nil: not everybody's is known.
        var least: Double? = 0
    }

    /// Finds rows that are good at these prices, in units of penalty by line.
    func generate(
        _ people: [Int], master: Master, frames: [Int: SumFrame], prices: [Double], most: Int
    ) -> Generated {
        let scale = Double(bound.scale)
        let whole = prices.indices.map { line in
            Int((min(bound.highest[line], max(bound.lowest[line], prices[line] * scale))).rounded())
        }
        var found = Generated(prices: whole.map { Double($0) / scale })
        for person in people {
            guard !stop.isRaised, let frame = frames[person] else {
                found.least = nil
                continue
            }
            work += frame.work(stateCount: Int(tables.slots[Int(tables.slotsOf[person].first)].stateCount))
            let own = state.ownCost(of: person)
            let first = master.window.lowerBound
            let slotNumber = Int(tables.slotsOf[person].first)
            let start = Int(state.states[slotNumber * (tables.dayCount + 1) + first])
            bound.pricer.reckon(
                person, first: first, start: start, frame: frame, prices: whole, counters: nil,
                before: master.window.upperBound < tables.dayCount ? state : nil)
            // The first row is the cheapest there is, unless the dynamic program leaves out what it costs or breaks.
            let isExact = tables.rowsCoverAll && frame.keepsSoftSums
            var cheapest: Double?
            for attempt in 0..<3 {
                let ends = bound.pricer.ends(of: person, frame: frame, most: attempt == 0 ? most : 1)
                var isLegal = ends.isEmpty
                for (number, end) in ends.enumerated() {
                    bound.pricer.readBack(person, first: first, end: end, frame: frame)
                    if let row = row(person, window: master.window, duties: bound.pricer.path.base, own: own) {
                        if isExact, attempt == 0, number == 0 { cheapest = master.cost(of: row, prices: found.prices) }
                        found.rows.append(row)
                        isLegal = true
                    }
                }
                if isLegal || !forbidExcess(person, window: master.window) { break }
                bound.pricer.reckonAgain(person, first: first, start: start, frame: frame)
            }
            found.least = cheapest.flatMap { own in found.least.map { $0 + own } }
        }
        return found
    }

    /// Where the row that was read back exceeds a hard most that the dynamic program does not keep, takes the duties that
    /// feed it out on the days on which they are dearest. False if there were none.
    private func forbidExcess(_ person: Int, window: Range<Int>) -> Bool {
        let counters = tables.countersOf[person].range
        var isFound = false
        for counter in counters
        where tables.counters[counter].price.hard > 0 && tables.counters[counter].maximum != .max {
            var excess = state.sums[counter] - tables.counters[counter].maximum
            var fed: [(cost: Int, amount: Int, offset: Int, duty: Int)] = []
            for offset in 0..<window.count {
                let day = window.lowerBound + offset
                let row = Int(tables.contributionRow[person * tables.dayCount + day])
                let position = counter - counters.lowerBound
                func amount(_ duty: Int) -> Int {
                    for entry in tables.contributionSpans[row + duty].range
                    where tables.contributions[entry].counter == position {
                        return tables.contributions[entry].amount
                    }
                    return 0
                }
                let duty = Int(bound.pricer.path[offset])
                let added = amount(duty)
                excess += added - amount(Int(state.duties[person * tables.dayCount + day]))
                if added > 0 { fed.append((bound.pricer.cost(of: duty, at: offset), added, offset, duty)) }
            }
            fed.sort { ($0.cost, $0.offset) > ($1.cost, $1.offset) }
            for entry in fed where excess > 0 {
                bound.pricer.forbid(entry.duty, at: entry.offset)
                excess -= entry.amount
                isFound = true
            }
        }
        return isFound
    }

    // MARK: Column generation

    /// Column generation over everybody and all days, which also proves a floor. Prices are taken between those of the
    /// best floor and the master's own (P. Wentges, 1997).
    ///
    /// - Parameter goOn: asked after every step whether to go on.
    /// - Returns: whether it came to its end.
    func prove(goOn: () -> Bool) -> Bool {
        let people = Array(0..<tables.peopleCount)
        let window = 0..<tables.dayCount
        let master = Master(
            state, people: people, window: window, hardPrice: hardPrice, counterSizes: bound.counterSizes)
        defer { fillPool(from: master.rows.filter { $0.broken.isEmpty }) }
        master.add(currentRows(of: people, window: window))
        let own = people.map { state.ownCost(of: $0) }
        var fresh: [Master.Row] = []
        // Whether rows turn up that break hard rules which the dynamic program does not keep.
        var isRelaxed = false
        func take(_ person: Int, _ duties: UnsafePointer<UInt8>) {
            if let row = row(person, window: window, duties: duties, own: own[person], mayBreak: true) {
                fresh.append(row)
            } else {
                isRelaxed = true
            }
        }
        // Prices of soft limits on sums swing too much when they follow single rows.
        let steps = bound.pricesSoftSums ? Tuning.softBoundSteps : Tuning.boundSteps
        var swept = bound.nobody()
        var order = people
        for round in 0..<(bound.pricesSoftSums ? 0 : Tuning.sweeps) {
            order.shuffle(using: &random)
            let share = Double(round) / Double(Tuning.sweeps)
            bound.sweep(&swept, pace: Tuning.sweepPace * pow(Tuning.sweepCooling, share), order: order, stop: stop)
            work += workOfAll
            if !goOn() { return false }
            guard round % Tuning.sweepsPerLook == Tuning.sweepsPerLook - 1 else { continue }
            fresh = []
            _ = bound.evaluate(swept.mean, most: 1, stop: stop, row: take)
            work += workOfAll
            if bound.isImpossible || !goOn() { return false }
            master.add(fresh)
        }
        if !bound.pricesSoftSums { bound.settle() }
        for _ in 0..<steps where !bound.hasSettled {
            fresh = []
            bound.step(towards: best.cost.hard == 0 ? best.cost.soft : nil, stop: stop, row: take)
            work += workOfAll
            if bound.isImpossible || !goOn() { return false }
            master.add(fresh)
        }
        if isVain { return false }
        let frames = Dictionary(uniqueKeysWithValues: people.map { ($0, bound.frames[$0]) })
        var smoothing = 0.5
        defer { work += master.work }
        while true {
            guard !stop.isRaised, goOn(), master.solve(by: .primal, stop: stop) else { return false }
            if let floor = bound.bound, master.objective <= Double(floor) + 1e-6 { break }
            let prices = master.linePrices()
            let wanted = bound.prices(of: master)
            let between = wanted.indices.map { line in
                let mixed = smoothing * bound.bestPrices[line] + (1 - smoothing) * wanted[line]
                return min(bound.highest[line], max(bound.lowest[line], mixed))
            }
            let before = bound.bestPrices
            fresh = []
            guard bound.evaluate(between, most: 3, stop: stop, row: take) != nil else { return false }
            work += workOfAll
            var added = master.add(master.cheap(fresh, prices: prices))
            let hasRisen = bound.bestPrices != before
            if added < people.count / 4 {
                let more = generate(people, master: master, frames: frames, prices: prices, most: 3)
                added += master.add(master.cheap(more.rows, prices: prices))
            }
            if added == 0, smoothing == 0 { break }
            smoothing = added == 0 ? 0 : (hasRisen ? max(0.1, smoothing - 0.05) : max(0, smoothing - 0.1))
        }
        isWhole = true
        // The master has no prices for the rules that those rows break.
        if isRelaxed {
            bound.settle()
            for _ in 0..<Tuning.boundSteps {
                bound.step(towards: best.cost.hard == 0 ? best.cost.soft : nil, stop: stop)
                work += workOfAll
                if stop.isRaised || !goOn() { break }
            }
        }
        return true
    }

    /// Branch and bound over the rows in the pool, once column generation has come to its end and while there is a gap; nil:
    /// there is nothing to prove.
    func branching() -> Branching? {
        guard isWhole, best.cost.hard == 0, let floor = bound.bound, floor < best.cost.soft else { return nil }
        return Branching(
            tables, bound: bound, rows: pool.flatMap { $0.map(\.row) }, best: best.rota, hardPrice: hardPrice,
            stop: stop)
    }
}
