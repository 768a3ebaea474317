package import RotaModel

extension Judge {
    /// Why a cell is what it is, and what each other choice in it alone would cost.
    ///
    /// Only what can depend on the cell is judged again: its person's row and its day.
    package func explain(_ rota: Rota, person: PersonIndex, day: DayIndex) -> CellExplanation {
        let cell = Cell(person: person, day: day.value)
        let duty = rota[person, day]
        let before = findings(in: rota, of: cell)
        let alternatives = alternatives(to: rota, cell, before)
        return CellExplanation(
            person: person, day: day, duty: duty, isPinned: isPinned(cell),
            serves: serves(rota, cell, alternatives), breaks: breaks(before, cell, alternatives),
            alternatives: alternatives)
    }

    /// - Parameter before: the findings that may depend on the cell as it is.
    func alternatives(
        to rota: Rota, _ cell: Cell, _ before: [Finding]
    ) -> [CellExplanation.Alternative] {
        let (person, day) = (cell.person, DayIndex(cell.day))
        let duties = [Duty.off] + problem.shiftIndices.map { Duty($0) }
        return duties.filter { $0 != rota[person, day] }.map { other in
            var changed = rota
            changed[person, day] = other
            return alternative(other, from: before, to: findings(in: changed, of: cell))
        }
    }

    private func alternative(
        _ duty: Duty, from before: [Finding], to after: [Finding]
    ) -> CellExplanation.Alternative {
        let changes = FindingChanges(from: before, to: after)
        let change = after.reduce(0) { $0 + $1.penalty.value } - before.reduce(0) { $0 + $1.penalty.value }
        return CellExplanation.Alternative(
            duty: duty, penaltyChange: change, hardAdded: changes.added.filter(\.isHard),
            hardRemoved: changes.removed.filter(\.isHard), softAdded: changes.added.filter { !$0.isHard },
            softRemoved: changes.removed.filter { !$0.isHard })
    }

    // MARK: What the cell is good for

    private func serves(
        _ rota: Rota, _ cell: Cell, _ alternatives: [CellExplanation.Alternative]
    ) -> [String] {
        let row = facts.row(of: cell.person, in: rota)
        return coverServed(rota, cell) + wishesGranted(row, cell) + rulesKept(row, cell, alternatives)
    }

    /// The demand lines that would be short, or shorter, without this cell.
    private func coverServed(_ rota: Rota, _ cell: Cell) -> [String] {
        guard let shift = rota[cell.person, DayIndex(cell.day)].shift else { return [] }
        return demandLines(on: cell.day, counting: cell.person, on: shift).compactMap { index in
            let line = problem.demand[index]
            let count = coverage(of: index, in: rota)
            let words = DemandCheck.words(line, facts)
            if count <= line.minimum { return "Fills the cover \(words): \(count) of at least \(line.minimum)." }
            guard let wanted = line.wanted, count <= wanted else { return nil }
            return "Fills the cover \(words): \(count) of \(wanted) wanted."
        }
    }

    private func wishesGranted(_ row: Row, _ cell: Cell) -> [String] {
        facts.requests[cell.person.value].filter { $0.day == cell.day && $0.isGranted(by: row) }.map { request in
            let weight = request.weight > .zero ? " (weight \(request.weight))" : ""
            return "Grants the wish \(request.words(facts))\(weight)."
        }
    }

    /// What every other choice would break, or being off would.
    private func rulesKept(
        _ row: Row, _ cell: Cell, _ alternatives: [CellExplanation.Alternative]
    ) -> [String] {
        let kept = kept(alternatives)
        var sentences: [String] = []
        for (index, rule) in problem.rules.enumerated() where kept.contains(.rule(index)) {
            sentences.append("Keeps: \(rule.sentence(in: problem)).")
        }
        if let absence = problem.absences.indices.first(where: { kept.contains(.absence($0)) }) {
            let verb = problem.absences[absence].word.verb
            sentences.append("\(facts.name(of: cell.person)) \(verb) and has no shift.")
        }
        if problem.pins.indices.contains(where: { kept.contains(.pin($0)) }) { sentences.append("Is as pinned.") }
        if kept.contains(.employment) { sentences.append("No contract holds, and there is no shift.") }
        return sentences
    }

    /// What every other choice would break, or being off would.
    func kept(_ alternatives: [CellExplanation.Alternative]) -> Set<Finding.Origin> {
        let broken = alternatives.map { Set(($0.hardAdded + $0.softAdded).map(\.origin)) }
        guard let first = broken.first else { return [] }
        var kept = broken.dropFirst().reduce(first) { $0.intersection($1) }
        if let off = alternatives.firstIndex(where: { $0.duty.isOff }) { kept.formUnion(broken[off]) }
        return kept
    }

    // MARK: What the cell takes part in

    func breaks(
        _ before: [Finding], _ cell: Cell, _ alternatives: [CellExplanation.Alternative]
    ) -> [Finding] {
        let avoidable = Set(alternatives.flatMap { $0.hardRemoved + $0.softRemoved })
        return before.filter { finding in
            guard finding.days.contains(DayIndex(cell.day)) else { return false }
            return switch finding.origin {
            // Nobody in particular is to blame for people missing.
            case .demand: finding.part != .belowMinimum && finding.part != .belowWanted && avoidable.contains(finding)
            case .rule(let index): (isLocal(problem.rules[index].kind)) || avoidable.contains(finding)
            case .request, .absence, .pin, .eligibility, .employment, .overlap: true
            }
        }
    }

    /// Whether each day of a finding of that kind has its part in it, which is not so for sums and for the days between
    /// two shifts.
    private func isLocal(_ kind: Rule.Kind) -> Bool {
        switch kind {
        case .shiftsInARow, .daysOffInARow, .forbiddenSequence, .wishedSequence, .completeWeekends,
            .sameShiftInWeekend, .noWork, .weekendsInARow, .qualificationNeeded:
            true
        case .totalMinutes, .shiftCount, .minutesInWindow, .rest, .weekendsWorked, .alternatingWork, .together, .apart,
            .qualifiedOnShift, .fairness:
            false
        }
    }
}
