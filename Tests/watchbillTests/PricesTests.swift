import Foundation
import Testing
import WatchbillTestKit

@Suite("watchbill prices")
struct PricesTests {
    @Test("of a rota without penalty says that nothing would save any")
    func nothing() async throws {
        let solved = try await Program.run("solve", Program.fixture("small.txt"), "--time-limit", "2s")
        let outcome = try await Program.run("prices", Program.fixture("small.txt"), "-", input: solved.output)
        #expect(outcome.status == 0)
        #expect(
            outcome.output == """
                Penalty 0, floor 0. Estimates from the floor of what each by itself would save:
                Nothing: no single step would save any.

                """)
    }

    @Test("--json prints one object with all prices, each with a sentence and a saving")
    func json() async throws {
        // Everybody is wanted on every day, which hours in all do not allow. So small that the floor is found to its end:
        // what it is after some seconds would hang on the machine.
        let crew = try String(contentsOfFile: Program.fixture("small.txt"), encoding: .utf8)
            .replacing(#/(?m)^(\d+,[DN]),\d+,100,1$/#) { "\($0.output.1),3,100,1" }
        let path = Program.temporary("crew.txt")
        defer { try? FileManager.default.removeItem(atPath: path) }
        try crew.write(toFile: path, atomically: true, encoding: .utf8)
        let outcome = try await Program.run(
            "prices", path, Program.fixture("legal.txt"), "--time-limit", "none", "--json")
        #expect(outcome.status == 0)
        let result = try outcome.json()
        #expect(
            Set(result.keys) == [
                "penalty", "floor", "people", "demands", "rules", "shiftTypes", "weekdays", "rulesLeft", "rulesUnseen",
            ])
        for kind in ["people", "demands", "rules", "shiftTypes", "weekdays"] {
            let items = try #require(result[kind] as? [[String: Any]])
            #expect(!items.isEmpty, "\(kind)")
            for item in items {
                #expect(try #require(item["saving"] as? Double) >= 0)
                #expect(try #require(item["sentence"] as? String).contains(" would save "))
            }
        }
    }

    @Test("of a crew that has no legal rota says that there are none, with 1")
    func impossible() async throws {
        let crew = try String(contentsOfFile: Program.fixture("small.txt"), encoding: .utf8)
            .replacing("2880,1440,4,2,1,1", with: "4200,4200,4,2,1,1")
        let rota = try String(contentsOfFile: Program.fixture("legal.txt"), encoding: .utf8)
        let path = Program.temporary("crew.txt")
        defer { try? FileManager.default.removeItem(atPath: path) }
        try crew.write(toFile: path, atomically: true, encoding: .utf8)
        let outcome = try await Program.run("prices", path, "-", input: rota)
        #expect(outcome.status == 1)
        #expect(outcome.errors.hasPrefix("watchbill: there are no prices"))
    }
}
