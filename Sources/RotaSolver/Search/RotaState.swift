internal import RotaModel
package import RotaRules

/// A rota under search with everything that makes a change cheap to price: each person's machine states and sums, the
/// counts of each line of demand. Changed only through `Editor`.
package final class RotaState {
    package let tables: ProblemTables
    /// Person x days + day.
    let duties: Table<UInt8>
    /// Slot x (days + 1) + day: the machine's state before the day.
    let states: Table<UInt16>
    /// As `ProblemTables.counters`.
    let sums: Table<Int>
    /// By line of demand.
    let counts: Table<Int32>
    /// By need: people on the shift, and those who hold the qualification.
    let needPeople: Table<Int32>
    let needHolding: Table<Int32>
    /// By person: what their row costs, without what single cells cost.
    let rowCosts: Table<Cost>

    /// Everybody off.
    package init(_ tables: ProblemTables) {
        self.tables = tables
        duties = Table(repeating: 0, count: tables.peopleCount * tables.dayCount)
        states = Table(repeating: 0, count: tables.slots.count * (tables.dayCount + 1))
        sums = Table(tables.counterBases.array)
        counts = Table(repeating: 0, count: tables.lineCount)
        needPeople = Table(repeating: 0, count: tables.compiled.cover.needs.count)
        needHolding = Table(repeating: 0, count: tables.compiled.cover.needs.count)
        rowCosts = Table(repeating: .zero, count: tables.peopleCount)
        for person in 0..<tables.peopleCount { rebuildRow(of: person) }
    }

    /// Takes over a whole rota, `duties` as in `duties`.
    package func load(_ rota: [UInt8]) {
        precondition(rota.count == duties.count)
        for position in rota.indices { duties[position] = rota[position] }
        for line in 0..<counts.count { counts[line] = 0 }
        for need in 0..<needPeople.count {
            needPeople[need] = 0
            needHolding[need] = 0
        }
        for person in 0..<tables.peopleCount {
            rebuildRow(of: person)
            for day in 0..<tables.dayCount {
                let duty = Int(duties[person * tables.dayCount + day])
                let group = Int(tables.groupOf[person * tables.dayCount + day])
                let position = group * tables.dutyCount + duty
                for entry in Int(tables.lineStart[position])..<Int(tables.lineStart[position + 1]) {
                    counts[Int(tables.lines[entry])] += 1
                }
                for need in tables.compiled.cover.needsAt[day * tables.dutyCount + duty] {
                    needPeople[need] += 1
                    if tables.compiled.cover.needs[need].holds[person] { needHolding[need] += 1 }
                }
            }
        }
    }

    /// Computes a person's states, sums and row cost from their duties.
    func rebuildRow(of person: Int) {
        let days = tables.dayCount
        var cost = Cost.zero
        for counter in tables.countersOf[person].range { sums[counter] = tables.counterBases[counter] }
        let firstCounter = tables.countersOf[person].range.lowerBound
        for day in 0..<days {
            let duty = Int(duties[person * days + day])
            let span = tables.contributionSpans[Int(tables.contributionRow[person * days + day]) + duty]
            for entry in span.range {
                let contribution = tables.contributions[entry]
                sums[firstCounter + contribution.counter] += contribution.amount
            }
        }
        for number in tables.slotsOf[person].range {
            let slot = tables.slots[number]
            var state = Int(slot.initial)
            var lanes: UInt64 = 0
            for day in 0..<days {
                states[number * (days + 1) + day] = UInt16(state)
                let kind = Int(tables.classes[Int(slot.classes) + day])
                let row = Int(slot.table) + (kind * Int(slot.stateCount) + state) * tables.dutyCount
                let entry = tables.transitions[row + Int(duties[person * days + day])]
                state = Int(entry >> 16)
                let outcome = tables.outcomes[Int(slot.outcome) + Int(entry & 0xFFFF)]
                cost += outcome.cost
                lanes &+= outcome.lanes
            }
            states[number * (days + 1) + days] = UInt16(state)
            for lane in 0..<Int(slot.laneCount) {
                let amount = Int((lanes >> UInt64(16 * lane)) & 0xFFFF)
                for entry in tables.laneSpans[Int(slot.lanes) + lane].range {
                    sums[firstCounter + Int(tables.laneCounters[entry])] += amount
                }
            }
        }
        for counter in tables.countersOf[person].range {
            cost += tables.counters[counter].cost(of: sums[counter])
        }
        for window in tables.windowsOf[person].range {
            let rule = tables.windows[window]
            cost += windowCost(
                rule, person: person, firstChanged: rule.firstKnown, lastChanged: rule.last, fresh: nil, from: 0)
        }
        rowCosts[person] = cost
    }

    /// The duty on a known day, the history included; `fresh` in place of the row from day `from` on.
    @inline(__always)
    private func duty(
        of person: Int, on day: Int, fresh: UnsafeMutablePointer<UInt8>?, from: Int, until: Int
    ) -> Int {
        if let fresh, day >= from, day <= until { return Int(fresh[day - from]) }
        if day >= 0 { return Int(duties[person * tables.dayCount + day]) }
        return Int(tables.history[person * tables.historyDayCount + tables.historyDayCount + day])
    }

    /// What the windows of a rule cost that contain a changed day.
    func windowCost(
        _ rule: RowWindow, person: Int, firstChanged: Int, lastChanged: Int, fresh: UnsafeMutablePointer<UInt8>?,
        from: Int
    ) -> Cost {
        if rule.last - rule.firstKnown + 1 < rule.length {
            // Shorter than a window: all of it is the one window.
            return rule.cost(
                of: minutes(
                    of: person, from: rule.firstKnown, to: rule.last, fresh: fresh, at: from, until: lastChanged))
        }
        // Windows that begin on these days contain a changed day, lie within the known days and judge a day.
        let first = max(rule.firstKnown, rule.first - rule.length + 1, firstChanged - rule.length + 1)
        let last = min(lastChanged, rule.last - rule.length + 1)
        guard first <= last else { return .zero }
        var sum = minutes(
            of: person, from: first, to: first + rule.length - 1, fresh: fresh, at: from, until: lastChanged)
        var cost = rule.cost(of: sum)
        var start = first
        while start < last {
            sum -= minutes(of: person, from: start, to: start, fresh: fresh, at: from, until: lastChanged)
            let entering = start + rule.length
            sum += minutes(of: person, from: entering, to: entering, fresh: fresh, at: from, until: lastChanged)
            start += 1
            cost += rule.cost(of: sum)
        }
        return cost
    }

    private func minutes(
        of person: Int, from first: Int, to last: Int, fresh: UnsafeMutablePointer<UInt8>?, at from: Int, until: Int
    ) -> Int {
        var sum = 0
        var day = first
        while day <= last {
            let duty = duty(of: person, on: day, fresh: fresh, from: from, until: until)
            sum += Int(tables.minutes[(tables.historyDayCount + day) * tables.dutyCount + duty])
            day += 1
        }
        return sum
    }

    /// What a person's row costs with its cells, all that is about that person alone.
    func ownCost(of person: Int) -> Cost {
        var cost = rowCosts[person]
        for day in 0..<tables.dayCount {
            let cell = person * tables.dayCount + day
            let position = cell * tables.dutyCount + Int(duties[cell])
            cost += Cost(hard: Int(tables.cellHard[position]), soft: Int(tables.cellSoft[position]))
        }
        return cost
    }

    /// Whether a person's row or one of its cells breaks a hard rule.
    func breaksHardRules(_ person: Int) -> Bool {
        if rowCosts[person].hard > 0 { return true }
        let row = person * tables.dayCount
        return (row..<row + tables.dayCount).contains {
            tables.cellHard[$0 * tables.dutyCount + Int(duties[$0])] > 0
        }
    }

    /// What the whole rota costs, from the sums and states as they are.
    package func totalCost() -> Cost {
        var cost = Cost.zero
        for person in 0..<tables.peopleCount {
            cost += rowCosts[person]
            for day in 0..<tables.dayCount {
                let cell = person * tables.dayCount + day
                let position = cell * tables.dutyCount + Int(duties[cell])
                cost += Cost(hard: Int(tables.cellHard[position]), soft: Int(tables.cellSoft[position]))
            }
        }
        for line in 0..<tables.lineCount {
            cost += tables.lineCosts[Int(tables.lineTable[line]) + Int(counts[line])]
        }
        for (number, need) in tables.compiled.cover.needs.enumerated() {
            cost += need.cost(people: Int(needPeople[number]), holding: Int(needHolding[number]))
        }
        for pair in tables.compiled.pairs {
            for day in 0..<tables.dayCount {
                cost += pair.cost(
                    first: duties[pair.first * tables.dayCount + day],
                    second: duties[pair.second * tables.dayCount + day])
            }
        }
        return cost
    }

    /// The rota as it stands.
    package var rota: [UInt8] { duties.array }
}
