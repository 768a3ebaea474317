internal import Foundation
internal import RotaModel
internal import RotaRules

/// Builds rotas from rows that are good at the prices of demand: column generation, diving, and neighbourhoods of some
/// people solved the same way.
///
/// For one thread. The floor that comes with it is `bound`'s.
final class ColumnSearch {
    let bound: LagrangianBound
    private(set) var best: (cost: Cost, rota: [UInt8])
    /// What the rota that neighbourhoods begin from costs: the best, or one a little worse that may lead further.
    private(set) var current: Cost
    /// By person: rows that may be part of a better rota, the cheapest at the prices of the floor first.
    private(set) var pool: [[Priced]]
    /// By person: what the cheapest row costs at those prices.
    private var cheapest: [Double]
    private var isWhole = false

    struct Priced {
        var row: Master.Row
        /// What it costs more than the person's cheapest.
        var excess: Double
    }

    private let tables: ProblemTables
    private let state: RotaState
    private var editor: Editor
    private var random: SeededGenerator
    private let hardPrice: Int
    private let stop: StopSignal
    /// What was done so far, in numbers looked at: what a search is measured by where it must not look at a clock.
    private(set) var work = 0
    /// By line of demand.
    private let dayOfLine: [Int]

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
    private static let workOfMaster = 2_000_000

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
    private func currentRows(of people: [Int], window: Range<Int>) -> [Master.Row] {
        people.compactMap { person in
            let duties = state.duties.base + person * tables.dayCount + window.lowerBound
            let own = state.ownCost(of: person)
            guard own.hard == 0 else { return nil }
            return Master.Row(
                person: person, duties: Array(UnsafeBufferPointer(start: duties, count: window.count)), cost: own.soft)
        }
    }

    /// Finds rows that are good at these prices, in units of penalty by line.
    private func generate(
        _ people: [Int], master: Master, frames: [Int: SumFrame], prices: [Double], most: Int
    ) -> [Master.Row] {
        let scale = Double(bound.scale)
        let whole = prices.indices.map { line in
            Int((min(bound.highest[line], max(bound.lowest[line], prices[line] * scale))).rounded())
        }
        var found: [Master.Row] = []
        for person in people {
            if stop.isRaised { break }
            guard let frame = frames[person] else { continue }
            work += frame.work(stateCount: Int(tables.slots[Int(tables.slotsOf[person].first)].stateCount))
            let own = state.ownCost(of: person)
            let first = master.window.lowerBound
            let slotNumber = Int(tables.slotsOf[person].first)
            let start = Int(state.states[slotNumber * (tables.dayCount + 1) + first])
            bound.pricer.reckon(
                person, first: first, start: start, frame: frame, prices: whole, counters: nil,
                before: master.window.upperBound < tables.dayCount ? state : nil)
            for attempt in 0..<3 {
                let ends = bound.pricer.ends(of: person, frame: frame, most: attempt == 0 ? most : 1)
                var isLegal = ends.isEmpty
                for end in ends {
                    bound.pricer.readBack(person, first: first, end: end, frame: frame)
                    if let row = row(person, window: master.window, duties: bound.pricer.path.base, own: own) {
                        found.append(row)
                        isLegal = true
                    }
                }
                if isLegal || !forbidExcess(person, window: master.window) { break }
                bound.pricer.reckonAgain(person, first: first, start: start, frame: frame)
            }
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
        // Rows found without hard limits hardly ever keep them: a master would have none to choose from.
        if bound.isCut, !bound.pricesSoftSums { return false }
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
                added += master.add(master.cheap(more, prices: prices))
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

    // MARK: Diving

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
    private func dive(
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
            while round < rounds, !open.isEmpty {
                let prices = master.linePrices()
                let rows = generate(open, master: master, frames: frames, prices: prices, most: 3)
                if master.add(master.cheap(rows, prices: prices)) == 0 { break }
                guard master.solve(by: .primal, stop: stop) else { return nil }
                round += 1
            }
            if master.objective > cutoff {
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
    private func take(_ chosen: [Int: Int], master: Master, limit: Double) -> Bool {
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

    // MARK: Neighbourhoods

    /// What a row costs with the prices of the floor, in units of penalty.
    private func pricedCost(_ row: Master.Row) -> Double {
        let scale = Double(bound.scale)
        var cost = Double(row.cost)
        for day in row.duties.indices {
            let cell = row.person * tables.dayCount + day
            let position = Int(tables.groupOf[cell]) * tables.dutyCount + Int(row.duties[day])
            for entry in Int(tables.lineStart[position])..<Int(tables.lineStart[position + 1]) {
                cost += bound.bestPrices[Int(tables.lines[entry])] / scale
            }
        }
        return cost
    }

    /// What the pool may hold by now: in a rota better than the best no row costs more above the person's cheapest
    /// than the whole rota does above the floor.
    var gap: Double { best.cost.hard == 0 ? Double(best.cost.soft - (bound.bound ?? 0)) : .infinity }

    /// Keeps the rows that may be part of a better rota than the best known.
    private func fillPool(from rows: [Master.Row]) {
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
            master.add(generate(people, master: master, frames: frames, prices: prices, most: 6))
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
