import Testing
import WatchbillTestKit

@Suite("watchbill show")
struct ShowTests {
    @Test("a rota is a table with weekends marked, cover and totals")
    func table() async throws {
        let outcome = try await Program.run("show", Program.fixture("small.txt"), Program.fixture("legal.txt"))
        #expect(outcome.status == 0)
        #expect(Golden.difference(outcome.output, "show-legal.txt") == nil)
    }

    @Test("breaches are marked by a sign, not by colour alone")
    func breaches() async throws {
        let outcome = try await Program.run("show", Program.fixture("small.txt"), Program.fixture("broken.txt"))
        #expect(outcome.status == 1)
        #expect(Golden.difference(outcome.output, "show-broken.txt") == nil)
    }

    @Test("a table wider than --width is cut between weeks, each part with names, holidays and cover")
    func parts() async throws {
        let rota = try await Program.run("solve", Program.example("ward.json"), "--time-limit", "500ms")
        let outcome = try await Program.run(
            "show", Program.example("ward.json"), "-", "--width", "80", input: rota.output)
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast(2)
        #expect(lines.allSatisfy { $0.count <= 80 })
        #expect(lines.count { $0.hasPrefix("Chidi Okafor ") } == 3)
        #expect(lines.count { $0.hasPrefix("holidays ") } == 1)
        #expect(lines.count { $0.hasPrefix("E charge want ") } == 3)
        #expect(lines.count { $0.hasPrefix("N nurse min ") } == 3)
        #expect(lines.count { $0.hasSuffix("h   N  we") } == 1)
    }

    @Test("a terminal gets colours, and no other text than a pipe gets")
    func colours() async throws {
        let arguments = ("show", Program.fixture("small.txt"), Program.fixture("broken.txt"))
        let piped = try await Program.run(arguments.0, arguments.1, arguments.2)
        let onTerminal = try await Program.runOnTerminal(arguments.0, arguments.1, arguments.2)
        #expect(onTerminal.status == 1)
        #expect(onTerminal.errors.contains("\u{1B}[1;31m"))
        let escape = #/\u{1B}\[[0-9;]*m/#
        let plain = onTerminal.errors.replacing("\r\n", with: "\n").replacing(escape, with: "")
        #expect(plain.withoutTrailingSpaces == piped.output.withoutTrailingSpaces)
    }

    @Test("NO_COLOR turns colours off")
    func noColour() async throws {
        let outcome = try await Program.runOnTerminal(
            "show", Program.fixture("small.txt"), Program.fixture("legal.txt"), environment: ["NO_COLOR": "1"])
        #expect(outcome.status == 0)
        #expect(!outcome.errors.contains("\u{1B}"))
    }
}

extension String {
    fileprivate var withoutTrailingSpaces: String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.replacing(#/ +$/#, with: "") }.joined(separator: "\n")
    }
}
