internal import Foundation
internal import RotaModel
internal import RotaRules

/// Finds the best days of one person within a window, all else as it is: dynamic programming over the states of the
/// person's first machine and the sums of one counter and one lane.
///
/// Exact for all that it tracks; `Editor.tryRow` prices the rest.
struct RowSolver: ~Copyable {
    /// Most numbers kept for one window: days x states x sums.
    static let layerLimit = 1 << 21

    private let tables: ProblemTables
    private let state: RotaState
    private let kernel: RowKernel<Float>
    /// Per day of the window and duty: what the duty costs, without the noise and what is to be avoided.
    private let costs: Table<Float>
    /// By counter of the person at hand: what the window may add to it; `Int.max`: no matter.
    private let room: Table<Int>
    private var hardPrice = 0
    /// Gumbel numbers, evenly spread: a path that is best with them on every cost is a sample at that temperature.
    private let gumbel: Table<Float>

    /// Work of the last solve, in arcs and blocks of sums.
    private(set) var lastWork = 0

    init(_ state: RotaState) {
        self.state = state
        tables = state.tables
        kernel = RowKernel(tables, room: Self.layerLimit)
        costs = Table(repeating: 0, count: tables.dayCount * tables.dutyCount)
        let most = (0..<tables.peopleCount).map { Int(state.tables.countersOf[$0].count) }.max() ?? 0
        room = Table(repeating: .max, count: most)
        gumbel = Table((0..<4096).map { Float(-log(-log((Double($0) + 0.5) / 4096))) })
    }

    /// Sets what a unit of a hard rule costs beside penalties.
    mutating func set(hardPrice: Int) {
        guard hardPrice != self.hardPrice else { return }
        self.hardPrice = hardPrice
        for outcome in 0..<tables.outcomes.count {
            kernel.outcomeCosts[outcome] = Float(tables.outcomes[outcome].cost.scalar(price: hardPrice))
        }
    }

    /// Solves a window with noise of the given temperature on every day and duty, and makes the change if what is not
    /// tracked costs at most `slack` more.
    ///
    /// - Parameter share: below 1, limits on sums are taken for that share of them, and the change is made in any case: to
    ///   build a row from its first day on.
    mutating func solve(
        _ person: Int, first: Int, count wished: Int, temperature: Double, slack: Int, share: Double = 1,
        editor: inout Editor, random: inout SeededGenerator
    ) -> Bool {
        let slotNumber = Int(tables.slotsOf[person].first)
        let slot = tables.slots[slotNumber]
        let stateCount = Int(slot.stateCount)
        let frame = SumFrame(
            person: person, first: first, count: wished, slot: slot, state: state,
            room: Self.layerLimit / max(1, stateCount), share: share)
        let count = frame.dayCount
        lastWork = 0
        guard count > 0 else { return false }
        price(person, first: first, count: count, temperature: temperature, editor: editor, random: &random)
        for offset in 0..<count {
            for duty in 0..<tables.dutyCount {
                kernel.steps[offset * tables.dutyCount + duty] = Int32(frame.step(day: first + offset, duty: duty))
            }
        }
        let start = Int(state.states[slotNumber * (tables.dayCount + 1) + first])
        suffixCosts(person, slot: slot, slotNumber: slotNumber, from: first + count)
        // A row that keeps the hard rules on the order of days goes on keeping them; one that does not shall, if it can.
        var isLegal = true
        let hardPrice = hardPrice
        for attempt in 0..<4 {
            lastWork += count * stateCount * tables.dutyCount * (4 + frame.laneSums * ((frame.counterSums + 7) / 8))
            kernel.forward(slot: slot, first: first, start: start, frame: frame, isLegal: isLegal)
            var end = kernel.bestEnd(stateCount: stateCount, frame: frame) { sum, lane in
                Float(frame.cost(sum: sum, lane: lane).scalar(price: hardPrice))
            }
            if isLegal, end == nil, state.rowCosts[person].hard > 0, share == 1 {
                isLegal = false
                kernel.forward(slot: slot, first: first, start: start, frame: frame, isLegal: false)
                end = kernel.bestEnd(stateCount: stateCount, frame: frame) { sum, lane in
                    Float(frame.cost(sum: sum, lane: lane).scalar(price: hardPrice))
                }
            }
            guard let end else { return false }
            kernel.readBack(slot: slot, first: first, end: end, frame: frame)
            var withoutNoise = end.value
            var differs = false
            for offset in 0..<count {
                let duty = kernel.path[offset]
                let entry = offset * tables.dutyCount + Int(duty)
                withoutNoise -= kernel.costs[entry] - costs[entry]
                editor.fresh[offset] = duty
                if duty != state.duties[person * tables.dayCount + first + offset] { differs = true }
            }
            if attempt < 3, forbidExcess(person, first: first, count: count) { continue }
            guard differs else { return false }
            if share < 1 {
                return editor.tryRow(of: person, first: first, count: count, threshold: .max / 2)
            }
            let before = valueNow(person, slot: slot, slotNumber: slotNumber, first: first, count: count, frame: frame)
            // What is tracked has been decided by the noise; what is not has to pass the test on its own. A path with
            // duties forbidden to it is no fair sample any more, and has to pass as a whole.
            let rise = attempt == 0 ? Int((withoutNoise - before).rounded(.up)) + 1 : 0
            return editor.tryRow(of: person, first: first, count: count, threshold: rise + slack)
        }
        return false
    }

    /// Fills `costs`, and with noise `kernel.costs`, for every day of the window and duty.
    private func price(
        _ person: Int, first: Int, count: Int, temperature: Double, editor: borrowing Editor,
        random: inout SeededGenerator
    ) {
        let heat = Float(temperature)
        let counters = tables.countersOf[person].range
        let firstCounter = counters.lowerBound
        // What each counter that is not tracked has left for the window.
        for counter in counters { room[counter - firstCounter] = .max }
        for counter in counters
        where counter != Int(tables.tracked[person].counter) && tables.counters[counter].maximum != .max {
            room[counter - firstCounter] = tables.counters[counter].maximum - state.sums[counter]
        }
        for offset in 0..<count {
            let cell = person * tables.dayCount + first + offset
            let span = tables.contributionSpans[Int(tables.contributionRow[cell]) + Int(state.duties[cell])]
            for entry in span.range where room[tables.contributions[entry].counter] != .max {
                room[tables.contributions[entry].counter] += tables.contributions[entry].amount
            }
        }
        for offset in 0..<count {
            let day = first + offset
            let cell = person * tables.dayCount + day
            let old = Int(state.duties[cell])
            // A duty that breaks a hard rule whatever the other days are is no choice where there is another.
            var hasChoice = false
            for duty in 0..<tables.dutyCount where !isOut(cell * tables.dutyCount + duty) { hasChoice = true }
            for duty in 0..<tables.dutyCount {
                var cost = editor.coverDelta(of: person, day: day, from: old, to: duty)
                let position = cell * tables.dutyCount + duty
                cost += Cost(hard: Int(tables.cellHard[position]), soft: Int(tables.cellSoft[position]))
                if tables.hasPairs {
                    cost += editor.pairCost(of: person, day: day, duty: UInt8(duty))
                }
                let value = Float(cost.scalar(price: hardPrice))
                // A counter that is full already makes the duties that feed it as dear as they are.
                var full: Float = 0
                for entry in tables.contributionSpans[Int(tables.contributionRow[cell]) + duty].range {
                    let contribution = tables.contributions[entry]
                    guard room[contribution.counter] <= 0 else { continue }
                    let limits = tables.counters[firstCounter + contribution.counter]
                    full += Float(limits.price.scalar(price: hardPrice) * contribution.amount / limits.unit)
                }
                let entry = offset * tables.dutyCount + duty
                costs[entry] = value
                kernel.costs[entry] =
                    hasChoice && isOut(position) ? .infinity : value + full - heat * gumbel[random.below(4096)]
            }
        }
    }

    /// Whether no legal rota has this duty of this cell.
    private func isOut(_ position: Int) -> Bool { tables.cellHard[position] > 0 || tables.isNever[position] }

    /// By state after the window: what the fixed days that follow cost more than they do now.
    private func suffixCosts(_ person: Int, slot: ProblemTables.Slot, slotNumber: Int, from day: Int) {
        let days = tables.dayCount
        let states = state.states.base + slotNumber * (days + 1)
        for end in 0..<Int(slot.stateCount) {
            var current = end
            var today = day
            var cost: Float = 0
            while today < days, current != Int(states[today]) {
                let kind = Int(tables.classes[Int(slot.classes) + today]) * Int(slot.stateCount)
                let duty = Int(state.duties[person * days + today])
                let row = Int(slot.table) + duty
                let old = tables.transitions[row + (kind + Int(states[today])) * tables.dutyCount]
                let new = tables.transitions[row + (kind + current) * tables.dutyCount]
                cost += kernel.outcomeCosts[Int(slot.outcome) + Int(new & 0xFFFF)]
                cost -= kernel.outcomeCosts[Int(slot.outcome) + Int(old & 0xFFFF)]
                current = Int(new >> 16)
                today += 1
            }
            kernel.suffix[end] = cost
        }
    }

    /// Where the path breaks a hard most of a counter that is not tracked, makes the duties that feed
    /// it too dear on the days on which they are dearest. True if there were any.
    private func forbidExcess(_ person: Int, first: Int, count: Int) -> Bool {
        let range = tables.countersOf[person].range
        var found = false
        for counter in range where counter != Int(tables.tracked[person].counter) {
            let limits = tables.counters[counter]
            guard limits.price.hard > 0, limits.maximum != .max, room[counter - range.lowerBound] < .max else {
                continue
            }
            var excess = -room[counter - range.lowerBound]
            for offset in 0..<count {
                excess += contribution(person, day: first + offset, duty: Int(kernel.path[offset]), to: counter)
            }
            while excess > 0 {
                var dearest = -1
                var price = -Float.infinity
                var amount = 0
                for offset in 0..<count {
                    let duty = Int(kernel.path[offset])
                    let added = contribution(person, day: first + offset, duty: duty, to: counter)
                    let entry = offset * tables.dutyCount + duty
                    guard added > 0, kernel.costs[entry] > price, kernel.costs[entry] < Float(hardPrice) * 4 else {
                        continue
                    }
                    (dearest, price, amount) = (entry, kernel.costs[entry], added)
                }
                guard dearest >= 0 else { break }
                kernel.costs[dearest] += Float(hardPrice) * 8
                excess -= amount
                found = true
            }
        }
        return found
    }

    private func contribution(_ person: Int, day: Int, duty: Int, to counter: Int) -> Int {
        let row = Int(tables.contributionRow[person * tables.dayCount + day])
        let position = counter - tables.countersOf[person].range.lowerBound
        for entry in tables.contributionSpans[row + duty].range where tables.contributions[entry].counter == position {
            return tables.contributions[entry].amount
        }
        return 0
    }

    /// What the window as it stands would be worth to the dynamic program, without noise.
    private func valueNow(
        _ person: Int, slot: ProblemTables.Slot, slotNumber: Int, first: Int, count: Int, frame: borrowing SumFrame
    ) -> Float {
        var value: Float = 0
        for offset in 0..<count {
            let day = first + offset
            let duty = Int(state.duties[person * tables.dayCount + day])
            let before = Int(state.states[slotNumber * (tables.dayCount + 1) + day])
            let kind = Int(tables.classes[Int(slot.classes) + day]) * Int(slot.stateCount)
            let entry = tables.transitions[Int(slot.table) + (kind + before) * tables.dutyCount + duty]
            value += costs[offset * tables.dutyCount + duty]
            value += kernel.outcomeCosts[Int(slot.outcome) + Int(entry & 0xFFFF)]
        }
        return value + Float(frame.costNow.scalar(price: hardPrice))
    }
}
