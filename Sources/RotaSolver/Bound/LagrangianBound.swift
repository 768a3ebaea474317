internal import RotaModel
internal import RotaRules

/// A floor under the penalty of every legal rota, by Lagrangian relaxation of demand (M. Held and R. Karp, 1971).
///
/// Demand ties people together; with a price on every place in it instead, each person's best row is a problem of its
/// own, solved exactly by dynamic programming:
///
///     L(price) = sum over people of min over rows (row + price of the places it takes)
///              + sum over lines of min over n (cost of n people - price x n)
///
/// Limits on a person's sums that the dynamic program does not keep exactly get a price as well, for what is beyond them.
/// Whatever the prices, no legal rota costs less. All of it is reckoned in whole numbers, so the floor is proof. Rules that
/// none of this covers are left out, which can only lower it. Prices climb by a deflected subgradient
/// (P. Camerini, L. Fratta, F. Maffioli, 1975) with steps after B. Polyak (1969) towards the best rota known.
package final class LagrangianBound {
    /// The best floor so far, in units of penalty; nil: none yet.
    package private(set) var bound: Int?
    /// Whether some person has no row that keeps the hard rules: then no legal rota exists.
    package private(set) var isImpossible = false
    /// Whether steps have become too small to matter.
    package var hasSettled: Bool { pace < 1e-4 }

    /// Numbers that all rows together take at most where sums have soft limits.
    private static let softRoom = 1 << 26
    /// Steps without a gain after which they are made smaller.
    private static let patience = 20

    let tables: ProblemTables
    let pricer: RowPricer
    let frames: [SumFrame]
    /// Prices are in parts of a unit of penalty, so many to one.
    let scale: Int
    /// By line of demand, then by counter of a person; times the scale.
    var prices: [Double]
    /// Those of the best floor so far.
    private(set) var bestPrices: [Double]
    private var direction: [Double]
    let lowest: [Double]
    let highest: [Double]
    /// No line's price may be further from 0.
    let largestPrice: Double
    /// Whether sums have prices whose penalty people's rows are found without: the master knows none of these prices.
    let pricesSoftSums: Bool
    /// By counter: the units of its sum that its price is for.
    let counterSizes: [Int]
    /// The largest weight of a cell, a transition or a line's first step, times the scale.
    let dearest: Double
    /// Whether people's rows are found without limits that there was no room for.
    let isCut: Bool
    /// The best floor so far, times the scale.
    private(set) var bestValue = -Double.infinity
    private var pace = 1.0
    private var stalled = 0

    /// - Parameter room: numbers that the layers of everybody's whole row may take together; limits are left out where they
    ///   would take more.
    package init(_ tables: ProblemTables, room: Int = .max) {
        self.tables = tables
        let largest = max(1, Self.largestWeight(tables))
        // As fine as the numbers allow, with room for prices of twice the largest weight.
        var scale = 4096
        while scale > 1, 2 * largest * scale > RowPricer.largestCost(dayCount: tables.dayCount) { scale /= 2 }
        self.scale = scale
        dearest = Double(largest * scale)
        pricer = RowPricer(tables, scale: scale)
        var starts: [Double] = []
        var middles: [Double] = []
        var lowest: [Double] = []
        var highest: [Double] = []
        let meeting = (0..<tables.groupCount * tables.dutyCount).map { tables.lineStart[$0 + 1] - tables.lineStart[$0] }
        let cap = Double(RowPricer.largestCost(dayCount: tables.dayCount) / max(1, Int(meeting.max() ?? 1)))
        largestPrice = cap
        for line in 0..<tables.lineCount {
            let table = Int(tables.lineTable[line])
            // The slopes of the cost: a price beyond them gains nothing.
            func slope(_ count: Int) -> Double {
                let step = tables.lineCosts[table + count + 1] - tables.lineCosts[table + count]
                if step.hard != 0 { return step.hard < 0 ? -cap : cap }
                return Double(step.soft * scale)
            }
            let last = tables.peopleCount - 1
            lowest.append(min(0, max(-cap, slope(0))))
            highest.append(max(0, min(cap, slope(last))))
            starts.append(0)
            // Between the slopes about the number that costs least.
            let cheapest = (0...last).last { $0 == 0 || slope($0 - 1) < 0 } ?? 0
            let count = min(last, max(1, cheapest))
            middles.append(min(highest[line], max(lowest[line], (slope(max(0, count - 1)) + slope(count)) / 2)))
        }
        // Prices of soft limits take many steps to settle: quick ones gain more there than few exact ones.
        let hasSoftLimits = tables.counters.array.contains { $0.price.soft > 0 }
        // Whole rows of everybody are reckoned some eighty times: where that would take too long with every limit, it is
        // done with those that cost little.
        var frames = Self.frames(tables, room: hasSoftLimits ? Self.softRoom : .max)
        if hasSoftLimits, frames.contains(where: \.isCut) { frames = Self.frames(tables, room: Self.softRoom / 2) }
        if Self.numbers(frames, tables: tables) > room { frames = Self.frames(tables, room: min(Self.softRoom, room)) }
        self.frames = frames
        isCut = frames.contains { $0.isCut }
        var sizes = Array(repeating: 1, count: tables.counters.count)
        for person in 0..<tables.peopleCount {
            let range = tables.countersOf[person].range
            for day in 0..<tables.dayCount {
                let row = Int(tables.contributionRow[person * tables.dayCount + day])
                for duty in 0..<tables.dutyCount {
                    for entry in tables.contributionSpans[row + duty].range {
                        let contribution = tables.contributions[entry]
                        let counter = range.lowerBound + contribution.counter
                        sizes[counter] = max(sizes[counter], contribution.amount)
                    }
                }
            }
            // Sums fed by lanes have no price: it would be one of transitions, not of duties.
            var fedByLanes: Set<Int> = []
            for number in tables.slotsOf[person].range {
                let slot = tables.slots[number]
                for lane in 0..<Int(slot.laneCount) {
                    for entry in tables.laneSpans[Int(slot.lanes) + lane].range {
                        fedByLanes.insert(range.lowerBound + Int(tables.laneCounters[entry]))
                    }
                }
            }
            for counter in range {
                let limits = tables.counters[counter]
                let isPriced =
                    counter != frames[person].tracked && counter != frames[person].extra
                    && !fedByLanes.contains(counter)
                let most =
                    limits.price.hard > 0
                    ? cap : min(cap, Double(limits.price.soft * scale * sizes[counter] / limits.unit))
                lowest.append(isPriced && limits.minimum != .min ? -most : 0)
                highest.append(isPriced && limits.maximum != .max ? most : 0)
                starts.append(0)
            }
        }
        counterSizes = sizes
        pricesSoftSums = tables.counters.array.indices.contains {
            tables.counters[$0].price.soft > 0 && lowest[tables.lineCount + $0] < highest[tables.lineCount + $0]
        }
        self.lowest = lowest
        self.highest = highest
        // Sweeps begin at 0; the subgradient alone, which swings from far off, between the slopes.
        if pricesSoftSums { starts.replaceSubrange(..<tables.lineCount, with: middles) }
        prices = starts
        bestPrices = starts
        direction = Array(repeating: 0, count: starts.count)
    }

    /// What the dynamic program keeps of each person's whole row, within about so many numbers for all together.
    private static func frames(_ tables: ProblemTables, room: Int) -> [SumFrame] {
        let perPerson = min(RowPricer.layerLimit, room / tables.peopleCount)
        return (0..<tables.peopleCount).map { person in
            let states = Int(tables.slots[Int(tables.slotsOf[person].first)].stateCount)
            let room = perPerson / max(1, states)
            var frame = SumFrame(wholeRowOf: person, tables: tables, room: room)
            frame.addExtra(first: 0, state: nil, room: room)
            return frame
        }
    }

    /// Numbers in the layers of everybody's whole row.
    private static func numbers(_ frames: [SumFrame], tables: ProblemTables) -> Int {
        frames.indices.reduce(0) { sum, person in
            let slot = tables.slots[Int(tables.slotsOf[person].first)]
            return sum + (frames[person].dayCount + 1) * frames[person].width * Int(slot.stateCount)
        }
    }

    /// Goes on with small steps from the prices of the best floor.
    func settle() {
        prices = bestPrices
        pace = 0.2
        stalled = 0
        for line in direction.indices { direction[line] = 0 }
    }

    /// Goes on from prices found elsewhere.
    func adopt(_ prices: [Double], bound: Int?) {
        self.prices = prices
        bestPrices = prices
        self.bound = bound
    }

    /// What so many people on a line cost more than the line's best number, at the prices of the floor, in units of penalty.
    func excess(of line: Int, count: Int) -> Double {
        let price = Int(bestPrices[line].rounded())
        guard let least = best(of: line, price: price).cost else { return 0 }
        let cost = tables.lineCosts[Int(tables.lineTable[line]) + count]
        if cost.hard > 0 { return Double(RowPricer.largestCost(dayCount: tables.dayCount)) / Double(scale) }
        return Double(cost.soft * scale - price * count - least) / Double(scale)
    }

    private static func largestWeight(_ tables: ProblemTables) -> Int {
        var largest = 0
        for position in 0..<tables.cellSoft.count { largest = max(largest, Int(tables.cellSoft[position])) }
        for outcome in 0..<tables.outcomes.count { largest = max(largest, tables.outcomes[outcome].cost.soft) }
        for line in 0..<tables.lineCount {
            let table = Int(tables.lineTable[line])
            largest = max(largest, abs((tables.lineCosts[table + 1] - tables.lineCosts[table]).soft))
        }
        return largest
    }

    /// One step: prices every row, keeps the floor if it is higher, moves the prices.
    ///
    /// - Parameters:
    ///   - target: the penalty of the best legal rota known; nil: none is.
    ///   - row: is given each person's best row at these prices.
    package func step(
        towards target: Int?, stop: StopSignal,
        row: (_ person: Int, _ duties: UnsafePointer<UInt8>) -> Void = { _, _ in }
    ) {
        let before = bestValue
        guard let rows = evaluate(prices, most: 1, stop: stop, row: row) else { return }
        let (value, wholePrices) = (rows.value, rows.prices)
        var gradient = Array(repeating: 0.0, count: prices.count)
        var norm = 0.0
        for line in 0..<tables.lineCount {
            let slack = Double(rows.counts[line] - rows.wanted[line])
            gradient[line] = slack
            norm += slack * slack
        }
        for counter in 0..<tables.counters.count {
            let line = tables.lineCount + counter
            guard lowest[line] < highest[line] else { continue }
            let limits = tables.counters[counter]
            let sum = rows.sums[counter]
            var slack = 0
            if wholePrices[line] > 0 || (wholePrices[line] == 0 && limits.maximum != .max && sum > limits.maximum) {
                slack = sum - limits.maximum
            } else if wholePrices[line] < 0 || (limits.minimum != .min && sum < limits.minimum) {
                slack = sum - limits.minimum
            }
            gradient[line] = Double(slack) / Double(counterSizes[counter])
            norm += gradient[line] * gradient[line]
        }
        // Gains too small to see do not count as gains.
        stalled = Double(value) > before + 1e-5 * abs(before) ? 0 : stalled + 1
        if stalled >= Self.patience {
            pace /= 2
            stalled = 0
            prices = bestPrices
        }
        guard norm > 0 else { return pace = 0 }
        // Against the last direction where the new one turns back on it.
        var along = 0.0
        var length = 0.0
        for line in direction.indices {
            along += direction[line] * gradient[line]
            length += direction[line] * direction[line]
        }
        let turn = length > 0 && along < 0 ? -1.5 * along / length : 0
        length = 0
        for line in direction.indices {
            direction[line] = gradient[line] + turn * direction[line]
            length += direction[line] * direction[line]
        }
        let aim = target.map { Double($0 * scale) } ?? (bestValue + 0.1 * abs(bestValue) + Double(scale))
        let step = pace * max(Double(scale) * 0.1, aim - Double(value)) / max(1, length)
        for line in prices.indices {
            prices[line] = min(highest[line], max(lowest[line], prices[line] + step * direction[line]))
        }
    }

    /// min over n of (cost of n people - price x n), and the n.
    func best(of line: Int, price: Int) -> (cost: Int?, count: Int) {
        let table = Int(tables.lineTable[line])
        var best: Int?
        var bestCount = 0
        for count in 0...tables.peopleCount {
            let cost = tables.lineCosts[table + count]
            if cost.hard > 0 { continue }
            let value = cost.soft * scale - price * count
            if best.map({ value < $0 }) ?? true { (best, bestCount) = (value, count) }
        }
        return (best, bestCount)
    }

    /// What people's best rows at some prices come to.
    struct Rows {
        /// Their part of the floor, times the scale.
        var value = 0
        /// The whole prices it was reckoned at.
        var prices: [Int]
        /// People on each line.
        var counts: [Int]
        var sums: [Int]
        /// By person: the part of the value.
        var shares: [Int] = []
        /// Whether somebody has no row that keeps the hard rules.
        var isImpossible = false
    }

    /// Everybody's best rows at some prices; nil: stopped.
    ///
    /// - Parameters:
    ///   - most: how many good rows of each person are given to `row`, the best last.
    func rows(
        at prices: [Double], most: Int, stop: StopSignal, row: (_ person: Int, _ duties: UnsafePointer<UInt8>) -> Void
    ) -> Rows? {
        let whole = prices.map { Int($0.rounded()) }
        let counters = RowPricer.CounterPrices(prices: Array(whole[tables.lineCount...]), sizes: counterSizes)
        var rows = Rows(
            prices: whole, counts: Array(repeating: 0, count: tables.lineCount), sums: tables.counterBases.array)
        for person in 0..<tables.peopleCount {
            if stop.isRaised { return nil }
            let slot = tables.slots[Int(tables.slotsOf[person].first)]
            pricer.reckon(
                person, first: 0, start: Int(slot.initial), frame: frames[person], prices: whole, counters: counters,
                before: nil)
            let ends = pricer.ends(of: person, frame: frames[person], most: most)
            guard let best = ends.first else {
                rows.isImpossible = true
                return rows
            }
            let before = rows.value
            rows.value += Int(best.value)
            for end in ends.reversed() {
                pricer.readBack(person, first: 0, end: end, frame: frames[person])
                row(person, pricer.path.base)
            }
            let firstCounter = tables.countersOf[person].range.lowerBound
            for counter in tables.countersOf[person].range where counters.prices[counter] != 0 {
                let limits = tables.counters[counter]
                let price = counters.prices[counter]
                let limit = price > 0 ? limits.maximum : limits.minimum
                rows.value += RowPricer.floor(
                    price * (tables.counterBases[counter] - limit), by: counterSizes[counter])
            }
            rows.shares.append(rows.value - before)
            for day in 0..<tables.dayCount {
                let cell = person * tables.dayCount + day
                let duty = Int(pricer.path[day])
                let position = Int(tables.groupOf[cell]) * tables.dutyCount + duty
                for line in Int(tables.lineStart[position])..<Int(tables.lineStart[position + 1]) {
                    rows.counts[Int(tables.lines[line])] += 1
                }
                for number in tables.contributionSpans[Int(tables.contributionRow[cell]) + duty].range {
                    let contribution = tables.contributions[number]
                    rows.sums[firstCounter + contribution.counter] += contribution.amount
                }
            }
        }
        return rows
    }

    /// The floor at some prices, kept if it is the highest so far; nil: stopped, or there is no legal rota at all.
    ///
    /// - Parameters:
    ///   - most: how many good rows of each person are given to `row`, the best last.
    /// - Returns: its value times the scale, the whole prices it was reckoned at, people on each line in the best rows and
    ///   in the lines' own optima, the sums of counters in the best rows, and by person what the value has of them.
    func evaluate(
        _ prices: [Double], most: Int, stop: StopSignal, row: (_ person: Int, _ duties: UnsafePointer<UInt8>) -> Void
    ) -> (value: Int, prices: [Int], counts: [Int], wanted: [Int], sums: [Int], shares: [Int])? {
        guard let rows = rows(at: prices, most: most, stop: stop, row: row) else { return nil }
        if rows.isImpossible {
            isImpossible = true
            return nil
        }
        var value = rows.value
        var wanted = rows.counts
        for line in 0..<tables.lineCount {
            let (cost, count) = best(of: line, price: rows.prices[line])
            guard let cost else {
                isImpossible = true
                return nil
            }
            value += cost
            wanted[line] = count
        }
        if Double(value) > bestValue {
            bestValue = Double(value)
            bestPrices = prices
            bound = max(bound ?? 0, penalty(of: value), 0)
        }
        return (value, rows.prices, rows.counts, wanted, rows.sums, rows.shares)
    }

    /// Hard limits on sums that a whole row breaks and that have prices, and what breaking them costs in hard amounts.
    func broken(by duties: [UInt8], of person: Int) -> (counters: [Int], hard: Int) {
        var broken: (counters: [Int], hard: Int) = ([], 0)
        for counter in tables.countersOf[person].range where isPriced(counter) {
            let cost = tables.counters[counter].cost(of: tables.sum(of: counter, person: person, duties: duties))
            if cost.hard == 0 { continue }
            broken.counters.append(counter)
            broken.hard += cost.hard
        }
        return broken
    }

    /// Whether a sum has hard limits that the row program does not keep, but for a price.
    func isPriced(_ counter: Int) -> Bool {
        tables.counters[counter].price.hard > 0
            && lowest[tables.lineCount + counter] < highest[tables.lineCount + counter]
    }

    /// A master's prices, of which each sum has its own, in parts of a unit; sums that the master knows nothing of keep theirs.
    func prices(of master: Master) -> [Double] {
        var prices = bestPrices
        for (line, price) in master.linePrices().enumerated() { prices[line] = price * Double(scale) }
        for (counter, price) in master.counterPrices().enumerated() where isPriced(counter) {
            prices[tables.lineCount + counter] = price * Double(scale)
        }
        return prices
    }

    /// The penalty that a floor's value stands for: rounded up to what a penalty can be.
    func penalty(of value: Int) -> Int {
        let unit = scale * tables.compiled.penaltyStep
        return (value >= 0 ? (value + unit - 1) / unit : -(-value / unit)) * tables.compiled.penaltyStep
    }
}
