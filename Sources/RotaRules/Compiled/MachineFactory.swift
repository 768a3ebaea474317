/// Builds machines automaton by automaton and remembers every step, so that people share what they have in common.
struct MachineFactory {
    struct Entry {
        var name: RowParts.Automaton
        var automaton: any RowAutomaton
        /// Of one unit of its amounts.
        var price: Cost
        var feedsCounter: Bool
        /// By person.
        var initialStates: [Int]
    }

    /// Four sums of 16 bits fit a word.
    private static let laneLimit = 4
    /// Transitions worked out for all machines together after which each automaton gets a machine of its own: about
    /// two seconds.
    private static let effortLimit = 40_000_000
    /// Transitions of one machine of several automata.
    private static let room = 8_000_000

    private let entries: [Entry]
    private let positions: [RowParts.Automaton: Int]
    private let empty: RowMachine
    /// By the positions of the automata in it; nil: too large.
    private var built: [[Int]: RowMachine?] = [:]
    /// Transitions worked out so far.
    private var effort = 0

    init(automata: [Entry], dayCount: Int, dutyCount: Int, peopleCount: Int) {
        entries = automata
        positions = Dictionary(
            automata.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        empty = RowMachine(dayCount: dayCount, dutyCount: dutyCount, peopleCount: peopleCount)
    }

    /// Machines that together run these automata, and by machine the automata that feed its lanes. A rule that is given
    /// twice counts twice.
    mutating func machines(
        for names: [RowParts.Automaton]
    ) -> (machines: [RowMachine], lanes: [[RowParts.Automaton]]) {
        var machines: [RowMachine] = []
        var lanes: [[RowParts.Automaton]] = []
        var current: [Int] = []
        var machine = empty
        var fed: [RowParts.Automaton] = []
        for position in names.compactMap({ positions[$0] }).sorted() {
            let entry = entries[position]
            let hasLane = !entry.feedsCounter || machine.laneCount < Self.laneLimit
            if hasLane, effort < Self.effortLimit, let larger = add(entry, to: machine, built: current + [position]) {
                machine = larger
                current.append(position)
            } else {
                machines.append(machine)
                lanes.append(fed)
                fed = []
                current = [position]
                guard let alone = add(entry, to: empty, built: current) else {
                    preconditionFailure("\(entry.name) alone has more than \(RowMachine.stateLimit) states")
                }
                machine = alone
            }
            if entry.feedsCounter { fed.append(entry.name) }
        }
        return (machines + [machine], lanes + [fed])
    }

    private mutating func add(_ entry: Entry, to machine: RowMachine, built key: [Int]) -> RowMachine? {
        if let known = built[key] { return known }
        let (larger, transitions) = machine.adding(
            entry.automaton, price: entry.price, feedsCounter: entry.feedsCounter, initialStates: entry.initialStates,
            room: key.count > 1 ? Self.room : .max)
        effort += transitions
        built[key] = .some(larger)
        return larger
    }
}
