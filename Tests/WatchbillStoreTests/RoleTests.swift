import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("Stored roles")
struct RoleTests {
    let now = Sample.now
    private func later(_ seconds: Int) -> Instant { Instant(seconds: now.seconds + seconds) }

    @Test("are given for a time, taken away, and never lost", arguments: StoreKind.allCases)
    func comeAndGo(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var store = try await scratch.open()
        var hospital = try await Hospital.open(in: store)
        let administrator = try await hospital.caller(Hospital.administrator)
        let term = Term(from: later(100), until: later(200))
        let grant = try await store.give(.planner, in: "surgery", to: "mia", term: term, for: administrator)
        let given = RoleGrant(person: "mia", unit: "surgery", role: .planner, term: term)
        let stored = StoredGrant(id: grant, grant: given)
        #expect(try await store.roles(in: "ward-7", for: administrator).contains(stored))
        #expect(try await store.roles(in: "surgery", for: administrator).contains(stored))
        #expect(try await !store.roles(in: "hospital", for: administrator).contains(stored))
        try await store.close()

        store = try await scratch.open()
        hospital = Hospital(store: store)
        func roles(at moment: Instant) async throws -> [Role] {
            try await store.ownRoles(for: try await hospital.caller("mia", at: moment)).map(\.role).sorted()
        }
        #expect(try await roles(at: later(99)) == [.member])
        #expect(try await roles(at: later(100)) == [.member, .planner])
        #expect(try await roles(at: later(200)) == [.member])
        try await store.takeAway(grant, for: administrator, at: later(150))
        try await store.takeAway(grant, for: administrator, at: later(160))
        #expect(try await roles(at: later(150)) == [.member])
        let end = try await scratch.byHand("SELECT untilAt FROM roleGrant WHERE id = \(grant)")
        #expect(end == "\(later(150).seconds)")

        let never = try await store.give(
            .planner, in: "ward-3", to: "mia", term: Term(from: later(500)), for: administrator)
        try await store.takeAway(never, for: administrator, at: later(10))
        #expect(try await roles(at: later(600)) == [.member])
        await #expect(throws: Refusal.hidden) { try await store.takeAway(GrantID(99), for: administrator, at: now) }
        await #expect(throws: Refusal.hidden) {
            try await store.give(.planner, in: "ward-7", to: "nobody", term: Term(from: now), for: administrator)
        }
        await #expect(throws: Refusal.hidden) {
            try await store.give(.planner, in: "nowhere", to: "mia", term: Term(from: now), for: administrator)
        }
        try await store.close()
    }

    @Test("never make a keeper an administrator", arguments: StoreKind.allCases)
    func apart(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let administrator = try await Hospital.open(in: store).caller(Hospital.administrator)
        await #expect(throws: AppointmentError.keeperAndAdministrator) {
            try await store.give(.administrator, in: "ward-3", to: "max", term: Term(from: now), for: administrator)
        }
        await #expect(throws: AppointmentError.keeperAndAdministrator) {
            let term = Term(from: later(9))
            try await store.give(.medicalKeeper, in: "ward-3", to: "sven", term: term, for: administrator)
        }
        await #expect(throws: Refusal.forbidden, "nobody gives themselves a role") {
            try await store.give(
                .planner, in: "ward-3", to: Hospital.administrator, term: Term(from: now), for: administrator)
        }
        try await store.close()
    }

    @Test("come with belonging to a unit, from the first day there to the last", arguments: StoreKind.allCases)
    func membership(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        try await hospital.invite("new", by: try await hospital.caller("lea"))
        // 1 March in Stockholm begins an hour before it does in UTC.
        let first = Instant(seconds: Hospital.date("2026-03-01").dayNumber * 86_400 - 3600)
        func isMember(_ person: PersonID, at moment: Instant) async throws -> Bool {
            try await !store.ownRoles(for: try await hospital.caller(person, at: moment)).isEmpty
        }
        #expect(try await !isMember("new", at: Instant(seconds: first.seconds - 1)))
        #expect(try await isMember("new", at: first))
        let last = Instant(seconds: Hospital.date("2026-01-01").dayNumber * 86_400 - 3600)
        #expect(try await isMember("gone", at: Instant(seconds: last.seconds - 1)))
        #expect(try await !isMember("gone", at: last))
        try await store.close()
    }

    @Test("show a planner the newest problem of the units they plan", arguments: StoreKind.allCases)
    func latest(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let vera = try await hospital.caller("vera")
        let first = try await store.add(problem: [1], name: "Ward 7", unit: "ward-7", at: now, for: vera)
        let second = try await store.add(problem: [2], name: "Ward 3", unit: "ward-3", at: now, for: vera)
        for (person, expected) in [("vera", second), ("pia", first), ("lea", first), ("paul", second)] {
            #expect(try await store.latestProblem(for: hospital.caller(PersonID(person)))?.id == expected, "\(person)")
        }
        for person in ["mia", "rita", Hospital.administrator.rawValue] {
            #expect(try await store.latestProblem(for: hospital.caller(PersonID(person))) == nil, "\(person)")
        }
        #expect(try await store.mayBuild(first, for: hospital.caller("pia")))
        #expect(try await !store.mayBuild(first, for: hospital.caller("lea")))
        #expect(try await !store.mayBuild(ProblemID(99), for: vera))
        await #expect(throws: StoreError.self, "there is no such unit, not even for a job") {
            try await store.add(
                problem: [1], name: "Nowhere", unit: "nowhere", at: now, for: Hospital.builder(of: store))
        }
        try await store.close()
    }
}
