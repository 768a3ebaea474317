import CrewRecords
import Foundation
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("A request with a key")
struct KeyedRequestTests {
    let now = Sample.now
    private func later(_ seconds: Int) -> Instant { Instant(seconds: now.seconds + seconds) }

    private func request(
        _ key: String, _ text: String = "planner for mia", of visit: Visit, at now: Instant = Sample.now
    ) -> KeyedRequest {
        KeyedRequest(
            account: visit.account.id, key: Fingerprint(of: [Array(key.utf8)]), operation: "giveRole",
            request: Fingerprint(of: [Array(text.utf8)]), now: now)
    }

    private static let answer: @Sendable (GrantID) -> KeptAnswer = { id in
        KeptAnswer(status: 201, body: Array("role \(id)".utf8), location: "/roles/\(id)")
    }

    /// Gives Mia the role of planner, once for that request.
    private func give(_ store: Store, _ request: KeyedRequest, _ caller: Caller, isSecret: Bool = false) async throws
        -> KeptAnswer
    {
        do {
            let once = store.once(request, answer: isSecret ? nil : Self.answer)
            return Self.answer(
                try await once.give(
                    .planner, in: "ward-7", to: "mia", term: Term(from: caller.admittedAt), for: caller))
        } catch EarlierRequest.answered(let kept) {
            return kept
        }
    }

    private func grants(_ store: Store, _ caller: Caller) async throws -> Int {
        try await store.roles(in: "ward-7", for: caller).filter { $0.grant.person == "mia" }.count
    }

    @Test("is done once and answered alike, also by the next server", arguments: StoreKind.allCases)
    func once(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var store = try await scratch.open()
        let administrator = try await Hospital.open(in: store).visit(Hospital.administrator)
        let caller = administrator.caller
        let first = try await give(store, request("one", of: administrator), caller)
        #expect(try await give(store, request("one", of: administrator), caller) == first)
        try await store.close()
        store = try await scratch.open()
        #expect(try await give(store, request("one", of: administrator), caller) == first)
        #expect(try await grants(store, caller) == 1)
        #expect(try await give(store, request("two", of: administrator), caller) != first)
        #expect(try await grants(store, caller) == 2)
        await #expect(throws: EarlierRequest.another) {
            try await give(store, request("one", "planner for olof", of: administrator), caller)
        }
        #expect(try await grants(store, caller) == 2)
        try await store.close()
    }

    @Test("is done by one of many that come at once", arguments: StoreKind.allCases)
    func together(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let administrator = try await Hospital.open(in: store).visit(Hospital.administrator)
        let answers = try await withThrowingTaskGroup(of: KeptAnswer.self) { group in
            for _ in 0..<20 {
                group.addTask { try await give(store, request("one", of: administrator), administrator.caller) }
            }
            return try await group.reduce(into: [KeptAnswer]()) { $0.append($1) }
        }
        #expect(answers.count == 20)
        #expect(Set(answers).count == 1)
        #expect(try await grants(store, administrator.caller) == 1)
        try await store.close()
    }

    @Test("keeps no answer that holds a secret, and says so instead", arguments: StoreKind.allCases)
    func secret(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let administrator = try await Hospital.open(in: store).visit(Hospital.administrator)
        _ = try await give(store, request("one", of: administrator), administrator.caller, isSecret: true)
        await #expect(throws: EarlierRequest.secretly) {
            try await give(store, request("one", of: administrator), administrator.caller, isSecret: true)
        }
        #expect(try await grants(store, administrator.caller) == 1)
        #expect(try await scratch.byHand("SELECT count(*) FROM keyedRequest WHERE body IS NULL") == "1")
        try await store.close()
    }

    @Test("that was refused may come again; keys are each account's own", arguments: StoreKind.allCases)
    func refused(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let (mia, lea) = (try await hospital.visit("mia"), try await hospital.visit("lea"))
        for _ in 1...2 {
            await #expect(throws: Refusal.self) { try await give(store, request("one", of: mia), mia.caller) }
        }
        #expect(try await scratch.byHand("SELECT count(*) FROM keyedRequest") == "0")
        let administrator = try await hospital.visit(Hospital.administrator)
        let first = try await give(store, request("one", of: administrator), administrator.caller)
        #expect(try await give(store, request("one", of: lea), lea.caller) != first)
        try await store.close()
    }

    @Test("is remembered for a day, and then forgotten", arguments: StoreKind.allCases)
    func forgotten(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let administrator = try await Hospital.open(in: store).visit(Hospital.administrator)
        let first = try await give(store, request("one", of: administrator), administrator.caller)
        let last = request("one", of: administrator, at: later(KeyedRequest.memory - 1))
        #expect(try await give(store, last, administrator.caller) == first)
        let next = request("one", of: administrator, at: later(KeyedRequest.memory))
        #expect(try await give(store, next, administrator.caller) != first)
        #expect(try await scratch.byHand("SELECT count(*) FROM keyedRequest") == "1")
        try await store.close()
    }

    @Test("is not changed by anybody, not even by hand", arguments: StoreKind.allCases)
    func guarded(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let administrator = try await Hospital.open(in: store).visit(Hospital.administrator)
        _ = try await give(store, request("one", of: administrator), administrator.caller)
        for change in [
            "UPDATE keyedRequest SET operation = 'another'",
            """
            INSERT INTO keyedRequest SELECT organisationID, 'nobody', keyDigest, operation, requestDigest, status, body,
                location, createdAt FROM keyedRequest
            """,
            """
            INSERT INTO keyedRequest SELECT organisationID, accountID, keyDigest, operation, requestDigest, status, body,
                location, createdAt FROM keyedRequest
            """,
        ] {
            await #expect(throws: (any Error).self, "\(change)") { try await scratch.byHand(change) }
        }
        try await store.close()
    }
}
