import RotaModel
import Testing
import WatchbillTestKit

@Suite("A draft that is changed by hand")
struct DraftTests {
    private let early = Duty(ShiftIndex(0))
    private let night = Duty(ShiftIndex(1))

    private func edit(_ draft: Draft, _ person: Int, _ day: Int, _ duty: Duty, pinned: Bool? = nil) -> CellEdit {
        let before = draft[PersonIndex(person), DayIndex(day)]
        return CellEdit(
            person: PersonIndex(person), day: DayIndex(day), before: before,
            after: PinnedDuty(duty, isPinned: pinned ?? before.isPinned))
    }

    private func step(_ draft: Draft, _ edits: [CellEdit], by person: PersonID, undoes: Int? = nil) -> DraftStep {
        DraftStep(
            number: draft.steps.count + 1, person: person, at: Instant(seconds: draft.steps.count), undoes: undoes,
            edits: edits, penalty: .zero, isFeasible: true)
    }

    @Test("takes back each planner's own steps, the newest first, and does them again until something new is done")
    func turns() throws {
        var draft = Draft(Rota(peopleCount: 3, dayCount: 2))
        draft.take(step(draft, [edit(draft, 0, 0, early)], by: "a"))
        draft.take(step(draft, [edit(draft, 1, 0, night)], by: "b"))
        draft.take(step(draft, [edit(draft, 2, 1, night)], by: "a"))
        #expect(draft.turns(of: "a").undo?.number == 3 && draft.turns(of: "b").undo?.number == 2)
        #expect(draft.turns(of: "c").undo == nil && draft.turns(of: "a").redo == nil)

        func takeBack() throws {
            let undone = try #require(draft.turns(of: "a").undo)
            draft.take(step(draft, undone.edits.map(\.inverse), by: "a", undoes: undone.number))
        }
        try takeBack()
        try takeBack()
        #expect(draft.turns(of: "a").undo == nil)
        #expect(draft.rota.duties == [.off, .off, night, .off, .off, .off], "what others did stays")
        let again = try #require(draft.turns(of: "a").redo)
        draft.take(step(draft, again.edits.map(\.inverse), by: "a", undoes: again.number))
        #expect(draft.rota[PersonIndex(0), DayIndex(0)] == early)
        #expect(draft.turns(of: "a").undo?.number == 6 && draft.turns(of: "a").redo?.number == 4)
        draft.take(step(draft, [edit(draft, 0, 1, night)], by: "a"))
        #expect(draft.turns(of: "a").redo == nil, "something new ends doing again")
    }

    @Test("tells which cells somebody has changed meanwhile, pins too")
    func conflicts() {
        var draft = Draft(
            Rota(peopleCount: 2, dayCount: 2), pins: [PinnedCell(person: PersonIndex(1), day: DayIndex(1), duty: .off)])
        let mine = [edit(draft, 0, 0, early), edit(draft, 1, 1, night)]
        #expect(draft.conflicts(with: mine).isEmpty)
        draft.take(step(draft, [edit(draft, 1, 1, .off, pinned: false)], by: "b"))
        let conflicts = draft.conflicts(with: mine)
        #expect(conflicts.map(\.person) == [PersonIndex(1)])
        #expect(conflicts.first?.after == PinnedDuty(.off, isPinned: false))
        #expect(draft.pinned.isEmpty)
    }

    @Test("is the same, whatever was done and taken back, when its steps are taken anew")
    func replay() throws {
        let seed = UInt64.random(in: 0...999_999)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<60 {
            let (people, days) = (random.number(in: 1...5), random.number(in: 1...6))
            var base = Rota(peopleCount: people, dayCount: days)
            for index in base.duties.indices { base.duties[index] = random.pick([.off, early, night]) }
            var draft = Draft(base)
            var seen = [draft.rota]
            for _ in 0..<random.number(in: 0...40) {
                let planner = random.pick(["a", "b", "c"] as [PersonID])
                let turns = draft.turns(of: planner)
                if random.chance(percent: 40), let turn = random.chance(percent: 50) ? turns.undo : turns.redo {
                    let edits = turn.edits.map(\.inverse)
                    guard draft.conflicts(with: edits).isEmpty else { continue }
                    draft.take(step(draft, edits, by: planner, undoes: turn.number))
                } else {
                    let edits = (0..<people * days).filter { _ in random.chance(percent: 20) }.compactMap { cell in
                        let made = edit(
                            draft, cell / days, cell % days, random.pick([.off, early, night]),
                            pinned: random.chance(percent: 30))
                        return made.before == made.after ? nil : made
                    }
                    if edits.isEmpty { continue }
                    draft.take(step(draft, edits, by: planner))
                }
                seen.append(draft.rota)
            }
            var again = Draft(base)
            for (number, step) in draft.steps.enumerated() {
                again.take(step)
                #expect(again.rota == seen[number + 1], "seed \(seed)")
            }
            #expect(again == draft, "seed \(seed)")
            // Everything taken back, the newest first, leads to where it began.
            var back = draft.rota
            for edit in draft.steps.reversed().flatMap(\.edits) { back[edit.person, edit.day] = edit.before.duty }
            #expect(back == base, "seed \(seed)")
        }
    }
}
