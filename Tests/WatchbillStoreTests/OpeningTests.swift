import Foundation
import GRDB
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("Opening a store")
struct OpeningTests {
    @Test("refuses a newer schema, saying so", arguments: StoreKind.allCases)
    func refusesNewerSchema(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        try await scratch.open().close()
        let table = kind == .sqlite ? "grdb_migrations" : "step"
        try await scratch.byHand("INSERT INTO \(table) (identifier) VALUES ('999')")
        await #expect { try await scratch.open() } throws: { error in
            code(error) == .newerSchema && "\(error)".contains("newer Watchbill")
        }
    }

    @Test("refuses what belongs to another program", arguments: StoreKind.allCases)
    func refusesForeign(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        if kind == .postgres { try await scratch.byHand("CREATE SCHEMA watchbill") }
        try await scratch.byHand("CREATE TABLE theirs (id INTEGER)")
        await #expect { try await scratch.open() } throws: { code($0) == .notOurs }
        #expect(try await scratch.byHand("SELECT count(*) FROM theirs") == "0")
    }

    @Test("takes an empty schema that was made for it")
    func takesEmptySchema() async throws {
        let scratch = try await ScratchStore(.postgres)
        try await scratch.byHand("CREATE SCHEMA watchbill; CREATE TABLE public.theirs (id INTEGER)")
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        #expect(try await store.latestProblem(for: planner) == nil)
        try await store.close()
    }

    @Test("refuses a file that is no database, and a folder that is not there")
    func refusesOtherFiles() async throws {
        let scratch = try await ScratchStore(.sqlite)
        let text = scratch.folder.appending(path: "text").path
        try Data(repeating: 65, count: 5000).write(to: URL(filePath: text))
        await #expect { try await Store.open(.sqlite(path: text)) } throws: { code($0) == .cannotOpen }
        await #expect {
            try await Store.open(.sqlite(path: "/nowhere/at/all.sqlite"))
        } throws: {
            code($0) == .cannotOpen
        }
    }

    @Test("refuses a file that a second server has open")
    func refusesSecondServer() async throws {
        let scratch = try await ScratchStore(.sqlite)
        let store = try await scratch.open()
        await #expect { try await scratch.open() } throws: { code($0) == .inUse }
        try await store.close()
        try await scratch.open().close()
    }

    @Test("brings a database of the first version up to date, and nothing of it is lost")
    func migrates() async throws {
        let scratch = try await ScratchStore(.sqlite)
        try await scratch.byHand(FirstVersion.script)
        var store = try await scratch.open()
        let builder = try await Hospital.builder(of: store)
        #expect(try await store.interruptRunningBuilds(at: Sample.now, for: builder) == 1)
        #expect(try await store.latestProblem(for: Hospital.planner(of: store)) == nil, "it is not known of which unit")
        // Whoever plans the whole organisation plans what is of no unit.
        let planner = try await Hospital.open(in: store).caller("vera")
        #expect(try await store.latestProblem(for: planner)?.document == [2, 3])
        let problem = ProblemID(1)
        let finished = try #require(try await store.latestDraft(of: problem, for: planner))
        #expect(finished.id == BuildID(1))
        #expect(finished.draft == 1)
        #expect(finished.order == BuildOrder(problem: problem, seed: 5, threads: 2, timeLimit: 30))
        #expect(finished.outcome == Sample.outcome(penalty: 90))
        #expect(try await store.build(BuildID(3), for: planner).state == .interrupted)
        let next = try await store.startBuild(Sample.order(problem), at: Sample.now, for: planner)
        #expect(next == BuildID(4))
        #expect(
            try await store.end(next, as: .finished, outcome: Sample.outcome(penalty: 1), at: Sample.now, for: planner)
                == 2)
        try await store.close()

        for statement in ["DELETE FROM draft WHERE buildID = 1", "UPDATE build SET penalty = 1 WHERE id = 1"] {
            await #expect(throws: DatabaseError.self) { try await scratch.byHand(statement) }
        }
        #expect(
            try await scratch.byHand("SELECT identifier FROM grdb_migrations")
                == "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17")
        #expect(try await scratch.byHand("SELECT name FROM sqlite_schema WHERE name LIKE 'kept%'") == "")
        #expect(try await scratch.byHand("PRAGMA integrity_check") == "ok")

        store = try await scratch.open()
        #expect(try await store.builds(of: problem, limit: 9, for: planner).map(\.id.value) == [4, 3, 1])
        try await store.close()
    }

    @Test("leaves a database as it was if bringing it up to date fails")
    func migratesWhollyOrNot() async throws {
        let scratch = try await ScratchStore(.sqlite)
        try await scratch.byHand(FirstVersion.script)
        // In the way of a table that the next step makes.
        try await scratch.byHand("CREATE TABLE organisation (id INTEGER)")
        await #expect { try await scratch.open() } throws: { code($0) == .failed }
        #expect(try await scratch.byHand("SELECT identifier FROM grdb_migrations") == "1")
        #expect(try await scratch.byHand("SELECT count(*) FROM build") == "2")
    }
}
