internal import RotaRules

/// A machine's transitions as the dynamic program goes over them: what leads to a state by one duty and with one outcome
/// taken together, and what several of these begin from reckoned once.
///
/// On a ward with 16 shift types a day has some 1,700 transitions but 35 sets of states to come from, most of them one of
/// the others and a few states more.
struct ArcBundles {
    /// The transitions from one state or from a set of states to one state by one duty.
    struct Bundle: BitwiseCopyable {
        /// A state, or the number of states of the machine plus the position of a set within its class of days.
        var source: UInt16
        var outcome: UInt16
        var duty: UInt8
    }

    /// States to come from: those of an earlier set of the same class, and some more.
    struct Source: BitwiseCopyable {
        /// The position of a set within the class; -1: none.
        var parent: Int32
        /// As a range of `members`.
        var first: Int32
        var count: Int32

        @inline(__always)
        var range: Range<Int> { Int(first)..<Int(first) + Int(count) }
    }

    /// By class and state: where its bundles begin, those that break no hard rule first; and where the others begin.
    private(set) var starts: [Int32] = []
    private(set) var broken: [Int32] = []
    private(set) var bundles: [Bundle] = []
    /// By class, over all machines: where its sets begin in `sources`.
    private(set) var sourceStart: [Int32] = [0]
    private(set) var sources: [Source] = []
    private(set) var members: [UInt16] = []
    /// By class, over all machines: whether a transition of the class feeds the first lane.
    private(set) var emits: [Bool] = []

    /// Sets of fewer states are not worth a reckoning of their own.
    private static let least = 6

    /// What leads to a state by one duty and with one outcome.
    private struct Group {
        var outcome: UInt16
        var duty: UInt8
        /// In order.
        var from: [UInt16]
    }

    /// Takes a machine's transitions, behind those of the machines before it.
    mutating func add(_ machine: RowMachine) {
        for kind in 0..<machine.classCount {
            var incoming = Array(repeating: [Group](), count: machine.stateCount)
            var isEmitting = false
            for state in 0..<machine.stateCount {
                for duty in 0..<machine.dutyCount {
                    let entry = machine.table[(kind * machine.stateCount + state) * machine.dutyCount + duty]
                    let (end, outcome) = (Int(entry >> 16), UInt16(entry & 0xFFFF))
                    if machine.outcomes[Int(outcome)].lanes & 0xFFFF != 0 { isEmitting = true }
                    if let known = incoming[end].firstIndex(where: { $0.duty == duty && $0.outcome == outcome }) {
                        incoming[end][known].from.append(UInt16(state))
                    } else {
                        incoming[end].append(Group(outcome: outcome, duty: UInt8(duty), from: [UInt16(state)]))
                    }
                }
            }
            emits.append(isEmitting)
            let sets = addSources(
                of: incoming.joined().lazy.filter { $0.from.count >= Self.least }, states: machine.stateCount)
            for list in incoming {
                starts.append(Int32(bundles.count))
                for isBroken in [false, true] {
                    if isBroken { broken.append(Int32(bundles.count)) }
                    for group in list where (machine.outcomes[Int(group.outcome)].cost.hard != 0) == isBroken {
                        let set = sets.firstIndex(of: group.from).map { [UInt16(machine.stateCount + $0)] }
                        for source in set ?? group.from {
                            bundles.append(Bundle(source: source, outcome: group.outcome, duty: group.duty))
                        }
                    }
                }
            }
        }
        starts.append(Int32(bundles.count))
        broken.append(Int32(bundles.count))
    }

    /// Lays down the sets that groups come from, smaller ones first, as many as there are states at most: the dynamic
    /// program has room for so many.
    private mutating func addSources(of groups: some Sequence<Group>, states: Int) -> [[UInt16]] {
        var distinct: [[UInt16]] = []
        for group in groups where !distinct.contains(group.from) { distinct.append(group.from) }
        let sets = Array(distinct.sorted { $0.count < $1.count }.prefix(states))
        for (position, set) in sets.enumerated() {
            var parent = -1
            for earlier in (0..<position).reversed() where sets[earlier].allSatisfy(set.contains) {
                parent = earlier
                break
            }
            let more = parent < 0 ? set : set.filter { !sets[parent].contains($0) }
            sources.append(Source(parent: Int32(parent), first: Int32(members.count), count: Int32(more.count)))
            members += more
        }
        sourceStart.append(Int32(sources.count))
        return sets
    }
}
