import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("What planners do to drafts")
struct DraftStepTests {
    let now = Sample.now

    private func drafts(_ scratch: ScratchStore) async throws -> (Store, Hospital, BuildID) {
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let pia = try await hospital.caller("pia")
        let problem = try await store.add(problem: [1], name: "Ward 7", unit: "ward-7", at: now, for: pia)
        let build = try await store.startBuild(Sample.order(problem), at: now, for: pia)
        try await store.end(build, as: .finished, outcome: Sample.outcome(penalty: 7), at: now, for: pia)
        return (store, hospital, build)
    }

    private func step(_ number: Int, _ edits: [CellEdit], undoes: Int? = nil, penalty: Int = 3) -> DraftStep {
        DraftStep(
            number: number, person: "pia", at: Instant(seconds: now.seconds + number), undoes: undoes, edits: edits,
            penalty: Penalty(penalty), isFeasible: true)
    }

    @Test("is kept in order, once, and decides what is published", arguments: StoreKind.allCases)
    func steps(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let (store, hospital, build) = try await drafts(scratch)
        let pia = try await hospital.caller("pia")
        let first = try await store.build(build, for: pia)
        let base = try #require(first.outcome?.rota)
        let cell = (PersonIndex(0), DayIndex(0))
        let before = PinnedDuty(base[cell.0, cell.1], isPinned: false)
        let other = PinnedDuty(before.duty == .off ? Duty(rawValue: 1) : .off, isPinned: true)
        let edit = CellEdit(person: cell.0, day: cell.1, before: before, after: other)
        try await store.take(step(1, [edit], penalty: 9), of: build, for: pia)
        let second = try await store.build(build, for: pia)
        #expect(second.steps == [step(1, [edit], penalty: 9)])
        #expect(second.outcome?.penalty == Penalty(9) && second.outcome?.rota[cell.0, cell.1] == other.duty)
        #expect(second.built == base && first.steps.isEmpty)

        // Somebody who did not know of it is told so, and changes nothing.
        let error = await #expect(throws: StoreError.self) {
            try await store.take(step(1, [edit]), of: build, for: pia)
        }
        #expect(error?.code == .changedMeanwhile)
        await #expect(throws: Refusal.self) {
            try await store.take(step(2, [edit.inverse]), of: build, for: try await hospital.caller("mia"))
        }
        // What was looked at is what is published.
        let stale = await #expect(throws: StoreError.self) {
            try await store.publish(build, of: Sample.plan, after: 0, at: now, for: pia)
        }
        #expect(stale?.code == .changedMeanwhile)
        try await store.publish(build, of: Sample.plan, after: 1, at: now, for: pia)
        let published = try await store.version(1, of: "ward-7", for: pia)
        #expect(published.rota == second.outcome?.rota)

        try await store.take(step(2, [edit.inverse], undoes: 1), of: build, for: pia)
        #expect(try await store.build(build, for: pia).outcome?.rota == base)
        #expect(try await store.version(1, of: "ward-7", for: pia).rota == second.outcome?.rota)
        #expect(try await store.draftSteps(of: build, for: pia).map(\.step.undoes) == [nil, 1])
        for statement in ["UPDATE draftStep SET penalty = 0", "DELETE FROM draftStep"] {
            await #expect(throws: (any Error).self) { _ = try await scratch.byHand(statement) }
        }
        try await store.close()
    }

    @Test(
        "goes on in branches beside what they are branches of, and comes to the same rotas",
        arguments: StoreKind.allCases)
    func replay(kind: StoreKind) async throws {
        let seed = UInt64.random(in: 0...999_999)
        var random = SeededGenerator(seed: seed)
        let scratch = try await ScratchStore(kind)
        let (store, hospital, build) = try await drafts(scratch)
        let pia = try await hospital.caller("pia")
        var rotas: [BuildID: Rota] = [build: try #require(try await store.build(build, for: pia).outcome?.rota)]
        var versions: [Rota] = []
        for _ in 0..<50 {
            let target = random.pick(rotas.keys.sorted { $0.value < $1.value })
            let stored = try await store.build(target, for: pia)
            var rota = try #require(rotas[target])
            switch random.number(in: 0...9) {
            case 0:
                rotas[try await store.branch(target, at: now, for: pia)] = rota
            case 1 where versions.last != rota:
                try await store.publish(target, of: Sample.plan, at: now, for: pia)
                versions.append(rota)
            case 2...3 where !stored.steps.isEmpty:
                let last = try #require(stored.steps.last)
                let edits = last.edits.map(\.inverse)
                try await store.take(step(last.number + 1, edits, undoes: last.number), of: target, for: pia)
                for edit in edits { rota[edit.person, edit.day] = edit.after.duty }
                rotas[target] = rota
            default:
                let cell = (
                    PersonIndex(random.number(in: 0...(rota.peopleCount - 1))),
                    DayIndex(random.number(in: 0...(rota.dayCount - 1)))
                )
                let before = rota[cell.0, cell.1]
                let after = Duty(rawValue: before.rawValue == 0 ? 1 : 0)
                let edit = CellEdit(
                    person: cell.0, day: cell.1, before: PinnedDuty(before, isPinned: false),
                    after: PinnedDuty(after, isPinned: false))
                try await store.take(step(stored.steps.count + 1, [edit]), of: target, for: pia)
                rota[cell.0, cell.1] = after
                rotas[target] = rota
            }
        }
        for (build, rota) in rotas {
            #expect(try await store.build(build, for: pia).outcome?.rota == rota, "seed \(seed), build \(build)")
        }
        for (index, rota) in versions.enumerated() {
            #expect(try await store.version(index + 1, of: "ward-7", for: pia).rota == rota, "seed \(seed)")
        }
        let branches = rotas.keys.filter { $0 != build }
        for branch in branches { #expect(try await store.build(branch, for: pia).trunk != nil, "seed \(seed)") }
        try await store.close()
    }
}
