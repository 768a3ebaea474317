import RotaFormats
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Writing a crew's document and reading it again")
struct CrewRoundTripTests {
    static func same(_ problem: RotaProblem) -> [String] {
        let text = CrewFile.write(problem)
        let (file, diagnostics) = CrewFile.read(Array(text.utf8), fileName: "crew.json")
        var faults = diagnostics.filter { $0.severity == .error }.map(\.description)
        guard let file else { return faults }
        if file.format != .json { faults.append("The format is \(file.format).") }
        if file.problem != problem { faults.append("The problem is another.") }
        if CrewFile.write(file.problem) != text { faults.append("The text is another.") }
        return faults
    }

    @Test("Random problems come back as they were")
    func random() {
        for seed in 0..<UInt64(600) {
            let faults = Self.same(RandomProblem.make(seed: seed))
            #expect(faults.isEmpty, "seed \(seed): \(faults)")
        }
    }

    @Test("Demand comes back in its order, whatever that is")
    func demandOrder() {
        for seed in 0..<UInt64(200) {
            var problem = RandomProblem.make(seed: seed)
            var generator = SeededGenerator(seed: seed)
            if seed % 2 == 0 {
                problem.demand.shuffle(using: &generator)
            } else {
                problem.demand += problem.demand
            }
            let faults = Self.same(problem)
            #expect(faults.isEmpty, "seed \(seed): \(faults)")
        }
    }

    @Test("The demo ward comes back as it was")
    func demo() throws {
        #expect(Self.same(try DemoWard.problem()) == [])
    }

    @Test(
        "Every shared instance comes back as it was, and a rota of it",
        .enabled(if: !SharedFiles.instances.isEmpty, "the folder shared is not beside the checkout"),
        arguments: SharedFiles.instances)
    func shared(path: String) throws {
        let problem = try #require(NRPReader.read(try SharedFiles.bytes(path), fileName: path).problem)
        #expect(Self.same(problem) == [])
    }
}
