internal import Dispatch
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

    /// Steps without a gain after which they are made smaller.
    private static let patience = 20
    /// Numbers in the layers of all people together, above which sums are priced and not kept exactly.
    private static let wholeRoom = 1 << 25

    private let tables: ProblemTables
    private let pricers: [RowPricer]
    private let frames: [SumFrame]
    private let scale: Int
    /// By line of demand, then by counter of a person; times the scale.
    private var prices: [Double]
    private var bestPrices: [Double]
    private var direction: [Double]
    private let lowest: [Double]
    private let highest: [Double]
    /// By counter: the units of its sum that its price is for.
    private let counterSizes: [Int]
    private var bestValue = -Double.infinity
    private var pace = 1.0
    private var stalled = 0

    /// - Parameter counts: people on each line of demand in a good rota, from which prices start.
    package init(_ tables: ProblemTables, threads: Int, counts: [Int]) {
        self.tables = tables
        let largest = max(1, Self.largestWeight(tables))
        // As fine as the numbers allow.
        var scale = 64
        while scale > 1, largest * scale > RowPricer.largestCost(dayCount: tables.dayCount) { scale /= 2 }
        self.scale = scale
        pricers = (0..<threads).map { _ in RowPricer(tables, scale: scale) }
        var starts: [Double] = []
        var lowest: [Double] = []
        var highest: [Double] = []
        let meeting = (0..<tables.groupCount * tables.dutyCount).map { tables.lineStart[$0 + 1] - tables.lineStart[$0] }
        let cap = Double(RowPricer.largestCost(dayCount: tables.dayCount) / max(1, Int(meeting.max() ?? 1)))
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
            let count = min(last, max(1, counts[line]))
            starts.append(min(highest[line], max(lowest[line], (slope(count - 1) + slope(count)) / 2)))
        }
        frames = (0..<tables.peopleCount).map { person in
            let states = Int(tables.slots[Int(tables.slotsOf[person].first)].stateCount)
            // Many quick steps gain more than few exact ones: what all rows together may take is limited.
            let room = min(RowPricer.layerLimit, Self.wholeRoom / tables.peopleCount)
            return SumFrame(wholeRowOf: person, tables: tables, room: room / max(1, states))
        }
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
                let isPriced = counter != frames[person].tracked && !fedByLanes.contains(counter)
                let most =
                    limits.price.hard > 0
                    ? cap : min(cap, Double(limits.price.soft * scale * sizes[counter] / limits.unit))
                lowest.append(isPriced && limits.minimum != .min ? -most : 0)
                highest.append(isPriced && limits.maximum != .max ? most : 0)
                starts.append(0)
            }
        }
        counterSizes = sizes
        self.lowest = lowest
        self.highest = highest
        prices = starts
        bestPrices = starts
        direction = Array(repeating: 0, count: starts.count)
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
    /// - Parameter target: the penalty of the best legal rota known; nil: none is.
    package func step(towards target: Int?, stop: StopSignal) {
        let wholePrices = prices.map { Int($0.rounded()) }
        guard let rows = priceRows(wholePrices, stop: stop) else { return }
        var value = rows.value
        var gradient = Array(repeating: 0.0, count: prices.count)
        var norm = 0.0
        for line in 0..<tables.lineCount {
            let (cost, count) = best(of: line, price: wholePrices[line])
            guard let cost else {
                isImpossible = true
                return
            }
            value += cost
            let slack = Double(rows.counts[line] - count)
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
        if Double(value) > bestValue {
            // Gains too small to see do not count as gains.
            stalled = Double(value) > bestValue + 1e-5 * abs(bestValue) ? 0 : stalled + 1
            bestValue = Double(value)
            bestPrices = prices
            // Rounded up: every penalty is whole.
            let floor = value >= 0 ? (value + scale - 1) / scale : -(-value / scale)
            bound = max(bound ?? 0, floor, 0)
        } else {
            stalled += 1
        }
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
    private func best(of line: Int, price: Int) -> (cost: Int?, count: Int) {
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

    /// The sum of the people's best rows at these prices, and the people they put on each line; nil: stopped.
    private func priceRows(
        _ prices: [Int], stop: StopSignal
    ) -> (value: Int, counts: [Int], sums: [Int])? {
        // Each thread uses its own pricer.
        nonisolated(unsafe) let pricers = pricers
        let people = tables.peopleCount
        let counterPrices = Array(prices[tables.lineCount...])
        nonisolated(unsafe) let frames = frames
        let counterSizes = counterSizes
        DispatchQueue.concurrentPerform(iterations: pricers.count) { number in
            pricers[number].begin()
            for person in stride(from: number, to: people, by: pricers.count) {
                if stop.isRaised { return }
                pricers[number].price(
                    person, frame: frames[person], prices: prices, counterPrices: counterPrices,
                    counterSizes: counterSizes)
            }
        }
        if stop.isRaised { return nil }
        if pricers.contains(where: \.isImpossible) {
            isImpossible = true
            return nil
        }
        var counts = Array(repeating: 0, count: tables.lineCount)
        for pricer in pricers {
            for line in counts.indices { counts[line] += Int(pricer.counts[line]) }
        }
        var sums = Array(repeating: 0, count: tables.counters.count)
        for person in 0..<people {
            for counter in tables.countersOf[person].range {
                sums[counter] = pricers[person % pricers.count].sums[counter]
            }
        }
        return (pricers.reduce(0) { $0 + $1.value }, counts, sums)
    }
}
