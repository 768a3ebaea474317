internal import RotaModel
internal import RotaRules

/// Finds the best days of one person within a window, all else as it is: dynamic programming over the states of the
/// person's first machine and the sums of one counter and one lane.
///
/// Exact for all that it tracks; `Editor.tryRow` prices the rest. Pull form: for each day and state the incoming arcs,
/// each a shifted minimum of vectors over the sums.
struct RowSolver: ~Copyable {
    /// Most numbers kept for one window: days x states x sums.
    static let layerLimit = 1 << 21

    private let tables: ProblemTables
    private let state: RotaState
    /// [day][state][lane sum][counter sum], as `SumFrame.stride`.
    private let layers: Table<Float>
    /// Per day of the window and duty: what the duty costs, and the same with noise and what is to be avoided.
    private let costs: Table<Float>
    private let noisy: Table<Float>
    private let outcomeCosts: Table<Float>
    private let suffix: Table<Float>
    private let dutySteps: Table<Int32>
    /// [day][state]: whether any path leads there.
    private let reached: Table<Bool>
    /// By counter of the person at hand: what the window may add to it; `Int.max`: no matter.
    private let room: Table<Int>
    /// By person: the counter that is tracked, as a position in `ProblemTables.counters`; -1: none.
    private let tracked: Table<Int32>
    /// By person: what its sums are multiples of.
    private let units: Table<Int32>
    private var hardPrice = 0
    /// Gumbel numbers, evenly spread: a path that is best with them on every cost is a sample at that temperature.
    private let gumbel: Table<Float>

    /// Work of the last solve, in arc and sum pairs.
    private(set) var lastWork = 0

    init(_ state: RotaState) {
        self.state = state
        tables = state.tables
        layers = Table(repeating: 0, count: Self.layerLimit)
        costs = Table(repeating: 0, count: tables.dayCount * tables.dutyCount)
        noisy = Table(repeating: 0, count: tables.dayCount * tables.dutyCount)
        outcomeCosts = Table(repeating: 0, count: tables.outcomes.count)
        let states = (0..<tables.slots.count).map { Int(state.tables.slots[$0].stateCount) }.max() ?? 1
        suffix = Table(repeating: 0, count: states)
        reached = Table(repeating: false, count: states * (tables.dayCount + 1))
        let most = (0..<tables.peopleCount).map { Int(state.tables.countersOf[$0].count) }.max() ?? 0
        room = Table(repeating: .max, count: most)
        dutySteps = Table(repeating: 0, count: tables.dayCount * tables.dutyCount)
        let choices = (0..<tables.peopleCount).map { TrackedCounter(person: $0, tables: state.tables) }
        tracked = Table(choices.map { Int32($0.counter) })
        units = Table(choices.map { Int32($0.unit) })
        gumbel = Table(
            (0..<4096).map { Float(-Self.logarithm(-Self.logarithm((Double($0) + 0.5) / 4096))) })
    }

    /// Sets what a unit of a hard rule costs beside penalties.
    mutating func set(hardPrice: Int) {
        guard hardPrice != self.hardPrice else { return }
        self.hardPrice = hardPrice
        for outcome in 0..<tables.outcomes.count {
            outcomeCosts[outcome] = Float(tables.outcomes[outcome].cost.scalar(price: hardPrice))
        }
    }

    /// Solves a window with noise of the given temperature on every day and duty, and makes the change if what is not
    /// tracked costs at most `slack` more.
    mutating func solve(
        _ person: Int, first: Int, count wished: Int, temperature: Double, slack: Int, editor: inout Editor,
        random: inout SeededGenerator
    ) -> Bool {
        let slot = tables.slots[Int(tables.slotsOf[person].first)]
        let slotNumber = Int(tables.slotsOf[person].first)
        let stateCount = Int(slot.stateCount)
        let frame = SumFrame(
            person: person, first: first, count: wished, slot: slot, tracked: Int(tracked[person]),
            unit: Int(units[person]), state: state, room: Self.layerLimit / max(1, stateCount))
        let count = frame.dayCount
        lastWork = 0
        guard count > 0 else { return false }
        price(person, first: first, count: count, temperature: temperature, editor: editor, random: &random)
        for offset in 0..<count {
            for duty in 0..<tables.dutyCount {
                dutySteps[offset * tables.dutyCount + duty] = Int32(frame.step(day: first + offset, duty: duty))
            }
        }
        let start = Int(state.states[slotNumber * (tables.dayCount + 1) + first])
        suffixCosts(person, slot: slot, slotNumber: slotNumber, from: first + count)
        // A row that keeps the hard rules goes on keeping them.
        let isLegal = state.rowCosts[person].hard == 0
        for attempt in 0..<4 {
            lastWork += count * stateCount * tables.dutyCount * (4 + frame.laneSums * ((frame.counterSums + 7) / 8))
            forward(slot: slot, first: first, count: count, start: start, frame: frame, isLegal: isLegal)
            guard let end = bestEnd(stateCount: stateCount, count: count, frame: frame) else { return false }
            let withoutNoise = readBack(slot: slot, first: first, count: count, end: end, frame: frame, editor: editor)
            if attempt < 3, forbidExcess(person, first: first, count: count, editor: editor) { continue }
            guard differs(person, first: first, count: count, editor: editor) else { return false }
            let before = valueNow(person, slot: slot, slotNumber: slotNumber, first: first, count: count, frame: frame)
            // What is tracked has been decided by the noise; what is not has to pass the test on its own. A path with
            // duties forbidden to it is no fair sample any more, and has to pass as a whole.
            let rise = attempt == 0 ? Int((withoutNoise - before).rounded(.up)) + 1 : 0
            return editor.tryRow(of: person, first: first, count: count, threshold: rise + slack)
        }
        return false
    }

    private struct End {
        var state: Int
        var lane: Int
        var sum: Int
        var value: Float
    }

    /// The best end, with what sums and the days after cost.
    private func bestEnd(stateCount: Int, count: Int, frame: borrowing SumFrame) -> End? {
        let width = frame.laneSums * frame.stride
        let layer = layers.base + count * stateCount * width
        let alive = reached.base + count * stateCount
        var best = End(state: 0, lane: 0, sum: 0, value: .infinity)
        for lane in 0..<frame.laneSums {
            for sum in 0..<frame.counterSums {
                let terminal = Float(frame.cost(sum: sum, lane: lane).scalar(price: hardPrice))
                if terminal >= best.value { continue }
                for end in 0..<stateCount where alive[end] {
                    let value = layer[end * width + lane * frame.stride + sum] + suffix[end] + terminal
                    if value < best.value { best = End(state: end, lane: lane, sum: sum, value: value) }
                }
            }
        }
        return best.value < .infinity ? best : nil
    }

    /// Fills `costs` and `noisy` for every day of the window and duty.
    private func price(
        _ person: Int, first: Int, count: Int, temperature: Double, editor: borrowing Editor,
        random: inout SeededGenerator
    ) {
        let heat = Float(temperature)
        let counters = tables.countersOf[person].range
        let firstCounter = counters.lowerBound
        // What each counter that is not tracked has left for the window.
        for counter in counters { room[counter - firstCounter] = .max }
        for counter in counters where counter != Int(tracked[person]) && tables.counters[counter].maximum != .max {
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
                noisy[entry] = value + full - heat * gumbel[random.below(4096)]
            }
        }
    }

    private func forward(
        slot: ProblemTables.Slot, first: Int, count: Int, start: Int, frame: borrowing SumFrame, isLegal: Bool
    ) {
        let stateCount = Int(slot.stateCount)
        let stride = frame.stride
        let width = frame.laneSums * stride
        let blocks = (frame.counterSums + 7) / 8
        let size = stateCount * width
        var source = layers.base
        source.update(repeating: .infinity, count: size)
        source[start * width] = 0
        var alive = reached.base
        alive.update(repeating: false, count: stateCount)
        alive[start] = true
        for offset in 0..<count {
            let target = source + size
            target.update(repeating: .infinity, count: size)
            let next = alive + stateCount
            let kind = Int(tables.classes[Int(slot.classes) + first + offset])
            let starts = tables.arcStart.base + Int(slot.arcs) + kind * stateCount
            let broken = tables.brokenStart.base + Int(slot.arcs) + kind * stateCount
            let dutyCosts = noisy.base + offset * tables.dutyCount
            let steps = dutySteps.base + offset * tables.dutyCount
            for end in 0..<stateCount {
                let into = target + end * width
                var isReached = false
                for number in Int(starts[end])..<Int(isLegal ? broken[end] : starts[end + 1]) {
                    let arc = tables.arcs.base[number]
                    guard alive[Int(arc.from)] else { continue }
                    isReached = true
                    let from = source + Int(arc.from) * width
                    let duty = Int(arc.duty)
                    let outcome = Int(slot.outcome) + Int(arc.outcome)
                    let cost = dutyCosts[duty] + outcomeCosts.base[outcome]
                    let emitted = frame.tracksLane ? Int(tables.outcomes.base[outcome].lanes & 0xFFFF) : 0
                    var lane = 0
                    while lane + emitted < frame.laneSums {
                        lower(
                            into + (lane + emitted) * stride + Int(steps[duty]), from + lane * stride, by: cost,
                            blocks: blocks)
                        lane += 1
                    }
                }
                next[end] = isReached
            }
            source = target
            alive = next
        }
    }

    /// `target[i] = min(target[i], source[i] + cost)`, 8 at a time. What is written past the last sum is never read for
    /// one that counts: steps only lead up, and rows have room for one beyond.
    @inline(__always)
    private func lower(
        _ target: UnsafeMutablePointer<Float>, _ source: UnsafeMutablePointer<Float>, by cost: Float, blocks: Int
    ) {
        let added = SIMD8<Float>(repeating: cost)
        let into = UnsafeMutableRawPointer(target)
        let from = UnsafeRawPointer(source)
        var byte = 0
        for _ in 0..<blocks {
            let candidate = from.loadUnaligned(fromByteOffset: byte, as: SIMD8<Float>.self) + added
            let known = into.loadUnaligned(fromByteOffset: byte, as: SIMD8<Float>.self)
            let least = known.replacing(with: candidate, where: candidate .< known)
            into.storeBytes(of: least, toByteOffset: byte, as: SIMD8<Float>.self)
            byte += 32
        }
    }

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
                cost += outcomeCosts[Int(slot.outcome) + Int(new & 0xFFFF)]
                cost -= outcomeCosts[Int(slot.outcome) + Int(old & 0xFFFF)]
                current = Int(new >> 16)
                today += 1
            }
            suffix[end] = cost
        }
    }

    /// Reads the path that leads to `end` into `editor.fresh`; what it is worth without the noise.
    private func readBack(
        slot: ProblemTables.Slot, first: Int, count: Int, end: End, frame: borrowing SumFrame,
        editor: borrowing Editor
    ) -> Float {
        let stateCount = Int(slot.stateCount)
        let stride = frame.stride
        let width = frame.laneSums * stride
        let size = stateCount * width
        var (current, lane, sum) = (end.state, end.lane, end.sum)
        var withoutNoise = end.value
        for offset in (0..<count).reversed() {
            let source = layers.base + offset * size
            let alive = reached.base + offset * stateCount
            let target = layers[(offset + 1) * size + current * width + lane * stride + sum]
            let kind = Int(tables.classes[Int(slot.classes) + first + offset])
            let starts = Int(slot.arcs) + kind * stateCount + current
            var isFound = false
            for number in Int(tables.arcStart[starts])..<Int(tables.arcStart[starts + 1]) {
                let arc = tables.arcs[number]
                guard alive[Int(arc.from)] else { continue }
                let duty = Int(arc.duty)
                let outcome = Int(slot.outcome) + Int(arc.outcome)
                let step = Int(dutySteps[offset * tables.dutyCount + duty])
                let emitted = frame.tracksLane ? Int(tables.outcomes[outcome].lanes & 0xFFFF) : 0
                guard sum >= step, lane >= emitted else { continue }
                let before = source[Int(arc.from) * width + (lane - emitted) * stride + sum - step]
                let entry = offset * tables.dutyCount + duty
                guard before + (noisy[entry] + outcomeCosts[outcome]) == target else { continue }
                editor.fresh[offset] = arc.duty
                withoutNoise -= noisy[entry] - costs[entry]
                current = Int(arc.from)
                lane -= emitted
                sum -= step
                isFound = true
                break
            }
            precondition(isFound, "the path has no arc that led to it")
        }
        return withoutNoise
    }

    private func differs(_ person: Int, first: Int, count: Int, editor: borrowing Editor) -> Bool {
        let row = person * tables.dayCount + first
        for offset in 0..<count where editor.fresh[offset] != state.duties[row + offset] { return true }
        return false
    }

    /// Where the path in `editor.fresh` breaks a hard most of a counter that is not tracked, makes the duties that feed
    /// it too dear on the days on which they are dearest. True if there were any.
    private func forbidExcess(_ person: Int, first: Int, count: Int, editor: borrowing Editor) -> Bool {
        let range = tables.countersOf[person].range
        var found = false
        for counter in range where counter != Int(tracked[person]) {
            let limits = tables.counters[counter]
            guard limits.price.hard > 0, limits.maximum != .max, room[counter - range.lowerBound] < .max else {
                continue
            }
            var excess = -room[counter - range.lowerBound]
            for offset in 0..<count {
                excess += contribution(person, day: first + offset, duty: Int(editor.fresh[offset]), to: counter)
            }
            while excess > 0 {
                var dearest = -1
                var price = -Float.infinity
                var amount = 0
                for offset in 0..<count {
                    let duty = Int(editor.fresh[offset])
                    let added = contribution(person, day: first + offset, duty: duty, to: counter)
                    let entry = offset * tables.dutyCount + duty
                    guard added > 0, noisy[entry] > price, noisy[entry] < Float(hardPrice) * 4 else { continue }
                    (dearest, price, amount) = (entry, noisy[entry], added)
                }
                guard dearest >= 0 else { break }
                noisy[dearest] += Float(hardPrice) * 8
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
            value += outcomeCosts[Int(slot.outcome) + Int(entry & 0xFFFF)]
        }
        return value + Float(frame.costNow.scalar(price: hardPrice))
    }

    private static func logarithm(_ value: Double) -> Double { _log(value) }
}
