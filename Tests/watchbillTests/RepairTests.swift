import Foundation
import Testing
import WatchbillTestKit

@Suite("watchbill repair")
struct RepairTests {
    private func repair(_ more: String...) async throws -> Program.Outcome {
        let files = [Program.fixture("small.txt"), Program.fixture("legal.txt")]
        return try await Program.start(["repair"] + files + more).outcome()
    }

    @Test("repairs are numbered, each with its people, changes, cost and what it misses")
    func text() async throws {
        let outcome = try await repair("--away", "Ben:5..6")
        #expect(outcome.errors.isEmpty)
        #expect(Golden.difference(outcome.output, "repair.txt") == nil)
    }

    @Test("--json gives the same as an object, and days may be dates")
    func json() async throws {
        let outcome = try await repair("--away", "ben:2024-01-06", "--json")
        let report = try outcome.json()
        #expect(Set(report.keys) == ["now", "outcome", "penaltyBefore", "repairs", "seconds"])
        #expect(report["now"] as? String == "2024-01-06")
        let repairs = try #require(report["repairs"] as? [[String: Any]])
        let keys: Set = ["broken", "changes", "disturbed", "legal", "mended", "missed", "penalty", "penaltyChange"]
        #expect(!repairs.isEmpty && repairs.allSatisfy { Set($0.keys) == keys })
        let changes = try #require(repairs.first?["changes"] as? [[String: Any]])
        #expect(changes.contains { $0["person"] as? String == "Ben" && $0["new"] is NSNull })
    }

    @Test("--output writes the rota of a repair, which is that of the report")
    func output() async throws {
        let path = Program.temporary("rota.txt")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let outcome = try await repair("--away", "Ben:6", "--output", path)
        #expect(outcome.errors.isEmpty)
        let row = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").first {
            $0.hasPrefix("Ben:")
        }
        #expect(row?.hasSuffix(" -") == true)
    }

    @Test(
        "what cannot be meant is told with what is expected",
        arguments: [
            ("Ben", "a person and days are expected"), ("Bert:3", "There is no person \"Bert\"."),
            ("Ben:7", "the period is 2024-01-01 to 2024-01-07, or 0 to 6"),
            ("Ben:5..3", "whose last day is before its first"),
        ])
    func usage(away: String, message: String) async throws {
        let outcome = try await repair("--away", away)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test("a day before --now cannot be repaired, and a credit is a length of time")
    func settings() async throws {
        let late = try await repair("--away", "Ben:2..4", "--now", "3")
        #expect(late.status == 64)
        #expect(late.errors.contains("that day could not be changed"))
        let credit = try await repair("--away", "Ben:2", "--credit", "much")
        #expect(credit.status == 64)
        #expect(credit.errors.contains("--credit is \"much\"; a length of time up to 24 h"))
    }
}
