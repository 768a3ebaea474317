import Foundation
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("What a store has confirmed", .serialized)
struct DurabilityTests {
    /// Built beside the program that runs the tests.
    private static var writer: URL {
        get throws {
            try #require(Bundle.main.executableURL).deletingLastPathComponent().appending(path: "StoreWriter")
        }
    }

    /// Everything the writer told of is there, and nothing is half-done.
    private func check(_ told: String, in scratch: ScratchStore, _ comment: Comment) async throws {
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        let confirmed = told.split(separator: "\n").filter { $0.hasPrefix("draft ") }
        for line in confirmed {
            let words = line.split(separator: " ").compactMap { Int($0) }
            // A killed writer's last line may be cut off.
            guard words.count == 3, line != confirmed.last else { continue }
            let build = try await store.build(BuildID(Int64(words[0])), for: planner)
            #expect(build.state == .finished, comment)
            #expect(build.draft == words[1], comment)
            #expect(build.outcome?.penalty == Penalty(words[2]), comment)
        }
        let problem = try #require(try await store.latestProblem(for: planner)).id
        for build in try await store.builds(of: problem, limit: 100_000, for: planner) {
            #expect((build.state == .finished) == (build.draft != nil), comment)
            if let outcome = build.outcome {
                let penalty = build.order.seed + (build.state == .finished ? 0 : 1)
                #expect(outcome.penalty == Penalty(Int(penalty)), comment)
                #expect(outcome.curve.allSatisfy { $0 == UInt8(penalty % 256) }, comment)
            } else {
                #expect(build.state == .running, comment)
            }
        }
        try await store.close()
    }

    @Test("outlives the program, killed at any moment", arguments: StoreKind.allCases, 0..<5)
    func survivesKill(kind: StoreKind, seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let scratch = try await ScratchStore(kind)
        let writer = try RunningProgram(try Self.writer, [scratch.location])
        await writer.wait(for: "\n", times: Int.random(in: 1...400, using: &generator))
        writer.kill()
        let outcome = try await writer.outcome()
        #expect(outcome.status == -SIGKILL, "\(outcome.errors.suffix(500))")
        try await check(outcome.errors, in: scratch, "seed \(seed)")
    }

    @Test("outlives the database server, cut off at any moment while it is written to", arguments: 0..<3)
    func survivesServerCrash(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let server = try await PostgresServer()
        let scratch = try await ScratchStore(.postgres, on: server)
        let writer = try RunningProgram(try Self.writer, [scratch.location])
        await writer.wait(for: "\n", times: Int.random(in: 1...200, using: &generator))
        try await server.crash()
        let before = writer.errorsSoFar.split(separator: "\n").count
        // It finds the server again by itself.
        await writer.wait(for: "\n", times: before + 50)
        writer.kill()
        let outcome = try await writer.outcome()
        #expect(outcome.status == -SIGKILL, "\(outcome.errors.suffix(500))")
        try await check(outcome.errors, in: scratch, "seed \(seed)")
    }
}
