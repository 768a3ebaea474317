/// Automata of several rules run as one: a table from (kind of day, state, duty) to the next state and what it costs.
package struct RowMachine: Sendable {
    /// What a transition brings.
    package struct Outcome: Hashable, BitwiseCopyable, Sendable {
        package var cost: Cost
        /// Four sums of 16 bits, added up along a row: what the machine feeds to up to four counters.
        package var lanes: UInt64
    }

    package var stateCount: Int
    package let dutyCount: Int
    package var classCount: Int
    /// The class of each day of the period.
    package var classOfDay: [Int]
    /// (class x `stateCount` + state) x `dutyCount` + duty: next state in the upper 16 bits, outcome in the lower.
    package var table: [UInt32]
    /// Number 0 costs nothing.
    package var outcomes: [Outcome]
    /// Counters fed, at most 4.
    package var laneCount: Int
    /// By person: the state before day 0.
    package var initialStates: [Int]

    /// States beyond this are not built; rules are then spread over several machines.
    static let stateLimit = 20_000
    /// Steps of telling states apart that a machine is worth: about a second.
    private static let refinementLimit = 100_000_000

    /// The machine of no rules.
    init(dayCount: Int, dutyCount: Int, peopleCount: Int) {
        stateCount = 1
        self.dutyCount = dutyCount
        classCount = 1
        classOfDay = Array(repeating: 0, count: dayCount)
        table = Array(repeating: 0, count: dutyCount)
        outcomes = [Outcome(cost: .zero, lanes: 0)]
        laneCount = 0
        initialStates = Array(repeating: 0, count: peopleCount)
    }

    /// The machine that also runs `automaton`, pricing each unit of its amounts at `price`; nil if it grew too large.
    /// With it the number of transitions that were worked out.
    ///
    /// Reachable pairs of states only, then states that behave alike made one (E. F. Moore's partition refinement, 1956).
    ///
    /// - Parameter room: the transitions that the machine may have before states are made one.
    func adding(
        _ automaton: any RowAutomaton, price: Cost, feedsCounter: Bool, initialStates starts: [Int], room: Int
    ) -> (machine: RowMachine?, transitions: Int) {
        var result = self
        // Classes of days: pairs of the machine's class and the automaton's key.
        var classes = Numbering()
        var representative: [Int] = []
        for day in classOfDay.indices {
            result.classOfDay[day] = classes.number(of: classOfDay[day] << 32 | automaton.key(ofDay: day))
            if classes.keys.count > representative.count { representative.append(day) }
        }
        result.classCount = representative.count
        result.laneCount = laneCount + (feedsCounter ? 1 : 0)

        // Pairs of a state of the machine, in the upper half, and one of the automaton.
        var pairs = Numbering()
        result.initialStates = zip(initialStates, starts).map { pairs.number(of: $0 << 32 | $1) }

        var outcomeNumbers: [Outcome: Int] = [:]
        result.outcomes = []
        func number(_ outcome: Outcome) -> Int {
            if let known = outcomeNumbers[outcome] { return known }
            outcomeNumbers[outcome] = result.outcomes.count
            result.outcomes.append(outcome)
            return result.outcomes.count - 1
        }
        _ = number(Outcome(cost: .zero, lanes: 0))
        // The machine's outcome, in the upper half, with what the automaton adds to it; and the outcome that makes.
        var sums = Numbering()
        var outcomeOfSum: [UInt32] = []

        // One entry a class and duty, state after state.
        var rows: [UInt32] = []
        var state = 0
        while state < pairs.keys.count {
            let (before, inside) = (pairs.keys[state] >> 32, pairs.keys[state] & 0xFFFF_FFFF)
            for day in representative {
                for duty in 0..<dutyCount {
                    let entry = table[(classOfDay[day] * stateCount + before) * dutyCount + duty]
                    let step = automaton.step(inside, day: day, duty: duty)
                    let sum = sums.number(of: Int(entry & 0xFFFF) << 32 | step.amount << 1 | step.emission)
                    if sum == outcomeOfSum.count {
                        var outcome = outcomes[Int(entry & 0xFFFF)]
                        outcome.cost += Cost(hard: price.hard * step.amount, soft: price.soft * step.amount)
                        outcome.lanes += UInt64(step.emission) << UInt64(16 * laneCount)
                        outcomeOfSum.append(UInt32(number(outcome)))
                    }
                    let next = pairs.number(of: Int(entry >> 16) << 32 | step.next)
                    // A number beyond 16 bits is one beyond a limit: this row is the last.
                    rows.append(UInt32(next) << 16 | outcomeOfSum[sum])
                }
            }
            state += 1
            if pairs.keys.count > Self.stateLimit || result.outcomes.count > 0xFFFF || rows.count > room {
                return (nil, rows.count)
            }
        }
        result.adopt(rows, stateCount: state)
        return (result, rows.count)
    }

    /// Takes the transitions, with states that behave alike made one.
    ///
    /// Where that would take very long, as for rules that tell runs of hundreds of days apart, the states stay as they
    /// are.
    private mutating func adopt(_ rows: [UInt32], stateCount known: Int) {
        let width = classCount * dutyCount
        let columns = Self.differentColumns(rows, width: width)
        var block = Array(repeating: 0, count: known)
        var blockCount = 1
        for round in 0... {
            if round * known * columns.count > Self.refinementLimit {
                block = Array(0..<known)
                blockCount = known
                break
            }
            var refined = block
            var refinedCount = blockCount
            for column in columns {
                var parts = Numbering()
                for state in 0..<known {
                    let entry = rows[state * width + column]
                    refined[state] = parts.number(
                        of: refined[state] << 32 | block[Int(entry >> 16)] << 16 | Int(entry & 0xFFFF))
                }
                refinedCount = parts.keys.count
            }
            block = refined
            if refinedCount == blockCount { break }
            blockCount = refinedCount
        }
        var chosen = Array(repeating: -1, count: blockCount)
        for state in 0..<known where chosen[block[state]] < 0 { chosen[block[state]] = state }
        stateCount = blockCount
        initialStates = initialStates.map { block[$0] }
        table = Array(repeating: 0, count: classCount * blockCount * dutyCount)
        for state in 0..<blockCount {
            let row = chosen[state] * width
            for kind in 0..<classCount {
                for duty in 0..<dutyCount {
                    let entry = rows[row + kind * dutyCount + duty]
                    table[(kind * blockCount + state) * dutyCount + duty] =
                        UInt32(block[Int(entry >> 16)]) << 16 | (entry & 0xFFFF)
                }
            }
        }
    }

    /// The first of each of the columns that are equal: duties, and kinds of days, that no state tells apart.
    private static func differentColumns(_ rows: [UInt32], width: Int) -> [Int] {
        var group = Array(repeating: 0, count: width)
        var groupCount = 1
        for row in stride(from: 0, to: rows.count, by: width) where groupCount < width {
            var parts = Numbering()
            for column in 0..<width { group[column] = parts.number(of: group[column] << 32 | Int(rows[row + column])) }
            groupCount = parts.keys.count
        }
        var columns: [Int] = []
        for column in 0..<width where group[column] == columns.count { columns.append(column) }
        return columns
    }
}
