import Foundation
import Testing
import WatchbillTestKit

@Suite("watchbill solve")
struct SolveTests {
    private static let keys: Set = [
        "penalty", "bound", "gap", "feasible", "seconds", "seed", "threads", "impossible", "conflict",
    ]

    @Test("piped it is quiet, and prints a rota that check finds legal")
    func piped() async throws {
        let solved = try await Program.run("solve", Program.fixture("small.txt"), "--time-limit", "2s")
        #expect(solved.status == 0)
        #expect(solved.errors.isEmpty)
        let checked = try await Program.run("check", Program.fixture("small.txt"), "-", input: solved.output)
        #expect(checked.status == 0)
        // Every day can be covered and every wish granted, which a search of 21 cells must find.
        #expect(checked.output.hasPrefix("Legal, penalty 0."))
    }

    @Test("--json prints one object with every key, and progress as JSON lines")
    func json() async throws {
        let outcome = try await Program.run(
            "solve", Program.fixture("small.txt"), "--time-limit", "2s", "--threads", "1", "--seed", "7", "--json")
        #expect(outcome.status == 0)
        let result = try outcome.json()
        #expect(Set(result.keys) == Self.keys)
        #expect(result["feasible"] as? Bool == true)
        #expect(result["seed"] as? Int == 7)
        #expect(result["threads"] as? Int == 1)
        #expect(outcome.output.filter { $0 == "\n" }.count == 1)
        let lines = outcome.errors.split(separator: "\n")
        #expect(!lines.isEmpty)
        for line in lines {
            let progress = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(Set(try #require(progress).keys) == ["penalty", "bound", "feasible", "seconds"])
        }
    }

    @Test(
        "--output takes the rota, as its name ends, standard output the result in a line",
        arguments: [("txt", "Ann:"), ("csv", "\u{FEFF}person,name,2024-01-01,"), ("json", "{")])
    func output(ending: String, start: String) async throws {
        let path = Program.temporary("rota.\(ending)")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let outcome = try await Program.run(
            "solve", Program.fixture("small.txt"), "--time-limit", "2s", "--output", path)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output.hasPrefix("Penalty 0, the best possible; "))
        #expect(outcome.output.filter { $0 == "\n" }.count == 1)
        #expect(try Data(contentsOf: URL(filePath: path)).starts(with: start.utf8))
        let checked = try await Program.run("check", Program.fixture("small.txt"), path)
        #expect(checked.status == 0)
    }

    @Test("Ctrl-C writes the best so far and ends well")
    func interrupt() async throws {
        let path = Program.temporary("rota.json")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let running = try Program.start([
            "solve", Program.example("ward.json"), "--time-limit", "none", "--json", "--output", path,
        ])
        await running.wait(for: "\n")
        running.interrupt()
        let outcome = try await running.outcome()
        let result = try outcome.json()
        let isLegal = try #require(result["feasible"] as? Bool)
        #expect(outcome.status == (isLegal ? 0 : 1))
        let checked = try await Program.run("check", Program.example("ward.json"), path, "--json")
        #expect(checked.status == outcome.status)
        #expect(try checked.json()["penalty"] as? Int == result["penalty"] as? Int)
    }

    @Test("on a terminal a line lives while it runs, and the result takes its place")
    func liveLine() async throws {
        let path = Program.temporary("rota.json")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let running = try Program.startOnTerminal([
            "solve", Program.example("ward.json"), "--time-limit", "none", "--output", path,
        ])
        await running.wait(for: "\r\u{1B}[K", times: 2)
        try running.interruptChildren()
        let redraws = try await running.outcome().errors.split(separator: "\r\u{1B}[K")
        #expect(redraws.count >= 3)
        #expect(redraws.dropLast().contains { $0.contains("Ctrl-C ends with the best so far") })
        #expect(try #require(redraws.last).contains("seed 1"))
    }

    /// A crew of whom Cleo shall work 70 hours, and never more than four days in a row.
    private func impossibleCrew() throws -> String {
        let crew = try String(contentsOfFile: Program.fixture("small.txt"), encoding: .utf8)
            .replacing("2880,1440,4,2,1,1", with: "4200,4200,4,2,1,1")
        let path = Program.temporary("crew.txt")
        try crew.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    @Test("where there is no legal rota it ends before the time, with 1, and says what cannot hold together")
    func infeasible() async throws {
        let path = try impossibleCrew()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let outcome = try await Program.run("solve", path, "--time-limit", "10s")
        #expect(outcome.status == 1)
        #expect(
            outcome.errors.hasPrefix(
                """
                watchbill: there is no legal rota. These cannot hold together, though any of them could give way for \
                the others:
                  2 to 4 shifts in a row, for Cleo. At most 7 would do.
                  Exactly 70 h of work in all, for Cleo. At least 60 h would do.
                As for the rota, this one breaks hard rules in
                """))
        #expect(outcome.output.hasPrefix("Ann:"))
    }

    @Test("where there is no legal rota --json holds what cannot hold together")
    func infeasibleJSON() async throws {
        let path = try impossibleCrew()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let outcome = try await Program.run("solve", path, "--time-limit", "10s", "--json")
        #expect(outcome.status == 1)
        let result = try outcome.json()
        #expect(Set(result.keys) == Self.keys)
        #expect(result["impossible"] as? Bool == true)
        let conflict = try #require(result["conflict"] as? [String: Any])
        #expect(conflict["irreducible"] as? Bool == true)
        #expect(
            conflict["members"] as? [[String: String]] == [
                ["sentence": "2 to 4 shifts in a row, for Cleo.", "remedy": "At most 7 would do."],
                ["sentence": "Exactly 70 h of work in all, for Cleo.", "remedy": "At least 60 h would do."],
            ])
    }

    @Test("where the time is up before a legal rota, or a proof that there is none, it says so")
    func notProven() async throws {
        let path = try impossibleCrew()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let outcome = try await Program.run("solve", path, "--time-limit", "0.001ms")
        #expect(outcome.status == 1)
        #expect(
            outcome.errors.hasPrefix(
                "watchbill: no legal rota was found, nor a proof that there is none; this one breaks hard rules in"))
    }
}
