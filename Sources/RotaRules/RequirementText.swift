package import RotaModel

/// Requirements in sentences without a full stop, those that belong together in one.
package struct RequirementText {
    private let problem: RotaProblem

    package init(_ problem: RotaProblem) {
        self.problem = problem
    }

    /// - Parameter requirements: of one kind, and for rules of one rule.
    package func sentence(_ requirements: [Requirement]) -> String {
        guard let first = requirements.first else { return "" }
        switch first {
        case .minimum(let line):
            return "\(place(problem.demand[line])) at least \(problem.demand[line].minimum)"
        case .maximum(let line):
            return "\(place(problem.demand[line])) at most \(problem.demand[line].maximum ?? 0)"
        case .company(let rule): return problem.rules[rule].words(in: problem)
        case .rule(let number, _):
            var rule = problem.rules[number]
            let people = requirements.compactMap { $0.person(in: problem) }.sorted()
            if people.count < size(of: rule.appliesTo) {
                rule.appliesTo = .people(people.map { problem.people[$0].id })
            }
            return rule.words(in: problem)
        case .absence(let number):
            let absence = problem.absences[number]
            let days =
                absence.first == absence.last
                ? "on \(absence.first.spoken)" : "from \(absence.first.spoken) to \(absence.last.spoken)"
            return "\(name(absence.person)) \(absence.word.verb) \(days)"
        case .pin(let number):
            let pin = problem.pins[number]
            return "\(pin.shift?.rawValue ?? "off") is pinned for \(name(pin.person)) on \(pin.date.spoken)"
        case .eligibility:
            return "\(names(requirements)) may work only the shift types whose qualifications they hold"
        case .employment: return "\(names(requirements)) may work only while a contract holds"
        }
    }

    /// `Sat 14 Mar, N with Charge nurse:`.
    private func place(_ demand: Demand) -> String {
        let types = Words.list(demand.shiftTypes.map(\.rawValue), "or")
        let holding = demand.qualification.map { id in
            " with \(problem.qualifications.first { $0.id == id }?.name ?? id.rawValue)"
        }
        return "\(demand.date.spoken), \(types)\(holding ?? ""):"
    }

    private func name(_ id: PersonID) -> String { problem.people.first { $0.id == id }?.name ?? id.rawValue }

    private func names(_ requirements: [Requirement]) -> String {
        let people = requirements.compactMap { $0.person(in: problem) }.sorted()
        return Words.list(people.map { problem.people[$0].name }, "and")
    }

    private func size(of scope: AppliesTo) -> Int {
        switch scope {
        case .everyone: problem.people.count
        case .people(let ids): Set(ids).count
        case .contracts(let ids):
            problem.people.count { person in person.contracts.contains { ids.contains($0.id) } }
        }
    }
}
