internal import RotaModel
internal import RotaRules

/// A rota under repair on one thread: what may change in it, what each part of it cost before, and changes made and taken
/// back, priced exactly.
final class RepairBench {
    let tables: ProblemTables
    let state: RotaState
    var editor: Editor
    let task: RepairTask
    /// What is changed at present.
    private(set) var patch = RotaPatch()
    /// By line of demand and by need: what the rota came to before anything was changed.
    private let lineCounts: [Int32]
    private let needPeople: [Int32]
    private let needHolding: [Int32]
    /// By person: what their row broke before, without what single cells break.
    private var rowHard: [Int]
    /// People whose unchanged rows break more, as fair shares move with who is there.
    private let burdened: [Int]

    init(_ tables: ProblemTables, _ task: RepairTask) {
        self.tables = tables
        self.task = task
        state = RotaState(tables)
        state.load(task.original)
        editor = Editor(state, hardPrice: 1)
        lineCounts = state.counts.array
        needPeople = state.needPeople.array
        needHolding = state.needHolding.array
        let rowHard =
            task.isLegalBefore ? Array(repeating: 0, count: tables.peopleCount) : state.rowCosts.array.map(\.hard)
        burdened = rowHard.indices.filter { [state] in state.rowCosts[$0].hard > rowHard[$0] }
        self.rowHard = rowHard
    }

    /// What the rota as it is changed costs more than it did before.
    var cost: Cost { editor.changed }

    // MARK: Changing

    /// Makes exactly these changes and no others.
    func show(_ wanted: RotaPatch) {
        guard wanted != patch else { return }
        var people: [Int] = []
        for cell in patch.cells + wanted.cells {
            let person = Int(cell.position) / tables.dayCount
            if !people.contains(person) { people.append(person) }
        }
        for person in people {
            let range = person * tables.dayCount..<(person + 1) * tables.dayCount
            var first = range.upperBound
            var last = range.lowerBound
            for cell in patch.cells + wanted.cells where range.contains(Int(cell.position)) {
                first = min(first, Int(cell.position))
                last = max(last, Int(cell.position))
            }
            for position in first...last { editor.fresh[position - first] = task.original[position] }
            for cell in wanted.cells where (first...last).contains(Int(cell.position)) {
                editor.fresh[Int(cell.position) - first] = cell.duty
            }
            _ = editor.tryRow(
                of: person, first: first - range.lowerBound, count: last - first + 1, threshold: .max / 2)
        }
        patch = wanted
    }

    /// What it would cost to change these cells of one person besides, days in order.
    func price(_ person: Int, _ cells: [(day: Int, duty: UInt8)]) -> Cost {
        guard let first = cells.first?.day, let last = cells.last?.day else { return .zero }
        for day in first...last { editor.fresh[day - first] = state.duties[person * tables.dayCount + day] }
        var cost = Cost.zero
        for cell in cells {
            let old = state.duties[person * tables.dayCount + cell.day]
            editor.fresh[cell.day - first] = cell.duty
            cost += outerDelta(person, day: cell.day, from: old, to: cell.duty)
        }
        return cost + editor.ownDelta(of: person, first: first, count: last - first + 1)
    }

    /// What another duty changes in all that is not about this person alone.
    func outerDelta(_ person: Int, day: Int, from old: UInt8, to new: UInt8) -> Cost {
        var cost = editor.coverDelta(of: person, day: day, from: Int(old), to: Int(new))
        if tables.hasPairs {
            cost += editor.pairCost(of: person, day: day, duty: new)
            cost -= editor.pairCost(of: person, day: day, duty: old)
        }
        return cost
    }

    // MARK: What is broken

    /// Takes what the rows of those for whom the rota is repaired break at present for what cannot be helped.
    func allowCauses() {
        for person in task.isCause.indices where task.isCause[person] {
            rowHard[person] = max(rowHard[person], state.rowCosts[person].hard)
        }
    }

    /// A part of the rota that breaks a hard rule more than it did before.
    enum Violation: Hashable {
        /// The person's row or one of its cells.
        case row(Int)
        case line(Int)
        case need(Int)
        case pair(Int, day: Int)
    }

    /// All that the changes have broken.
    func violations() -> [Violation] {
        var found: [Violation] = []
        var people = burdened
        var days: [Int] = []
        for cell in patch.cells {
            let (person, day) = Int(cell.position).quotientAndRemainder(dividingBy: tables.dayCount)
            if !people.contains(person) { people.append(person) }
            if !days.contains(day) { days.append(day) }
        }
        for person in people where breaksOwn(person) { found.append(.row(person)) }
        for day in days {
            for line in task.linesOnDay[day] {
                let table = Int(tables.lineTable[line])
                let before = tables.lineCosts[table + Int(lineCounts[line])].hard
                if tables.lineCosts[table + Int(state.counts[line])].hard > before { found.append(.line(line)) }
            }
        }
        if tables.hasNeeds {
            for (number, need) in tables.compiled.cover.needs.enumerated() where days.contains(need.day) {
                let now = need.cost(people: Int(state.needPeople[number]), holding: Int(state.needHolding[number]))
                let before = need.cost(people: Int(needPeople[number]), holding: Int(needHolding[number]))
                if now.hard > before.hard { found.append(.need(number)) }
            }
        }
        if tables.hasPairs {
            for person in people {
                for number in tables.compiled.pairsOf[person] {
                    for day in days where pairHard(number, day: day) && !found.contains(.pair(number, day: day)) {
                        found.append(.pair(number, day: day))
                    }
                }
            }
        }
        return found
    }

    /// Whether a line of demand has too few people rather than too many: whether one more would break less.
    func isShort(_ line: Int) -> Bool {
        let position = Int(tables.lineTable[line]) + Int(state.counts[line])
        guard Int(state.counts[line]) < tables.peopleCount else { return false }
        return tables.lineCosts[position + 1].hard < tables.lineCosts[position].hard
    }

    private func breaksOwn(_ person: Int) -> Bool {
        if state.rowCosts[person].hard > rowHard[person] { return true }
        return patch.cells.contains { cell in
            guard Int(cell.position) / tables.dayCount == person else { return false }
            let entry = Int(cell.position) * tables.dutyCount
            let before = task.isForced(Int(cell.position)) ? 0 : Int(task.original[Int(cell.position)])
            return tables.cellHard[entry + Int(cell.duty)] > tables.cellHard[entry + before]
        }
    }

    private func pairHard(_ number: Int, day: Int) -> Bool {
        let pair = tables.compiled.pairs[number]
        let (one, other) = (pair.first * tables.dayCount + day, pair.second * tables.dayCount + day)
        let now = pair.cost(first: state.duties[one], second: state.duties[other])
        return now.hard > pair.cost(first: task.original[one], second: task.original[other]).hard
    }

    /// Whether some line of demand of the day costs more than before.
    func isWounded(_ day: Int) -> Bool {
        task.linesOnDay[day].contains { line in
            let table = Int(tables.lineTable[line])
            return tables.lineCosts[table + Int(lineCounts[line])].isBetter(
                than: tables.lineCosts[table + Int(state.counts[line])])
        }
    }
}
