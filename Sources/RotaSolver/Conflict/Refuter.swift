internal import RotaModel
internal import RotaRules

/// Decides whether rows can be chosen, one for each person, that keep some couplings.
///
/// Column generation as for rotas, with what is missing to the couplings as its only cost. Prices y >= 0 of couplings
/// are proof that there are none (J. Farkas, 1902) if
///
///     sum over people of max over rows (worth of the row at y) < sum over couplings of y x least,
///
/// reckoned in whole numbers, so that no rounding can make a proof of none. Where the linear program has a solution but no
/// whole one is at hand, it branches on single cells.
final class Refuter {
    enum Verdict {
        /// These couplings, by position, are enough for that; the rows are all that their people have.
        case impossible(used: Set<Int>)
        /// By person: the duties of the row's days; nil for people without a part in it.
        case possible([RowDiagram.Part?])
        case unknown
    }

    private struct Column {
        var person: Int
        var part: RowDiagram.Part
    }

    private let days: Range<Int>
    private let dutyCount: Int
    private let couplings: [Coupling]
    /// People with a part in the couplings, and their row of the program.
    private let people: [Int]
    private let rowOf: [Int]
    private let diagrams: [RowDiagram?]
    private let program: LinearProgram
    private let stop: StopSignal
    private let goOn: () -> Bool
    private var columns: [Column] = []
    private var known: [Set<[UInt8]>]
    /// By person, day of `days` x duties + duty.
    private var banned: [[Bool]]
    /// By person, day and duty: the couplings that count it, and the sign.
    private var counted: [[[(coupling: Int, sign: Int)]]]
    private var nodesLeft = 0

    /// Parts of one that prices are rounded to.
    private static let scale = 1 << 20

    /// - Parameter diagrams: by person; not empty. Needed for whoever has a part in a coupling.
    init(
        _ couplings: [Coupling], days: Range<Int>, dutyCount: Int, diagrams: [RowDiagram?], stop: StopSignal,
        goOn: @escaping () -> Bool
    ) {
        self.couplings = couplings
        self.days = days
        self.dutyCount = dutyCount
        self.diagrams = diagrams
        self.stop = stop
        self.goOn = goOn
        var counted = diagrams.map { _ in [[(coupling: Int, sign: Int)]]() }
        var isIn = diagrams.map { _ in false }
        for coupling in couplings { for term in coupling.terms { isIn[term.person] = true } }
        people = diagrams.indices.filter { isIn[$0] }
        for person in people { counted[person] = Array(repeating: [], count: days.count * dutyCount) }
        for (number, coupling) in couplings.enumerated() {
            for term in coupling.terms {
                counted[term.person][(coupling.day - days.lowerBound) * dutyCount + term.duty].append(
                    (number, term.sign))
            }
        }
        self.counted = counted
        var rowOf = diagrams.map { _ in -1 }
        for (row, person) in people.enumerated() { rowOf[person] = row }
        self.rowOf = rowOf
        banned = diagrams.indices.map { isIn[$0] ? Array(repeating: false, count: days.count * dutyCount) : [] }
        known = diagrams.map { _ in [] }
        program = LinearProgram(
            rowLower: people.map { _ in 1 } + couplings.map { Double($0.least) },
            rowUpper: people.map { _ in 1 } + couplings.map { _ in .greatestFiniteMagnitude })
        program.add(
            couplings.indices.map {
                LinearProgram.Column(cost: 1, rows: [Int32(people.count + $0)], coefficients: [1])
            })
    }

    /// - Parameter nodes: how many programs it may solve.
    func run(nodes: Int) -> Verdict {
        nodesLeft = nodes
        if couplings.isEmpty { return .possible(diagrams.map { _ in nil }) }
        for person in people where best(person, worth: zeros).map({ add(person, $0) }) == nil {
            return .impossible(used: [])
        }
        return solve()
    }

    private var zeros: [Int] { Array(repeating: 0, count: days.count * dutyCount) }

    private func best(_ person: Int, worth: [Int]) -> RowDiagram.Part? {
        var worth = worth
        for position in worth.indices where banned[person][position] { worth[position] = RowDiagram.never }
        return diagrams[person]?.best(on: days, worth: worth)
    }

    /// Whether it is new.
    @discardableResult
    private func add(_ person: Int, _ part: RowDiagram.Part) -> Bool {
        guard known[person].insert(part.duties).inserted else { return false }
        var sums: [Int: Int] = [:]
        for (offset, duty) in part.duties.enumerated() {
            for entry in counted[person][offset * dutyCount + Int(duty)] {
                sums[entry.coupling, default: 0] += entry.sign
            }
        }
        let places = sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        program.add([
            LinearProgram.Column(
                cost: 0, rows: [Int32(rowOf[person])] + places.map { Int32(people.count + $0.key) },
                coefficients: [1] + places.map { Double($0.value) })
        ])
        columns.append(Column(person: person, part: part))
        return true
    }

    private func isBanned(_ column: Column) -> Bool {
        column.part.duties.enumerated().contains { banned[column.person][$0 * dutyCount + Int($1)] }
    }

    // MARK: One program

    private func solve() -> Verdict {
        nodesLeft -= 1
        guard nodesLeft >= 0 else { return .unknown }
        // Whoever's rows are all banned gets another.
        for person in people where !columns.contains(where: { $0.person == person && !isBanned($0) }) {
            guard let part = best(person, worth: zeros) else { return .impossible(used: []) }
            add(person, part)
        }
        for (number, column) in columns.enumerated() {
            program.setBounds(
                of: couplings.count + number, lower: 0, upper: isBanned(column) ? 0 : .greatestFiniteMagnitude)
        }
        while true {
            guard goOn(), program.solve(by: .primal, stop: stop) else { return .unknown }
            if program.objective < 1e-6 { return branch() }
            let prices = couplings.indices.map { coupling in
                max(0, Int((program.rowPrices[people.count + coupling] * Double(Self.scale)).rounded()))
            }
            var balance = zip(prices, couplings).reduce(0) { $0 + $1.0 * $1.1.least }
            var fresh: [Column] = []
            for person in people {
                let worth = counted[person].map { $0.reduce(0) { $0 + prices[$1.coupling] * $1.sign } }
                guard let part = best(person, worth: worth) else { return .impossible(used: []) }
                balance -= part.value
                if Double(part.value) / Double(Self.scale) > -program.rowPrices[rowOf[person]] + 1e-7 {
                    fresh.append(Column(person: person, part: part))
                }
            }
            if balance > 0 { return .impossible(used: Set(prices.indices.filter { prices[$0] > 0 })) }
            if fresh.reduce(0, { $0 + (add($1.person, $1.part) ? 1 : 0) }) == 0 { return .unknown }
        }
    }

    /// Takes the rows if they are whole; else settles the cell that is most undecided, one way and the other.
    private func branch() -> Verdict {
        let values = columns.indices.map { program.values[couplings.count + $0] }
        var shares = banned.map { $0.map { _ in 0.0 } }
        for (number, column) in columns.enumerated() where values[number] > 1e-7 {
            for (offset, duty) in column.part.duties.enumerated() {
                shares[column.person][offset * dutyCount + Int(duty)] += values[number]
            }
        }
        var cell: (person: Int, position: Int)?
        var closest = 0.5 - 1e-5
        for person in people {
            for (position, share) in shares[person].enumerated() where abs(share - 0.5) < closest {
                (cell, closest) = ((person, position), abs(share - 0.5))
            }
        }
        guard let cell else {
            var chosen: [RowDiagram.Part?] = diagrams.map { _ in nil }
            for (number, column) in columns.enumerated() where values[number] > 0.5 {
                chosen[column.person] = column.part
            }
            return .possible(chosen)
        }
        let before = banned[cell.person]
        let first = cell.position / dutyCount * dutyCount
        var used: Set<Int> = []
        var isUnknown = false
        for isSettled in [true, false] {
            for position in first..<first + dutyCount where (position == cell.position) != isSettled {
                banned[cell.person][position] = true
            }
            let verdict = solve()
            banned[cell.person] = before
            switch verdict {
            case .possible: return verdict
            case .unknown: isUnknown = true
            case .impossible(let needed): used.formUnion(needed)
            }
            if isUnknown, nodesLeft <= 0 { break }
        }
        return isUnknown ? .unknown : .impossible(used: used)
    }
}
