import Foundation
import Testing
import WatchbillTestKit

@Suite("watchbill explain")
struct ExplainTests {
    private func explain(_ person: String, _ day: String, _ more: String...) async throws -> Program.Outcome {
        let files = [Program.fixture("small.txt"), Program.fixture("legal.txt")]
        let arguments = ["explain"] + files + ["--person", person, "--day", day] + more
        return try await Program.start(arguments).outcome()
    }

    @Test("a cell is explained with each other choice and its cost")
    func text() async throws {
        let outcome = try await explain("Ben", "2024-01-05")
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        #expect(Golden.difference(outcome.output, "explain.txt") == nil)
    }

    @Test("a day may be given by its number from 0, a person by a name in any case")
    func dayNumber() async throws {
        let byDate = try await explain("Ben", "2024-01-05")
        let byNumber = try await explain("ben", "4")
        #expect(byDate.output == byNumber.output)
    }

    @Test("--json gives the same as an object")
    func json() async throws {
        let outcome = try await explain("Ben", "4", "--json")
        #expect(outcome.status == 0)
        #expect(Golden.difference(outcome.output, "explain.json") == nil)
        let alternatives = try #require(try outcome.json()["alternatives"] as? [[String: Any]])
        #expect(alternatives.contains { $0["shift"] is NSNull })
        #expect(alternatives.allSatisfy { $0["shift"] != nil })
    }

    @Test("a wrong name gets the one that was probably meant")
    func nearMiss() async throws {
        let outcome = try await explain("Cleopatra", "4")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("There is no person \"Cleopatra\"."))
        let near = try await explain("Clea", "4")
        #expect(near.status == 64)
        #expect(near.errors.contains("There is no person \"Clea\". Did you mean \"Cleo\"?"))
    }

    @Test("a wrong day gets the period", arguments: ["7", "-1", "2024-01-08", "Monday"])
    func wrongDay(day: String) async throws {
        let files = [Program.fixture("small.txt"), Program.fixture("legal.txt")]
        let outcome = try await Program.start(["explain"] + files + ["--person=Ben", "--day=\(day)"]).outcome()
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("the period is 2024-01-01 to 2024-01-07, or 0 to 6"))
    }
}

extension ExplainTests {
    @Test("--repaired tells what each choice costs after a repair of the rest, and what that changes")
    func repaired() async throws {
        let files = [Program.fixture("small.txt"), Program.fixture("legal.txt")]
        let arguments = ["explain"] + files + ["--person", "Ben", "--day", "4", "--repaired", "--time-limit", "2s"]
        let outcome = try await Program.start(arguments + ["--json"]).outcome()
        #expect(outcome.status == 0)
        let repaired = try #require(try outcome.json()["repaired"] as? [[String: Any]])
        #expect(repaired.count == 2)
        let text = try await Program.start(arguments).outcome()
        #expect(text.output.contains("Instead, with the best repair of the rest that was found:"))
        for choice in repaired where choice["penaltyChange"] as? Int != nil {
            let changes = try #require(choice["changes"] as? [[String: Any]])
            #expect(changes.contains { $0["person"] as? String == "Ben" && $0["date"] as? String == "2024-01-05" })
        }
    }
}

extension ExplainTests {
    private func refused(_ more: String...) async throws -> Program.Outcome {
        let files = [Program.fixture("small.txt"), Program.fixture("legal.txt")]
        return try await Program.start(["explain"] + files + ["--wishes", "--time-limit", "5s"] + more).outcome()
    }

    @Test("--wishes tells what each refused wish would cost, and what would have to give")
    func wishes() async throws {
        let outcome = try await refused()
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        #expect(Golden.difference(outcome.output, "explain-wishes.txt") == nil)
        let granted = try await refused("--person", "Ben")
        #expect(granted.output == "The wish of Ben is granted.\n")
    }

    @Test("--wishes --json gives the same as an object")
    func wishesAsJSON() async throws {
        let outcome = try await refused("--json")
        #expect(outcome.status == 0)
        #expect(Golden.difference(outcome.output, "explain-wishes.json") == nil)
    }

    @Test("what does not go with --wishes, or is missing without it, is told")
    func wishesUsage() async throws {
        let withDay = try await refused("--day", "3")
        #expect(withDay.status == 64)
        #expect(withDay.errors.contains("--day is not possible with it"))
        let files = [Program.fixture("small.txt"), Program.fixture("legal.txt")]
        let neither = try await Program.start(["explain"] + files + ["--person", "Ben"]).outcome()
        #expect(neither.status == 64)
        #expect(neither.errors.contains("Either --person and --day are expected, for a cell, or --wishes."))
    }
}
