internal import RotaFormats
import RotaModel
import RotaRules
import WatchbillStore

/// A draft after something was done to it by hand.
struct DraftAnswer: APIValue {
    let build: Int64
    let step: Int
    let changed: Bool
    let penalty: Int
    let feasible: Bool
    let undo: Int?
    let redo: Int?

    /// - Parameter step: the one just taken; nil: nothing was to be changed.
    init(_ worked: WorkedDraft, _ step: DraftStep?, for person: PersonID) {
        let turns = worked.draft.turns(of: person)
        build = worked.stored.id.value
        self.step = worked.draft.steps.count
        changed = step != nil
        penalty = worked.stored.outcome?.penalty.value ?? 0
        feasible = worked.stored.outcome?.isFeasible ?? false
        undo = turns.undo?.number
        redo = turns.redo?.number
    }

    static let schema = JSONSchema.named(
        "Draft",
        .object([
            .always("build", .serial, "the build that it came of"),
            .always("step", .count, "how many steps were taken by hand, all planners' together"),
            .always("changed", .truth, "whether this request has changed it"),
            .always("penalty", .count, "the weighted sum of what it misses"),
            .always("feasible", .truth, "whether it breaks nothing hard"),
            .maybe("undo", .serial, "your step that you can take back next"),
            .maybe("redo", .serial, "your step back that you can take back next"),
        ]))

    static let example: JSONContent = [
        "build": 1, "step": 3, "changed": true, "penalty": 430, "feasible": true, "undo": 3,
    ]
}

/// What a change would come to.
struct ConsequenceAnswer: APIValue {
    let summary: String
    let cells: Int
    let penaltyChange: Int
    let penalty: Int
    let feasible: Bool
    let added: [FindingAnswer]
    let removed: [FindingAnswer]

    init(_ consequence: WorkedDraft.Consequence, of worked: WorkedDraft, _ language: Language) {
        let problem = worked.loaded.problem
        summary = language.summary(of: consequence, in: problem)
        cells = consequence.edits.count
        penaltyChange = consequence.change
        penalty = consequence.assessment.penalty.value
        feasible = consequence.assessment.isFeasible
        added = consequence.findings.added.map { FindingAnswer($0, problem) }
        removed = consequence.findings.removed.map { FindingAnswer($0, problem) }
    }

    static let schema = JSONSchema.named(
        "Consequence",
        .object([
            .always("summary", .words, "what would be changed, and at what cost, in words"),
            .always("cells", .count, "how many cells would not be as they are"),
            .always("penaltyChange", .whole(least: nil, most: nil), "of the penalty; negative is better"),
            .always("penalty", .count, "as it would be"),
            .always("feasible", .truth, "whether nothing hard would be broken"),
            .always("added", .list(of: FindingAnswer.schema, most: nil), "what would be missed, or more than now"),
            .always("removed", .list(of: FindingAnswer.schema, most: nil), "what is missed now and then would not be"),
        ]))

    static let example: JSONContent = [
        "summary": "N for B. Lindqvist on Mon 1 Mar: 18 dearer.", "cells": 1, "penaltyChange": 18, "penalty": 430,
        "feasible": true, "added": [FindingAnswer.example], "removed": [],
    ]
}

/// One step that a planner has taken.
struct StepAnswer: APIValue {
    struct Cell: APIValue {
        let person: String
        let date: String
        let before: String?
        let after: String?
        let pinnedBefore: Bool
        let pinned: Bool

        init(_ edit: CellEdit, _ problem: RotaProblem) {
            person = problem[edit.person].id.rawValue
            date = problem.date(of: edit.day).description
            before = edit.before.duty.shift.map { problem[$0].id.rawValue }
            after = edit.after.duty.shift.map { problem[$0].id.rawValue }
            pinnedBefore = edit.before.isPinned
            pinned = edit.after.isPinned
        }

        static let schema = JSONSchema.named(
            "StepCell",
            .object([
                .always("person", .id, "whose cell"), .always("date", .date, "its day"),
                .maybe("before", .id, "the shift type that stood there; missing: off"),
                .maybe("after", .id, "the one that stands there since; missing: off"),
                .always("pinnedBefore", .truth, "whether builds were to leave it as it was"),
                .always("pinned", .truth, "whether they are since"),
            ]))

        static let example: JSONContent = [
            "person": "lindqvist", "date": "2027-03-01", "before": "E", "after": "N", "pinnedBefore": false,
            "pinned": false,
        ]
    }

    let number: Int
    let person: String
    let name: String
    let at: String
    let undoes: Int?
    let penalty: Int
    let feasible: Bool
    let cells: [Cell]

    init(_ named: NamedStep, _ problem: RotaProblem) {
        let step = named.step
        number = step.number
        person = step.person.rawValue
        name = named.planner
        at = step.at.rfc3339
        undoes = step.undoes
        penalty = step.penalty.value
        feasible = step.isFeasible
        cells = step.edits.map { Cell($0, problem) }
    }

    static let schema = JSONSchema.named(
        "Step",
        .object([
            .always("number", .serial, "counted per draft"), .always("person", .id, "who took it"),
            .always("name", .words, "their name"), .always("at", .instant, "when"),
            .maybe("undoes", .serial, "the step that it takes back"),
            .always("penalty", .count, "of the rota after it"),
            .always("feasible", .truth, "whether that rota breaks nothing hard"),
            .always("cells", .list(of: Cell.schema, most: nil), "what it changed"),
        ]))

    static let example: JSONContent = [
        "number": 1, "person": "ortega", "name": "A. Ortega", "at": "2026-01-05T07:00:00Z", "penalty": 430,
        "feasible": true, "cells": [Cell.example],
    ]
}

extension Language {
    /// `N for B. Lindqvist on Tue 6 Jan: 18 dearer.`, `3 cells: breaks a hard rule.`
    func summary(of consequence: WorkedDraft.Consequence, in problem: RotaProblem) -> String {
        let what = words(for: consequence.edits, in: problem)
        let hard = consequence.findings.added.filter(\.isHard).count
        if hard > 0 { return text(.editHard, ["what": what, "count": "\(hard)"]) }
        let cost =
            consequence.change == 0
            ? self[.editNoChange]
            : text(consequence.change < 0 ? .editCheaper : .editDearer, ["amount": "\(abs(consequence.change))"])
        return text(.editCosts, ["what": what, "cost": cost])
    }

    /// What a step does, in a few words.
    func words(for edits: [CellEdit], in problem: RotaProblem) -> String {
        guard edits.count == 1, let edit = edits.first else {
            return edits.isEmpty ? self[.editNothing] : text(.editCells, ["count": "\(edits.count)"])
        }
        let shift = edit.after.duty.shift.map { problem[$0].id.rawValue } ?? self[.offDuty]
        let isMoved = edit.before.duty != edit.after.duty
        let phrase: Phrase = isMoved ? .editOne : edit.after.isPinned ? .editPin : .editUnpin
        return text(
            phrase,
            ["shift": shift, "name": problem[edit.person].name, "day": day(problem.date(of: edit.day))])
    }
}
