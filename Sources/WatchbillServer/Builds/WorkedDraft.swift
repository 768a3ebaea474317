import RotaModel
internal import RotaRules
import WatchbillStore

/// A draft as planners work on it, with the problem as it is for it: its pins are the draft's own.
struct WorkedDraft: Sendable {
    let stored: StoredBuild
    let draft: Draft
    let loaded: LoadedProblem
    /// Whether all that was pinned when it was built still is, so that the build's floor is one here, too.
    let keepsFloor: Bool

    /// - Returns: nil if the build has come to no draft.
    init?(_ stored: StoredBuild, of loaded: LoadedProblem) {
        guard stored.draft != nil, let rota = stored.built else { return nil }
        self.stored = stored
        let built = loaded.pinning(stored.order.pins)
        var draft = Draft(rota, pins: built.problem.pinnedCells)
        for step in stored.steps { draft.take(step) }
        self.draft = draft
        self.loaded = draft.steps.isEmpty ? built : built.pinning(draft.pinned)
        keepsFloor = Set(built.problem.pins).isSubset(of: self.loaded.problem.pins)
    }

    /// What a change of some cells does to the rota, before anybody makes it.
    struct Consequence: Sendable {
        let edits: [CellEdit]
        let assessment: Assessment
        /// Of the penalty; negative is better.
        let change: Int
        let findings: FindingChanges
    }

    /// - Parameter edits: that differ from what is there.
    func consequence(of edits: [CellEdit]) -> Consequence {
        let before = loaded.judge.assess(draft.rota)
        var changed = draft
        if !edits.isEmpty {
            changed.take(
                DraftStep(
                    number: draft.steps.count + 1, person: "", at: Instant(seconds: 0), undoes: nil, edits: edits,
                    penalty: .zero, isFeasible: true))
        }
        // Judged by the pins as they would be then: what a planner changes or unpins by hand breaks no pin.
        let after = loaded.pinning(changed.pinned).judge.assess(changed.rota)
        return Consequence(
            edits: edits, assessment: after, change: after.penalty.value - before.penalty.value,
            findings: FindingChanges(from: before.findings, to: after.findings))
    }
}

extension LoadedProblem {
    /// The same with other pins.
    ///
    /// - Parameter cells: nil: its own.
    func pinning(_ cells: [PinnedCell]?) -> LoadedProblem {
        guard let cells else { return self }
        var problem = problem
        problem.pinnedCells = cells
        return Set(problem.pins) == Set(self.problem.pins) ? self : LoadedProblem(id: id, problem: problem)
    }
}
