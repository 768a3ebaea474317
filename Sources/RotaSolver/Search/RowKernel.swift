internal import RotaModel
internal import RotaRules

/// What a dynamic program over a row reckons in: `Float` where noise is added, `Int32` where the result is proof.
protocol RowNumber: SIMDScalar, BitwiseCopyable, Comparable, Hashable, Codable {
    /// What stands where no path leads.
    static var unreachable: Self { get }
    /// Every real path costs less than this; a cost of at least this is not allowed.
    static var limit: Self { get }
    static var zero: Self { get }
    static func sum(_ one: Self, _ other: Self) -> Self
    /// `target[i] = min(target[i], source[i] + cost)`, 8 at a time.
    static func lower(
        _ target: UnsafeMutablePointer<Self>, _ source: UnsafeMutablePointer<Self>, by cost: Self, blocks: Int)
}

extension Float: RowNumber {
    static var unreachable: Float { .infinity }
    static var limit: Float { .infinity }

    @inline(__always)
    static func sum(_ one: Float, _ other: Float) -> Float { one + other }

    @inline(__always)
    static func lower(
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
}

extension Int32: RowNumber {
    /// Costs along a row stay below a quarter of this either way, so that no sum overflows and none that is no path
    /// looks like one.
    static var unreachable: Int32 { 1 << 29 }
    static var limit: Int32 { 1 << 28 }

    @inline(__always)
    static func sum(_ one: Int32, _ other: Int32) -> Int32 { one &+ other }

    @inline(__always)
    static func lower(
        _ target: UnsafeMutablePointer<Int32>, _ source: UnsafeMutablePointer<Int32>, by cost: Int32, blocks: Int
    ) {
        let added = SIMD8<Int32>(repeating: cost)
        let into = UnsafeMutableRawPointer(target)
        let from = UnsafeRawPointer(source)
        var byte = 0
        for _ in 0..<blocks {
            let candidate = from.loadUnaligned(fromByteOffset: byte, as: SIMD8<Int32>.self) &+ added
            let known = into.loadUnaligned(fromByteOffset: byte, as: SIMD8<Int32>.self)
            let least = known.replacing(with: candidate, where: candidate .< known)
            into.storeBytes(of: least, toByteOffset: byte, as: SIMD8<Int32>.self)
            byte += 32
        }
    }
}

/// The dynamic program over the days of one row: states of the person's first machine, and the sums that a `SumFrame`
/// keeps apart. Pull form: for each day and state the incoming arcs, each a shifted minimum of vectors over the sums.
struct RowKernel<Number: RowNumber>: ~Copyable {
    let tables: ProblemTables
    /// [day][state][extra sum][lane sum][counter sum], as `SumFrame.stride`.
    let layers: Table<Number>
    /// [day][state]: whether any path leads there.
    let reached: Table<Bool>
    /// [day of the window][duty]: cost of the duty; `limit` or more: not allowed.
    let costs: Table<Number>
    /// By outcome.
    let outcomeCosts: Table<Number>
    /// [day of the window][duty]: units that it adds to the tracked counter.
    let steps: Table<Int32>
    /// As `steps`: what it adds to the frame's extra counter.
    let extraSteps: Table<Int32>
    /// By state: what follows the window.
    let suffix: Table<Number>
    /// The path read back.
    let path: Table<UInt8>
    /// [day][state]: the least and the most sum that a path can have there and still end well; least above most: none can.
    private let least: Table<Int32>
    private let most: Table<Int32>
    /// By state, then by set of states of the day at hand: the same.
    private let setLeast: Table<Int32>
    private let setMost: Table<Int32>
    /// [set][extra sum][lane sum][counter sum], as a layer.
    private let merged: Table<Number>

    struct End {
        var state: Int
        /// The extra sum times the frame's lane sums, and the lane's sum.
        var lane: Int
        var sum: Int
        var value: Number
    }

    /// - Parameter room: numbers in all layers together.
    init(_ tables: ProblemTables, room: Int) {
        self.tables = tables
        let states = (0..<tables.slots.count).map { Int(tables.slots[$0].stateCount) }.max() ?? 1
        layers = Table(repeating: .zero, count: room)
        reached = Table(repeating: false, count: states * (tables.dayCount + 1))
        costs = Table(repeating: .zero, count: tables.dayCount * tables.dutyCount)
        outcomeCosts = Table(repeating: .zero, count: tables.outcomes.count)
        steps = Table(repeating: 0, count: tables.dayCount * tables.dutyCount)
        extraSteps = Table(repeating: 0, count: tables.dayCount * tables.dutyCount)
        suffix = Table(repeating: .zero, count: states)
        path = Table(repeating: 0, count: tables.dayCount)
        least = Table(repeating: 0, count: states * (tables.dayCount + 1))
        most = Table(repeating: 0, count: states * (tables.dayCount + 1))
        setLeast = Table(repeating: 0, count: 2 * states)
        setMost = Table(repeating: 0, count: 2 * states)
        // A day has no more sets than states, and a window two layers at least.
        merged = Table(repeating: .zero, count: room / 2 + 1)
    }

    /// From so many sums on, finding out which of them matter costs less than it saves.
    private static var worthwhile: Int { 24 }

    /// Fills `least` and `most`: one pass from the first day on for the sums that paths can have, one back from the last for
    /// those from which a hard least can still be reached.
    private func limitSums(
        slot: ProblemTables.Slot, first: Int, start: Int, frame: borrowing SumFrame, isLegal: Bool
    ) {
        let stateCount = Int(slot.stateCount)
        let highest = Int32(frame.counterSums - 1)
        least.base.update(repeating: .max, count: stateCount * (frame.dayCount + 1))
        most.base.update(repeating: -1, count: stateCount * (frame.dayCount + 1))
        least[start] = 0
        most[start] = 0
        // Behind those of the states, the sets' own.
        let lowest = setLeast.base
        let highestOf = setMost.base
        for offset in 0..<frame.dayCount {
            let from = offset * stateCount
            let sets = Sets(tables, slot: slot, day: first + offset)
            lowest.update(from: least.base + from, count: stateCount)
            highestOf.update(from: most.base + from, count: stateCount)
            for position in 0..<sets.count {
                let set = sets.base[position]
                var low = Int32.max
                var high: Int32 = -1
                if set.parent >= 0 {
                    low = lowest[stateCount + Int(set.parent)]
                    high = highestOf[stateCount + Int(set.parent)]
                }
                for member in set.range {
                    let state = Int(tables.sourceMembers.base[member])
                    low = min(low, lowest[state])
                    high = max(high, highestOf[state])
                }
                lowest[stateCount + position] = low
                highestOf[stateCount + position] = high
            }
            forEachBundle(slot: slot, first: first, offset: offset, isLegal: isLegal) { source, end, step in
                guard highestOf[source] >= 0, lowest[source] &+ step <= highest else { return }
                let next = from + stateCount + end
                least.base[next] = min(least.base[next], lowest[source] &+ step)
                most.base[next] = min(highest, max(most.base[next], highestOf[source] &+ step))
            }
        }
        let wanted = Int32(frame.leastSum)
        guard wanted > 0 else { return }
        let last = frame.dayCount * stateCount
        var reachable: Int32 = -1
        for end in 0..<stateCount { reachable = max(reachable, most[last + end]) }
        // Where no path has enough, all are as good as each other.
        guard reachable >= wanted else { return }
        for end in 0..<stateCount { least[last + end] = max(least[last + end], wanted) }
        for offset in (0..<frame.dayCount).reversed() {
            let from = offset * stateCount
            let sets = Sets(tables, slot: slot, day: first + offset)
            // What a path must have had before the day; nothing leads on from states that are not reached here.
            lowest.update(repeating: .max, count: stateCount + sets.count)
            forEachBundle(slot: slot, first: first, offset: offset, isLegal: isLegal) { source, end, step in
                let next = from + stateCount + end
                guard least.base[next] <= most.base[next] else { return }
                lowest[source] = min(lowest[source], least.base[next] &- step)
            }
            for position in (0..<sets.count).reversed() {
                let set = sets.base[position]
                let low = lowest[stateCount + position]
                if set.parent >= 0 {
                    lowest[stateCount + Int(set.parent)] = min(lowest[stateCount + Int(set.parent)], low)
                }
                for member in set.range {
                    let state = Int(tables.sourceMembers.base[member])
                    lowest[state] = min(lowest[state], low)
                }
            }
            for state in 0..<stateCount { least.base[from + state] = max(least.base[from + state], lowest[state]) }
        }
    }

    /// The sets of states that transitions of a day come from.
    private struct Sets {
        let base: UnsafeMutablePointer<ArcBundles.Source>
        let count: Int

        @inline(__always)
        init(_ tables: ProblemTables, slot: ProblemTables.Slot, day: Int) {
            let kind = Int(slot.sources) + Int(tables.classes[Int(slot.classes) + day])
            let start = Int(tables.sourceStart[kind])
            base = tables.sources.base + start
            count = Int(tables.sourceStart[kind + 1]) - start
        }
    }

    @inline(__always)
    private func forEachBundle(
        slot: ProblemTables.Slot, first: Int, offset: Int, isLegal: Bool,
        _ body: (_ source: Int, _ end: Int, _ step: Int32) -> Void
    ) {
        let stateCount = Int(slot.stateCount)
        let kind = Int(tables.classes[Int(slot.classes) + first + offset])
        let starts = tables.bundleStart.base + Int(slot.arcs) + kind * stateCount
        let broken = tables.bundleBroken.base + Int(slot.arcs) + kind * stateCount
        let dutyCosts = costs.base + offset * tables.dutyCount
        let dutySteps = steps.base + offset * tables.dutyCount
        for end in 0..<stateCount {
            for number in Int(starts[end])..<Int(isLegal ? broken[end] : starts[end + 1]) {
                let bundle = tables.bundles.base[number]
                guard dutyCosts[Int(bundle.duty)] < .limit else { continue }
                body(Int(bundle.source), end, dutySteps[Int(bundle.duty)])
            }
        }
    }

    /// Reckons all layers of a window of `frame.dayCount` days.
    func forward(
        slot: ProblemTables.Slot, first: Int, start: Int, frame: borrowing SumFrame, isLegal: Bool
    ) {
        let stateCount = Int(slot.stateCount)
        let stride = frame.stride
        let width = frame.width
        let blocks = (frame.counterSums + 7) / 8
        let isLimited = frame.counterSums >= Self.worthwhile
        if isLimited { limitSums(slot: slot, first: first, start: start, frame: frame, isLegal: isLegal) }
        let size = stateCount * width
        var source = layers.base
        source.update(repeating: .unreachable, count: size)
        source[start * width] = .zero
        var alive = reached.base
        alive.update(repeating: false, count: stateCount)
        alive[start] = true
        let lowest = setLeast.base
        let highest = setMost.base
        var extraReach = 0
        for offset in 0..<frame.dayCount {
            let target = source + size
            target.update(repeating: .unreachable, count: size)
            let next = alive + stateCount
            let kind = Int(tables.classes[Int(slot.classes) + first + offset])
            let starts = tables.bundleStart.base + Int(slot.arcs) + kind * stateCount
            let broken = tables.bundleBroken.base + Int(slot.arcs) + kind * stateCount
            let dutyCosts = costs.base + offset * tables.dutyCount
            let dutySteps = steps.base + offset * tables.dutyCount
            let dutyExtras = extraSteps.base + offset * tables.dutyCount
            let rows = offset * stateCount
            let sets = Sets(tables, slot: slot, day: first + offset)
            // Sums that paths may have in each state and set, in whole blocks' reach; lowest above highest: none leads there.
            for state in 0..<stateCount {
                lowest[state] = alive[state] ? (isLimited ? max(0, least.base[rows + state]) : 0) : 1
                highest[state] = alive[state] ? (isLimited ? most.base[rows + state] : 0) : 0
            }
            for position in 0..<sets.count { lowest[stateCount + position] = -1 }
            for end in 0..<stateCount {
                let into = target + end * width
                var isReached = false
                let ending = rows + stateCount + end
                if isLimited, least.base[ending] > most.base[ending] {
                    next[end] = false
                    continue
                }
                for number in Int(starts[end])..<Int(isLegal ? broken[end] : starts[end + 1]) {
                    let bundle = tables.bundles.base[number]
                    let duty = Int(bundle.duty)
                    let begin = Int(bundle.source)
                    guard dutyCosts[duty] < .limit else { continue }
                    if begin >= stateCount, lowest[begin] < 0 {
                        merge(
                            begin - stateCount, of: sets, states: stateCount, source: source, frame: frame,
                            blocks: isLimited ? 0 : blocks, extras: min(frame.extraSums - 1, extraReach))
                    }
                    guard lowest[begin] <= highest[begin] else { continue }
                    var firstBlock = 0
                    var blockCount = blocks
                    if isLimited {
                        // Sums that the path may have before the day and after it.
                        let step = dutySteps[duty]
                        let low = max(lowest[begin], least.base[ending] &- step)
                        let high = min(highest[begin], most.base[ending] &- step)
                        guard low <= high else { continue }
                        firstBlock = Int(low) / 8
                        blockCount = Int(high) / 8 - firstBlock + 1
                    }
                    isReached = true
                    let from = begin < stateCount ? source + begin * width : merged.base + (begin - stateCount) * width
                    let outcome = Int(slot.outcome) + Int(bundle.outcome)
                    let cost = Number.sum(dutyCosts[duty], outcomeCosts.base[outcome])
                    let emitted = frame.tracksLane ? Int(tables.outcomes.base[outcome].lanes & 0xFFFF) : 0
                    let added = Int(dutyExtras[duty])
                    // What is written past the last sum is never read for one that counts: steps only lead up, and rows
                    // have room for one beyond.
                    var extra = 0
                    while extra + added < frame.extraSums, extra <= extraReach {
                        var lane = 0
                        let source = from + (extra * frame.laneSums) * stride + 8 * firstBlock
                        let goal = into + ((extra + added) * frame.laneSums + emitted) * stride + Int(dutySteps[duty])
                        while lane + emitted < frame.laneSums {
                            Number.lower(
                                goal + lane * stride + 8 * firstBlock, source + lane * stride, by: cost,
                                blocks: blockCount)
                            lane += 1
                        }
                        extra += 1
                    }
                }
                next[end] = isReached
            }
            if frame.extraSums > 1 {
                var widest = 0
                for duty in 0..<tables.dutyCount { widest = max(widest, Int(dutyExtras[duty])) }
                extraReach += widest
            }
            source = target
            alive = next
        }
    }

    /// Reckons the least of all states of a set for each sum, its parent's first.
    ///
    /// - Parameters:
    ///   - blocks: of sums; 0: those between `setLeast` and `setMost` of each state.
    ///   - extras: the last extra sum that is reached.
    private func merge(
        _ position: Int, of sets: Sets, states stateCount: Int, source: UnsafeMutablePointer<Number>,
        frame: borrowing SumFrame, blocks: Int, extras: Int
    ) {
        let set = sets.base[position]
        let lowest = setLeast.base
        let highest = setMost.base
        let width = frame.width
        let into = merged.base + position * width
        if set.parent >= 0, lowest[stateCount + Int(set.parent)] < 0 {
            merge(
                Int(set.parent), of: sets, states: stateCount, source: source, frame: frame, blocks: blocks,
                extras: extras)
        }
        var (low, high) = (Int32.max, Int32(-1))
        func widen(by begin: Int) {
            guard lowest[begin] <= highest[begin] else { return }
            low = min(low, lowest[begin])
            high = max(high, highest[begin])
        }
        if set.parent >= 0 { widen(by: stateCount + Int(set.parent)) }
        for member in set.range { widen(by: Int(tables.sourceMembers.base[member])) }
        guard low <= high else {
            (lowest[stateCount + position], highest[stateCount + position]) = (1, 0)
            return
        }
        (lowest[stateCount + position], highest[stateCount + position]) = (low, high)
        let firstBlock = blocks == 0 ? Int(low) / 8 : 0
        let count = blocks == 0 ? Int(high) / 8 - firstBlock + 1 : blocks
        let rows = (extras + 1) * frame.laneSums
        for row in 0..<rows {
            (into + row * frame.stride + 8 * firstBlock).update(repeating: .unreachable, count: 8 * count)
        }
        func take(_ begin: Int, from: UnsafeMutablePointer<Number>) {
            guard lowest[begin] <= highest[begin] else { return }
            let first = blocks == 0 ? Int(lowest[begin]) / 8 : 0
            let count = blocks == 0 ? Int(highest[begin]) / 8 - first + 1 : blocks
            for row in 0..<rows {
                let place = row * frame.stride + 8 * first
                Number.lower(into + place, from + place, by: .zero, blocks: count)
            }
        }
        if set.parent >= 0 { take(stateCount + Int(set.parent), from: merged.base + Int(set.parent) * width) }
        for member in set.range {
            let state = Int(tables.sourceMembers.base[member])
            take(state, from: source + state * width)
        }
    }

    /// The best end, with what `terminal` says of the sums and `suffix` of the days after; nil: no path.
    func bestEnd(
        stateCount: Int, frame: borrowing SumFrame, terminal: (_ sum: Int, _ lane: Int) -> Number
    ) -> End? {
        let width = frame.width
        let layer = layers.base + frame.dayCount * stateCount * width
        let alive = reached.base + frame.dayCount * stateCount
        var best = End(state: 0, lane: 0, sum: 0, value: .unreachable)
        for lane in 0..<frame.extraSums * frame.laneSums {
            for sum in 0..<frame.counterSums {
                let sumsCost = terminal(sum, lane)
                if sumsCost >= .limit { continue }
                for end in 0..<stateCount where alive[end] {
                    let reached = layer[end * width + lane * frame.stride + sum]
                    let value = Number.sum(Number.sum(reached, suffix[end]), sumsCost)
                    if value < best.value { best = End(state: end, lane: lane, sum: sum, value: value) }
                }
            }
        }
        return best.value < .limit ? best : nil
    }

    /// For each state in which a window may end, the best end, best first, at most `most`.
    func ends(
        stateCount: Int, frame: borrowing SumFrame, most: Int, terminal: (_ sum: Int, _ lane: Int) -> Number
    ) -> [End] {
        let width = frame.width
        let layer = layers.base + frame.dayCount * stateCount * width
        let alive = reached.base + frame.dayCount * stateCount
        var best = Array(repeating: End(state: 0, lane: 0, sum: 0, value: .unreachable), count: stateCount)
        for lane in 0..<frame.extraSums * frame.laneSums {
            for sum in 0..<frame.counterSums {
                let sumsCost = terminal(sum, lane)
                if sumsCost >= .limit { continue }
                for end in 0..<stateCount where alive[end] {
                    let reached = layer[end * width + lane * frame.stride + sum]
                    let value = Number.sum(Number.sum(reached, suffix[end]), sumsCost)
                    if value < best[end].value { best[end] = End(state: end, lane: lane, sum: sum, value: value) }
                }
            }
        }
        let found = best.filter { $0.value < .limit }.sorted { $0.value < $1.value }
        return Array(found.prefix(most))
    }

    /// Reads the path that leads to `end` into `path`.
    func readBack(slot: ProblemTables.Slot, first: Int, end: End, frame: borrowing SumFrame) {
        let stateCount = Int(slot.stateCount)
        let stride = frame.stride
        let width = frame.width
        let size = stateCount * width
        var (current, lane, sum) = (end.state, end.lane, end.sum)
        for offset in (0..<frame.dayCount).reversed() {
            let source = layers.base + offset * size
            let alive = reached.base + offset * stateCount
            let target = layers[(offset + 1) * size + current * width + lane * stride + sum]
            let kind = Int(tables.classes[Int(slot.classes) + first + offset])
            let starts = Int(slot.arcs) + kind * stateCount + current
            var isFound = false
            for number in Int(tables.arcStart[starts])..<Int(tables.arcStart[starts + 1]) {
                let arc = tables.arcs[number]
                let duty = Int(arc.duty)
                let entry = offset * tables.dutyCount + duty
                guard alive[Int(arc.from)], costs[entry] < .limit else { continue }
                let outcome = Int(slot.outcome) + Int(arc.outcome)
                let step = Int(steps[entry])
                let emitted = frame.tracksLane ? Int(tables.outcomes[outcome].lanes & 0xFFFF) : 0
                let added = Int(extraSteps[entry])
                guard sum >= step, lane % frame.laneSums >= emitted, lane / frame.laneSums >= added else { continue }
                let laneBefore = lane - emitted - added * frame.laneSums
                let before = source[Int(arc.from) * width + laneBefore * stride + sum - step]
                guard Number.sum(before, Number.sum(costs[entry], outcomeCosts[outcome])) == target else { continue }
                path[offset] = arc.duty
                (current, lane, sum) = (Int(arc.from), laneBefore, sum - step)
                isFound = true
                break
            }
            precondition(isFound, "the path has no arc that led to it")
        }
    }
}
