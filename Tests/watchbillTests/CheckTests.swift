import Foundation
import Testing
import WatchbillTestKit

@Suite("watchbill check")
struct CheckTests {
    @Test("a legal rota ends with 0, its misses listed with what they cost")
    func legal() async throws {
        let outcome = try await Program.run("check", Program.fixture("small.txt"), Program.fixture("legal.txt"))
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        #expect(Golden.difference(outcome.output, "check-legal.txt") == nil)
    }

    @Test("a rota that breaks hard rules ends with 1, each breach listed")
    func broken() async throws {
        let outcome = try await Program.run("check", Program.fixture("small.txt"), Program.fixture("broken.txt"))
        #expect(outcome.status == 1)
        #expect(outcome.errors.isEmpty)
        #expect(Golden.difference(outcome.output, "check-broken.txt") == nil)
    }

    @Test("--json gives every finding, and penalties that add up")
    func json() async throws {
        let outcome = try await Program.run(
            "check", Program.fixture("small.txt"), Program.fixture("broken.txt"), "--json")
        #expect(outcome.status == 1)
        let report = try outcome.json()
        #expect(report["feasible"] as? Bool == false)
        let findings = try #require(report["findings"] as? [[String: Any]])
        #expect(findings.contains { $0["hard"] as? Bool == true })
        let keys: Set = ["amount", "first", "hard", "last", "origin", "penalty", "person", "rule", "sentence"]
        #expect(findings.allSatisfy { Set($0.keys) == keys })
        #expect(findings.contains { $0["person"] is NSNull && $0["rule"] is NSNull })
        #expect(findings.compactMap { $0["penalty"] as? Int }.reduce(0, +) == report["penalty"] as? Int)
        #expect(Golden.difference(outcome.output, "check-broken.json") == nil)
    }

    @Test("a rota comes from standard input by the name -")
    func standardInput() async throws {
        let rota = try String(contentsOfFile: Program.fixture("legal.txt"), encoding: .utf8)
        let outcome = try await Program.run("check", Program.fixture("small.txt"), "-", input: rota)
        #expect(outcome.status == 0)
        #expect(Golden.difference(outcome.output, "check-legal.txt") == nil)
    }
}
