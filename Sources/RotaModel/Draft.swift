/// What stands in one cell of a draft.
package struct PinnedDuty: Hashable, Sendable {
    package var duty: Duty
    /// Whether builds and repairs leave it as it is.
    package var isPinned: Bool

    package init(_ duty: Duty, isPinned: Bool) {
        self.duty = duty
        self.isPinned = isPinned
    }
}

/// A cell that builds and repairs leave as it is.
package struct PinnedCell: Hashable, Sendable {
    package var person: PersonIndex
    package var day: DayIndex
    package var duty: Duty

    package init(person: PersonIndex, day: DayIndex, duty: Duty) {
        self.person = person
        self.day = day
        self.duty = duty
    }
}

extension RotaProblem {
    /// The cells that are pinned; pins of somebody or a day that the problem does not have are none.
    package var pinnedCells: [PinnedCell] {
        get {
            pins.compactMap { pin in
                guard let person = index(of: pin.person), let day = day(of: pin.date) else { return nil }
                let duty = pin.shift.map { index(of: $0).map { Duty($0) } } ?? .off
                return duty.map { PinnedCell(person: person, day: day, duty: $0) }
            }
        }
        set {
            pins = newValue.map { cell in
                Pin(
                    person: self[cell.person].id, date: date(of: cell.day),
                    shift: cell.duty.shift.map { self[$0].id })
            }
        }
    }
}

extension RotaProblem {
    /// Pins cells firmly, besides those that are pinned.
    package mutating func keep(_ cells: [PinnedCell]) {
        pins += cells.map { cell in
            Pin(
                person: self[cell.person].id, date: date(of: cell.day), shift: cell.duty.shift.map { self[$0].id },
                isFirm: true)
        }
    }
}

/// One cell of a draft, as it was and as it is from then on. The two differ.
package struct CellEdit: Hashable, Sendable {
    package var person: PersonIndex
    package var day: DayIndex
    package var before: PinnedDuty
    package var after: PinnedDuty

    package init(person: PersonIndex, day: DayIndex, before: PinnedDuty, after: PinnedDuty) {
        self.person = person
        self.day = day
        self.before = before
        self.after = after
    }

    package var inverse: CellEdit { CellEdit(person: person, day: day, before: after, after: before) }
}

/// Something that a planner has done to a draft by hand: it is done whole or not at all.
package struct DraftStep: Hashable, Sendable {
    /// Counted per draft from 1.
    package var number: Int
    package var person: PersonID
    package var at: Instant
    /// The number of the step that it takes back; nil: it takes none back. Taking back one that took back is doing again.
    package var undoes: Int?
    /// No cell twice; at least one.
    package var edits: [CellEdit]
    /// Of the rota after it.
    package var penalty: Penalty
    package var isFeasible: Bool

    package init(
        number: Int, person: PersonID, at: Instant, undoes: Int?, edits: [CellEdit], penalty: Penalty,
        isFeasible: Bool
    ) {
        self.number = number
        self.person = person
        self.at = at
        self.undoes = undoes
        self.edits = edits
        self.penalty = penalty
        self.isFeasible = isFeasible
    }
}

/// A rota that planners change by hand, step by step: what a build has come to, and all steps since.
package struct Draft: Hashable, Sendable {
    /// What came of the build.
    package let base: Rota
    /// In their order, numbered from 1.
    package private(set) var steps: [DraftStep] = []
    package private(set) var rota: Rota
    /// Cells, person x days + day.
    private var pins: Set<Int>

    /// Before the first step.
    ///
    /// - Parameter pins: those that it was built with.
    package init(_ base: Rota, pins: [PinnedCell] = []) {
        self.base = base
        rota = base
        self.pins = Set(pins.map { $0.person.value * base.dayCount + $0.day.value })
    }

    package subscript(person: PersonIndex, day: DayIndex) -> PinnedDuty {
        PinnedDuty(rota[person, day], isPinned: pins.contains(person.value * rota.dayCount + day.value))
    }

    /// By person, then by day.
    package var pinned: [PinnedCell] {
        pins.sorted().map { cell in
            let (person, day) = (PersonIndex(cell / rota.dayCount), DayIndex(cell % rota.dayCount))
            return PinnedCell(person: person, day: day, duty: rota[person, day])
        }
    }

    /// Those edits whose cell is not any more as it was when they were made, as it is now instead.
    package func conflicts(with edits: [CellEdit]) -> [CellEdit] {
        edits.compactMap { edit in
            let now = self[edit.person, edit.day]
            return now == edit.before
                ? nil : CellEdit(person: edit.person, day: edit.day, before: edit.before, after: now)
        }
    }

    /// What the rota would be.
    package func rota(after edits: [CellEdit]) -> Rota {
        var rota = rota
        for edit in edits { rota[edit.person, edit.day] = edit.after.duty }
        return rota
    }

    /// Takes the next step, which follows on the last and conflicts with nothing.
    package mutating func take(_ step: DraftStep) {
        precondition(step.number == steps.count + 1, "Step \(step.number) does not follow on \(steps.count).")
        precondition(conflicts(with: step.edits).isEmpty, "Step \(step.number) is of another draft.")
        rota = rota(after: step.edits)
        for edit in step.edits {
            let cell = edit.person.value * rota.dayCount + edit.day.value
            if edit.after.isPinned { pins.insert(cell) } else { pins.remove(cell) }
        }
        steps.append(step)
    }

    /// The step of that person's that they can take back next, and the one that they can do again next; nil: none.
    ///
    /// Each planner takes back their own steps alone, the newest first; something new ends doing again.
    package func turns(of person: PersonID) -> (undo: DraftStep?, redo: DraftStep?) {
        var (done, undone): ([DraftStep], [DraftStep]) = ([], [])
        for step in steps where step.person == person {
            guard let undoes = step.undoes else {
                done.append(step)
                undone = []
                continue
            }
            if done.last?.number == undoes {
                done.removeLast()
                undone.append(step)
            } else if undone.last?.number == undoes {
                undone.removeLast()
                done.append(step)
            }
        }
        return (done.last, undone.last)
    }
}
