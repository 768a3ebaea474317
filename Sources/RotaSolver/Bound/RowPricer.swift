internal import RotaModel
internal import RotaRules

/// Finds a person's best days within a window at given prices of demand, in whole numbers; one a thread.
///
/// Only what keeps the hard rules that the dynamic program covers. Rules that it does not cover are left out, which can
/// only make a row look cheaper than it is.
final class RowPricer {
    private let tables: ProblemTables
    private let scale: Int
    private let kernel: RowKernel<Int32>
    static let layerLimit = 1 << 23
    /// By person, day and duty: what is taken out of the choices for now; empty: nothing is.
    var barred: [Bool] = []

    /// Costs of a day's duty or transition are cut to this, which can only lower a floor. The prices of all the lines
    /// that meet in a duty shall together not fall below its negative.
    static func largestCost(dayCount: Int) -> Int { (1 << 25) / max(1, dayCount) }

    /// What sums outside the dynamic program cost.
    struct CounterPrices {
        /// By counter: for `sizes` units of its sum, times the scale. Above 0 for what exceeds the most, below for what is
        /// missing to the least.
        var prices: [Int]
        var sizes: [Int]
    }

    init(_ tables: ProblemTables, scale: Int) {
        self.tables = tables
        self.scale = scale
        kernel = RowKernel(tables, room: Self.layerLimit)
        let largest = Self.largestCost(dayCount: tables.dayCount)
        for outcome in 0..<tables.outcomes.count {
            kernel.outcomeCosts[outcome] = Int32(min(largest, tables.outcomes[outcome].cost.soft * scale))
        }
    }

    /// The duties of the window that `readBack` found, in its first `count` places.
    var path: Table<UInt8> { _read { yield kernel.path } }

    /// Whether the frame's sums fit this pricer.
    private func fits(_ frame: SumFrame, stateCount: Int) -> Bool {
        (frame.dayCount + 1) * frame.width * stateCount <= Self.layerLimit
    }

    /// Reckons a window of a person's row at prices by line of demand, all times the scale; then `ends` tells where it may end.
    ///
    /// - Parameters:
    ///   - start: the machine's state before the window.
    ///   - state: what follows the window; nil: the window reaches the last day.
    func reckon(
        _ person: Int, first: Int, start: Int, frame: SumFrame, prices: [Int], counters: CounterPrices?,
        before state: RotaState?
    ) {
        let slot = tables.slots[Int(tables.slotsOf[person].first)]
        let stateCount = Int(slot.stateCount)
        precondition(fits(frame, stateCount: stateCount))
        let largest = Self.largestCost(dayCount: tables.dayCount)
        let firstCounter = tables.countersOf[person].range.lowerBound
        for offset in 0..<frame.dayCount {
            let day = first + offset
            let cell = person * tables.dayCount + day
            let group = Int(tables.groupOf[cell]) * tables.dutyCount
            let row = Int(tables.contributionRow[cell])
            for duty in 0..<tables.dutyCount {
                let position = cell * tables.dutyCount + duty
                let entry = offset * tables.dutyCount + duty
                kernel.steps[entry] = Int32(frame.step(day: day, duty: duty))
                kernel.extraSteps[entry] = Int32(frame.extraStep(day: day, duty: duty))
                if tables.cellHard[position] > 0 || tables.isNever[position] || (!barred.isEmpty && barred[position]) {
                    kernel.costs[entry] = Int32.unreachable
                    continue
                }
                var cost = Int(tables.cellSoft[position]) * scale
                for line in Int(tables.lineStart[group + duty])..<Int(tables.lineStart[group + duty + 1]) {
                    cost += prices[Int(tables.lines[line])]
                }
                if let counters {
                    for number in tables.contributionSpans[row + duty].range {
                        let contribution = tables.contributions[number]
                        let counter = firstCounter + contribution.counter
                        if counters.prices[counter] == 0 { continue }
                        cost += Self.floor(counters.prices[counter] * contribution.amount, by: counters.sizes[counter])
                    }
                }
                kernel.costs[entry] = Int32(min(largest, cost))
            }
        }
        for end in 0..<stateCount { kernel.suffix[end] = 0 }
        if let state { suffixCosts(person, slot: slot, from: first + frame.dayCount, state: state) }
        kernel.forward(slot: slot, first: first, start: start, frame: frame, isLegal: true)
    }

    /// Where the window that was reckoned may end, at most one end for each state of the machine, best first.
    func ends(of person: Int, frame: SumFrame, most: Int) -> [RowKernel<Int32>.End] {
        let slot = tables.slots[Int(tables.slotsOf[person].first)]
        let largest = 1 << 25
        return kernel.ends(stateCount: Int(slot.stateCount), frame: frame, most: most) { [scale] sum, lane in
            let cost = frame.cost(sum: sum, lane: lane)
            return cost.hard > 0 ? Int32.unreachable : Int32(min(largest, cost.soft * scale))
        }
    }

    /// Leaves the days that lead to an end in `path`.
    func readBack(_ person: Int, first: Int, end: RowKernel<Int32>.End, frame: SumFrame) {
        kernel.readBack(
            slot: tables.slots[Int(tables.slotsOf[person].first)], first: first, end: end, frame: frame)
    }

    /// By state after the window: what the fixed days that follow cost more than they do now.
    private func suffixCosts(_ person: Int, slot: ProblemTables.Slot, from day: Int, state: RotaState) {
        let days = tables.dayCount
        let states = state.states.base + Int(tables.slotsOf[person].first) * (days + 1)
        for end in 0..<Int(slot.stateCount) {
            var current = end
            var today = day
            var cost = 0
            while today < days, current != Int(states[today]) {
                let kind = Int(tables.classes[Int(slot.classes) + today]) * Int(slot.stateCount)
                let duty = Int(state.duties[person * days + today])
                let row = Int(slot.table) + duty
                let old = tables.transitions[row + (kind + Int(states[today])) * tables.dutyCount]
                let new = tables.transitions[row + (kind + current) * tables.dutyCount]
                let oldCost = tables.outcomes[Int(slot.outcome) + Int(old & 0xFFFF)].cost
                let newCost = tables.outcomes[Int(slot.outcome) + Int(new & 0xFFFF)].cost
                if newCost.hard > oldCost.hard { cost = Int(Int32.unreachable) }
                if cost < Int(Int32.unreachable) { cost += (newCost.soft - oldCost.soft) * scale }
                current = Int(new >> 16)
                today += 1
            }
            kernel.suffix[end] = Int32(min(Int(Int32.unreachable), max(-(1 << 25), cost)))
        }
    }

    /// Takes a duty out of the choices of a day of the window that was reckoned; then it is to be reckoned `again`.
    func forbid(_ duty: Int, at offset: Int) {
        kernel.costs[offset * tables.dutyCount + duty] = Int32.unreachable
    }

    /// What a duty of the window that was reckoned costs by itself, times the scale.
    func cost(of duty: Int, at offset: Int) -> Int { Int(kernel.costs[offset * tables.dutyCount + duty]) }

    /// Reckons the window once more, without what has been forbidden since.
    func reckonAgain(_ person: Int, first: Int, start: Int, frame: SumFrame) {
        kernel.forward(
            slot: tables.slots[Int(tables.slotsOf[person].first)], first: first, start: start, frame: frame,
            isLegal: true)
    }

    /// Division rounded down, which keeps a floor a floor.
    static func floor(_ dividend: Int, by divisor: Int) -> Int {
        let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
