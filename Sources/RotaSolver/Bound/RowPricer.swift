internal import RotaModel
internal import RotaRules

/// Finds people's best rows at given prices of demand, in whole numbers; one a thread.
final class RowPricer {
    /// Sum of the best rows' values since `begin()`, times the scale.
    private(set) var value = 0
    /// People that those rows put on each line of demand.
    let counts: Table<Int32>
    /// What the last row of each person adds up to, by counter; of the people priced here only.
    let sums: Table<Int>
    /// Whether a person had no legal row at all.
    private(set) var isImpossible = false

    private let tables: ProblemTables
    private let scale: Int
    private let kernel: RowKernel<Int32>
    static let layerLimit = 1 << 23

    /// Costs of a day's duty or transition are cut to this, which can only lower a floor. The prices of all the lines
    /// that meet in a duty shall together not fall below its negative.
    static func largestCost(dayCount: Int) -> Int { (1 << 25) / max(1, dayCount) }

    init(_ tables: ProblemTables, scale: Int) {
        self.tables = tables
        self.scale = scale
        kernel = RowKernel(tables, room: Self.layerLimit)
        counts = Table(repeating: 0, count: tables.lineCount)
        sums = Table(tables.counterBases.array)
        let largest = Self.largestCost(dayCount: tables.dayCount)
        for outcome in 0..<tables.outcomes.count {
            kernel.outcomeCosts[outcome] = Int32(min(largest, tables.outcomes[outcome].cost.soft * scale))
        }
    }

    func begin() {
        value = 0
        isImpossible = false
        for line in 0..<counts.count { counts[line] = 0 }
    }

    /// Adds a person's best row, all prices times the scale.
    ///
    /// - Parameters:
    ///   - frame: which sums the dynamic program keeps exactly.
    ///   - prices: by line of demand.
    ///   - counterPrices: by counter that is not kept exactly, for `counterSizes` units of its sum.
    func price(
        _ person: Int, frame: SumFrame, prices: [Int], counterPrices: [Int], counterSizes: [Int]
    ) {
        let slot = tables.slots[Int(tables.slotsOf[person].first)]
        let stateCount = Int(slot.stateCount)
        guard (frame.dayCount + 1) * frame.laneSums * frame.stride * stateCount <= Self.layerLimit else { return }
        let largest = Self.largestCost(dayCount: tables.dayCount)
        let firstCounter = tables.countersOf[person].range.lowerBound
        for day in 0..<tables.dayCount {
            let cell = person * tables.dayCount + day
            let group = Int(tables.groupOf[cell]) * tables.dutyCount
            let row = Int(tables.contributionRow[cell])
            for duty in 0..<tables.dutyCount {
                let position = cell * tables.dutyCount + duty
                let entry = day * tables.dutyCount + duty
                kernel.steps[entry] = Int32(frame.step(day: day, duty: duty))
                if tables.cellHard[position] > 0 || tables.isNever[position] {
                    kernel.costs[entry] = Int32.unreachable
                    continue
                }
                var cost = Int(tables.cellSoft[position]) * scale
                for line in Int(tables.lineStart[group + duty])..<Int(tables.lineStart[group + duty + 1]) {
                    cost += prices[Int(tables.lines[line])]
                }
                for number in tables.contributionSpans[row + duty].range {
                    let contribution = tables.contributions[number]
                    let counter = firstCounter + contribution.counter
                    if counterPrices[counter] == 0 { continue }
                    cost += Self.floor(counterPrices[counter] * contribution.amount, by: counterSizes[counter])
                }
                kernel.costs[entry] = Int32(min(largest, cost))
            }
        }
        kernel.forward(slot: slot, first: 0, start: Int(slot.initial), frame: frame, isLegal: true)
        let most = 1 << 25
        let end = kernel.bestEnd(stateCount: stateCount, frame: frame) { [scale] sum, lane in
            let cost = frame.cost(sum: sum, lane: lane)
            return cost.hard > 0 ? Int32.unreachable : Int32(min(most, cost.soft * scale))
        }
        guard let end else {
            isImpossible = true
            return
        }
        value += Int(end.value)
        kernel.readBack(slot: slot, first: 0, end: end, frame: frame)
        for counter in tables.countersOf[person].range {
            sums[counter] = tables.counterBases[counter]
            let limits = tables.counters[counter]
            // Above 0 it is the price of what exceeds the most, below 0 of what the least exceeds.
            let price = counterPrices[counter]
            if price == 0 { continue }
            let limit = price > 0 ? limits.maximum : limits.minimum
            value += Self.floor(price * (tables.counterBases[counter] - limit), by: counterSizes[counter])
        }
        for day in 0..<tables.dayCount {
            let group = Int(tables.groupOf[person * tables.dayCount + day]) * tables.dutyCount
            let position = group + Int(kernel.path[day])
            for line in Int(tables.lineStart[position])..<Int(tables.lineStart[position + 1]) {
                counts[Int(tables.lines[line])] += 1
            }
            let row = Int(tables.contributionRow[person * tables.dayCount + day])
            for number in tables.contributionSpans[row + Int(kernel.path[day])].range {
                let contribution = tables.contributions[number]
                sums[firstCounter + contribution.counter] += contribution.amount
            }
        }
    }

    /// Division rounded down, which keeps a floor a floor.
    private static func floor(_ dividend: Int, by divisor: Int) -> Int {
        let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
