internal import RotaModel
internal import RotaRules

extension LagrangianBound {
    /// What prices of sums move beside those of lines.
    private static let counterShare = 0.1

    /// The rows that prices follow from person to person, and what they come to.
    struct Swept {
        /// [person][day]; empty before a person's first.
        var duties: [[UInt8]]
        /// By line: people on it in these rows, and the number that costs least at its price.
        var counts: [Int]
        var wanted: [Int]
        /// By counter.
        var sums: [Int]
        /// Prices on the way, the later the more.
        var mean: [Double]
    }

    /// Nobody's row is known yet.
    func nobody() -> Swept {
        Swept(
            duties: Array(repeating: [], count: tables.peopleCount),
            counts: Array(repeating: 0, count: tables.lineCount),
            wanted: Array(repeating: 0, count: tables.lineCount), sums: tables.counterBases.array,
            mean: prices)
    }

    /// Goes once over everybody, moving the prices after each person's best row instead of after everybody's: from far
    /// off that gets near the best prices in a few rounds (incremental subgradients, A. Nedić and D. Bertsekas, 2001).
    ///
    /// - Parameters:
    ///   - pace: what a line's price moves in the whole round for each person missing, as a share of its range.
    ///   - order: people in the order in which they are gone over.
    func sweep(_ rows: inout Swept, pace: Double, order: [Int], stop: StopSignal) {
        let share = pace / Double(tables.peopleCount)
        let weight = 1 / (Tuning.sweepMemory * Double(tables.peopleCount))
        for person in order {
            if stop.isRaised { return }
            let whole = prices.map { Int($0.rounded()) }
            let counters = RowPricer.CounterPrices(prices: Array(whole[tables.lineCount...]), sizes: counterSizes)
            let slot = tables.slots[Int(tables.slotsOf[person].first)]
            pricer.reckon(
                person, first: 0, start: Int(slot.initial), frame: frames[person], prices: whole, counters: counters,
                before: nil)
            guard let end = pricer.ends(of: person, frame: frames[person], most: 1).first else { return }
            pricer.readBack(person, first: 0, end: end, frame: frames[person])
            count(rows.duties[person], of: person, by: -1, in: &rows)
            rows.duties[person] = Array(UnsafeBufferPointer(start: pricer.path.base, count: tables.dayCount))
            count(rows.duties[person], of: person, by: 1, in: &rows)
            follow(&rows, share: share)
            for counter in tables.countersOf[person].range {
                let line = tables.lineCount + counter
                guard lowest[line] < highest[line] else { continue }
                let limits = tables.counters[counter]
                let sum = rows.sums[counter]
                var slack = 0
                if limits.maximum != .max, prices[line] > 0 || sum > limits.maximum { slack = sum - limits.maximum }
                if limits.minimum != .min, prices[line] < 0 || sum < limits.minimum { slack = sum - limits.minimum }
                let step =
                    Double(slack) / Double(counterSizes[counter]) * pace * Self.counterShare
                    * min(highest[line] - lowest[line], dearest)
                prices[line] = min(highest[line], max(lowest[line], prices[line] + step))
            }
            for line in prices.indices { rows.mean[line] += (prices[line] - rows.mean[line]) * weight }
        }
    }

    private func count(_ duties: [UInt8], of person: Int, by step: Int, in rows: inout Swept) {
        let firstCounter = tables.countersOf[person].range.lowerBound
        for (day, duty) in duties.enumerated() {
            let cell = person * tables.dayCount + day
            let position = Int(tables.groupOf[cell]) * tables.dutyCount + Int(duty)
            for entry in Int(tables.lineStart[position])..<Int(tables.lineStart[position + 1]) {
                rows.counts[Int(tables.lines[entry])] += step
            }
            for entry in tables.contributionSpans[Int(tables.contributionRow[cell]) + Int(duty)].range {
                let contribution = tables.contributions[entry]
                rows.sums[firstCounter + contribution.counter] += step * contribution.amount
            }
        }
    }

    /// Moves the prices of lines by what is missing or too much.
    private func follow(_ rows: inout Swept, share: Double) {
        for line in 0..<tables.lineCount where lowest[line] < highest[line] {
            let table = Int(tables.lineTable[line])
            let price = prices[line]
            func slope(_ count: Int) -> Double {
                let step = tables.lineCosts[table + count + 1] - tables.lineCosts[table + count]
                if step.hard != 0 { return step.hard < 0 ? -.infinity : .infinity }
                return Double(step.soft * scale)
            }
            var wanted = rows.wanted[line]
            while wanted < tables.peopleCount, slope(wanted) < price { wanted += 1 }
            while wanted > 0, slope(wanted - 1) > price { wanted -= 1 }
            rows.wanted[line] = wanted
            let moved = price + Double(rows.counts[line] - wanted) * share * min(highest[line] - lowest[line], dearest)
            prices[line] = min(highest[line], max(lowest[line], moved))
        }
    }
}
