import ArgumentParser
import Foundation

/// Measures `watchbill solve`, as a program and from outside, on problems of the rostering field.
@main
struct Benchmarks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmarks",
        abstract: "Measures watchbill on the shift-scheduling problems of Curtois and Qu (2014).",
        discussion: """
            Each run is a process of its own; its solution is checked by the benchmark's independent referee, and a run \
            on which the two disagree fails the whole. Results are kept in a file beside the table, so that a table can \
            be made in several goes: a run that is there already is not run again unless --again is given.
            """
    )

    @Option(help: "Numbers of the instances, with commas between. (default: every one there is)")
    var instances: Numbers?

    @Option(help: "Time limits in seconds, with commas between.")
    var seconds = Numbers([10, 60])

    @Option(help: "Seeds, with commas between.")
    var seeds = Numbers([1, 2, 3])

    @Option(help: "Threads for each run.")
    var threads = 2

    @Option(help: "The program to measure.")
    var watchbill = ".build/release/watchbill"

    @Option(help: "The folder with nrp/ and referee.py.")
    var problems = "../shared/benchmarks"

    @Option(help: "The table to write; the results are kept beside it, ending in .json.")
    var table = "docs/benchmarks.md"

    @Flag(help: "Run also what has been run before.")
    var again = false

    @Flag(help: "Only make the table, from the results kept.")
    var tableOnly = false

    func run() throws {
        let folder = URL(filePath: problems).appending(path: "nrp")
        let store = ResultStore(URL(filePath: table).deletingPathExtension().appendingPathExtension("json"))
        var results = try store.read()
        if !tableOnly {
            let runner = Runner(program: URL(filePath: watchbill), problems: URL(filePath: problems), threads: threads)
            for job in try jobs(in: folder) where again || !results.contains(where: { $0.job == job }) {
                let result = try runner.run(job)
                results.removeAll { $0.job == job }
                results.append(result)
                results.sort { $0.job < $1.job }
                try store.write(results)
                print(result.line)
            }
        }
        let sizes = try InstanceSize.all(in: folder)
        try Report(results: results, sizes: sizes).text.write(
            to: URL(filePath: table), atomically: true, encoding: .utf8)
        print("Wrote \(table).")
    }

    private func jobs(in folder: URL) throws -> [Job] {
        let numbers = try instances?.values ?? InstanceSize.all(in: folder).keys.sorted()
        return numbers.flatMap { instance in
            seconds.values.flatMap { seconds in
                seeds.values.map { Job(instance: instance, seconds: seconds, seed: $0, threads: threads) }
            }
        }
    }
}

/// Whole numbers with commas between: `1,2,3`.
struct Numbers: ExpressibleByArgument {
    let values: [Int]

    init(_ values: [Int]) {
        self.values = values
    }

    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        values = parts.compactMap { $0 }
        guard values.count == parts.count else { return nil }
    }

    var defaultValueDescription: String { values.map(String.init).joined(separator: ",") }
}
