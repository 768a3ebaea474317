import Foundation
import Testing
import WatchbillTestKit

@Suite("Problems of the second competition")
struct CompetitionTests {
    private static let parts = ["Sc-tiny", "H0-tiny-0", "WD-tiny-7", "WD-tiny-7"].map {
        Program.fixture("inrc2/\($0).txt")
    }

    private static let options = [
        "--scenario", parts[0], "--history", parts[1], "--week", parts[2], "--week", parts[3],
    ]

    @Test("solve writes a file for each week into a folder, which check reads to the same penalty")
    func folder() async throws {
        let folder = Program.temporary("solution")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let solved = try await Program.start(
            ["solve"] + Self.options + ["--time-limit", "30s", "--threads", "1", "--output", folder, "--json"]
        ).outcome()
        #expect(solved.status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names == ["Sol-tiny-7-0.txt", "Sol-tiny-7-1.txt"])
        let first = try String(contentsOfFile: "\(folder)/Sol-tiny-7-0.txt", encoding: .utf8)
        #expect(first.hasPrefix("SOLUTION\n0 tiny\n\nASSIGNMENTS = "))
        let checked = try await Program.start(["check"] + Self.options + [folder, "--json"]).outcome()
        #expect(checked.status == 0)
        #expect(checked.errors.isEmpty)
        #expect(try checked.json()["penalty"] as? Int == solved.json()["penalty"] as? Int)
    }

    @Test("without a folder the rota is one text, which check reads as well")
    func text() async throws {
        let solved = try await Program.start(["solve"] + Self.options + ["--time-limit", "30s"]).outcome()
        #expect(solved.status == 0)
        #expect(solved.output.hasPrefix("Ann: "))
        let checked = try await Program.start(["check"] + Self.options + ["-"], input: solved.output).outcome()
        #expect(checked.status == 0)
    }

    @Test(
        "wrong usage ends with 64",
        arguments: [
            ["solve", "--scenario", "a"], ["solve", "--scenario", "a", "--history", "b"],
            ["solve", "c", "--scenario", "a", "--history", "b", "--week", "d"],
            ["check", "--scenario", "a", "--history", "b", "--week", "d"], ["check", "crew.json"],
            ["check", "--scenario", "a", "--history", "b", "--week", "d", "crew.json", "rota.json"],
        ])
    func usage(arguments: [String]) async throws {
        let outcome = try await Program.start(arguments).outcome()
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
    }

    @Test("files that cannot be used end with 2, each fault with its file and line")
    func faulty() async throws {
        let swapped = try await Program.start(
            ["solve", "--scenario", Self.parts[0], "--history", Self.parts[2], "--week", Self.parts[1]]
        ).outcome()
        #expect(swapped.status == 2)
        #expect(swapped.errors.contains("WD-tiny-7.txt:1:1: error: \"WEEK_DATA\" stands before the first heading"))
        #expect(swapped.errors.contains("H0-tiny-0.txt:1:1: error: \"HISTORY\" stands before the first heading"))
        let empty = try await Program.start(["check"] + Self.options + [Program.fixture("")]).outcome()
        #expect(empty.status == 2)
        #expect(empty.errors.contains("There is no solution in it"))
        // A name without an ending is a folder's; here it is one of a file.
        let path = Program.temporary("solution")
        try Data().write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = try await Program.start(["solve"] + Self.options + ["--output", path]).outcome()
        #expect(file.status == 2)
        #expect(file.errors == "watchbill: Cannot write \(path): it is a file, and a folder is needed\n")
    }
}
