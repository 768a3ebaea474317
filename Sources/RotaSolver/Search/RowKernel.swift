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
    /// [day][state][lane sum][counter sum], as `SumFrame.stride`.
    let layers: Table<Number>
    /// [day][state]: whether any path leads there.
    let reached: Table<Bool>
    /// [day of the window][duty]: cost of the duty; `limit` or more: not allowed.
    let costs: Table<Number>
    /// By outcome.
    let outcomeCosts: Table<Number>
    /// [day of the window][duty]: units that it adds to the tracked counter.
    let steps: Table<Int32>
    /// By state: what follows the window.
    let suffix: Table<Number>
    /// The path read back.
    let path: Table<UInt8>

    struct End {
        var state: Int
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
        suffix = Table(repeating: .zero, count: states)
        path = Table(repeating: 0, count: tables.dayCount)
    }

    /// Reckons all layers of a window of `frame.dayCount` days.
    func forward(
        slot: ProblemTables.Slot, first: Int, start: Int, frame: borrowing SumFrame, isLegal: Bool
    ) {
        let stateCount = Int(slot.stateCount)
        let stride = frame.stride
        let width = frame.laneSums * stride
        let blocks = (frame.counterSums + 7) / 8
        let size = stateCount * width
        var source = layers.base
        source.update(repeating: .unreachable, count: size)
        source[start * width] = .zero
        var alive = reached.base
        alive.update(repeating: false, count: stateCount)
        alive[start] = true
        for offset in 0..<frame.dayCount {
            let target = source + size
            target.update(repeating: .unreachable, count: size)
            let next = alive + stateCount
            let kind = Int(tables.classes[Int(slot.classes) + first + offset])
            let starts = tables.arcStart.base + Int(slot.arcs) + kind * stateCount
            let broken = tables.brokenStart.base + Int(slot.arcs) + kind * stateCount
            let dutyCosts = costs.base + offset * tables.dutyCount
            let dutySteps = steps.base + offset * tables.dutyCount
            for end in 0..<stateCount {
                let into = target + end * width
                var isReached = false
                for number in Int(starts[end])..<Int(isLegal ? broken[end] : starts[end + 1]) {
                    let arc = tables.arcs.base[number]
                    let duty = Int(arc.duty)
                    guard alive[Int(arc.from)], dutyCosts[duty] < .limit else { continue }
                    isReached = true
                    let from = source + Int(arc.from) * width
                    let outcome = Int(slot.outcome) + Int(arc.outcome)
                    let cost = Number.sum(dutyCosts[duty], outcomeCosts.base[outcome])
                    let emitted = frame.tracksLane ? Int(tables.outcomes.base[outcome].lanes & 0xFFFF) : 0
                    var lane = 0
                    // What is written past the last sum is never read for one that counts: steps only lead up, and rows
                    // have room for one beyond.
                    while lane + emitted < frame.laneSums {
                        Number.lower(
                            into + (lane + emitted) * stride + Int(dutySteps[duty]), from + lane * stride, by: cost,
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

    /// The best end, with what `terminal` says of the sums and `suffix` of the days after; nil: no path.
    func bestEnd(
        stateCount: Int, frame: borrowing SumFrame, terminal: (_ sum: Int, _ lane: Int) -> Number
    ) -> End? {
        let width = frame.laneSums * frame.stride
        let layer = layers.base + frame.dayCount * stateCount * width
        let alive = reached.base + frame.dayCount * stateCount
        var best = End(state: 0, lane: 0, sum: 0, value: .unreachable)
        for lane in 0..<frame.laneSums {
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

    /// Reads the path that leads to `end` into `path`.
    func readBack(slot: ProblemTables.Slot, first: Int, end: End, frame: borrowing SumFrame) {
        let stateCount = Int(slot.stateCount)
        let stride = frame.stride
        let width = frame.laneSums * stride
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
                guard sum >= step, lane >= emitted else { continue }
                let before = source[Int(arc.from) * width + (lane - emitted) * stride + sum - step]
                guard Number.sum(before, Number.sum(costs[entry], outcomeCosts[outcome])) == target else { continue }
                path[offset] = arc.duty
                (current, lane, sum) = (Int(arc.from), lane - emitted, sum - step)
                isFound = true
                break
            }
            precondition(isFound, "the path has no arc that led to it")
        }
    }
}
