import Foundation
import Testing
import WatchbillTestKit

@Suite("Input that cannot be used, and wrong usage")
struct InputTests {
    @Test("a faulty crew ends with 2, all its faults on standard error with their lines")
    func faultyCrew() async throws {
        let outcome = try await Program.run("solve", Program.fixture("faulty.txt"))
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        for place in ["faulty.txt:6:", "faulty.txt:9:", "faulty.txt:13:"] {
            #expect(outcome.errors.contains(place), "\(outcome.errors)")
        }
    }

    @Test(
        "a file that is not there ends with 2",
        arguments: [["check"], ["show"], ["explain", "--person", "Ann", "--day", "0"]])
    func missingRota(command: [String]) async throws {
        let arguments = [command[0], Program.fixture("small.txt"), "no-such-rota.txt"] + command.dropFirst()
        let outcome = try await Program.start(arguments).outcome()
        #expect(outcome.status == 2)
        #expect(outcome.errors == "no-such-rota.txt: error: There is no such file.\n")
        #expect(outcome.output.isEmpty)
    }

    @Test("an output that cannot be written is told before the work begins, and ends with 2")
    func outputNowhere() async throws {
        let outcome = try await Program.run(
            "solve", Program.fixture("small.txt"), "--time-limit", "none", "--output", "/no-such-folder/rota.txt")
        #expect(outcome.status == 2)
        #expect(
            outcome.errors == "watchbill: Cannot write /no-such-folder/rota.txt: there is no folder /no-such-folder/\n")
    }

    @Test(
        "wrong usage ends with 64",
        arguments: [
            ["solve"], ["sole"], ["solve", "small.txt", "--time-limit", "soon"],
            ["solve", "small.txt", "--threads", "0"], ["solve", "small.txt", "--seed", "-1"],
            ["show", "small.txt", "legal.txt", "--width", "10"], ["check", "small.txt", "legal.txt", "--loud"],
        ])
    func usage(arguments: [String]) async throws {
        let outcome = try await Program.start(arguments).outcome()
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("Usage: watchbill"))
    }

    @Test("--help documents the exit codes", arguments: ["solve", "check", "explain", "show"])
    func help(command: String) async throws {
        let outcome = try await Program.run(command, "--help")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("64  wrong usage"))
    }
}
