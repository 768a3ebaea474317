/// An exchange of shifts between two people of a unit, a shift that one hands to another, or an open one that somebody takes.
package struct ExchangeProposal: Hashable, Sendable {
    /// One cell of the rota that it changes.
    package struct Cell: Hashable, Sendable {
        package var person: PersonID
        package var date: CalendarDate
        /// Nil: off.
        package var before: ShiftTypeID?
        /// Nil: off.
        package var after: ShiftTypeID?
    }

    /// Whose shift it is, or who takes an open one.
    package var asker: PersonID
    /// With whom; nil: the shift is open.
    package var other: PersonID?
    /// Of the asker's shift, or of the open one.
    package var date: CalendarDate
    package var shift: ShiftTypeID
    /// Of the shift that the other gives for it; nil: they are off on the date, and give nothing back.
    package var otherDate: CalendarDate?
    package var otherShift: ShiftTypeID?

    package init(
        asker: PersonID, other: PersonID? = nil, date: CalendarDate, shift: ShiftTypeID,
        otherDate: CalendarDate? = nil, otherShift: ShiftTypeID? = nil
    ) {
        self.asker = asker
        self.other = other
        self.date = date
        self.shift = shift
        self.otherDate = otherDate
        self.otherShift = otherShift
    }

    /// All cells that it changes, with what must stand in them before.
    package var cells: [Cell] {
        func cell(
            _ person: PersonID, _ date: CalendarDate, _ before: ShiftTypeID?, _ after: ShiftTypeID?
        ) -> Cell {
            Cell(person: person, date: date, before: before, after: after)
        }
        guard let other else { return [cell(asker, date, nil, shift)] }
        guard let otherDate else { return [cell(asker, date, shift, nil), cell(other, date, nil, shift)] }
        if otherDate == date { return [cell(asker, date, shift, otherShift), cell(other, date, otherShift, shift)] }
        return [
            cell(asker, date, shift, nil), cell(other, date, nil, shift), cell(other, otherDate, otherShift, nil),
            cell(asker, otherDate, nil, otherShift),
        ]
    }

    /// The rota after it; nil if the rota has something else in one of its cells by now.
    package func applied(to rota: Rota, of problem: RotaProblem) -> Rota? {
        var changed = rota
        for cell in cells {
            guard let person = problem.index(of: cell.person), let day = problem.day(of: cell.date),
                rota[person, day].shift.map({ problem[$0].id }) == cell.before
            else { return nil }
            guard let after = cell.after else {
                changed[person, day] = .off
                continue
            }
            guard let shift = problem.index(of: after) else { return nil }
            changed[person, day] = Duty(shift)
        }
        return changed
    }
}
