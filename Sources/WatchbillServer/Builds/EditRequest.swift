internal import RotaFormats
import RotaModel

/// What a planner asks to do to cells of a draft, as a page's form or as JSON.
struct EditRequest: Sendable {
    struct Cell: Hashable, Sendable {
        var person: PersonIndex
        var day: DayIndex
        /// Nil: it stays as it is.
        var duty: Duty?
        /// Nil: as it is.
        var isPinned: Bool?
    }

    var cells: [Cell]
    /// The number of the last step that whoever asks has seen; nil: whatever there is may be changed.
    var known: Int?

    /// - Parameter body: as `schema` says.
    /// - Throws: `ServerProblem`: there is no such person, day or shift type in the problem, or a cell stands there twice.
    init(_ body: ReadBody, for problem: RotaProblem) throws(ServerProblem) {
        guard case .list(let elements)? = body["cells"] else { throw .badBody("a list of cells") }
        var cells: [Cell] = []
        for element in elements {
            let cell = ReadBody(bytes: [], content: element)
            var isPinned: Bool?
            if case .truth(let pinned)? = cell["pinned"] { isPinned = pinned }
            cells.append(
                try Self.cell(
                    cell.text("person") ?? "", cell.text("date") ?? "", cell.text("shift"), isPinned, problem))
        }
        self.cells = cells
        known = body.whole("after")
        try check()
    }

    /// What a file says of cells.
    ///
    /// - Parameter known: the number of the last step that the planner has seen; nil: whatever there is may be changed.
    init(_ cells: [RotaTable.Cell], known: Int?) {
        self.cells = cells.map { Cell(person: $0.person, day: $0.day, duty: $0.duty) }
        self.known = known
    }

    /// One cell, named by `person` and `day`.
    ///
    /// - Throws: `ServerProblem`, as above, or if there is nothing to be done to it.
    init(_ form: FormBody, for problem: RotaProblem) throws(ServerProblem) {
        let isPinned = form["pin"].map { $0 == "yes" }
        cells = [
            try Self.cell(form["person"] ?? "", form["day"] ?? "", form["shift"], isPinned, problem)
        ]
        known = try form.number("after")
    }

    /// - Parameter shift: empty: off; nil: as it is.
    private static func cell(
        _ person: String, _ date: String, _ shift: String?, _ isPinned: Bool?, _ problem: RotaProblem
    ) throws(ServerProblem) -> Cell {
        guard let index = problem.index(of: PersonID(person)) else {
            throw .badValue("person", person, expected: "the id of somebody in \(problem.unit.name)")
        }
        guard let day = CalendarDate(date), let found = problem.day(of: day) else {
            throw .badValue("date", date, expected: "a date from \(problem.start) to \(problem.end)")
        }
        var duty: Duty?
        if let shift, shift.isEmpty {
            duty = .off
        } else if let shift {
            guard let type = problem.index(of: ShiftTypeID(shift)) else {
                let known = problem.shiftTypes.map(\.id.rawValue).joined(separator: ", ")
                throw .badValue("shift", shift, expected: "one of \(known), or nothing for off")
            }
            duty = Duty(type)
        }
        return Cell(person: index, day: found, duty: duty, isPinned: isPinned)
    }

    private struct Place: Hashable {
        let person: PersonIndex
        let day: DayIndex
    }

    private var places: Set<Place> { Set(cells.map { Place(person: $0.person, day: $0.day) }) }

    private func check() throws(ServerProblem) {
        guard places.count == cells.count else {
            throw .badValue("cells", "a list in which one stands twice", expected: "each once")
        }
    }

    /// What of it is a change of the draft as it is.
    func edits(of draft: Draft) -> [CellEdit] {
        cells.compactMap { cell in
            let before = draft[cell.person, cell.day]
            let after = PinnedDuty(cell.duty ?? before.duty, isPinned: cell.isPinned ?? before.isPinned)
            return before == after
                ? nil : CellEdit(person: cell.person, day: cell.day, before: before, after: after)
        }
    }

    /// Others' steps that have changed one of the cells since the step that the planner has seen. Their own they know of,
    /// though the page may not show it yet.
    func overtaken(in draft: Draft, of planner: PersonID) -> [DraftStep] {
        guard let known else { return [] }
        let places = places
        return draft.steps.dropFirst(max(0, known)).filter { step in
            step.person != planner
                && step.edits.contains { places.contains(Place(person: $0.person, day: $0.day)) }
        }
    }

    static let schema = JSONSchema.named(
        "EditRequest",
        .object([
            .always(
                "cells",
                .list(
                    of: .object([
                        .always("person", .id, "whose cell"), .always("date", .date, "its day"),
                        .maybe(
                            "shift", .text(0...64),
                            "the shift type that is to stand there; empty: off; missing: as it is"),
                        .maybe("pinned", .truth, "whether builds are to leave it as it is; missing: as it is"),
                    ]), least: 1, most: 10_000), "what is to be changed, all of it or nothing; no cell twice"),
            .maybe(
                "after", .count,
                "the last step that you know of: if somebody has changed one of the cells since, nothing is done"),
        ]))

    static let example: JSONContent = [
        "cells": [["person": "lindqvist", "date": "2027-03-01", "shift": "N"]], "after": 0,
    ]
}
