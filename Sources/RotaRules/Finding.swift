package import RotaModel

/// One violation or missed wish of a rota, as the judge found it.
package struct Finding: Hashable, Sendable {
    /// What asked for it. The cases' order is the order of findings in an assessment.
    package enum Origin: Hashable, Sendable {
        /// Position in `RotaProblem.demand`.
        case demand(Int)
        /// Position in `RotaProblem.rules`.
        case rule(Int)
        /// Position in `RotaProblem.requests`.
        case request(Int)
        /// Position in `RotaProblem.absences`.
        case absence(Int)
        /// Position in `RotaProblem.pins`.
        case pin(Int)
        /// A shift type's qualifications, each valid on the date.
        case eligibility
        /// No contract holds on the date.
        case employment
        /// Two shifts of one person at the same time.
        case overlap
    }

    /// Which side of what asked for it is missed, as one demand line may be missed on several.
    package enum Part: Sendable {
        case whole, belowMinimum, belowWanted, aboveWanted, aboveMaximum
    }

    package var origin: Origin
    package var part: Part
    /// Nil for demand and rules about a shift as a whole.
    package var person: PersonIndex?
    /// The days concerned, in the history or the period. All the days it counts for a total.
    package var days: ClosedRange<DayIndex>
    /// How much, at least 1, in the unit of the rule.
    package var amount: Int
    package var isHard: Bool
    /// Weight x amount; 0 if hard.
    package var penalty: Penalty
    /// What is wrong, for a planner: `Lindqvist works 6 shifts in a row from Mon 5 Jan to Sat 10 Jan; at most 5.`
    package var sentence: String

    package init(
        origin: Origin, part: Part = .whole, person: PersonIndex?, days: ClosedRange<DayIndex>, amount: Int,
        isHard: Bool, penalty: Penalty, sentence: String
    ) {
        self.origin = origin
        self.part = part
        self.person = person
        self.days = days
        self.amount = amount
        self.isHard = isHard
        self.penalty = penalty
        self.sentence = sentence
    }
}

extension Finding {
    init(_ breach: Breach, origin: Origin, person: PersonIndex?, _ severity: Severity) {
        let isHard = severity == .hard
        var penalty = Penalty.zero
        if case .soft(let weight) = severity { penalty = Penalty(weight.value * breach.amount) }
        self.init(
            origin: origin, part: breach.part, person: person,
            days: DayIndex(breach.days.lowerBound)...DayIndex(breach.days.upperBound), amount: breach.amount,
            isHard: isHard, penalty: penalty, sentence: breach.sentence)
    }
}

/// All that the judge has to say of one rota.
package struct Assessment: Hashable, Sendable {
    /// Demand first, then rules in the problem's order, then the rest as in `Finding.Origin`; within one origin by
    /// person, then by day.
    package var findings: [Finding]

    package init(findings: [Finding]) {
        self.findings = findings
    }

    /// The sum over all findings.
    package var penalty: Penalty { findings.reduce(.zero) { $0 + $1.penalty } }

    package var hardFindings: [Finding] { findings.filter(\.isHard) }

    /// Whether no hard rule is broken: a legal rota.
    package var isFeasible: Bool { !findings.contains(where: \.isHard) }
}
