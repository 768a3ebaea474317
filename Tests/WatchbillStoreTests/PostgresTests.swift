import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("A store in PostgreSQL")
struct PostgresTests {
    let now = Sample.now

    @Test("leaves the builds of other servers that live, and takes over from those that have ended")
    func tellsServersApart() async throws {
        let scratch = try await ScratchStore(.postgres)
        let (first, second) = (try await scratch.open(), try await scratch.open())
        let planner = try await Hospital.planner(of: first)
        let builder = try await Hospital.builder(of: first)
        let problem = try await first.add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: now, for: planner)
        let build = try await first.startBuild(Sample.order(problem), at: now, for: planner)
        #expect(try await second.interruptRunningBuilds(at: now, for: builder) == 0)
        try await first.keep(Sample.outcome(penalty: 9), of: build, for: planner)
        #expect(try await second.build(build, for: planner).outcome?.penalty == Penalty(9))

        // A connection that is lost and made anew holds the server's lock again.
        try await scratch.endConnections()
        try await first.keep(Sample.outcome(penalty: 8), of: build, for: planner)
        #expect(try await second.interruptRunningBuilds(at: now, for: builder) == 0)

        try await first.close()
        #expect(try await second.interruptRunningBuilds(at: now, for: builder) == 1)
        try await second.close()
    }

    @Test("lets servers write by turns, each on what the other wrote")
    func writesByTurns() async throws {
        let scratch = try await ScratchStore(.postgres)
        let stores = [try await scratch.open(), try await scratch.open()]
        let planner = try await Hospital.planner(of: stores[0])
        let problem = try await stores[0].add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: now, for: planner)
        let drafts = try await withThrowingTaskGroup(of: Int?.self) { group in
            for number in 0..<60 {
                group.addTask {
                    let store = stores[number % 2]
                    let build = try await store.startBuild(Sample.order(problem), at: now, for: planner)
                    return try await store.end(
                        build, as: .finished, outcome: Sample.outcome(penalty: number), at: now, for: planner)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(drafts.compactMap(\.self).sorted() == Array(1...60))
        for store in stores { try await store.close() }
    }

    @Test("brings tables up to date once when two servers start at a time")
    func startsTwice() async throws {
        let scratch = try await ScratchStore(.postgres)
        async let first = scratch.open()
        async let second = scratch.open()
        for store in [try await first, try await second] { try await store.close() }
        #expect(try await scratch.byHand("SELECT count(*) FROM step WHERE identifier = '3'") == "1")
        #expect(try await scratch.byHand("SELECT count(*) FROM organisation") == "1")
    }

    @Test("connects anew after its connections were ended, and has lost nothing")
    func reconnects() async throws {
        let scratch = try await ScratchStore(.postgres)
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        let first = try await store.add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: now, for: planner)
        #expect(try await store.latestProblem(for: planner)?.id == first)
        try await scratch.endConnections()
        let second = try await store.add(problem: [2], name: "Ward 8", unit: Hospital.ward, at: now, for: planner)
        #expect(try await store.latestProblem(for: planner)?.id == second)
        #expect(try await store.problem(first, for: planner).name == "Ward 7")
        try await store.close()
    }

    @Test("says which server cannot be reached, and goes on when it can be again")
    func survivesStop() async throws {
        let server = try await PostgresServer()
        let scratch = try await ScratchStore(.postgres, on: server)
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        let problem = try await store.add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: now, for: planner)
        try await server.stop()
        let isClear = { (error: any Error) in code(error) == .unreachable && "\(error)".contains(server.folder) }
        await #expect {
            try await store.add(problem: [2], name: "Ward 8", unit: Hospital.ward, at: now, for: planner)
        } throws: { isClear($0) }
        await #expect { try await store.problem(problem, for: planner) } throws: { isClear($0) }
        await #expect { try await scratch.open() } throws: { isClear($0) }
        try await server.start()
        #expect(try await store.problem(problem, for: planner).name == "Ward 7")
        #expect(try await store.add(problem: [3], name: "Ward 9", unit: Hospital.ward, at: now, for: planner) > problem)
        try await store.close()
    }

    @Test("refuses a server that does not wait for its disk")
    func refusesUndurable() async throws {
        let scratch = try await ScratchStore(.postgres)
        for setting in ["off", "local"] {
            let location = try StoreLocation(scratch.location + "?options=-csynchronous_commit%3D\(setting)")
            await #expect { try await Store.open(location) } throws: { error in
                code(error) == .notDurable && "\(error)".contains("synchronous_commit \(setting)")
            }
        }
        let careless = try await PostgresServer(settings: ["fsync = off"])
        await #expect { try await ScratchStore(.postgres, on: careless).open() } throws: { error in
            code(error) == .notDurable && "\(error)".contains("fsync off")
        }
    }

    @Test("refuses a database in which not every name can be written")
    func refusesEncoding() async throws {
        let scratch = try await ScratchStore(.postgres)
        let server = try await PostgresServer.shared
        try await server.run("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0")
        await #expect { try await Store.open(try StoreLocation(server.address(of: "latin"))) } throws: { error in
            code(error) == .cannotOpen && "\(error)".contains("LATIN1")
        }
        try await server.run("DROP DATABASE latin")
        withExtendedLifetime(scratch) {}
    }

    @Test("lets a user in by a password, and never tells it")
    func keepsPassword() async throws {
        let scratch = try await ScratchStore(.postgres)
        let server = try await PostgresServer.shared
        let password = "it's%40secret"
        try await scratch.byHand(
            """
            CREATE ROLE clerk LOGIN PASSWORD 'it''s@secret';
            CREATE SCHEMA watchbill AUTHORIZATION clerk
            """)
        func location(_ password: String) throws -> StoreLocation {
            let database = String(scratch.location.split(separator: "/").last ?? "")
            return try StoreLocation(server.address(of: database, user: "clerk:\(password)"))
        }
        let store = try await Store.open(try location(password))
        _ = try await Hospital.open(in: store)
        try await store.close()
        await #expect { try await Store.open(try location("wrong%21secret")) } throws: { error in
            code(error) == .unreachable && "\(error)".contains("clerk") && !"\(error)".contains("secret")
        }
        try await scratch.byHand("REASSIGN OWNED BY clerk TO postgres; DROP OWNED BY clerk; DROP ROLE clerk")
    }
}
