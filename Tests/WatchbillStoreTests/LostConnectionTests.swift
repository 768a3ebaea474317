import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("A connection to PostgreSQL that is lost")
struct LostConnectionTests {
    let now = Sample.now

    private func add(_ name: String, to store: Store, for planner: Caller) async throws -> ProblemID {
        try await store.add(problem: [1], name: name, unit: Hospital.ward, at: now, for: planner)
    }

    /// What cuts its own connection off, when it is called.
    private static let cut = """
        CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS
            'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END';
        """

    @Test("in a transaction takes all of it back, of whoever shared it, and says so to each")
    func inTransaction() async throws {
        let scratch = try await ScratchStore(.postgres)
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        try await scratch.byHand(
            Self.cut
                + "CREATE TRIGGER cut AFTER INSERT ON problem FOR EACH ROW WHEN (NEW.name = 'cut') EXECUTE FUNCTION cut()"
        )
        let names = await withTaskGroup { group in
            for number in 0..<200 {
                group.addTask {
                    do {
                        let name = number % 50 == 49 ? "cut" : "Ward \(number)"
                        let id = try await add(name, to: store, for: planner)
                        return [id: name]
                    } catch {
                        #expect(code(error) == .unreachable)
                        return [:]
                    }
                }
            }
            return await group.reduce(into: [ProblemID: String]()) { $0.merge($1) { $1 } }
        }
        #expect(names.count <= 196 && !names.values.contains("cut"))
        for (id, name) in names { #expect(try await store.problem(id, for: planner).name == name) }
        #expect(try await scratch.byHand("SELECT count(*) FROM problem") == "\(names.count)")
        _ = try await add("Ward 7", to: store, for: planner)
        try await store.close()
    }

    @Test("in a commit that was not made leaves open whether it was")
    func beforeCommit() async throws {
        let scratch = try await ScratchStore(.postgres)
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        try await scratch.byHand(
            Self.cut
                + """
                CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON problem DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW WHEN (NEW.name = 'cut') EXECUTE FUNCTION cut()
                """)
        await #expect {
            try await add("cut", to: store, for: planner)
        } throws: {
            code($0) == .outcomeUnknown && "\($0)".contains("look whether that is there")
        }
        #expect(try await store.latestProblem(for: planner) == nil)
        let id = try await add("Ward 7", to: store, for: planner)
        #expect(try await store.latestProblem(for: planner)?.id == id)
        try await store.close()
    }

    /// A commit that waits for another server, which is not there, has been made on this one.
    @Test("in a commit that was made leaves open whether it was")
    func afterCommit() async throws {
        let server = try await PostgresServer()
        let scratch = try await ScratchStore(.postgres, on: server)
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        try await server.run("ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
        try await server.run("SELECT pg_reload_conf()")
        async let confirmed = {
            // The server may take a moment to know of it.
            for number in 0... {
                do {
                    _ = try await add("Ward \(number)", to: store, for: planner)
                } catch {
                    #expect(code(error) == .outcomeUnknown)
                    return number
                }
            }
            return 0
        }()
        let end = "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
        while try await server.run(end) == "0" {}
        let count = await confirmed
        try await server.run("ALTER SYSTEM RESET synchronous_standby_names")
        try await server.run("SELECT pg_reload_conf()")
        #expect(try await store.latestProblem(for: planner)?.name == "Ward \(count)")
        _ = try await add("Ward 7", to: store, for: planner)
        #expect(try await scratch.byHand("SELECT count(*) FROM problem") == "\(count + 2)")
        try await store.close()
    }

    @Test("while many read fails those it was serving, and no other; there are no more connections afterwards")
    func amongReaders() async throws {
        let scratch = try await ScratchStore(.postgres)
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        let id = try await add("Ward 7", to: store, for: planner)
        let failed = try await withThrowingTaskGroup { group in
            for _ in 0..<32 {
                group.addTask {
                    var failed = 0
                    for _ in 0..<200 {
                        do {
                            #expect(try await store.problem(id, for: planner).name == "Ward 7")
                        } catch {
                            #expect(code(error) == .unreachable)
                            failed += 1
                        }
                    }
                    return failed
                }
            }
            for _ in 0..<5 { try await scratch.endConnections() }
            return try await group.reduce(0, +)
        }
        // Four connections, ended five times.
        #expect(failed <= 20)
        for _ in 0..<20 { #expect(try await store.problem(id, for: planner).name == "Ward 7") }
        _ = try await add("Ward 8", to: store, for: planner)
        let living =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        // The server's processes of connections that were given up may take a moment to end, on a busy machine.
        var count = try #require(Int(try await scratch.byHand(living)))
        for _ in 0..<600 where count > 5 {
            try await Task.sleep(for: .milliseconds(50))
            count = try #require(Int(try await scratch.byHand(living)))
        }
        #expect(count <= 5)
        try await store.close()
    }
}
