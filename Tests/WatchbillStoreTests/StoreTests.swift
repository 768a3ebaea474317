import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("The store")
struct StoreTests {
    let now = Sample.now

    @Test("keeps a problem's document byte for byte", arguments: StoreKind.allCases)
    func keepsDocument(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        #expect(try await store.latestProblem(for: planner) == nil)
        let bytes = (0...255).map { UInt8($0) }
        let name = "Ward 7 'north', 100 % \\ é ☂"
        let id = try await store.add(problem: bytes, name: name, unit: Hospital.ward, at: now, for: planner)
        let expected = StoredProblem(id: id, name: name, document: bytes, storedAt: now)
        #expect(try await store.latestProblem(for: planner) == expected)
        #expect(try await store.problem(id, for: planner) == expected)
        await #expect(throws: Refusal.hidden) { try await store.problem(ProblemID(99), for: planner) }
        try await store.close()
    }

    @Test(
        "shows a finished build again after it was closed and opened", arguments: StoreKind.allCases,
        [UInt64.max, 0, 7])
    func survivesReopening(kind: StoreKind, seed: UInt64) async throws {
        let scratch = try await ScratchStore(kind)
        var store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        let problem = try await store.add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: now, for: planner)
        let build = try await store.startBuild(Sample.order(problem, seed: seed), at: now, for: planner)
        try await store.keep(Sample.outcome(penalty: 90), of: build, for: planner)
        var last = Sample.outcome(penalty: 50)
        last.seconds = 1.0 / 3
        last.bound = nil
        last.curve = []
        let end = Instant(seconds: now.seconds + 30)
        #expect(try await store.end(build, as: .finished, outcome: last, at: end, for: planner) == 1)
        try await store.close()
        store = try await scratch.open()
        let expected = StoredBuild(
            id: build, order: Sample.order(problem, seed: seed), state: .finished, startedAt: now, endedAt: end,
            outcome: last, draft: 1)
        #expect(try await store.build(build, for: planner) == expected)
        #expect(try await store.latestDraft(of: problem, for: planner) == expected)
        try await store.close()
    }

    @Test("numbers drafts in the order in which builds end, per problem", arguments: StoreKind.allCases)
    func numbersDrafts(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        let first = try await store.add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: now, for: planner)
        let second = try await store.add(problem: [2], name: "Ward 8", unit: Hospital.ward, at: now, for: planner)
        let a = try await store.startBuild(Sample.order(first), at: now, for: planner)
        let b = try await store.startBuild(Sample.order(first), at: now, for: planner)
        let other = try await store.startBuild(Sample.order(second), at: now, for: planner)
        let empty = try await store.startBuild(Sample.order(first), at: now, for: planner)
        #expect(try await store.end(b, as: .stopped, outcome: Sample.outcome(penalty: 2), at: now, for: planner) == 1)
        #expect(
            try await store.end(other, as: .finished, outcome: Sample.outcome(penalty: 3), at: now, for: planner) == 1)
        #expect(try await store.end(empty, as: .finished, outcome: nil, at: now, for: planner) == nil)
        #expect(try await store.end(a, as: .finished, outcome: Sample.outcome(penalty: 1), at: now, for: planner) == 2)
        #expect(try await store.latestDraft(of: first, for: planner)?.id == a)
        #expect(try await store.latestDraft(of: second, for: planner)?.id == other)
        #expect(try await store.builds(of: first, limit: 10, for: planner).map(\.id) == [empty, b, a])
        #expect(try await store.builds(of: first, limit: 1, for: planner).map(\.id) == [empty])
        try await store.close()
    }

    @Test(
        "marks builds cut off with their server as interrupted, with the best so far kept and no draft made",
        arguments: StoreKind.allCases)
    func interrupts(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        let builder = try await Hospital.builder(of: store)
        let problem = try await store.add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: now, for: planner)
        let done = try await store.startBuild(Sample.order(problem), at: now, for: planner)
        try await store.end(done, as: .finished, outcome: Sample.outcome(penalty: 70), at: now, for: planner)
        let cut = try await store.startBuild(Sample.order(problem), at: now, for: planner)
        try await store.keep(Sample.outcome(penalty: 60), of: cut, for: planner)
        let empty = try await store.startBuild(Sample.order(problem), at: now, for: planner)
        #expect(try await store.interruptRunningBuilds(at: now, for: builder) == 0, "its own builds run on")
        try await store.close()

        store = try await scratch.open()
        #expect(try await store.interruptRunningBuilds(at: now, for: builder) == 2)
        let build = try await store.build(cut, for: planner)
        #expect(build.state == .interrupted)
        #expect(build.draft == nil)
        #expect(build.outcome?.penalty == Penalty(60))
        #expect(try await store.build(empty, for: planner).outcome == nil)
        #expect(try await store.latestDraft(of: problem, for: planner)?.id == done)
        #expect(try await store.interruptRunningBuilds(at: now, for: builder) == 0)
        try await store.close()
    }

    @Test("refuses to change a build that has ended", arguments: StoreKind.allCases)
    func endedStays(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        let problem = try await store.add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: now, for: planner)
        let build = try await store.startBuild(Sample.order(problem), at: now, for: planner)
        try await store.end(build, as: .stopped, outcome: nil, at: now, for: planner)
        let outcome = Sample.outcome(penalty: 1)
        await #expect { try await store.keep(outcome, of: build, for: planner) } throws: { code($0) == .alreadyEnded }
        await #expect {
            try await store.end(build, as: .finished, outcome: nil, at: now, for: planner)
        } throws: {
            code($0) == .alreadyEnded
        }
        await #expect(throws: Refusal.hidden) { try await store.keep(outcome, of: BuildID(9), for: planner) }
        try await store.close()
    }

    @Test("keeps what an organisation has from another", arguments: StoreKind.allCases)
    func keepsOrganisationsApart(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        let builder = try await Hospital.builder(of: store)
        let problem = try await store.add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: now, for: planner)
        let build = try await store.startBuild(Sample.order(problem), at: now, for: planner)
        try await store.keep(Sample.outcome(penalty: 3), of: build, for: planner)
        try await store.close()
        await #expect { try await scratch.open(organisation: OrganisationNumber(2)) } throws: {
            code($0) == .noSuchOrganisation
        }

        try await scratch.byHand("INSERT INTO organisation (id, name) VALUES (2, 'Theirs')")
        store = try await scratch.open(organisation: OrganisationNumber(2))
        #expect(try await store.entrance.account(of: LoginName("pia")) == nil)
        let theirs = try await Hospital.planner(of: store)
        let theirBuilder = try await Hospital.builder(of: store)
        #expect(try await store.interruptRunningBuilds(at: now, for: theirBuilder) == 0)
        #expect(try await store.latestProblem(for: theirs) == nil)
        for caller in [theirs, planner] {
            #expect(try await store.latestProblem(for: caller) == nil)
            await #expect(throws: Refusal.hidden) { try await store.problem(problem, for: caller) }
            await #expect(throws: Refusal.hidden) { try await store.build(build, for: caller) }
            await #expect(throws: Refusal.hidden) { try await store.builds(of: problem, limit: 9, for: caller) }
            await #expect(throws: Refusal.hidden) {
                try await store.end(build, as: .stopped, outcome: nil, at: now, for: caller)
            }
            await #expect(throws: Refusal.hidden) {
                try await store.startBuild(Sample.order(problem), at: now, for: caller)
            }
        }
        await #expect(throws: Refusal.hidden) { try await store.unitTree(for: planner) }
        await #expect(throws: Refusal.hidden) { try await store.interruptRunningBuilds(at: now, for: builder) }
        try await store.close()

        store = try await scratch.open()
        #expect(try await store.build(build, for: planner).state == .running)
        try await store.close()
    }

    @Test("takes back one write that fails, and no other of those made with it", arguments: StoreKind.allCases)
    func failsAlone(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        let isGood: @Sendable (Int) -> Bool = { $0 % 7 != 0 }
        let stored = await withTaskGroup(of: (Int, ProblemID?).self) { group in
            for number in 0..<300 {
                group.addTask {
                    do {
                        // A nameless problem is refused by the schema, after its row was written.
                        let name = isGood(number) ? "Ward \(number)" : ""
                        return (
                            number,
                            try await store.add(problem: [1], name: name, unit: Hospital.ward, at: now, for: planner)
                        )
                    } catch {
                        #expect(code(error) == .refused)
                        return (number, nil)
                    }
                }
            }
            return await group.reduce(into: [Int: ProblemID]()) { stored, next in stored[next.0] = next.1 }
        }
        #expect(stored.keys.sorted() == (0..<300).filter(isGood))
        #expect(Set(stored.values).count == stored.count)
        for (number, id) in stored { #expect(try await store.problem(id, for: planner).name == "Ward \(number)") }
        try await store.close()
        #expect(try await scratch.byHand("SELECT count(*) FROM problem") == "\(stored.count)")
    }

    @Test("refuses a text with a null character, which databases would cut or refuse", arguments: StoreKind.allCases)
    func refusesNull(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        await #expect {
            try await store.add(problem: [1], name: "Ward\u{0} 7", unit: Hospital.ward, at: now, for: planner)
        } throws: {
            code($0) == .unusableText && !"\($0)".contains("Ward")
        }
        try await store.close()
    }

    @Test("says that it was closed", arguments: StoreKind.allCases)
    func saysClosed(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        try await store.close()
        await #expect(throws: (any Error).self) {
            try await store.add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: now, for: planner)
        }
        await #expect(throws: (any Error).self) { try await store.latestProblem(for: planner) }
    }
}
