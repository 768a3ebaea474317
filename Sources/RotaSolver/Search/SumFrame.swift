internal import RotaRules

/// The sums that a dynamic program over one window keeps apart: the tracked counter in units, and the first lane.
struct SumFrame {
    /// Days of the window, shortened so that the layers fit.
    private(set) var dayCount = 0
    private(set) var counterSums = 1
    /// Numbers that the sums of one lane sum take in a layer: whole blocks of 8, and room for a step beyond.
    private(set) var stride = 8
    private(set) var laneSums = 1
    private(set) var tracksLane = false
    /// Sums of one more counter with a hard most, each with all of the lane's.
    private(set) var extraSums = 1
    /// That counter, as a position in `ProblemTables.counters`; -1: none.
    private(set) var extra = -1
    private var extraOutside = 0
    /// Whether limits were left out for want of room.
    private(set) var isCut = false

    /// About what solving it costs, in numbers looked at.
    func work(stateCount: Int) -> Int { dayCount * stateCount * width * 4 }

    /// Numbers that all sums take in a layer of one state.
    var width: Int { extraSums * laneSums * stride }

    private let tables: ProblemTables
    private let person: Int
    private let share: Double
    /// The tracked counter, as a position in `ProblemTables.counters`; -1: none.
    let tracked: Int
    private let unit: Int
    /// The tracked counter's sum without the window.
    private var outside = 0
    private var inside = 0
    private var laneOutside: [(counter: Int, sum: Int)] = []
    private var laneInside = 0

    /// For a window of a rota as it stands.
    ///
    /// - Parameters:
    ///   - room: numbers that all layers may take for each state.
    ///   - share: of the limits on sums that the window and the days before it may take.
    init(
        person: Int, first: Int, count: Int, slot: ProblemTables.Slot, state: RotaState, room: Int, share: Double
    ) {
        self.share = share
        tables = state.tables
        self.person = person
        tracked = Int(tables.tracked[person].counter)
        unit = Int(tables.tracked[person].unit)
        let slotNumber = Int(tables.slotsOf[person].first)
        var sums = 0
        var lanes = 0
        var emittedBefore = false
        var widestStep = 0
        let usesLane = slot.laneCount > 0
        // Grow the window day by day while it fits.
        for day in first..<min(first + count, tables.dayCount) {
            let row = Int(tables.contributionRow[person * tables.dayCount + day])
            var most = 0
            if tracked >= 0 {
                for duty in 0..<tables.dutyCount { most = max(most, amount(row: row, duty: duty)) }
            }
            let kind = Int(tables.classes[Int(slot.classes) + day])
            // A lane counts weekends: days of one weekend follow each other, and one of them at most adds 1.
            let mayEmit = usesLane && tables.emits[Int(slot.sources) + kind]
            let nextSums = sums + most / unit
            let nextLanes = lanes + (mayEmit && !emittedBefore ? 1 : 0)
            emittedBefore = mayEmit
            let nextWidest = max(widestStep, most / unit)
            let width = Self.blocks(of: nextSums + 1, widestStep: nextWidest) * (nextLanes + 1)
            // A day that does not fit leaves no trace: its step would widen the rows beyond the room.
            if (dayCount + 2) * width > room { break }
            widestStep = nextWidest
            sums = nextSums
            lanes = nextLanes
            dayCount += 1
            let duty = Int(state.duties[person * tables.dayCount + day])
            if tracked >= 0 { inside += amount(row: row, duty: duty) }
            if usesLane {
                let before = Int(state.states[slotNumber * (tables.dayCount + 1) + day])
                let entry = tables.transitions[
                    Int(slot.table) + (kind * Int(slot.stateCount) + before) * tables.dutyCount + duty]
                laneInside += Int(tables.outcomes[Int(slot.outcome) + Int(entry & 0xFFFF)].lanes & 0xFFFF)
            }
        }
        if tracked >= 0 {
            outside = state.sums[tracked] - inside
            let limits = limits(tracked)
            // Sums beyond a hard most need not be told apart if the row keeps it now.
            if limits.price.hard > 0, limits.maximum != .max, outside + inside <= limits.maximum {
                sums = min(sums, max(0, limits.maximum - outside) / unit)
            }
            counterSums = sums + 1
        }
        if usesLane {
            let firstCounter = tables.countersOf[person].range.lowerBound
            for entry in tables.laneSpans[Int(slot.lanes)].range {
                let counter = firstCounter + Int(tables.laneCounters[entry])
                let fixed = state.sums[counter] - laneInside
                let limits = limits(counter)
                // A limit that no choice of the window can touch needs no sums.
                if fixed + lanes > limits.maximum || fixed < limits.minimum { tracksLane = true }
                laneOutside.append((counter, fixed))
            }
            if tracksLane { laneSums = lanes + 1 }
        }
        stride = Self.blocks(of: counterSums, widestStep: widestStep)
    }

    /// For a whole row of any legal rota: limits that do not fit are left out, the lane first, then the counter.
    init(wholeRowOf person: Int, tables: ProblemTables, room: Int) {
        share = 1
        self.tables = tables
        self.person = person
        let slot = tables.slots[Int(tables.slotsOf[person].first)]
        dayCount = tables.dayCount
        let candidate = tables.tracked[person]
        var sums = 0
        var lanes = 0
        var emittedBefore = false
        var widestStep = 0
        for day in 0..<tables.dayCount {
            let row = Int(tables.contributionRow[person * tables.dayCount + day])
            var most = 0
            for duty in 0..<tables.dutyCount where candidate.counter >= 0 {
                most = max(most, candidate.amount(row: row, duty: duty, person: person, tables: tables))
            }
            sums += most / Int(candidate.unit)
            widestStep = max(widestStep, most / Int(candidate.unit))
            let kind = Int(tables.classes[Int(slot.classes) + day])
            let mayEmit = slot.laneCount > 0 && tables.emits[Int(slot.sources) + kind]
            if mayEmit, !emittedBefore { lanes += 1 }
            emittedBefore = mayEmit
        }
        let firstCounter = tables.countersOf[person].range.lowerBound
        if candidate.counter >= 0 {
            let limits = tables.counters[Int(candidate.counter)]
            outside = tables.counterBases[Int(candidate.counter)]
            if limits.price.hard > 0, limits.maximum != .max {
                sums = max(0, min(sums, (limits.maximum - outside) / Int(candidate.unit)))
            }
        }
        if slot.laneCount > 0 {
            var most = lanes
            for entry in tables.laneSpans[Int(slot.lanes)].range {
                let counter = firstCounter + Int(tables.laneCounters[entry])
                let limits = tables.counters[counter]
                let fixed = tables.counterBases[counter]
                laneOutside.append((counter, fixed))
                if fixed + lanes > limits.maximum || fixed < limits.minimum { tracksLane = true }
                if limits.price.hard > 0, limits.maximum != .max { most = min(most, max(0, limits.maximum - fixed)) }
            }
            lanes = most
        }
        let hasCounter = candidate.counter >= 0
        let wide = hasCounter ? Self.blocks(of: sums + 1, widestStep: widestStep) : 8
        if tracksLane, wide * (lanes + 1) * (dayCount + 1) > room { (tracksLane, isCut) = (false, true) }
        let isCounted = hasCounter && wide * (tracksLane ? lanes + 1 : 1) * (dayCount + 1) <= room
        if hasCounter, !isCounted { isCut = true }
        tracked = isCounted ? Int(candidate.counter) : -1
        unit = isCounted ? Int(candidate.unit) : 1
        counterSums = isCounted ? sums + 1 : 1
        laneSums = tracksLane ? lanes + 1 : 1
        stride = isCounted ? wide : 8
    }

    /// Keeps one more counter exactly, if there is one whose hard most may bind and its sums fit: the one with the least room.
    ///
    /// - Parameters:
    ///   - first: the first day of the window.
    ///   - state: the rota as it stands; nil: the frame is for a whole row.
    mutating func addExtra(first: Int, state: RotaState?, room: Int) {
        let range = tables.countersOf[person].range
        var best: (counter: Int, sums: Int, outside: Int)?
        for counter in range where counter != tracked && !laneOutside.contains(where: { $0.counter == counter }) {
            let limits = tables.counters[counter]
            guard limits.price.hard > 0, limits.maximum != .max else { continue }
            var outside = state?.sums[counter] ?? tables.counterBases[counter]
            var most = 0
            for day in first..<first + dayCount {
                let row = Int(tables.contributionRow[person * tables.dayCount + day])
                func amount(_ duty: Int) -> Int { self.amount(of: counter, row: row, duty: duty) }
                var top = 0
                for duty in 0..<tables.dutyCount
                where !tables.isNever[(person * tables.dayCount + day) * tables.dutyCount + duty] {
                    top = max(top, amount(duty))
                }
                most += top
                if let state { outside -= amount(Int(state.duties[person * tables.dayCount + day])) }
            }
            let left = limits.maximum - outside
            guard left >= 0, left < most else { continue }
            if best.map({ left + 1 < $0.sums }) ?? true { best = (counter, left + 1, outside) }
        }
        guard let best, (dayCount + 1) * width * best.sums <= room else { return }
        (extra, extraSums, extraOutside) = best
    }

    /// Whether no sum with a soft limit is left out, so that a row costs what the dynamic program says.
    var keepsSoftSums: Bool {
        !isCut
            && tables.countersOf[person].range.allSatisfy { counter in
                tables.counters[counter].price.soft == 0 || counter == tracked || counter == extra
                    || laneOutside.contains { $0.counter == counter }
            }
    }

    /// What a duty adds to the extra counter.
    func extraStep(day: Int, duty: Int) -> Int {
        guard extra >= 0 else { return 0 }
        return amount(of: extra, row: Int(tables.contributionRow[person * tables.dayCount + day]), duty: duty)
    }

    private func amount(of counter: Int, row: Int, duty: Int) -> Int {
        let position = counter - tables.countersOf[person].range.lowerBound
        for entry in tables.contributionSpans[row + duty].range where tables.contributions[entry].counter == position {
            return tables.contributions[entry].amount
        }
        return 0
    }

    private static func blocks(of sums: Int, widestStep: Int) -> Int {
        (sums + 7) / 8 * 8 + (widestStep + 7) / 8 * 8
    }

    private func amount(row: Int, duty: Int) -> Int {
        tables.tracked[person].amount(row: row, duty: duty, person: person, tables: tables)
    }

    /// Units that a duty adds on a day.
    func step(day: Int, duty: Int) -> Int {
        guard tracked >= 0 else { return 0 }
        return amount(row: Int(tables.contributionRow[person * tables.dayCount + day]), duty: duty) / unit
    }

    /// The least that the window's sum must be to keep a hard least; 0: there is none.
    var leastSum: Int {
        guard tracked >= 0 else { return 0 }
        let limits = limits(tracked)
        guard limits.price.hard > 0, limits.minimum != .min else { return 0 }
        let missing = limits.minimum - outside
        return missing <= 0 ? 0 : (missing + unit - 1) / unit
    }

    private func limits(_ counter: Int) -> RowCounter {
        var limits = tables.counters[counter]
        if share == 1 { return limits }
        if limits.minimum != .min { limits.minimum = Int(Double(limits.minimum) * share) }
        if limits.maximum != .max { limits.maximum = Int((Double(limits.maximum) * share).rounded(.up)) }
        return limits
    }

    /// What the tracked limits cost with these sums in the window; `lane` is that of `RowKernel.End`.
    func cost(sum: Int, lane: Int) -> Cost {
        var cost = Cost.zero
        if tracked >= 0 { cost += limits(tracked).cost(of: outside + sum * unit) }
        if tracksLane {
            for (counter, fixed) in laneOutside { cost += limits(counter).cost(of: fixed + lane % laneSums) }
        }
        if extra >= 0 { cost += limits(extra).cost(of: extraOutside + lane / laneSums) }
        return cost
    }

    /// What they cost with the window as it stands.
    var costNow: Cost {
        var cost = Cost.zero
        if tracked >= 0 { cost += limits(tracked).cost(of: outside + inside) }
        if tracksLane {
            for (counter, fixed) in laneOutside { cost += limits(counter).cost(of: fixed + laneInside) }
        }
        return cost
    }
}
