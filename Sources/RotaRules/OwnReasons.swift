package import RotaModel

/// Why somebody does what they do on a day, as far as it is about themselves: for their own eyes. No weights, nothing of
/// anybody else.
package struct OwnReasons: Hashable, Sendable {
    /// Own wishes that are granted, and rules and absences that being off, or every other choice, would break. In sentences.
    package var serves: [String] = []
    /// What the day takes part in missing. In sentences.
    package var misses: [String] = []
}

extension RotaProblem {
    /// Why somebody does what they do on a day.
    ///
    /// It is judged as if nobody else were there, so that it cannot tell anything of them: without demand, rules on who works
    /// together, fairness, which compares with others, and pins, which are how planners work.
    /// - Parameter duties: the person's row: one for each day of the period.
    package func ownReasons(of person: PersonIndex, doing duties: [Duty], on day: DayIndex) -> OwnReasons {
        let alone = asked(of: person)
        var rota = Rota(for: alone)
        rota.duties = duties
        return Judge(alone).ownReasons(rota, on: day)
    }

    private func asked(of person: PersonIndex) -> RotaProblem {
        var alone = self
        let id = self[person].id
        alone.people = [self[person]]
        alone.demand = []
        alone.pins = []
        alone.rules = rules.compactMap { rule in
            guard !rule.kind.isAboutCompany, !rule.kind.isFairness else { return nil }
            guard case .people(let ids) = rule.appliesTo else { return rule }
            guard ids.contains(id) else { return nil }
            var own = rule
            own.appliesTo = .people([id])
            return own
        }
        alone.requests = requests.filter { $0.person == id }
        alone.absences = absences.filter { $0.person == id }
        alone.history = history.filter { $0.person == id }
        alone.ledger = ledger.filter { $0.person == id }
        return alone
    }
}

extension Rule.Kind {
    fileprivate var isFairness: Bool {
        if case .fairness = self { true } else { false }
    }
}

extension Judge {
    /// Of a problem with one person.
    fileprivate func ownReasons(_ rota: Rota, on day: DayIndex) -> OwnReasons {
        let cell = Cell(person: 0, day: day.value)
        let before = findings(in: rota, of: cell)
        let alternatives = alternatives(to: rota, cell, before)
        let row = facts.row(of: cell.person, in: rota)
        var reasons = OwnReasons()
        for request in facts.requests[0] where request.day == cell.day && request.isGranted(by: row) {
            reasons.serves.append("Grants the wish \(request.words(facts)).")
        }
        let kept = kept(alternatives)
        for (index, rule) in problem.rules.enumerated() where kept.contains(.rule(index)) {
            reasons.serves.append("Keeps: \(rule.words(in: problem)).")
        }
        if let absence = problem.absences.indices.first(where: { kept.contains(.absence($0)) }) {
            let verb = problem.absences[absence].word.verb
            reasons.serves.append("\(facts.name(of: cell.person)) \(verb) and has no shift.")
        }
        if kept.contains(.employment) { reasons.serves.append("No contract holds, and there is no shift.") }
        reasons.misses = breaks(before, cell, alternatives).map(\.sentence)
        return reasons
    }
}
