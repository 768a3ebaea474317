package import RotaModel

/// One thing that no legal rota misses, as small as it can be taken by itself: a rule for one person, one side of one
/// line of demand. People and rules are positions in the problem.
///
/// That nobody works two shifts at once, and what was worked before the period, are no requirements: they are so.
package enum Requirement: Hashable, Sendable {
    /// The least people of a line of demand.
    case minimum(demand: Int)
    /// The most people of a line of demand.
    case maximum(demand: Int)
    /// A rule on single people's rows, for one of them.
    case rule(Int, person: Int)
    /// A rule on who works together.
    case company(rule: Int)
    case absence(Int)
    case pin(Int)
    /// Works only shifts whose qualifications the person holds.
    case eligibility(person: Int)
    /// Works only on dates on which a contract holds.
    case employment(person: Int)

    /// Whose row it is about alone; nil: several people's.
    package func person(in problem: RotaProblem) -> Int? {
        switch self {
        case .minimum, .maximum, .company: nil
        case .rule(_, let person), .eligibility(let person), .employment(let person): person
        case .absence(let number): problem.index(of: problem.absences[number].person)?.value
        case .pin(let number): problem.index(of: problem.pins[number].person)?.value
        }
    }
}

extension Finding {
    /// What it says is missed; nil: nothing hard, or two shifts at once.
    package func requirement(in problem: RotaProblem) -> Requirement? {
        guard isHard else { return nil }
        switch (origin, person?.value) {
        case (.demand(let line), _):
            return part == .aboveMaximum ? .maximum(demand: line) : .minimum(demand: line)
        case (.absence(let number), _): return .absence(number)
        case (.pin(let number), _): return .pin(number)
        case (.eligibility, let person?): return .eligibility(person: person)
        case (.employment, let person?): return .employment(person: person)
        case (.rule(let rule), let person):
            if problem.rules[rule].kind.isAboutCompany { return .company(rule: rule) }
            return person.map { .rule(rule, person: $0) }
        default: return nil
        }
    }
}

extension Rule.Kind {
    /// Whether it is about several people on one day, and not about each one's row.
    package var isAboutCompany: Bool {
        switch self {
        case .together, .apart, .qualifiedOnShift: true
        default: false
        }
    }
}
