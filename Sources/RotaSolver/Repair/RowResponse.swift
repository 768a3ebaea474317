internal import RotaRules

/// One person's best answers to a rota as it stands: for each number of changed cells the cheapest rows, all else fixed.
///
/// Dynamic programming forward over the days of the window, by labels (S. Irnich and G. Desaulniers, 2005): a label is what
/// the days so far leave behind, the states of the person's machines, how far the sums whose limits may bind are off what
/// they were, and how many cells are changed. As few cells change, few sums differ, so that all machines and sums are kept
/// exactly where the search's row program has to choose. Labels that cannot come to less than the cutoff are dropped.
final class RowResponse {
    /// A row as an answer.
    struct Answer {
        /// Changed cells, days in order.
        var cells: [(day: Int, duty: UInt8)]
        /// What it costs more than the rota as it stands, exact.
        var cost: Cost
    }

    /// What is asked for.
    struct Query {
        /// Cells that may differ from what they were before the repair.
        var mostChanges: Int
        /// Only answers that cost less.
        var cutoff: Cost
        /// Only answers that mend something on a day whose demand costs more than before.
        var mends: Bool
    }

    private struct Label {
        var states: SIMD4<UInt16>
        var sums: SIMD8<Int32>
        var cost: Cost
        var changes: UInt8
        var mends: Bool
        var duty: UInt8
        var parent: Int32
    }

    /// A label after the last day of the window, with what all the days cost.
    private struct End {
        var cost: Cost
        var label: Int
    }

    /// Labels of one day are merged where all that matters for the days to come is equal.
    private struct Key: Hashable {
        var states: SIMD4<UInt16>
        var sums: SIMD8<Int32>
        var changes: UInt8
        var mends: Bool

        /// One number from all, as hashing each lane by itself takes most of the time.
        func hash(into hasher: inout Hasher) {
            var mixed = UInt64(changes) << 1 | (mends ? 1 : 0)
            func mix(_ word: UInt64) { mixed = (mixed ^ word) &* 0x9E37_79B9_7F4A_7C15 ^ (mixed >> 29) }
            mix(unsafeBitCast(states, to: UInt64.self))
            let words = unsafeBitCast(sums, to: SIMD4<UInt64>.self)
            for place in 0..<4 { mix(words[place]) }
            hasher.combine(mixed)
        }
    }

    /// Labels kept for one day; beyond that the dearest are dropped.
    private static let mostLabels = 1500
    /// Ends looked at for each number of changes.
    private static let mostEnds = 4

    private let bench: RepairBench
    private let tables: ProblemTables
    /// The memory of the last answers' labels.
    private var kept: [Label] = []
    /// By offset in the window and duty: cost besides the row's rules; nil: not to be had.
    private var prices: [Cost?] = []
    private var mends: [Bool] = []
    /// By offset and number of changes: the most that days from it on can save with so many.
    private var savings: [Cost] = []
    /// The counters kept, as positions among the person's; and by counter of the person its place among them or -1.
    private var counters: [Int] = []
    private let placeOf: Table<Int>
    /// Labels made so far: what the search is measured by where it must not look at a clock.
    private(set) var work = 0

    init(_ bench: RepairBench) {
        self.bench = bench
        tables = bench.tables
        let most = (0..<bench.tables.peopleCount).map { Int(bench.tables.countersOf[$0].count) }.max() ?? 0
        placeOf = Table(repeating: -1, count: most)
    }

    /// The best answers, fewest changes first.
    func answers(of person: Int, _ query: Query) -> [Answer] {
        let window = bench.task.window
        guard price(person, window: window, query) else { return [] }
        chooseCounters(person, window: window, most: query.mostChanges)
        let row = person * tables.dayCount
        let slots = tables.slotsOf[person].range.prefix(4)
        // Taken out of the object for the loop, which would check each access otherwise.
        var labels = kept
        kept = []
        defer { kept = labels }
        labels.removeAll(keepingCapacity: true)
        labels.append(
            Label(
                states: statesNow(slots, before: window.lowerBound), sums: .zero, cost: .zero, changes: 0, mends: false,
                duty: 0, parent: -1))
        var layer = 0..<1
        var known: [Key: Int32] = [:]
        var made = 0
        for day in window {
            let now = Int(bench.state.duties[row + day])
            // What is not free to change is no change to count.
            let before = bench.task.isFree[row + day] ? Int(bench.task.original[row + day]) : now
            let offset = (day - window.lowerBound) * tables.dutyCount
            let saving = (day - window.lowerBound + 1) * (query.mostChanges + 1)
            let first = labels.count
            known.removeAll(keepingCapacity: true)
            for position in layer {
                let label = labels[position]
                for duty in 0..<tables.dutyCount {
                    guard let price = prices[offset + duty] else { continue }
                    let changes = Int(label.changes) + (duty == before ? 0 : 1)
                    if changes > query.mostChanges { continue }
                    let ahead = price + savings[saving + query.mostChanges - changes]
                    var next = step(label, at: position, person, slots, day: day, duty: duty, now: now)
                    made += 1
                    guard (next.cost + ahead).isBetter(than: query.cutoff) else { continue }
                    next.cost += price
                    next.changes = UInt8(changes)
                    if mends[offset + duty] { next.mends = true }
                    let key = Key(states: next.states, sums: next.sums, changes: next.changes, mends: next.mends)
                    if let there = known[key] {
                        if next.cost.isBetter(than: labels[Int(there)].cost) { labels[Int(there)] = next }
                    } else {
                        known[key] = Int32(labels.count)
                        labels.append(next)
                    }
                }
            }
            layer = first..<labels.count
            if layer.count > Self.mostLabels {
                let best = labels[layer].sorted { $0.cost.isBetter(than: $1.cost) }.prefix(Self.mostLabels)
                labels.replaceSubrange(layer, with: best)
                layer = first..<labels.count
            }
            if layer.isEmpty { break }
        }
        var ends: [End] = []
        let saving = savings[window.count * (query.mostChanges + 1)]
        for position in layer where labels[position].mends || !query.mends {
            var label = labels[position]
            // The days after the window stay as they are: on to where the machines are where they were.
            for day in window.upperBound..<max(window.upperBound, tables.dayCount) {
                if label.states == statesNow(slots, before: day) { break }
                let now = Int(bench.state.duties[row + day])
                label = step(label, at: position, person, slots, day: day, duty: now, now: now)
                made += 1
                if !(label.cost + saving).isBetter(than: query.cutoff) { break }
            }
            ends.append(End(cost: label.cost + sumsCost(of: label, person), label: position))
        }
        work += made
        return read(labels, person, ends: ends, window: window, query)
    }

    /// What the kept sums cost more than they did.
    private func sumsCost(of label: Label, _ person: Int) -> Cost {
        let firstCounter = tables.countersOf[person].range.lowerBound
        var cost = Cost.zero
        for place in 0..<counters.count where label.sums[place] != 0 {
            let counter = firstCounter + counters[place]
            let sum = bench.state.sums[counter]
            cost +=
                tables.counters[counter].cost(of: sum + Int(label.sums[place])) - tables.counters[counter].cost(of: sum)
        }
        return cost
    }

    private func statesNow(_ slots: Range<Int>.SubSequence, before day: Int) -> SIMD4<UInt16> {
        var states = SIMD4<UInt16>.zero
        for (place, number) in slots.enumerated() {
            states[place] = bench.state.states[number * (tables.dayCount + 1) + day]
        }
        return states
    }

    /// One day on, without the price of the duty itself.
    @inline(__always)
    private func step(
        _ label: Label, at position: Int, _ person: Int, _ slots: Range<Int>.SubSequence, day: Int, duty: Int, now: Int
    ) -> Label {
        var next = label
        next.parent = Int32(position)
        next.duty = UInt8(duty)
        for place in 0..<slots.count {
            let number = slots.lowerBound + place
            let slot = tables.slots[number]
            let kind = Int(tables.classes[Int(slot.classes) + day]) * Int(slot.stateCount)
            let before = Int(bench.state.states[number * (tables.dayCount + 1) + day])
            let old = tables.transitions[Int(slot.table) + (kind + before) * tables.dutyCount + now]
            let new = tables.transitions[
                Int(slot.table) + (kind + Int(label.states[place])) * tables.dutyCount + duty]
            next.states[place] = UInt16(new >> 16)
            if (old ^ new) & 0xFFFF == 0 { continue }
            let oldOutcome = tables.outcomes[Int(slot.outcome) + Int(old & 0xFFFF)]
            let newOutcome = tables.outcomes[Int(slot.outcome) + Int(new & 0xFFFF)]
            next.cost += newOutcome.cost - oldOutcome.cost
            if newOutcome.lanes != oldOutcome.lanes {
                for lane in 0..<Int(slot.laneCount) {
                    let shift = UInt64(16 * lane)
                    let change = Int((newOutcome.lanes >> shift) & 0xFFFF) - Int((oldOutcome.lanes >> shift) & 0xFFFF)
                    if change == 0 { continue }
                    for entry in tables.laneSpans[Int(slot.lanes) + lane].range {
                        let place = placeOf[Int(tables.laneCounters[entry])]
                        if place >= 0 { next.sums[place] += Int32(change) }
                    }
                }
            }
        }
        if duty != now {
            let spans = Int(tables.contributionRow[person * tables.dayCount + day])
            for entry in tables.contributionSpans[spans + now].range {
                let contribution = tables.contributions[entry]
                if placeOf[contribution.counter] >= 0 {
                    next.sums[placeOf[contribution.counter]] -= Int32(contribution.amount)
                }
            }
            for entry in tables.contributionSpans[spans + duty].range {
                let contribution = tables.contributions[entry]
                if placeOf[contribution.counter] >= 0 {
                    next.sums[placeOf[contribution.counter]] += Int32(contribution.amount)
                }
            }
        }
        return next
    }

    // MARK: Before and after

    /// Prices the duties of the window's days. False: no answer can cost less than the cutoff, or mend what it shall.
    private func price(_ person: Int, window: Range<Int>, _ query: Query) -> Bool {
        let count = window.count * tables.dutyCount
        prices = Array(repeating: nil, count: count)
        mends = Array(repeating: false, count: count)
        savings = Array(repeating: .zero, count: (window.count + 1) * (query.mostChanges + 1))
        let row = person * tables.dayCount
        var canMend = false
        for day in window {
            let now = bench.state.duties[row + day]
            let cell = (row + day) * tables.dutyCount
            let offset = (day - window.lowerBound) * tables.dutyCount
            prices[offset + Int(now)] = .zero
            guard bench.task.isFree[row + day] else { continue }
            let isWounded = bench.isWounded(day)
            for duty in 0..<tables.dutyCount where duty != Int(now) {
                // No repair puts somebody where they may not be.
                if tables.cellHard[cell + duty] > tables.cellHard[cell + Int(now)] || tables.isNever[cell + duty] {
                    continue
                }
                let outer = bench.outerDelta(person, day: day, from: now, to: UInt8(duty))
                prices[offset + duty] =
                    outer
                    + Cost(
                        hard: Int(tables.cellHard[cell + duty] - tables.cellHard[cell + Int(now)]),
                        soft: Int(tables.cellSoft[cell + duty] - tables.cellSoft[cell + Int(now)]))
                if isWounded, outer.isBetter(than: .zero) {
                    mends[offset + duty] = true
                    canMend = true
                }
            }
        }
        if query.mends, !canMend { return false }
        fillSavings(person, window: window, most: query.mostChanges)
        return savings[query.mostChanges].isBetter(than: query.cutoff)
    }

    /// What a row's rules cost now is the most they can save; with so many changes so many days save anything, beside those
    /// that have been changed before.
    private func fillSavings(_ person: Int, window: Range<Int>, most: Int) {
        var always = Cost.zero - bench.state.rowCosts[person]
        var hard: [Int] = []
        var soft: [Int] = []
        for offset in stride(from: window.count, through: 0, by: -1) {
            if offset < window.count {
                var least = Cost.zero
                for duty in 0..<tables.dutyCount {
                    guard let price = prices[offset * tables.dutyCount + duty] else { continue }
                    least = Cost(hard: min(least.hard, price.hard), soft: min(least.soft, price.soft))
                }
                let cell = person * tables.dayCount + window.lowerBound + offset
                if bench.state.duties[cell] != bench.task.original[cell] {
                    always += least
                } else {
                    if least.hard < 0 { hard = Array((hard + [least.hard]).sorted().prefix(most)) }
                    if least.soft < 0 { soft = Array((soft + [least.soft]).sorted().prefix(most)) }
                }
            }
            var saving = always
            for changes in 0...most {
                savings[offset * (most + 1) + changes] = saving
                if changes < hard.count { saving.hard += hard[changes] }
                if changes < soft.count { saving.soft += soft[changes] }
            }
        }
    }

    /// The counters whose limits so many changes may come up against, those with hard limits first.
    private func chooseCounters(_ person: Int, window: Range<Int>, most: Int) {
        let range = tables.countersOf[person].range
        var widest = Array(repeating: 0, count: range.count)
        for day in window {
            let spans = Int(tables.contributionRow[person * tables.dayCount + day])
            for duty in 0..<tables.dutyCount {
                for entry in tables.contributionSpans[spans + duty].range {
                    let contribution = tables.contributions[entry]
                    widest[contribution.counter] = max(widest[contribution.counter], abs(contribution.amount))
                }
            }
        }
        for number in tables.slotsOf[person].range {
            let slot = tables.slots[number]
            for lane in 0..<Int(slot.laneCount) {
                for entry in tables.laneSpans[Int(slot.lanes) + lane].range {
                    // A change may make a weekend count, or two.
                    widest[Int(tables.laneCounters[entry])] = max(2, widest[Int(tables.laneCounters[entry])])
                }
            }
        }
        let binding = range.indices.filter { counter in
            let limits = tables.counters[counter]
            let sum = bench.state.sums[counter]
            let reach = 2 * most * widest[counter - range.lowerBound]
            return (limits.maximum != .max && sum + reach > limits.maximum)
                || (limits.minimum != .min && sum - reach < limits.minimum)
        }
        let hard = binding.filter { tables.counters[$0].price.hard > 0 }
        counters = Array((hard + binding.filter { tables.counters[$0].price.hard == 0 }).prefix(8)).map {
            $0 - range.lowerBound
        }
        for counter in 0..<range.count { placeOf[counter] = -1 }
        for (place, counter) in counters.enumerated() { placeOf[counter] = place }
    }

    /// The rows that the last labels stand for, priced as a whole.
    private func read(
        _ labels: [Label], _ person: Int, ends: [End], window: Range<Int>, _ query: Query
    ) -> [Answer] {
        var candidates = ends.filter { $0.cost.isBetter(than: query.cutoff) }
        candidates.sort {
            ($0.cost.hard, $0.cost.soft, $0.label) < ($1.cost.hard, $1.cost.soft, $1.label)
        }
        var found: [Answer] = []
        for changes in 0...query.mostChanges {
            var looked = 0
            var best: Answer?
            for candidate in candidates where Int(labels[candidate.label].changes) == changes {
                if looked == Self.mostEnds { break }
                looked += 1
                let cells = cells(labels, person, end: candidate.label, window: window)
                guard !cells.isEmpty else { continue }
                // Rules that the labels do not keep are priced here.
                let cost = bench.price(person, cells)
                if cost.isBetter(than: best?.cost ?? query.cutoff) { best = Answer(cells: cells, cost: cost) }
                if cost == candidate.cost { break }
            }
            // More changes have to be worth it.
            if let best, found.allSatisfy({ best.cost.isBetter(than: $0.cost) }) { found.append(best) }
        }
        return found
    }

    private func cells(_ labels: [Label], _ person: Int, end: Int, window: Range<Int>) -> [(day: Int, duty: UInt8)] {
        var position = end
        var path: [UInt8] = []
        while labels[position].parent >= 0 {
            path.append(labels[position].duty)
            position = Int(labels[position].parent)
        }
        path.reverse()
        let row = person * tables.dayCount
        return window.compactMap { day in
            let duty = path[day - window.lowerBound]
            return duty == bench.state.duties[row + day] ? nil : (day, duty)
        }
    }
}
