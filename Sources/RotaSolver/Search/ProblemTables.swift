package import RotaRules

/// A compiled problem laid out flat for the hot loops: never changes during a search.
package final class ProblemTables {
    /// One machine as one person runs it.
    struct Slot: BitwiseCopyable {
        /// Where its transitions begin in `transitions`, its days' classes in `classes`, its outcomes in `outcomes`.
        var table: Int32
        var classes: Int32
        var outcome: Int32
        var stateCount: Int32
        var laneCount: Int32
        /// Where the counters its lanes feed begin in `laneCounterStart`.
        var lanes: Int32
        var initial: Int32
        /// Where the ranges of incoming arcs of class 0, state 0 stand in `arcStart`.
        var arcs: Int32
        /// Where class 0 stands in `sourceStart` and `emits`.
        var sources: Int32
    }

    /// A transition seen from where it leads to.
    struct Arc: BitwiseCopyable {
        var from: UInt16
        var outcome: UInt16
        var duty: UInt8
    }

    /// A range of positions.
    struct Span: BitwiseCopyable {
        var first: Int32
        var count: Int32

        @inline(__always)
        var range: Range<Int> { Int(first)..<Int(first) + Int(count) }
    }

    let compiled: CompiledProblem
    let peopleCount: Int
    let dayCount: Int
    let dutyCount: Int
    let historyDayCount: Int

    let cellSoft: Table<Int32>
    let cellHard: Table<Int32>
    /// As `cellHard`: whether the duty alone takes a sum above its hard most, so that no legal rota has it.
    let isNever: Table<Bool>
    let minutes: Table<Int32>
    let history: Table<UInt8>

    /// By person: their slots. A person has as many slots as machines, mostly one.
    let slotsOf: Table<Span>
    let slots: Table<Slot>
    let transitions: Table<UInt32>
    let classes: Table<UInt16>
    let outcomes: Table<RowMachine.Outcome>
    /// By class and state of a machine: where its incoming arcs begin in `arcs`, those that break no hard rule first.
    let arcStart: Table<Int32>
    let arcs: Table<Arc>
    /// The same arcs as bundles: see `ArcBundles`.
    let bundleStart: Table<Int32>
    let bundleBroken: Table<Int32>
    let bundles: Table<ArcBundles.Bundle>
    let sourceStart: Table<Int32>
    let sources: Table<ArcBundles.Source>
    let sourceMembers: Table<UInt16>
    let emits: Table<Bool>
    /// By lane: counters it feeds, as a range of `laneCounters`.
    let laneSpans: Table<Span>
    let laneCounters: Table<Int32>

    /// By person: their counters.
    let countersOf: Table<Span>
    let counters: Table<RowCounter>
    let counterBases: Table<Int>
    /// By person: the counter that row solves keep exactly.
    let tracked: Table<TrackedCounter>
    /// By person and day: where the contributions of duty 0 begin in `contributionSpans`.
    let contributionRow: Table<Int32>
    let contributionSpans: Table<Span>
    let contributions: Table<RowProfile.Contribution>

    let windowsOf: Table<Span>
    let windows: Table<RowWindow>

    let groupOf: Table<Int32>
    let groupCount: Int
    let lineStart: Table<Int32>
    let lines: Table<Int32>
    let lineTable: Table<Int32>
    let lineCosts: Table<Cost>
    let lineCovers: Table<Bool>
    let lineCount: Int

    let hasNeeds: Bool
    let hasPairs: Bool
    /// Whether demand and the first machines and counters are all there is: then rows can be chosen without regard to more.
    let rowsCoverAll: Bool

    package init(_ compiled: CompiledProblem) {
        self.compiled = compiled
        peopleCount = compiled.peopleCount
        dayCount = compiled.dayCount
        dutyCount = compiled.dutyCount
        historyDayCount = compiled.historyDayCount
        cellSoft = Table(compiled.cellSoft)
        cellHard = Table(compiled.cellHard)
        minutes = Table(compiled.minutes)
        history = Table(compiled.history)

        var slotsOf: [Span] = []
        var slots: [Slot] = []
        var transitions: [UInt32] = []
        var classes: [UInt16] = []
        var outcomes: [RowMachine.Outcome] = []
        var arcStart: [Int32] = []
        var arcs: [Arc] = []
        var bundles = ArcBundles()
        var laneSpans: [Span] = []
        var laneCounters: [Int32] = []
        var countersOf: [Span] = []
        var counters: [RowCounter] = []
        var contributionRow: [Int32] = []
        var contributionSpans: [Span] = []
        var contributions: [RowProfile.Contribution] = []
        var tracked: [TrackedCounter] = []
        var windowsOf: [Span] = []
        var windows: [RowWindow] = []

        // Everything that belongs to a profile is laid down once; people point at it.
        var templates: [[Slot]] = []
        var spanRows: [Int] = []
        for profile in compiled.profiles {
            var template: [Slot] = []
            for (number, machine) in profile.machines.enumerated() {
                template.append(
                    Slot(
                        table: Int32(transitions.count), classes: Int32(classes.count),
                        outcome: Int32(outcomes.count), stateCount: Int32(machine.stateCount),
                        laneCount: Int32(machine.laneCount), lanes: Int32(laneSpans.count), initial: 0,
                        arcs: Int32(arcStart.count), sources: Int32(bundles.emits.count)))
                bundles.add(machine)
                Self.addArcs(of: machine, to: &arcs, starts: &arcStart)
                transitions += machine.table
                classes += machine.classOfDay.map { UInt16($0) }
                outcomes += machine.outcomes
                for fed in profile.laneCounters[number] {
                    laneSpans.append(Span(first: Int32(laneCounters.count), count: Int32(fed.count)))
                    laneCounters += fed.map { Int32($0) }
                }
            }
            templates.append(template)
            spanRows.append(contributionSpans.count)
            for (start, end) in zip(profile.contributionStart, profile.contributionStart.dropFirst()) {
                contributionSpans.append(
                    Span(first: Int32(contributions.count + start), count: Int32(end - start)))
            }
            contributions += profile.contributions
        }
        for person in 0..<compiled.peopleCount {
            let number = compiled.profileOf[person]
            let profile = compiled.profiles[number]
            slotsOf.append(Span(first: Int32(slots.count), count: Int32(profile.machines.count)))
            for (template, machine) in zip(templates[number], profile.machines) {
                var slot = template
                slot.initial = Int32(machine.initialStates[person])
                slots.append(slot)
            }
            tracked.append(
                TrackedCounter(of: profile, firstCounter: counters.count, dutyCount: compiled.dutyCount))
            countersOf.append(Span(first: Int32(counters.count), count: Int32(profile.counters.count)))
            counters += profile.counters
            contributionRow += profile.counterClassOfDay.map { Int32(spanRows[number] + $0 * compiled.dutyCount) }
            windowsOf.append(Span(first: Int32(windows.count), count: Int32(profile.windows.count)))
            windows += profile.windows
        }
        self.slotsOf = Table(slotsOf)
        self.slots = Table(slots)
        self.transitions = Table(transitions)
        self.classes = Table(classes)
        self.outcomes = Table(outcomes)
        self.arcStart = Table(arcStart)
        self.arcs = Table(arcs)
        bundleStart = Table(bundles.starts)
        bundleBroken = Table(bundles.broken)
        self.bundles = Table(bundles.bundles)
        sourceStart = Table(bundles.sourceStart)
        sources = Table(bundles.sources)
        sourceMembers = Table(bundles.members)
        emits = Table(bundles.emits)
        self.laneSpans = Table(laneSpans)
        self.laneCounters = Table(laneCounters)
        self.countersOf = Table(countersOf)
        self.counters = Table(counters)
        counterBases = Table(compiled.counterBases.flatMap { $0 })
        self.contributionRow = Table(contributionRow)
        self.contributionSpans = Table(contributionSpans)
        self.contributions = Table(contributions)
        self.tracked = Table(tracked)
        isNever = Self.never(compiled)
        self.windowsOf = Table(windowsOf)
        self.windows = Table(windows)

        let cover = compiled.cover
        groupOf = Table(cover.groupOf)
        groupCount = cover.groupCount
        lineStart = Table(cover.lineStart)
        lines = Table(cover.lines)
        lineTable = Table(cover.lineTable.map { Int32($0) })
        lineCosts = Table(cover.tables)
        lineCovers = Table(cover.lineCovers)
        lineCount = cover.lineCount
        hasNeeds = !cover.needs.isEmpty
        hasPairs = !compiled.pairs.isEmpty
        rowsCoverAll =
            !hasNeeds && !hasPairs
            && compiled.profiles.allSatisfy { $0.machines.count == 1 && $0.windows.isEmpty }
    }

    /// Which duties on which days a hard most forbids outright.
    private static func never(_ compiled: CompiledProblem) -> Table<Bool> {
        var never = Array(repeating: false, count: compiled.peopleCount * compiled.dayCount * compiled.dutyCount)
        for person in 0..<compiled.peopleCount {
            let profile = compiled.profiles[compiled.profileOf[person]]
            for day in 0..<compiled.dayCount {
                let row = profile.counterClassOfDay[day] * compiled.dutyCount
                for duty in 0..<compiled.dutyCount {
                    let span = profile.contributionStart[row + duty]..<profile.contributionStart[row + duty + 1]
                    never[(person * compiled.dayCount + day) * compiled.dutyCount + duty] = span.contains {
                        let contribution = profile.contributions[$0]
                        let limits = profile.counters[contribution.counter]
                        guard limits.price.hard > 0, limits.maximum != .max else { return false }
                        let base = compiled.counterBases[person][contribution.counter]
                        return base + contribution.amount > limits.maximum
                    }
                }
            }
        }
        return Table(never)
    }

    /// Lays down a machine's transitions by class and by the state they lead to.
    private static func addArcs(of machine: RowMachine, to arcs: inout [Arc], starts: inout [Int32]) {
        for kind in 0..<machine.classCount {
            var incoming = Array(repeating: [Arc](), count: machine.stateCount)
            for state in 0..<machine.stateCount {
                for duty in 0..<machine.dutyCount {
                    let entry = machine.table[(kind * machine.stateCount + state) * machine.dutyCount + duty]
                    incoming[Int(entry >> 16)].append(
                        Arc(from: UInt16(state), outcome: UInt16(entry & 0xFFFF), duty: UInt8(duty)))
                }
            }
            for list in incoming {
                let legal = list.filter { machine.outcomes[Int($0.outcome)].cost.hard == 0 }
                starts.append(Int32(arcs.count))
                arcs += legal + list.filter { machine.outcomes[Int($0.outcome)].cost.hard != 0 }
            }
        }
        starts.append(Int32(arcs.count))
    }

    /// What the places that a person takes by these duties cost at prices by line.
    func priceOfPlaces(_ duties: [UInt8], of person: Int, from day: Int, prices: [Double]) -> Double {
        var price = 0.0
        for (offset, duty) in duties.enumerated() {
            let position = Int(groupOf[person * dayCount + day + offset]) * dutyCount + Int(duty)
            for entry in Int(lineStart[position])..<Int(lineStart[position + 1]) { price += prices[Int(lines[entry])] }
        }
        return price
    }

    /// What a whole row of a person adds up to in one of the person's counters.
    func sum(of counter: Int, person: Int, duties: [UInt8]) -> Int {
        let position = counter - countersOf[person].range.lowerBound
        var sum = counterBases[counter]
        for (day, duty) in duties.enumerated() {
            let row = Int(contributionRow[person * dayCount + day])
            for entry in contributionSpans[row + Int(duty)].range where contributions[entry].counter == position {
                sum += contributions[entry].amount
            }
        }
        return sum
    }
}
