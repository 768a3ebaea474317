package import RotaModel

/// Which exchanges of shifts break nothing that is not broken already.
extension Judge {
    /// Whether an exchange breaks no hard rule that the rota does not break already, or not by more. What is pinned counts for
    /// nothing: a pin is for building. False also if the rota has something else in one of its cells.
    ///
    /// - Complexity: linear in a row and a day of the rota, for each of the exchange's cells and each rule.
    package func isLegal(_ proposal: ExchangeProposal, in rota: Rota) -> Bool {
        guard let changed = proposal.applied(to: rota, of: problem) else { return false }
        return proposal.cells.allSatisfy { cell in
            guard let person = problem.index(of: cell.person), let day = problem.day(of: cell.date) else {
                return false
            }
            let place = Cell(person: person, day: day.value)
            return FindingChanges(from: hard(in: rota, of: place), to: hard(in: changed, of: place)).added.isEmpty
        }
    }

    private func hard(in rota: Rota, of cell: Cell) -> [Finding] {
        findings(in: rota, of: cell).filter { finding in
            if case .pin = finding.origin { return false }
            return finding.isHard
        }
    }

    /// Every legal exchange of somebody's shift on a date with one colleague, from a date on: handing it to whoever is off, and
    /// swapping it for another's shift on the same or another date.
    ///
    /// - Parameter first: shifts before this date are not given for it.
    /// - Returns: by colleague in the problem's order; the ones that give nothing back first, then by date.
    package func exchanges(
        of person: PersonID, on date: CalendarDate, in rota: Rota, from first: CalendarDate
    ) -> [ExchangeProposal] {
        guard let asker = problem.index(of: person), let day = problem.day(of: date),
            let shift = rota[asker, day].shift.map({ problem[$0].id })
        else { return [] }
        return problem.personIndices.filter { $0 != asker }.flatMap { other -> [ExchangeProposal] in
            let id = problem[other].id
            let theirs = rota[other, day].shift.map { problem[$0].id }
            var proposals: [ExchangeProposal] = []
            if theirs == nil {
                proposals.append(ExchangeProposal(asker: person, other: id, date: date, shift: shift))
            } else if let theirs, theirs != shift {
                proposals.append(
                    ExchangeProposal(
                        asker: person, other: id, date: date, shift: shift, otherDate: date, otherShift: theirs))
            }
            for back in problem.days where back != day && problem.date(of: back) >= first && theirs == nil {
                guard rota[asker, back].shift == nil, let given = rota[other, back].shift else { continue }
                proposals.append(
                    ExchangeProposal(
                        asker: person, other: id, date: date, shift: shift, otherDate: problem.date(of: back),
                        otherShift: problem[given].id))
            }
            return proposals.filter { isLegal($0, in: rota) }
        }
    }

    /// The shifts that lack people, from a date on: date by date, each shift type of a line of demand that has fewer than it
    /// wants, or than it needs if it wants none in particular.
    package func openShifts(in rota: Rota, from first: CalendarDate) -> [(date: CalendarDate, shift: ShiftTypeID)] {
        var open: [(date: CalendarDate, shift: ShiftTypeID)] = []
        for (line, count) in zip(problem.demand, coverage(rota)) where line.date >= first && count < line.target {
            for shift in line.shiftTypes where !open.contains(where: { $0 == (line.date, shift) }) {
                open.append((line.date, shift))
            }
        }
        return open.sorted { ($0.date, $0.shift) < ($1.date, $1.shift) }
    }

    /// Those of the open shifts that somebody may take: they are off then, and it breaks nothing.
    package func takeable(by person: PersonID, in rota: Rota, from first: CalendarDate) -> [ExchangeProposal] {
        openShifts(in: rota, from: first).map { ExchangeProposal(asker: person, date: $0.date, shift: $0.shift) }
            .filter { isLegal($0, in: rota) }
    }
}
