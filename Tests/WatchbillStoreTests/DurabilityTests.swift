import Foundation
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("What a store has confirmed", .serialized)
struct DurabilityTests {
    /// Built beside the program that runs the tests.
    static var writer: URL {
        get throws {
            try #require(Bundle.main.executableURL).deletingLastPathComponent().appending(path: "StoreWriter")
        }
    }

    private static let usualKills = 50

    /// How often a writer is killed, and the first seed: from the environment, for long goes.
    private static func number(_ name: String, or usual: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usual
    }

    /// Lives of writers on one store; the first of them begins with nothing.
    private static let lives = 10

    @Test("outlives the program, killed at any moment", arguments: StoreKind.allCases)
    func survivesKill(kind: StoreKind) async throws {
        let first = UInt64(Self.number("WATCHBILL_SEED", or: 1))
        var scratch = try await ScratchStore(kind)
        var told = ToldDeeds()
        let kills = Self.number("WATCHBILL_KILLS", or: Self.usualKills)
        var sum = 0
        for life in 0..<kills {
            let seed = first + UInt64(life)
            var random = SeededGenerator(seed: seed)
            let death = Self.death(isFirst: life % Self.lives == 0, kind, &random)
            let comment: Comment = "\(kind.rawValue), seed \(seed), \(death)"
            let outcome = try await RunningProgram(Self.writer, [scratch.location, String(seed), death]).outcome()
            #expect(outcome.status == -SIGKILL, "\(comment): \(outcome.errors.suffix(500))")
            #expect(!outcome.errors.contains("failed "), comment)
            try await told.add(outcome.errors, in: scratch, comment)
            if life % Self.lives == Self.lives - 1 || life == kills - 1 {
                try await told.check(in: scratch, comment)
                sum += told.count
                (scratch, told) = (try await ScratchStore(kind), ToldDeeds())
            }
        }
        print("\(kind.rawValue): \(kills) kills from seed \(first) on, \(sum) confirmed writes, each there.")
        #expect(sum > kills)
    }

    /// In the first life often while the tables are made; later while they are looked at, in a transaction, in a commit, or
    /// while SQLite moves its log to where it belongs.
    private static func death(isFirst: Bool, _ kind: StoreKind, _ random: inout SeededGenerator) -> String {
        /// Small ones are as likely as large ones.
        func number(upTo most: Double) -> Int { Int(exp(log(most) * random.unit()).rounded()) }
        switch random.below(kind == .sqlite ? 4 : 2) {
        case 0: return "deeds:\(number(upTo: 300))"
        case 1: return "microseconds:\(random.number(in: 5_000...400_000))"
        default: return "changes:\(number(upTo: isFirst ? 300 : 3000))"
        }
    }

    @Test("outlives the database server, cut off again and again while it is written to")
    func survivesServerCrash() async throws {
        let seed = Self.number("WATCHBILL_SEED", or: 1)
        let crashes = Self.number("WATCHBILL_KILLS", or: Self.usualKills) / 10
        var random = SeededGenerator(seed: UInt64(seed))
        let server = try await PostgresServer()
        let scratch = try await ScratchStore(.postgres, on: server)
        let writer = try RunningProgram(try Self.writer, [scratch.location, String(seed)])
        var deeds = 0
        for _ in 0..<crashes {
            // After a crash it finds the server again by itself.
            deeds += random.number(in: 1...200)
            await writer.wait(for: "did ", times: deeds)
            try await server.crash()
            deeds = try Deed.read(writer.errorsSoFar).count
        }
        await writer.wait(for: "did ", times: deeds + 50)
        writer.kill()
        let outcome = try await writer.outcome()
        #expect(outcome.status == -SIGKILL, "\(outcome.errors.suffix(500))")
        var told = ToldDeeds()
        try await told.add(outcome.errors, in: scratch, "seed \(seed)")
        #expect(told.count >= deeds + 49)
        print(
            "PostgreSQL: \(crashes) crashes of the server from seed \(seed) on, \(told.count) confirmed writes, each there."
        )
    }
}
