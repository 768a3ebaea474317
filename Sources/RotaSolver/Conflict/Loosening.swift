package import RotaModel
package import RotaRules

/// The least by which one member of a conflict has to give way so that the others can hold.
package enum Loosening: Hashable, Sendable {
    /// Another number than the one that is asked for, lower or higher.
    case least(by: Int)
    case most(by: Int)
    /// There is no number to change: it has to be given up, for any one person if it is about several.
    case without

    /// The problem in which what is asked for by `requirement` gives way so far; nil if it cannot by so much, or has no such
    /// number. Times give way by the hour.
    package func applied(to requirement: Requirement, of problem: RotaProblem) -> RotaProblem? {
        var problem = problem
        switch (requirement, self) {
        case (.minimum(let line), .least(let amount)):
            guard problem.demand[line].minimum >= amount else { return nil }
            problem.demand[line].minimum -= amount
        case (.maximum(let line), .most(let amount)):
            guard let maximum = problem.demand[line].maximum, maximum + amount <= problem.people.count else {
                return nil
            }
            problem.demand[line].maximum = maximum + amount
        case (.rule(let number, _), _):
            guard let kind = applied(to: problem.rules[number].kind, dayCount: problem.dayCount) else { return nil }
            problem.rules[number].kind = kind
        default: return nil
        }
        return problem
    }

    private func applied(to kind: Rule.Kind, dayCount: Int) -> Rule.Kind? {
        func count(_ limits: Limits<Int>) -> Limits<Int>? {
            switch self {
            case .least(let amount):
                guard let minimum = limits.minimum, minimum >= amount else { return nil }
                return Limits(minimum: minimum - amount, maximum: limits.maximum)
            case .most(let amount):
                guard let maximum = limits.maximum, maximum + amount <= 2 * dayCount + 400 else { return nil }
                return Limits(minimum: limits.minimum, maximum: maximum + amount)
            case .without: return nil
            }
        }
        switch kind {
        case .shiftsInARow(let set, let limits): return count(limits).map { .shiftsInARow(set, $0) }
        case .daysOffInARow(let limits): return count(limits).map { .daysOffInARow($0) }
        case .shiftCount(let set, let limits): return count(limits).map { .shiftCount(set, $0) }
        case .weekendsWorked(let limits): return count(limits).map { .weekendsWorked($0) }
        case .weekendsInARow(let limits): return count(limits).map { .weekendsInARow($0) }
        case .totalMinutes(let limits):
            switch self {
            case .least(let hours):
                guard let minimum = limits.minimum, minimum.value > 60 * (hours - 1) else { return nil }
                return .totalMinutes(
                    Limits(minimum: Minutes(max(0, minimum.value - 60 * hours)), maximum: limits.maximum))
            case .most(let hours):
                guard let maximum = limits.maximum, hours <= 48 * dayCount else { return nil }
                return .totalMinutes(Limits(minimum: limits.minimum, maximum: Minutes(maximum.value + 60 * hours)))
            case .without: return nil
            }
        case .minutesInWindow(let days, let maximum):
            guard case .most(let hours) = self, hours <= 24 * days else { return nil }
            return .minutesInWindow(days: days, maximum: Minutes(maximum.value + 60 * hours))
        case .rest(let minimum):
            guard case .least(let hours) = self, minimum.value > 60 * hours else { return nil }
            return .rest(minimum: Minutes(minimum.value - 60 * hours))
        case .fairness(let measure, let tolerance):
            guard case .most(let amount) = self, tolerance + amount <= 10 * dayCount + 1000 else { return nil }
            return .fairness(measure, tolerance: tolerance + amount)
        default: return nil
        }
    }

    /// What it comes to, for a planner.
    package func sentence(for requirement: Requirement, people: Int, in problem: RotaProblem) -> String {
        guard let loosened = applied(to: requirement, of: problem) else {
            return switch requirement {
            case .eligibility: "It would be possible if \(people > 1 ? "one of them" : "they") held more."
            case .employment: "It would be possible if \(people > 1 ? "one of them" : "they") were employed longer."
            case _ where people > 1: "It would be possible without it for one of them."
            default: "It would be possible without it."
            }
        }
        switch requirement {
        case .minimum(let line):
            let number = loosened.demand[line].minimum
            return "With \(number == 0 ? "none" : String(number)) it would be possible."
        case .maximum(let line): return "With \(loosened.demand[line].maximum ?? 0) it would be possible."
        case .rule(let number, _):
            return "\(Self.number(of: loosened.rules[number].kind, self)) would do."
        default: return "It would be possible without it."
        }
    }

    /// What a rule asks when it gives way so far: `at most 6`; nil if it has no such number.
    package func step(of rule: Int, in problem: RotaProblem) -> String? {
        guard let loosened = applied(to: .rule(rule, person: 0), of: problem) else { return nil }
        let text = Self.number(of: loosened.rules[rule].kind, self)
        return text.prefix(1).lowercased() + text.dropFirst()
    }

    private static func number(of kind: Rule.Kind, _ loosening: Loosening) -> String {
        func side<Measure>(_ limits: Limits<Measure>) -> String {
            if case .least = loosening { return limits.minimum.map { "At least \($0)" } ?? "" }
            return limits.maximum.map { "At most \($0)" } ?? ""
        }
        return switch kind {
        case .shiftsInARow(_, let limits), .daysOffInARow(let limits), .shiftCount(_, let limits),
            .weekendsWorked(let limits), .weekendsInARow(let limits):
            side(limits)
        case .totalMinutes(let limits): side(limits)
        case .minutesInWindow(_, let maximum): "At most \(maximum)"
        case .rest(let minimum): "At least \(minimum)"
        case .fairness(_, let tolerance): "Within \(tolerance)"
        default: ""
        }
    }
}
