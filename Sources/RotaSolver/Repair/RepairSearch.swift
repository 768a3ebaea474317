internal import Dispatch
internal import RotaModel
internal import RotaRules

/// Looks for repairs: first all of few cells, then people's best answers to each other, one person more at a time, the
/// best so far kept at each step (beam search).
///
/// The same repairs are found whatever the number of threads, unless the time is up first.
final class RepairSearch {
    private let task: RepairTask
    private let benches: [RepairBench]
    private let responses: [RowResponse]
    private let stop: StopSignal
    private let isLate: @Sendable () -> Bool
    /// How much dearer a partial repair may get that moves a gap to another place.
    private let slack: Int
    private(set) var pool = RepairPool()
    /// What breaks least so far, for where nothing legal is found.
    private(set) var leastBad: [RepairPool.Entry] = []
    /// Whether it is proven that there is no legal repair.
    private(set) var isProvenNone = false

    /// Partial repairs kept at each step, fewer where there are many gaps to fill one after the other.
    private static let beamWidths = 3...10
    private static let widthTimesGaps = 30
    /// People disturbed at most.
    private static let mostPeople = 12
    /// Labels made at most, so that a repair ends in about a second whatever the problem is.
    private static let mostWork = 4_000_000
    /// Steps of the search by cells.
    private static let cellSteps = 20_000

    init(
        _ tables: ProblemTables, _ task: RepairTask, slack: Int, threads: Int, stop: StopSignal,
        isLate: @escaping @Sendable () -> Bool
    ) {
        self.task = task
        self.slack = slack
        self.stop = stop
        self.isLate = isLate
        benches = (0..<max(1, threads)).map { _ in RepairBench(tables, task) }
        responses = benches.map { RowResponse($0) }
    }

    private var isOver: Bool { stop.isRaised || isLate() }

    func run() {
        let forced = entry(task.forced)
        var beam = [forced]
        // First what those can do for whom it is.
        for person in task.isCause.indices where task.isCause[person] {
            beam += answers(of: [person], to: beam, query: query(mends: false, slack: .zero))
        }
        // A row that the absence alone breaks cannot be helped; the others are repaired all the same.
        if let best = select(beam, width: 1).first {
            for bench in benches {
                bench.show(best.patch)
                bench.allowCauses()
            }
            for entry in beam { offer(entry) }
        }
        benches[0].show(task.forced)
        let gaps = (0..<task.dayCount).count { benches[0].isWounded($0) }
        searchCells()
        let width = max(
            Self.beamWidths.lowerBound, min(Self.beamWidths.upperBound, Self.widthTimesGaps / max(1, gaps)))
        var kept = select(beam, width: width)
        let people = task.isCause.indices.filter { !task.isCause[$0] }
        for _ in 0..<min(Self.mostPeople, max(2, gaps + 2)) {
            guard !kept.isEmpty, !isOver, work < Self.mostWork else { break }
            var found: [RepairPool.Entry] = []
            for (rank, partial) in kept.enumerated() {
                // What moves a gap to another place may lead on.
                let slack = rank < 2 ? Cost(hard: 0, soft: slack) : .zero
                found += answers(
                    of: people.filter { !partial.people.contains($0) }, to: [partial],
                    query: query(mends: true, slack: slack))
                if isOver { break }
            }
            let better = found.filter { answer in answer.cost.isBetter(than: forced.cost) }
            kept = select(better, width: width)
            // And some that only move what is missing to where somebody else may fill it.
            kept += select(found.filter { !$0.cost.isBetter(than: forced.cost) }, width: width / 2)
        }
    }

    private var work: Int { responses.reduce(0) { $0 + $1.work } }

    private func query(mends: Bool, slack: Cost) -> RowResponse.Query {
        let changed = task.forced.cells.count
        return RowResponse.Query(mostChanges: min(8, max(4, changed + 3)), cutoff: slack, mends: mends)
    }

    private func entry(_ patch: RotaPatch) -> RepairPool.Entry {
        benches[0].show(patch)
        return RepairPool.Entry(patch: patch, cost: benches[0].cost, people: task.disturbed(by: patch.cells))
    }

    /// Takes a repair into the pool if it is legal as far as others are concerned, else among those that break least.
    private func offer(_ entry: RepairPool.Entry) {
        benches[0].show(entry.patch)
        if benches[0].violations().isEmpty {
            pool.add(entry)
        } else {
            if leastBad.contains(where: { $0.patch == entry.patch }) { return }
            leastBad.append(entry)
            leastBad.sort { left, right in
                left.cost.hard != right.cost.hard
                    ? left.cost.hard < right.cost.hard : RepairPool.Entry.ranks(left, before: right)
            }
            if leastBad.count > 8 { leastBad.removeLast() }
        }
    }

    private func searchCells() {
        let search = CellSearch(benches[0], steps: Self.cellSteps)
        for people in 0...2 {
            let outcome = search.search(
                mostPeople: people, mostChanges: task.forced.cells.count + 8, stop: stop)
            for repair in search.found { offer(entry(repair.patch)) }
            if outcome == .none, !search.isLimited, task.isLegalBefore, task.isFreeOnlyInWindow { isProvenNone = true }
            if outcome != .none || isProvenNone || isOver { break }
        }
    }

    /// Each person's answers to each partial repair, all offered to the pool.
    private func answers(
        of people: [Int], to partials: [RepairPool.Entry], query: RowResponse.Query
    ) -> [RepairPool.Entry] {
        var found: [RepairPool.Entry] = []
        for partial in partials {
            var byThread = Array(repeating: [RepairPool.Entry](), count: benches.count)
            byThread.withUnsafeMutableBufferPointer { results in
                // Each thread uses its own bench and its own place.
                nonisolated(unsafe) let results = results
                nonisolated(unsafe) let this = self
                DispatchQueue.concurrentPerform(iterations: benches.count) { thread in
                    results[thread] = this.answers(of: people, to: partial, query: query, thread: thread)
                }
            }
            found += byThread.flatMap { $0 }
        }
        found.sort(by: RepairPool.Entry.ranks)
        for answer in found { offer(answer) }
        return found
    }

    private func answers(
        of people: [Int], to partial: RepairPool.Entry, query: RowResponse.Query, thread: Int
    ) -> [RepairPool.Entry] {
        let bench = benches[thread]
        bench.show(partial.patch)
        var found: [RepairPool.Entry] = []
        for (number, person) in people.enumerated() where number % benches.count == thread {
            if isOver { break }
            for answer in responses[thread].answers(of: person, query) {
                let patch = partial.patch.changing(
                    person, answer.cells, dayCount: task.dayCount, original: task.original)
                found.append(
                    RepairPool.Entry(
                        patch: patch, cost: partial.cost + answer.cost, people: task.disturbed(by: patch.cells)))
            }
        }
        return found
    }

    /// The cheapest, at most two of the same people: the one with the fewest changes and the cheapest.
    private func select(_ entries: [RepairPool.Entry], width: Int) -> [RepairPool.Entry] {
        var best: [[Int]: [RepairPool.Entry]] = [:]
        for entry in entries.sorted(by: RepairPool.Entry.ranks) {
            let known = best[entry.people, default: []]
            if known.isEmpty {
                best[entry.people] = [entry]
            } else if entry.cost.isBetter(than: known[known.count - 1].cost) {
                best[entry.people] = [known[0], entry]
            }
        }
        let order = best.values.flatMap { $0 }.sorted { left, right in
            left.cost != right.cost
                ? left.cost.isBetter(than: right.cost) : RepairPool.Entry.ranks(left, before: right)
        }
        return Array(order.prefix(width))
    }
}
