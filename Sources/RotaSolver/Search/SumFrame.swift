internal import Foundation
internal import RotaRules

func _log(_ value: Double) -> Double { log(value) }

/// Which counter of a person a dynamic program keeps exactly: the one that most duties feed, minutes before numbers.
struct TrackedCounter {
    /// Position in `ProblemTables.counters`; -1: none.
    private(set) var counter = -1
    /// What all its contributions are multiples of.
    private(set) var unit = 1

    init(person: Int, tables: ProblemTables) {
        let range = tables.countersOf[person].range
        var mostFed = 0
        for counter in range {
            var fed = 0
            var divisor = 0
            var largest = 0
            for day in 0..<tables.dayCount {
                let row = Int(tables.contributionRow[person * tables.dayCount + day])
                for duty in 0..<tables.dutyCount {
                    for entry in tables.contributionSpans[row + duty].range
                    where tables.contributions[entry].counter == counter - range.lowerBound {
                        let amount = tables.contributions[entry].amount
                        divisor = Self.greatestCommonDivisor(divisor, amount)
                        largest = max(largest, amount)
                        fed += 1
                    }
                }
            }
            // Twice what a number of shifts weighs, if it is in minutes.
            let weight = tables.counters[counter].unit > 1 ? 2 * fed : fed
            if weight > mostFed {
                mostFed = weight
                self.counter = counter
                unit = max(1, divisor)
            }
        }
    }

    private static func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
        var (left, right) = (abs(one), abs(other))
        while right != 0 { (left, right) = (right, left % right) }
        return left
    }
}

/// The sums that a dynamic program over one window keeps apart: the tracked counter in units, and the first lane.
struct SumFrame {
    /// Days of the window, shortened so that the layers fit.
    private(set) var dayCount = 0
    private(set) var counterSums = 1
    /// Numbers that the sums of one lane sum take in a layer: whole blocks of 8, and room for a step beyond.
    private(set) var stride = 8
    private(set) var laneSums = 1
    private(set) var tracksLane = false

    private let tables: ProblemTables
    private let person: Int
    private let tracked: Int
    private let unit: Int
    /// The tracked counter's sum without the window.
    private var outside = 0
    private var inside = 0
    private var laneOutside: [(counter: Int, sum: Int)] = []
    private var laneInside = 0

    /// - Parameter room: numbers that one layer of all days may take for each state.
    init(
        person: Int, first: Int, count: Int, slot: ProblemTables.Slot, tracked: Int, unit: Int, state: RotaState,
        room: Int
    ) {
        tables = state.tables
        self.person = person
        self.tracked = tracked
        self.unit = unit
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
            let mayEmit = usesLane && Self.emits(kind: kind, slot: slot, tables: tables)
            let nextSums = sums + most / unit
            let nextLanes = lanes + (mayEmit && !emittedBefore ? 1 : 0)
            emittedBefore = mayEmit
            widestStep = max(widestStep, most / unit)
            let width = Self.blocks(of: nextSums + 1, widestStep: widestStep) * (nextLanes + 1)
            if (dayCount + 2) * width > room { break }
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
            let limits = tables.counters[tracked]
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
                let limits = tables.counters[counter]
                // A limit that no choice of the window can touch needs no sums.
                if fixed + lanes > limits.maximum || fixed < limits.minimum { tracksLane = true }
                laneOutside.append((counter, fixed))
            }
            if tracksLane { laneSums = lanes + 1 }
        }
        stride = Self.blocks(of: counterSums, widestStep: widestStep)
    }

    private static func blocks(of sums: Int, widestStep: Int) -> Int {
        (sums + 7) / 8 * 8 + (widestStep + 7) / 8 * 8
    }

    private static func emits(kind: Int, slot: ProblemTables.Slot, tables: ProblemTables) -> Bool {
        for state in 0..<Int(slot.stateCount) {
            for duty in 0..<tables.dutyCount {
                let entry = tables.transitions[
                    Int(slot.table) + (kind * Int(slot.stateCount) + state) * tables.dutyCount + duty]
                if tables.outcomes[Int(slot.outcome) + Int(entry & 0xFFFF)].lanes & 0xFFFF != 0 { return true }
            }
        }
        return false
    }

    private func amount(row: Int, duty: Int) -> Int {
        let counter = tracked - tables.countersOf[person].range.lowerBound
        for entry in tables.contributionSpans[row + duty].range where tables.contributions[entry].counter == counter {
            return tables.contributions[entry].amount
        }
        return 0
    }

    /// Units that a duty adds on a day.
    func step(day: Int, duty: Int) -> Int {
        guard tracked >= 0 else { return 0 }
        return amount(row: Int(tables.contributionRow[person * tables.dayCount + day]), duty: duty) / unit
    }

    /// What the tracked limits cost with these sums in the window.
    func cost(sum: Int, lane: Int) -> Cost {
        var cost = Cost.zero
        if tracked >= 0 { cost += tables.counters[tracked].cost(of: outside + sum * unit) }
        if tracksLane {
            for (counter, fixed) in laneOutside { cost += tables.counters[counter].cost(of: fixed + lane) }
        }
        return cost
    }

    /// What they cost with the window as it stands.
    var costNow: Cost {
        var cost = Cost.zero
        if tracked >= 0 { cost += tables.counters[tracked].cost(of: outside + inside) }
        if tracksLane {
            for (counter, fixed) in laneOutside { cost += tables.counters[counter].cost(of: fixed + laneInside) }
        }
        return cost
    }
}
