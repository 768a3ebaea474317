package import RotaRules

/// Prices changes of a rota and makes those that pass a test. One a thread; threads that share a state keep to
/// different people and different days.
package struct Editor: ~Copyable {
    let state: RotaState
    let tables: ProblemTables
    /// What a unit of a hard rule costs beside penalties.
    var hardPrice: Int
    /// What the changes made so far have changed.
    package var changed = Cost.zero
    /// Proposed days of one person, from the first changed on; and of a second.
    let fresh: Table<UInt8>
    let other: Table<UInt8>
    /// By counter of the person at hand: what a proposal adds to its sum; kept at 0 between proposals.
    private let added: Table<Int>

    package init(_ state: RotaState, hardPrice: Int) {
        self.state = state
        tables = state.tables
        self.hardPrice = hardPrice
        fresh = Table(repeating: 0, count: tables.dayCount)
        other = Table(repeating: 0, count: tables.dayCount)
        let most = (0..<tables.peopleCount).map { Int(state.tables.countersOf[$0].count) }.max() ?? 0
        added = Table(repeating: 0, count: most)
    }

    // MARK: Changes that may be made

    /// Replaces a person's days `first ..< first + count` by `fresh` if that costs at most `threshold` more.
    mutating func tryRow(of person: Int, first: Int, count: Int, threshold: Int) -> Bool {
        var delta = cellDelta(of: person, first: first, count: count, fresh: fresh.base)
        for offset in 0..<count {
            let old = state.duties[person * tables.dayCount + first + offset]
            delta += coverDelta(of: person, day: first + offset, from: Int(old), to: Int(fresh[offset]))
        }
        if tables.hasPairs { delta += pairDelta(of: person, first: first, count: count) }
        // A row's rules can save no more than they cost now.
        let saving = state.rowCosts[person].scalar(price: hardPrice)
        if delta.scalar(price: hardPrice) - saving > threshold { return false }
        let row = rowDelta(of: person, first: first, count: count, fresh: fresh.base)
        delta += row
        if delta.scalar(price: hardPrice) > threshold { return false }
        for offset in 0..<count {
            let old = state.duties[person * tables.dayCount + first + offset]
            moveCounts(of: person, day: first + offset, from: Int(old), to: Int(fresh[offset]))
        }
        commit(person, first: first, count: count, fresh: fresh.base, rowDelta: row)
        changed += delta
        return true
    }

    /// Exchanges the days `first ..< first + count` of two people if that costs at most `threshold` more.
    mutating func trySwap(_ one: Int, _ two: Int, first: Int, count: Int, threshold: Int) -> Bool {
        let rowOne = one * tables.dayCount + first
        let rowTwo = two * tables.dayCount + first
        var differ = false
        for offset in 0..<count {
            fresh[offset] = state.duties[rowTwo + offset]
            other[offset] = state.duties[rowOne + offset]
            if fresh[offset] != other[offset] { differ = true }
        }
        if !differ { return false }
        var delta = cellDelta(of: one, first: first, count: count, fresh: fresh.base)
        delta += cellDelta(of: two, first: first, count: count, fresh: other.base)
        let saving = (state.rowCosts[one] + state.rowCosts[two]).scalar(price: hardPrice)
        let isPlain = !tables.hasNeeds && !tables.hasPairs
        if isPlain, haveSameGroups(one, two, first: first, count: count) {
            if delta.scalar(price: hardPrice) - saving > threshold { return false }
        } else {
            // Demand by qualification: the first change is made to the counts, so that the second is priced on top.
            for offset in 0..<count {
                let (old, new) = (Int(other[offset]), Int(fresh[offset]))
                delta += coverDelta(of: one, day: first + offset, from: old, to: new)
                moveCounts(of: one, day: first + offset, from: old, to: new)
                delta += coverDelta(of: two, day: first + offset, from: new, to: old)
                moveCounts(of: two, day: first + offset, from: new, to: old)
            }
            if tables.hasPairs { delta += pairDelta(swapping: one, two, first: first, count: count) }
            if delta.scalar(price: hardPrice) - saving > threshold {
                takeBackCounts(one, two, first: first, count: count)
                return false
            }
        }
        let plainGroups = isPlain && haveSameGroups(one, two, first: first, count: count)
        let deltaOne = rowDelta(of: one, first: first, count: count, fresh: fresh.base)
        let afterOne = (delta + deltaOne).scalar(price: hardPrice) - state.rowCosts[two].scalar(price: hardPrice)
        if afterOne > threshold {
            if !plainGroups { takeBackCounts(one, two, first: first, count: count) }
            return false
        }
        let deltaTwo = rowDelta(of: two, first: first, count: count, fresh: other.base)
        delta += deltaOne
        delta += deltaTwo
        if delta.scalar(price: hardPrice) > threshold {
            if !plainGroups { takeBackCounts(one, two, first: first, count: count) }
            return false
        }
        commit(one, first: first, count: count, fresh: fresh.base, rowDelta: deltaOne)
        commit(two, first: first, count: count, fresh: other.base, rowDelta: deltaTwo)
        changed += delta
        return true
    }

    private func takeBackCounts(_ one: Int, _ two: Int, first: Int, count: Int) {
        for offset in 0..<count {
            let (old, new) = (Int(other[offset]), Int(fresh[offset]))
            moveCounts(of: one, day: first + offset, from: new, to: old)
            moveCounts(of: two, day: first + offset, from: old, to: new)
        }
    }

    @inline(__always)
    private func haveSameGroups(_ one: Int, _ two: Int, first: Int, count: Int) -> Bool {
        let rowOne = one * tables.dayCount + first
        let rowTwo = two * tables.dayCount + first
        for offset in 0..<count where tables.groupOf[rowOne + offset] != tables.groupOf[rowTwo + offset] {
            return false
        }
        return true
    }

    // MARK: Prices

    /// What replacing a person's days `first ..< first + count` by `fresh` changes in all that is about that person alone.
    func ownDelta(of person: Int, first: Int, count: Int) -> Cost {
        cellDelta(of: person, first: first, count: count, fresh: fresh.base)
            + rowDelta(of: person, first: first, count: count, fresh: fresh.base)
    }

    @inline(__always)
    private func cellDelta(of person: Int, first: Int, count: Int, fresh: UnsafeMutablePointer<UInt8>) -> Cost {
        var hard = 0
        var soft = 0
        let row = person * tables.dayCount + first
        for offset in 0..<count {
            let cell = (row + offset) * tables.dutyCount
            let old = cell + Int(state.duties[row + offset])
            let new = cell + Int(fresh[offset])
            hard &+= Int(tables.cellHard[new] &- tables.cellHard[old])
            soft &+= Int(tables.cellSoft[new] &- tables.cellSoft[old])
        }
        return Cost(hard: hard, soft: soft)
    }

    /// What it changes in demand and needs that a person goes from one duty to another on a day.
    @inline(__always)
    func coverDelta(of person: Int, day: Int, from old: Int, to new: Int) -> Cost {
        if old == new { return .zero }
        var delta = Cost.zero
        let group = Int(tables.groupOf[person * tables.dayCount + day]) * tables.dutyCount
        for entry in Int(tables.lineStart[group + old])..<Int(tables.lineStart[group + old + 1]) {
            let line = Int(tables.lines[entry])
            if tables.lineCovers[line * tables.dutyCount + new] { continue }
            let cost = Int(tables.lineTable[line]) + Int(state.counts[line])
            delta += tables.lineCosts[cost - 1] - tables.lineCosts[cost]
        }
        for entry in Int(tables.lineStart[group + new])..<Int(tables.lineStart[group + new + 1]) {
            let line = Int(tables.lines[entry])
            if tables.lineCovers[line * tables.dutyCount + old] { continue }
            let cost = Int(tables.lineTable[line]) + Int(state.counts[line])
            delta += tables.lineCosts[cost + 1] - tables.lineCosts[cost]
        }
        if tables.hasNeeds { delta += needDelta(of: person, day: day, from: old, to: new) }
        return delta
    }

    private func needDelta(of person: Int, day: Int, from old: Int, to new: Int) -> Cost {
        let cover = tables.compiled.cover
        var delta = Cost.zero
        for (duty, step) in [(old, -1), (new, 1)] {
            for number in cover.needsAt[day * tables.dutyCount + duty] {
                let need = cover.needs[number]
                let people = Int(state.needPeople[number])
                let holding = Int(state.needHolding[number])
                delta += need.cost(people: people + step, holding: holding + (need.holds[person] ? step : 0))
                delta -= need.cost(people: people, holding: holding)
            }
        }
        return delta
    }

    private func moveCounts(of person: Int, day: Int, from old: Int, to new: Int) {
        if old == new { return }
        let group = Int(tables.groupOf[person * tables.dayCount + day]) * tables.dutyCount
        for entry in Int(tables.lineStart[group + old])..<Int(tables.lineStart[group + old + 1]) {
            state.counts[Int(tables.lines[entry])] -= 1
        }
        for entry in Int(tables.lineStart[group + new])..<Int(tables.lineStart[group + new + 1]) {
            state.counts[Int(tables.lines[entry])] += 1
        }
        guard tables.hasNeeds else { return }
        let cover = tables.compiled.cover
        for (duty, step) in [(old, Int32(-1)), (new, 1)] {
            for number in cover.needsAt[day * tables.dutyCount + duty] {
                state.needPeople[number] += step
                if cover.needs[number].holds[person] { state.needHolding[number] += step }
            }
        }
    }

    /// What the pairs a person is in cost on a day if they have that duty.
    func pairCost(of person: Int, day: Int, duty: UInt8) -> Cost {
        var cost = Cost.zero
        for number in tables.compiled.pairsOf[person] {
            let pair = tables.compiled.pairs[number]
            if pair.first == person {
                cost += pair.cost(first: duty, second: state.duties[pair.second * tables.dayCount + day])
            } else {
                cost += pair.cost(first: state.duties[pair.first * tables.dayCount + day], second: duty)
            }
        }
        return cost
    }

    private func pairDelta(of person: Int, first: Int, count: Int) -> Cost {
        var delta = Cost.zero
        for number in tables.compiled.pairsOf[person] {
            let pair = tables.compiled.pairs[number]
            let isFirst = pair.first == person
            let partner = (isFirst ? pair.second : pair.first) * tables.dayCount + first
            for offset in 0..<count {
                let old = state.duties[person * tables.dayCount + first + offset]
                let new = fresh[offset]
                let same = state.duties[partner + offset]
                delta += isFirst ? pair.cost(first: new, second: same) : pair.cost(first: same, second: new)
                delta -= isFirst ? pair.cost(first: old, second: same) : pair.cost(first: same, second: old)
            }
        }
        return delta
    }

    private func pairDelta(swapping one: Int, _ two: Int, first: Int, count: Int) -> Cost {
        var delta = Cost.zero
        func price(_ number: Int) {
            let pair = tables.compiled.pairs[number]
            for offset in 0..<count {
                let day = first + offset
                let old = (
                    state.duties[pair.first * tables.dayCount + day], state.duties[pair.second * tables.dayCount + day]
                )
                func after(_ person: Int, _ duty: UInt8) -> UInt8 {
                    person == one ? fresh[offset] : (person == two ? other[offset] : duty)
                }
                delta += pair.cost(first: after(pair.first, old.0), second: after(pair.second, old.1))
                delta -= pair.cost(first: old.0, second: old.1)
            }
        }
        for number in tables.compiled.pairsOf[one] { price(number) }
        for number in tables.compiled.pairsOf[two] where !tables.compiled.pairsOf[one].contains(number) {
            price(number)
        }
        return delta
    }

    /// What a person's rules on order, totals and windows change by.
    ///
    /// Machines run from the first changed day until they are in the state they were in before.
    func rowDelta(of person: Int, first: Int, count: Int, fresh: UnsafeMutablePointer<UInt8>) -> Cost {
        let days = tables.dayCount
        let row = person * days
        var delta = Cost.zero
        let counters = tables.countersOf[person]
        for number in tables.slotsOf[person].range {
            let slot = tables.slots[number]
            let base = number * (days + 1)
            let size = Int(slot.stateCount)
            let outcomes = tables.outcomes.base + Int(slot.outcome)
            let transitions = tables.transitions.base + Int(slot.table)
            var state = Int(self.state.states[base + first])
            var day = first
            while day < days {
                let before = Int(self.state.states[base + day])
                if day >= first + count, state == before { break }
                let kind = Int(tables.classes[Int(slot.classes) + day]) * size
                let old = Int(self.state.duties[row + day])
                let new = day < first + count ? Int(fresh[day - first]) : old
                let oldEntry = transitions[(kind + before) * tables.dutyCount + old]
                let newEntry = transitions[(kind + state) * tables.dutyCount + new]
                if (oldEntry ^ newEntry) & 0xFFFF != 0 {
                    let oldOutcome = outcomes[Int(oldEntry & 0xFFFF)]
                    let newOutcome = outcomes[Int(newEntry & 0xFFFF)]
                    delta += newOutcome.cost - oldOutcome.cost
                    if newOutcome.lanes != oldOutcome.lanes {
                        addLanes(newOutcome.lanes, oldOutcome.lanes, slot: slot)
                    }
                }
                state = Int(newEntry >> 16)
                day += 1
            }
        }
        if counters.count > 0 {
            for offset in 0..<count {
                let old = Int(self.state.duties[row + first + offset])
                let new = Int(fresh[offset])
                if old == new { continue }
                let spans = Int(tables.contributionRow[row + first + offset])
                for entry in tables.contributionSpans[spans + old].range {
                    let contribution = tables.contributions[entry]
                    added[contribution.counter] &-= contribution.amount
                }
                for entry in tables.contributionSpans[spans + new].range {
                    let contribution = tables.contributions[entry]
                    added[contribution.counter] &+= contribution.amount
                }
            }
            let firstCounter = Int(counters.first)
            for counter in 0..<Int(counters.count) where added[counter] != 0 {
                let limits = tables.counters[firstCounter + counter]
                let sum = self.state.sums[firstCounter + counter]
                delta += limits.cost(of: sum + added[counter]) - limits.cost(of: sum)
                added[counter] = 0
            }
        }
        for number in tables.windowsOf[person].range {
            let window = tables.windows[number]
            let last = first + count - 1
            delta += state.windowCost(
                window, person: person, firstChanged: first, lastChanged: last, fresh: fresh, from: first)
            delta -= state.windowCost(
                window, person: person, firstChanged: first, lastChanged: last, fresh: nil, from: first)
        }
        return delta
    }

    @inline(__always)
    private func addLanes(_ new: UInt64, _ old: UInt64, slot: ProblemTables.Slot) {
        for lane in 0..<Int(slot.laneCount) {
            let shift = UInt64(16 * lane)
            let change = Int((new >> shift) & 0xFFFF) - Int((old >> shift) & 0xFFFF)
            if change == 0 { continue }
            for entry in tables.laneSpans[Int(slot.lanes) + lane].range {
                added[Int(tables.laneCounters[entry])] &+= change
            }
        }
    }

    // MARK: Making a change

    private func commit(
        _ person: Int, first: Int, count: Int, fresh: UnsafeMutablePointer<UInt8>, rowDelta: Cost
    ) {
        let days = tables.dayCount
        let row = person * days
        for number in tables.slotsOf[person].range {
            let slot = tables.slots[number]
            let base = number * (days + 1)
            let outcomes = tables.outcomes.base + Int(slot.outcome)
            var state = Int(self.state.states[base + first])
            var day = first
            while day < days {
                let before = Int(self.state.states[base + day])
                if day >= first + count, state == before { break }
                let kind = Int(tables.classes[Int(slot.classes) + day]) * Int(slot.stateCount)
                let old = Int(self.state.duties[row + day])
                let new = day < first + count ? Int(fresh[day - first]) : old
                let rowStart = Int(slot.table)
                let oldEntry = tables.transitions[rowStart + (kind + before) * tables.dutyCount + old]
                let newEntry = tables.transitions[rowStart + (kind + state) * tables.dutyCount + new]
                if slot.laneCount > 0, (oldEntry ^ newEntry) & 0xFFFF != 0 {
                    addLanes(
                        outcomes[Int(newEntry & 0xFFFF)].lanes, outcomes[Int(oldEntry & 0xFFFF)].lanes, slot: slot)
                }
                self.state.states[base + day] = UInt16(state)
                state = Int(newEntry >> 16)
                day += 1
            }
            if day == days { self.state.states[base + days] = UInt16(state) }
        }
        let counters = tables.countersOf[person]
        let firstCounter = Int(counters.first)
        for offset in 0..<count {
            let old = Int(self.state.duties[row + first + offset])
            let new = Int(fresh[offset])
            if old != new, counters.count > 0 {
                let spans = Int(tables.contributionRow[row + first + offset])
                for entry in tables.contributionSpans[spans + old].range {
                    let contribution = tables.contributions[entry]
                    added[contribution.counter] &-= contribution.amount
                }
                for entry in tables.contributionSpans[spans + new].range {
                    let contribution = tables.contributions[entry]
                    added[contribution.counter] &+= contribution.amount
                }
            }
            self.state.duties[row + first + offset] = fresh[offset]
        }
        for counter in 0..<Int(counters.count) where added[counter] != 0 {
            self.state.sums[firstCounter + counter] += added[counter]
            added[counter] = 0
        }
        self.state.rowCosts[person] += rowDelta
    }
}
