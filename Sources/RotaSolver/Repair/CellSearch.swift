internal import RotaRules

/// All repairs of few cells: whatever a change breaks has to be mended by another change among few cells, so the search
/// branches on what is broken, the part with the fewest ways out first, and takes changes back (depth first, with ever
/// more changes allowed).
///
/// No legal repair with at most so many people and changes is missed, unless the search runs out of steps.
final class CellSearch {
    private let bench: RepairBench
    private let tables: ProblemTables
    /// Duties of cells that have been tried already higher up.
    private var barred: Set<RotaPatch.Cell> = []
    private var mostPeople = 0
    private var mostChanges = 0
    /// Whether anything was left out for the most changes there may be.
    private var isCut = false
    /// Whether anything was left out for the most people who may be disturbed.
    private(set) var isLimited = false
    private(set) var stepsLeft: Int
    private(set) var found: [(patch: RotaPatch, cost: Cost)] = []

    init(_ bench: RepairBench, steps: Int) {
        self.bench = bench
        tables = bench.tables
        stepsLeft = steps
    }

    /// Whether all were found that there are.
    enum Outcome { case found, none, unknown }

    /// Looks for repairs that disturb at most so many people, with as few changes as possible.
    func search(mostPeople: Int, mostChanges: Int, stop: StopSignal) -> Outcome {
        self.mostPeople = mostPeople
        isLimited = false
        let least = bench.task.forced.cells.count
        for limit in least...max(least, mostChanges) {
            self.mostChanges = limit
            isCut = false
            barred = []
            found = []
            visit(bench.task.forced, stop: stop)
            if !found.isEmpty { return .found }
            if stepsLeft <= 0 || stop.isRaised { return .unknown }
            if !isCut { return .none }
        }
        return .unknown
    }

    private func visit(_ patch: RotaPatch, stop: StopSignal) {
        guard stepsLeft > 0, !stop.isRaised else { return }
        stepsLeft -= 1
        bench.show(patch)
        let violations = bench.violations()
        if violations.isEmpty {
            found.append((patch, bench.cost))
            return
        }
        let left = mostChanges - patch.cells.count
        if left < Set(violations.compactMap(day)).count || left == 0 {
            isCut = true
            return
        }
        let people = bench.task.disturbed(by: patch.cells)
        let isFull = people.count >= mostPeople
        var best: [RotaPatch.Cell]?
        for violation in violations {
            let ways = ways(outOf: violation, of: patch, people: isFull ? people : nil)
            if best.map({ ways.count < $0.count }) ?? true { best = ways }
            if ways.isEmpty { return }
        }
        guard let ways = best else { return }
        var tried: [RotaPatch.Cell] = []
        for way in ways {
            let next = RotaPatch(patch.cells + [way])
            visit(next, stop: stop)
            if stepsLeft <= 0 { break }
            barred.insert(way)
            tried.append(way)
        }
        for way in tried { barred.remove(way) }
    }

    /// Demand of different days takes different changes.
    private func day(_ violation: RepairBench.Violation) -> Int? {
        switch violation {
        case .row: nil
        case .line(let line): bench.task.dayOfLine[line]
        case .need(let need): tables.compiled.cover.needs[need].day
        case .pair(_, let day): day
        }
    }

    /// The changes of one cell of which one has to be made.
    ///
    /// - Parameter people: who may be disturbed; nil: anybody.
    private func ways(
        outOf violation: RepairBench.Violation, of patch: RotaPatch, people: [Int]?
    ) -> [RotaPatch.Cell] {
        var ways: [RotaPatch.Cell] = []
        func add(_ person: Int, _ day: Int, where isWay: (Int, Int) -> Bool = { _, _ in true }) {
            let position = person * tables.dayCount + day
            guard bench.task.isFree[position], !patch.cells.contains(where: { $0.position == position }) else { return }
            if let people, !bench.task.isCause[person], !people.contains(person) {
                isLimited = true
                return
            }
            let now = Int(bench.state.duties[position])
            for duty in 0..<tables.dutyCount where duty != now && isWay(now, duty) {
                let cell = RotaPatch.Cell(position: Int32(position), duty: UInt8(duty))
                let entry = position * tables.dutyCount
                let isWorse = tables.cellHard[entry + duty] > tables.cellHard[entry + now]
                if !isWorse, !tables.isNever[entry + duty], !barred.contains(cell) { ways.append(cell) }
            }
        }
        switch violation {
        case .row(let person):
            for day in bench.task.window { add(person, day) }
        case .line(let line):
            let isShort = bench.isShort(line)
            let day = bench.task.dayOfLine[line]
            for person in 0..<tables.peopleCount {
                let group = Int(tables.groupOf[person * tables.dayCount + day]) * tables.dutyCount
                func counts(_ duty: Int) -> Bool {
                    (Int(tables.lineStart[group + duty])..<Int(tables.lineStart[group + duty + 1])).contains {
                        Int(tables.lines[$0]) == line
                    }
                }
                add(person, day) { counts($0) != counts($1) && counts($1) == isShort }
            }
        case .need(let need):
            let day = tables.compiled.cover.needs[need].day
            for person in 0..<tables.peopleCount { add(person, day) }
        case .pair(let pair, let day):
            add(tables.compiled.pairs[pair].first, day)
            add(tables.compiled.pairs[pair].second, day)
        }
        return ways
    }
}
