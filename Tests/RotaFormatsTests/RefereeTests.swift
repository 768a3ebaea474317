import Foundation
import RotaFormats
import RotaModel
import RotaRules
import RotaSolver
import Testing
import WatchbillTestKit

/// The benchmark's own referee, an independent program, against the judge. Without the shared files there is nothing to
/// compare with, and the tests say so.
@Suite("The benchmark's referee agrees with the judge")
struct RefereeTests {
    private struct Verdict: Equatable, CustomStringConvertible {
        let penalty: Int
        let violations: Int

        init(penalty: Int, violations: Int) {
            self.penalty = penalty
            self.violations = violations
        }

        init(_ assessment: Assessment) {
            self.init(penalty: assessment.penalty.value, violations: assessment.hardFindings.count)
        }

        var description: String { "penalty \(penalty), \(violations) violations" }
    }

    @Test(
        "On random rotas of every instance, and on good ones with some cells changed",
        .enabled(if: SharedFiles.folder != nil, "The folder of shared benchmarks is not beside the checkout."))
    func agreement() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "watchbill-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var list = ""
        var expected: [(verdict: Verdict, place: String)] = []
        let instances = SharedFiles.instances
        #expect(!instances.isEmpty)
        for path in instances {
            let problem = try #require(NRPReader.read(try SharedFiles.bytes(path)).problem)
            let judge = Judge(problem)
            for (number, rota) in rotas(for: problem).enumerated() {
                let file = folder.appending(path: "\(expected.count).txt")
                try NRPSolution.write(rota, of: problem).write(to: file, atomically: false, encoding: .utf8)
                list += "\(path)\t\(file.path)\n"
                expected.append((Verdict(judge.assess(rota)), "\(path), rota \(number)"))
            }
        }
        let verdicts = try referee(list, in: folder)
        try #require(verdicts.count == expected.count)
        for (verdict, judged) in zip(verdicts, expected) { #expect(verdict == judged.verdict, "\(judged.place)") }
        // Nothing would be shown by rotas that are all alike.
        #expect(expected.contains { $0.verdict.violations == 0 })
        #expect(expected.contains { $0.verdict.violations > 100 })
    }

    /// All off, sparse to full random ones, and, where the problem is small, a built one with 0 to 20 cells changed.
    private func rotas(for problem: RotaProblem) -> [Rota] {
        var rotas = [Rota(for: problem)]
        for seed: UInt64 in 1...4 {
            rotas.append(RandomProblem.rota(for: problem, seed: seed, work: Int(seed) * 25))
        }
        guard problem.people.count * problem.dayCount <= 1200 else { return rotas }
        let built = solve(problem, settings: SolveSettings(seed: 1, threads: 1, stepLimit: 20_000)).rota
        var random = SeededGenerator(seed: 11)
        for changes in [0, 1, 1, 2, 3, 5, 10, 20] {
            var damaged = built
            for _ in 0..<changes {
                damaged.duties[random.below(damaged.duties.count)] = Duty(
                    rawValue: UInt8(random.below(problem.shiftTypes.count + 1)))
            }
            rotas.append(damaged)
        }
        return rotas
    }

    /// The referee's verdicts on a list of solutions, by one process.
    private func referee(_ list: String, in folder: URL) throws -> [Verdict] {
        let shared = try #require(SharedFiles.folder)
        let driver = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Referee/referee_driver.py").path
        let (input, output) = (folder.appending(path: "list"), folder.appending(path: "verdicts"))
        try list.write(to: input, atomically: false, encoding: .utf8)
        try Data().write(to: output)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", driver, "\(shared)/benchmarks/referee.py"]
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return try String(contentsOf: output, encoding: .utf8).split(separator: "\n").map { line in
            let numbers = line.split(separator: " ").compactMap { Int($0) }
            try #require(numbers.count == 2)
            return Verdict(penalty: numbers[0], violations: numbers[1])
        }
    }
}
