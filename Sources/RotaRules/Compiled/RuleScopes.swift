internal import RotaModel

/// Ids to positions, rules to the days on which they hold for each person, and sets to the duties in them.
struct RuleScopes {
    let person: [PersonID: Int]
    let shift: [ShiftTypeID: Int]
    private let problem: RotaProblem

    init(_ problem: RotaProblem) {
        self.problem = problem
        person = Dictionary(problem.people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        shift = Dictionary(problem.shiftTypes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The stretches of the period in which a rule holds for a person.
    func stretches(of rule: Rule, person position: Int) -> [CompiledStretch] {
        let whole = [CompiledStretch(first: 0, last: problem.dayCount - 1)]
        let person = problem.people[position]
        switch rule.appliesTo {
        case .everyone: return whole
        case .people(let ids): return ids.contains(person.id) ? whole : []
        case .contracts(let ids):
            var found: [CompiledStretch] = []
            for day in 0..<problem.dayCount {
                let date = problem.date(of: DayIndex(day))
                guard ids.contains(where: { person.isUnder($0, on: date) }) else { continue }
                if let last = found.last, last.last == day - 1 {
                    found[found.count - 1].last = day
                } else {
                    found.append(CompiledStretch(first: day, last: day))
                }
            }
            return found
        }
    }

    /// By duty, whether it is a shift of the set.
    func members(of set: ShiftSet) -> [Bool] {
        let inside: [Bool] =
            switch set {
            case .all: problem.shiftTypes.map { _ in true }
            case .nights: problem.shiftTypes.map(\.isNight)
            case .types(let ids): problem.shiftTypes.map { ids.contains($0.id) }
            }
        return [false] + inside
    }

    /// By duty, whether it is in the set.
    func members(of set: DutySet) -> [Bool] {
        let types = problem.shiftTypes
        return switch set {
        case .off: [true] + types.map { _ in false }
        case .work: [false] + types.map { _ in true }
        case .any: [true] + types.map { _ in true }
        case .shifts(let ids): [false] + types.map { ids.contains($0.id) }
        case .not(let ids): [true] + types.map { !ids.contains($0.id) }
        }
    }
}

extension Severity {
    /// The cost of one unit.
    var price: Cost {
        switch self {
        case .hard: Cost(hard: 1, soft: 0)
        case .soft(let weight): Cost(hard: 0, soft: weight.value)
        }
    }
}
