internal import RotaRules

/// Which counter of a person a dynamic program keeps exactly: the one that most duties feed, minutes before numbers.
struct TrackedCounter: BitwiseCopyable {
    /// Position in `ProblemTables.counters`; -1: none.
    private(set) var counter: Int32 = -1
    /// What all its contributions are multiples of.
    private(set) var unit: Int32 = 1

    init(of profile: RowProfile, firstCounter: Int, dutyCount: Int) {
        var mostFed = 0
        for counter in profile.counters.indices {
            var fed = 0
            var divisor = 0
            for kind in profile.counterClassOfDay {
                let row = kind * dutyCount
                for entry in profile.contributionStart[row]..<profile.contributionStart[row + dutyCount]
                where profile.contributions[entry].counter == counter {
                    divisor = divisor.greatestCommonDivisor(with: profile.contributions[entry].amount)
                    fed += 1
                }
            }
            // Twice what a number of shifts weighs, if it is in minutes.
            let weight = profile.counters[counter].unit > 1 ? 2 * fed : fed
            if weight > mostFed {
                mostFed = weight
                self.counter = Int32(firstCounter + counter)
                unit = Int32(max(1, divisor))
            }
        }
    }

    /// What a duty adds to the counter, with the position of the day's duty 0 in `ProblemTables.contributionSpans`.
    @inline(__always)
    func amount(row: Int, duty: Int, person: Int, tables: ProblemTables) -> Int {
        let position = Int(counter) - Int(tables.countersOf[person].first)
        for entry in tables.contributionSpans[row + duty].range where tables.contributions[entry].counter == position {
            return tables.contributions[entry].amount
        }
        return 0
    }
}
