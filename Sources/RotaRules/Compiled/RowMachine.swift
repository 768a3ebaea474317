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
    ///
    /// Reachable pairs of states only, then states that behave alike made one (E. F. Moore's partition refinement, 1956).
    func adding(
        _ automaton: any RowAutomaton, price: Cost, feedsCounter: Bool, initialStates starts: [Int]
    ) -> RowMachine? {
        var result = self
        // Classes of days: pairs of the machine's class and the automaton's key.
        var classes: [[Int]: Int] = [:]
        var representative: [Int] = []
        for day in classOfDay.indices {
            let pair = [classOfDay[day], automaton.key(ofDay: day)]
            if classes[pair] == nil {
                classes[pair] = representative.count
                representative.append(day)
            }
            result.classOfDay[day] = classes[pair] ?? 0
        }
        result.classCount = representative.count
        result.laneCount = laneCount + (feedsCounter ? 1 : 0)

        var numbers: [Pair: Int] = [:]
        var pairs: [Pair] = []
        func number(_ pair: Pair) -> Int {
            if let known = numbers[pair] { return known }
            numbers[pair] = pairs.count
            pairs.append(pair)
            return pairs.count - 1
        }
        result.initialStates = zip(initialStates, starts).map { number(Pair(machine: $0, automaton: $1)) }

        var outcomeNumbers: [Outcome: Int] = [:]
        result.outcomes = []
        func number(_ outcome: Outcome) -> Int {
            if let known = outcomeNumbers[outcome] { return known }
            outcomeNumbers[outcome] = result.outcomes.count
            result.outcomes.append(outcome)
            return result.outcomes.count - 1
        }
        _ = number(Outcome(cost: .zero, lanes: 0))

        // rows[state]: one entry a class and duty.
        var rows: [[UInt32]] = []
        while rows.count < pairs.count {
            let pair = pairs[rows.count]
            var row: [UInt32] = []
            row.reserveCapacity(representative.count * dutyCount)
            for day in representative {
                for duty in 0..<dutyCount {
                    let entry = table[(classOfDay[day] * stateCount + pair.machine) * dutyCount + duty]
                    let step = automaton.step(pair.automaton, day: day, duty: duty)
                    var outcome = outcomes[Int(entry & 0xFFFF)]
                    outcome.cost += Cost(hard: price.hard * step.amount, soft: price.soft * step.amount)
                    outcome.lanes += UInt64(step.emission) << UInt64(16 * laneCount)
                    let next = number(Pair(machine: Int(entry >> 16), automaton: step.next))
                    row.append(UInt32(next) << 16 | UInt32(number(outcome)))
                }
            }
            rows.append(row)
            if pairs.count > Self.stateLimit || result.outcomes.count > 0xFFFF { return nil }
        }
        result.adopt(rows)
        return result
    }

    private struct Pair: Hashable {
        var machine: Int
        var automaton: Int
    }

    /// Takes the transitions, with states that behave alike made one.
    private mutating func adopt(_ rows: [[UInt32]]) {
        var block = Array(repeating: 0, count: rows.count)
        var blockCount = 1
        while true {
            var numbers: [[UInt32]: Int] = [:]
            var refined = block
            for state in rows.indices {
                var signature = rows[state].map { UInt32(block[Int($0 >> 16)]) << 16 | ($0 & 0xFFFF) }
                signature.append(UInt32(block[state]))
                let next = numbers.count
                if let known = numbers[signature] {
                    refined[state] = known
                } else {
                    numbers[signature] = next
                    refined[state] = next
                }
            }
            block = refined
            if numbers.count == blockCount { break }
            blockCount = numbers.count
        }
        var chosen = Array(repeating: -1, count: blockCount)
        for state in rows.indices where chosen[block[state]] < 0 { chosen[block[state]] = state }
        stateCount = blockCount
        initialStates = initialStates.map { block[$0] }
        table = Array(repeating: 0, count: classCount * blockCount * dutyCount)
        for state in 0..<blockCount {
            let row = rows[chosen[state]]
            for kind in 0..<classCount {
                for duty in 0..<dutyCount {
                    let entry = row[kind * dutyCount + duty]
                    table[(kind * blockCount + state) * dutyCount + duty] =
                        UInt32(block[Int(entry >> 16)]) << 16 | (entry & 0xFFFF)
                }
            }
        }
    }
}
