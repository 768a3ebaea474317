internal import RotaModel
internal import RotaRules

/// A hard rule on several people's duties of one day: the sum of `terms` is at least `least`.
struct Coupling {
    struct Term {
        var person: Int
        var duty: Int
        var sign: Int
    }

    var requirement: Requirement
    var day: Int
    var least: Int
    var terms: [Term]

    /// All of a problem. None where demand or a rule is soft.
    static func all(in problem: RotaProblem) -> [Coupling] {
        demand(of: problem) + problem.rules.enumerated().flatMap { company($1, number: $0, problem) }
    }

    private static func demand(of problem: RotaProblem) -> [Coupling] {
        var found: [Coupling] = []
        for (number, line) in problem.demand.enumerated() {
            guard let day = problem.day(of: line.date)?.value else { continue }
            let duties = Set(line.shiftTypes.compactMap { problem.index(of: $0)?.value }).sorted().map { $0 + 1 }
            func terms(_ sign: Int) -> [Term] {
                problem.people.enumerated().flatMap { person, who -> [Term] in
                    if let qualification = line.qualification, !who.holds(qualification, on: line.date) { return [] }
                    return duties.map { Term(person: person, duty: $0, sign: sign) }
                }
            }
            if line.minimum > 0, line.belowMinimum == .hard {
                found.append(
                    Coupling(requirement: .minimum(demand: number), day: day, least: line.minimum, terms: terms(1)))
            }
            if let maximum = line.maximum, line.aboveMaximum == .hard {
                found.append(
                    Coupling(requirement: .maximum(demand: number), day: day, least: -maximum, terms: terms(-1)))
            }
        }
        return found
    }

    private static func company(_ rule: Rule, number: Int, _ problem: RotaProblem) -> [Coupling] {
        guard rule.severity == .hard else { return [] }
        func coupling(_ day: Int, _ least: Int, _ terms: [(Int, Int, Int)]) -> Coupling {
            Coupling(
                requirement: .company(rule: number), day: day, least: least,
                terms: terms.map { Term(person: $0.0, duty: $0.1, sign: $0.2) })
        }
        let cells = (0..<problem.dayCount).flatMap { day in (1...problem.shiftTypes.count).map { (day, $0) } }
        switch rule.kind {
        case .together(let one, let other), .apart(let one, let other):
            guard let first = problem.index(of: one)?.value, let second = problem.index(of: other)?.value else {
                return []
            }
            if case .together = rule.kind {
                return cells.map { coupling($0, 0, [(second, $1, 1), (first, $1, -1)]) }
            }
            return cells.map { coupling($0, -1, [(first, $1, -1), (second, $1, -1)]) }
        case .qualifiedOnShift(let qualification, let set):
            // Each who does not hold it works there only if one who does works there too.
            return cells.flatMap { day, duty -> [Coupling] in
                let type = problem.shiftTypes[duty - 1]
                let isMember: Bool =
                    switch set {
                    case .all: true
                    case .nights: type.isNight
                    case .types(let ids): ids.contains(type.id)
                    }
                guard isMember else { return [] }
                let date = problem.date(of: DayIndex(day))
                let holders = problem.people.indices.filter { problem.people[$0].holds(qualification, on: date) }
                return problem.people.indices.filter { !holders.contains($0) }.map { person in
                    coupling(day, 0, holders.map { ($0, duty, 1) } + [(person, duty, -1)])
                }
            }
        default: return []
        }
    }
}
