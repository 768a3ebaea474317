import Foundation
import GRDB
import RotaModel
import Testing
import WatchbillStore

/// A new folder for one test's database, removed when the test lets go of it.
final class ScratchFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "watchbill-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        // Nothing depends on it: the system empties its temporary folder too.
        try? FileManager.default.removeItem(at: url)
    }

    var database: String { url.appending(path: "watchbill.sqlite").path }
}

@Suite("The store")
struct StoreTests {
    let folder: ScratchFolder
    let now = Instant(seconds: 1_767_600_000)

    init() throws {
        folder = try ScratchFolder()
    }

    func order(_ problem: ProblemID, seed: UInt64 = 1) -> BuildOrder {
        BuildOrder(problem: problem, seed: seed, threads: 2, timeLimit: 30)
    }

    func outcome(penalty: Int) -> BuildOutcome {
        var rota = Rota(peopleCount: 2, dayCount: 3)
        rota[1, 2] = Duty(ShiftIndex(4))
        return BuildOutcome(
            seconds: 1.5, penalty: Penalty(penalty), isFeasible: true, bound: Penalty(40), rota: rota, curve: [1, 2, 3])
    }

    @Test("keeps a problem's document byte for byte")
    func keepsDocument() async throws {
        let store = try Store(path: folder.database)
        #expect(try await store.latestProblem() == nil)
        let bytes = (0...255).map { UInt8($0) }
        let id = try await store.add(problem: bytes, name: "Ward 7", at: now)
        let expected = StoredProblem(id: id, name: "Ward 7", document: bytes, storedAt: now)
        #expect(try await store.latestProblem() == expected)
        #expect(try await store.problem(id) == expected)
        #expect(try await store.problem(ProblemID(99)) == nil)
    }

    @Test("shows a finished build again after it was closed and opened", arguments: [UInt64.max, 0, 7])
    func survivesReopening(seed: UInt64) async throws {
        var store = try Store(path: folder.database)
        let problem = try await store.add(problem: [1], name: "Ward 7", at: now)
        let build = try await store.startBuild(order(problem, seed: seed), at: now)
        try await store.keep(outcome(penalty: 90), of: build)
        let end = Instant(seconds: now.seconds + 30)
        let draft = try await store.end(build, as: .finished, outcome: outcome(penalty: 50), at: end)
        #expect(draft == 1)
        try store.close()
        store = try reopened(store)
        let expected = StoredBuild(
            id: build, order: order(problem, seed: seed), state: .finished, startedAt: now, endedAt: end,
            outcome: outcome(penalty: 50), draft: 1)
        #expect(try await store.build(build) == expected)
        #expect(try await store.latestDraft(of: problem) == expected)
    }

    /// The lock goes with the last reference, hence `consuming`.
    private func reopened(_ store: consuming Store) throws -> Store {
        _ = consume store
        return try Store(path: folder.database + "")
    }

    @Test("numbers drafts in the order in which builds end, per problem")
    func numbersDrafts() async throws {
        let store = try Store(path: folder.database)
        let first = try await store.add(problem: [1], name: "Ward 7", at: now)
        let second = try await store.add(problem: [2], name: "Ward 8", at: now)
        let a = try await store.startBuild(order(first), at: now)
        let b = try await store.startBuild(order(first), at: now)
        let other = try await store.startBuild(order(second), at: now)
        #expect(try await store.end(b, as: .stopped, outcome: outcome(penalty: 2), at: now) == 1)
        #expect(try await store.end(other, as: .finished, outcome: outcome(penalty: 3), at: now) == 1)
        #expect(try await store.end(a, as: .finished, outcome: outcome(penalty: 1), at: now) == 2)
        #expect(try await store.latestDraft(of: first)?.id == a)
        #expect(try await store.builds(of: first, limit: 10).map(\.id) == [b, a])
        #expect(try await store.builds(of: first, limit: 1).map(\.id) == [b])
    }

    @Test("marks builds cut off as interrupted, with the best so far kept and no draft made")
    func interrupts() async throws {
        let store = try Store(path: folder.database)
        let problem = try await store.add(problem: [1], name: "Ward 7", at: now)
        let done = try await store.startBuild(order(problem), at: now)
        try await store.end(done, as: .finished, outcome: outcome(penalty: 70), at: now)
        let cut = try await store.startBuild(order(problem), at: now)
        try await store.keep(outcome(penalty: 60), of: cut)
        let empty = try await store.startBuild(order(problem), at: now)
        #expect(try await store.interruptRunningBuilds(at: now) == 2)
        let build = try await store.build(cut)
        #expect(build?.state == .interrupted)
        #expect(build?.draft == nil)
        #expect(build?.outcome?.penalty == Penalty(60))
        #expect(try await store.build(empty)?.outcome == nil)
        #expect(try await store.latestDraft(of: problem)?.id == done)
        #expect(try await store.interruptRunningBuilds(at: now) == 0)
    }

    @Test("refuses to change a build that has ended")
    func endedStays() async throws {
        let store = try Store(path: folder.database)
        let problem = try await store.add(problem: [1], name: "Ward 7", at: now)
        let build = try await store.startBuild(order(problem), at: now)
        try await store.end(build, as: .stopped, outcome: nil, at: now)
        await #expect { try await store.keep(outcome(penalty: 1), of: build) } throws: { code($0) == .alreadyEnded }
        await #expect {
            try await store.end(build, as: .finished, outcome: nil, at: now)
        } throws: { code($0) == .alreadyEnded }
        await #expect { try await store.keep(outcome(penalty: 1), of: BuildID(9)) } throws: { code($0) == .noSuchBuild }
    }

    private func code(_ error: any Error) -> StoreError.Code? { (error as? StoreError)?.code }

    @Test("refuses a file that a second server has open")
    func refusesSecondServer() throws {
        let store = try Store(path: folder.database)
        #expect { _ = try Store(path: folder.database) } throws: { code($0) == .inUse }
        withExtendedLifetime(store) {}
    }

    @Test("refuses a newer schema, saying so")
    func refusesNewerSchema() throws {
        try Store(path: folder.database).close()
        let queue = try DatabaseQueue(path: folder.database)
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('999')") }
        try queue.close()
        #expect { _ = try Store(path: folder.database) } throws: { error in
            code(error) == .newerSchema && "\(error)".contains("newer Watchbill")
        }
    }

    @Test("refuses another program's database and a file that is none")
    func refusesForeignFiles() throws {
        let queue = try DatabaseQueue(path: folder.database)
        try queue.write { try $0.execute(sql: "CREATE TABLE theirs (id INTEGER)") }
        try queue.close()
        #expect { _ = try Store(path: folder.database) } throws: { code($0) == .notOurs }
        let text = folder.url.appending(path: "text").path
        try Data(repeating: 65, count: 5000).write(to: URL(filePath: text))
        #expect { _ = try Store(path: text) } throws: { code($0) == .cannotOpen }
        #expect { _ = try Store(path: "/nowhere/at/all.sqlite") } throws: { code($0) == .cannotOpen }
    }

    @Test(
        "guards itself against values that make no sense",
        arguments: [
            "UPDATE build SET state = 'asleep'",
            "UPDATE build SET state = 'finished'",
            "UPDATE build SET duties = x'0000'",
            "UPDATE build SET penalty = 3",
            "UPDATE build SET threads = 0",
            "UPDATE build SET problemID = 99",
            "UPDATE build SET startedAt = 'noon'",
            "UPDATE problem SET name = ''",
            "DELETE FROM problem",
            "INSERT INTO draft VALUES (1, 0, 1)",
            "INSERT INTO draft VALUES (1, 1, 9)",
        ])
    func guardsItself(statement: String) async throws {
        let store = try Store(path: folder.database)
        let problem = try await store.add(problem: [1], name: "Ward 7", at: now)
        _ = try await store.startBuild(order(problem), at: now)
        try store.close()
        let queue = try DatabaseQueue(path: folder.database)
        #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: statement) } }
    }

    @Test(
        "never rewrites or loses a draft, even by hand",
        arguments: ["UPDATE draft SET number = 2", "DELETE FROM draft"])
    func draftsStay(statement: String) async throws {
        let store = try Store(path: folder.database)
        let problem = try await store.add(problem: [1], name: "Ward 7", at: now)
        let build = try await store.startBuild(order(problem), at: now)
        try await store.end(build, as: .finished, outcome: outcome(penalty: 5), at: now)
        try store.close()
        let queue = try DatabaseQueue(path: folder.database)
        #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: statement) } }
    }
}
