internal import RotaModel
internal import RotaRules

/// What requirements of one problem come to: rows of people and couplings between them, for any choice of requirements.
final class ConflictGround {
    enum Verdict {
        /// Already these cannot hold together.
        case impossible(Set<Requirement>)
        /// The rota keeps all of them.
        case possible(Rota)
        case unknown
    }

    let problem: RotaProblem
    /// By person.
    let rowRequirements: [[Requirement]]
    let couplings: [Coupling]
    private let laws: RowLaws
    private let judge: Judge
    private let stop: StopSignal
    private let goOn: () -> Bool
    private let room: Int
    private var cache: [Key: RowDiagram] = [:]

    private struct Key: Hashable {
        var person: Int
        var requirements: [Requirement]
    }

    /// Bytes that the rows of all people take at most, about.
    private static let memory = 400_000_000
    private static let mostNodes = 5_000

    init(_ problem: RotaProblem, stop: StopSignal, goOn: @escaping () -> Bool) {
        self.problem = problem
        self.stop = stop
        self.goOn = goOn
        let laws = RowLaws(problem)
        self.laws = laws
        rowRequirements = problem.people.indices.map { laws.requirements(of: $0) }
        couplings = Coupling.all(in: problem)
        judge = Judge(problem)
        let cells = problem.people.count * problem.dayCount * (problem.shiftTypes.count + 1)
        room = max(100, min(Self.mostNodes, Self.memory / 4 / cells))
    }

    /// Everything that is required.
    var requirements: Set<Requirement> { Set(rowRequirements.joined()).union(couplings.map(\.requirement)) }

    /// Whether these requirements, of couplings only those on some days, can hold together.
    ///
    /// - Parameters:
    ///   - days: nil: all.
    ///   - nodes: see `Refuter.run`.
    func judge(_ kept: Set<Requirement>, days: Range<Int>? = nil, nodes: Int) -> Verdict {
        let chosen = couplings.filter { kept.contains($0.requirement) && days?.contains($0.day) ?? true }
        var isIn = problem.people.map { _ in false }
        for coupling in chosen { for term in coupling.terms { isIn[term.person] = true } }
        var diagrams: [RowDiagram?] = problem.people.map { _ in nil }
        for person in problem.people.indices {
            let mine = rowRequirements[person].filter(kept.contains)
            guard isIn[person] || !mine.isEmpty else { continue }
            guard let diagram = diagram(of: person, mine) else { return .unknown }
            if diagram.isEmpty { return .impossible(Set(mine)) }
            diagrams[person] = diagram
        }
        let first = chosen.map(\.day).min() ?? 0
        let last = chosen.map(\.day).max() ?? 0
        let refuter = Refuter(
            chosen, days: first..<last + 1, dutyCount: problem.shiftTypes.count + 1, diagrams: diagrams, stop: stop,
            goOn: goOn)
        switch refuter.run(nodes: nodes) {
        case .unknown: return .unknown
        case .impossible(let used):
            let rows = problem.people.indices.filter { isIn[$0] }.flatMap { rowRequirements[$0].filter(kept.contains) }
            return .impossible(Set(rows).union(used.map { chosen[$0].requirement }))
        case .possible(let parts):
            var rota = Rota(for: problem)
            for (person, diagram) in diagrams.enumerated() {
                guard let diagram else { continue }
                let zeros = Array(repeating: 0, count: problem.dayCount * diagram.dutyCount)
                let row =
                    parts[person].map { diagram.row(with: $0, first: first) }
                    ?? diagram.best(on: 0..<problem.dayCount, worth: zeros)?.duties
                for (day, duty) in (row ?? []).enumerated() {
                    rota[PersonIndex(person), DayIndex(day)] = Duty(rawValue: duty)
                }
            }
            // Rows may have been told apart less than they should; with days left out, more may be broken.
            let isKept = !judge.assess(rota).findings.contains {
                $0.isHard && ($0.requirement(in: problem).map(kept.contains) ?? true)
            }
            return isKept ? .possible(rota) : .unknown
        }
    }

    private func diagram(of person: Int, _ requirements: [Requirement]) -> RowDiagram? {
        let key = Key(person: person, requirements: requirements)
        if let known = cache[key] { return known }
        let kept = Set(requirements)
        let diagram = laws.diagram(of: person, room: room, keeping: kept.contains, goOn: goOn)
        // As many as a few trials need.
        if cache.count > 4 * problem.people.count { cache = [:] }
        cache[key] = diagram
        return diagram
    }
}
