import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("A demo")
struct DemoTests {
    let now = Sample.now

    private func makeDemo(in store: Store) async throws {
        try await store.entrance.makeDemo(
            Hospital.directory(), roles: Hospital.roles, problem: [1, 2], of: "ward-7", name: "Ward 7", at: now)
    }

    @Test("lets a visitor in as anybody, and has no first link", arguments: StoreKind.allCases)
    func enters(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var store = try await scratch.open()
        var random = SystemRandomNumberGenerator()
        let link = try #require(try await store.entrance.firstLink(at: now, using: &random))
        #expect(try await store.entrance.demoPeople() == nil)
        try await makeDemo(in: store)
        await #expect(throws: OneTimeLink.unusable) { try await store.entrance.use(of: link, at: now) }
        #expect(try await store.entrance.firstLink(at: now, using: &random) == nil)
        try await store.close()

        store = try await scratch.open()
        try await makeDemo(in: store)
        let people = try #require(try await store.entrance.demoPeople())
        #expect(people.map(\.person) == Hospital.directory().people)
        let pia = try #require(people.first { $0.person.id == "pia" })
        #expect(pia.roles.map(\.role) == [Role.planner, .member])
        for _ in 0..<2 {
            let token = try await store.entrance.enterDemo(
                as: "pia", userAgent: UserAgent("Firefox"), at: now, using: &random)
            let visit = try #require(try await store.entrance.admit(token, for: .usual, at: now))
            #expect(visit.person.id == "pia" && visit.account.passwordHash == nil)
            #expect(try await store.latestProblem(for: visit.caller)?.document == [1, 2])
        }
        await #expect(throws: Refusal.hidden) {
            var random = SystemRandomNumberGenerator()
            _ = try await store.entrance.enterDemo(as: "nobody", userAgent: UserAgent(nil), at: now, using: &random)
        }
        try await store.close()
    }

    @Test("is made of nothing but an empty store", arguments: StoreKind.allCases)
    func neverOpensOthers(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        _ = try await Hospital.open(in: store)
        await #expect { try await makeDemo(in: store) } throws: { code($0) == .notEmpty }
        await #expect(throws: Refusal.hidden) {
            var random = SystemRandomNumberGenerator()
            _ = try await store.entrance.enterDemo(as: "pia", userAgent: UserAgent(nil), at: now, using: &random)
        }
        try await store.close()
    }

    @Test("is not made over problems from before there were units")
    func keepsOldProblems() async throws {
        let scratch = try await ScratchStore(.sqlite)
        try await scratch.byHand(FirstVersion.script)
        let store = try await scratch.open()
        await #expect { try await makeDemo(in: store) } throws: { code($0) == .notEmpty }
        try await store.close()
    }
}
