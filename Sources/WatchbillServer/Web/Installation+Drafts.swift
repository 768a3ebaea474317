internal import CrewRecords
internal import Hummingbird
internal import RotaFormats
import RotaModel
internal import RotaRules
import WatchbillStore

/// What planners do to drafts by hand.
extension Installation {
    /// The forms of a draft's page, for browsers without scripts too.
    func addDrafts(to routes: inout Routes) {
        routes.post("/builds/:build/edit", asks: [ReadDrafts.self, BuildRota.self]) { visit, request, context in
            let (form, build) = (try await FormBody(request), try Self.build(context))
            try self.door.check(form, of: visit)
            let worked = try await self.draft(build, for: visit)
            try await self.store.check(BuildRota.self, on: worked.stored.order.problem, for: visit.caller)
            let edit = try EditRequest(form, for: worked.loaded.problem)
            try await self.edit(build, edit, for: visit)
            return .see(Self.address(of: build, person: form["person"], day: form["day"]))
        }
        for turn in Turn.allCases {
            routes.post("/builds/:build/\(turn.rawValue)", asks: [ReadDrafts.self, BuildRota.self]) {
                visit, request, context in
                let (form, build) = (try await FormBody(request), try Self.build(context))
                try self.door.check(form, of: visit)
                try await self.take(turn, in: build, for: visit)
                return .see(Self.address(of: build, person: form["person"], day: form["day"]))
            }
        }
        routes.post("/builds/:build/branch", asks: [ReadDrafts.self, BuildRota.self]) { visit, request, context in
            try self.door.check(try await FormBody(request), of: visit)
            let branch = try await self.branch(try Self.build(context), for: visit, in: self.store)
            return .see("/builds/\(branch)")
        }
    }

    private static func address(of build: BuildID, person: String?, day: String?) -> String {
        guard let person, let day, !person.isEmpty, !day.isEmpty else { return "/builds/\(build)" }
        return "/builds/\(build)?person=\(LocalAddress.inQuery(person))&day=\(LocalAddress.inQuery(day))"
    }

    /// A draft as it is now.
    ///
    /// - Throws: `Refusal` if there is no such build that the visitor may see; `ServerProblem` if it has come to no draft.
    func draft(_ build: BuildID, for visit: Visit) async throws -> WorkedDraft {
        let stored = try await store.build(build, for: visit.caller)
        let loaded = try await problem(stored.order.problem, for: visit)
        guard let worked = WorkedDraft(stored, of: loaded) else { throw ServerProblem.noDraft }
        return worked
    }

    /// Changes cells of a draft.
    ///
    /// - Returns: the draft after it, and the step that it was; nil: nothing was to be changed.
    /// - Throws: `ServerProblem`, `overtaken`, if somebody has changed one of the cells meanwhile.
    @discardableResult
    func edit(
        _ build: BuildID, _ request: EditRequest, for visit: Visit
    ) async throws -> (draft: WorkedDraft, step: DraftStep?) {
        try await step(build, for: visit) { worked in
            if let other = request.overtaken(in: worked.draft, of: visit.person.id).last {
                throw ServerProblem.overtaken(try await self.words(for: other, in: worked, visit))
            }
            return (request.edits(of: worked.draft), nil)
        }
    }

    /// Taking back, and doing again.
    enum Turn: String, CaseIterable, Sendable {
        case undo, redo
    }

    /// Takes back the visitor's own newest step, or does again what they took back.
    ///
    /// - Parameter named: the number of the step that is to be taken back; nil: whichever is next.
    /// - Throws: `ServerProblem`: there is none, or somebody has changed one of its cells since.
    @discardableResult
    func take(_ turn: Turn, _ named: Int? = nil, in build: BuildID, for visit: Visit)
        async throws -> (draft: WorkedDraft, step: DraftStep?)
    {
        try await step(build, for: visit) { worked in
            let turns = worked.draft.turns(of: visit.person.id)
            guard let step = turn == .undo ? turns.undo : turns.redo, named == nil || named == step.number else {
                throw ServerProblem.noTurn(turn == .undo ? "take back" : "do again")
            }
            let edits = step.edits.map(\.inverse)
            if let conflict = worked.draft.conflicts(with: edits).first,
                let other = worked.draft.steps.last(where: { later in
                    later.edits.contains { $0.person == conflict.person && $0.day == conflict.day }
                })
            {
                throw ServerProblem.overtaken(try await self.words(for: other, in: worked, visit))
            }
            return (edits, step.number)
        }
    }

    /// Takes a step, judged after all those before it: if somebody was first, it is judged anew.
    private func step(
        _ build: BuildID, for visit: Visit,
        _ make: (WorkedDraft) async throws -> (edits: [CellEdit], undoes: Int?)
    ) async throws -> (draft: WorkedDraft, step: DraftStep?) {
        for _ in 0..<20 {
            let worked = try await draft(build, for: visit)
            try await store.check(BuildRota.self, on: worked.stored.order.problem, for: visit.caller)
            let (edits, undoes) = try await make(worked)
            guard !edits.isEmpty else { return (worked, nil) }
            let assessment = worked.consequence(of: edits).assessment
            let step = DraftStep(
                number: worked.draft.steps.count + 1, person: visit.person.id, at: surroundings.now(), undoes: undoes,
                edits: edits, penalty: assessment.penalty, isFeasible: assessment.isFeasible)
            do {
                try await store.take(step, of: build, for: visit.caller)
            } catch let error as StoreError where error.code == .changedMeanwhile {
                continue
            }
            bell.ring(build)
            return (try await draft(build, for: visit), step)
        }
        throw ServerProblem.changedMeanwhile
    }

    /// Whose step it was that came between, and what it did to the first cell.
    private func words(for step: DraftStep, in worked: WorkedDraft, _ visit: Visit) async throws -> String {
        let problem = worked.loaded.problem
        guard let edit = step.edits.first else { return "" }
        let shift = edit.after.duty.shift.map { problem[$0].id.rawValue } ?? pages.language[.off]
        let others = step.edits.count - 1
        let steps = try await store.draftSteps(of: worked.stored.id, for: visit.caller)
        return pages.language.text(
            others == 0 ? .overtakenOne : .overtakenMore,
            [
                "planner": steps.first { $0.step.number == step.number }?.planner ?? step.person.rawValue,
                "name": problem[edit.person].name,
                "day": pages.language.day(problem.date(of: edit.day)), "shift": shift, "count": "\(others)",
            ])
    }

    /// A new draft with the same rota, to try something out beside it.
    func branch(_ build: BuildID, for visit: Visit, in store: Store) async throws -> BuildID {
        let worked = try await draft(build, for: visit)
        try await store.check(BuildRota.self, on: worked.stored.order.problem, for: visit.caller)
        return try await store.branch(build, at: surroundings.now(), for: visit.caller)
    }
}
