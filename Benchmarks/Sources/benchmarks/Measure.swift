import ArgumentParser
import Foundation

/// Measures `watchbill solve` on problems of the rostering field.
struct Measure: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "solve",
        abstract: "Measures how good rotas get on the problems of Curtois and Qu (2014), or of the competitions.",
        discussion: """
            Each run is a process of its own. Its solution is checked by the benchmark's independent referee, that of a \
            competition's problem by `watchbill check`, and a run on which the two disagree fails the whole. Results are \
            kept in a file beside the page, so that it can be made in several goes: a run that is there already is not run \
            again unless --again is given, and the page shows all that are kept.
            """
    )

    @OptionGroup var place: Place

    @Option(help: "Numbers of the instances, with commas between. (default: every one there is)")
    var instances: Numbers?

    @Flag(help: "In place of the instances: problems of the two competitions.")
    var competitions = false

    @Option(help: "With --competitions: their names, with commas between. (default: all whose best is known)")
    var names: Names?

    @Option(help: "Time limits in seconds, with commas between.")
    var seconds = Numbers([10, 60])

    @Option(help: "Seeds, with commas between.")
    var seeds = Numbers([1, 2, 3])

    @Option(help: "Threads for each run.")
    var threads = 2

    @Option(
        help:
            "Instances of which a curve is drawn, of the first seed at the longest time; a run kept without one is run again. (default: the smallest, the middle and the largest of those run)"
    )
    var curves: Numbers?

    @Flag(help: "Run also what has been run before.")
    var again = false

    @Flag(help: "Only make the page, from the results kept.")
    var tableOnly = false

    func run() throws {
        if !tableOnly { try measure() }
        try place.writePage()
    }

    private func measure() throws {
        let store = place.store
        var results = try store.read()
        let runner = Runner(
            program: URL(filePath: place.watchbill), problems: place.problemFolder, threads: threads)
        let curved = Set(try curves?.values ?? threeSizes())
        for job in try jobs() {
            let isCurve =
                job.instance.map { curved.contains($0) } ?? false && job.seed == seeds.values.first
                && job.seconds == seconds.values.max()
            let kept = results.first { $0.job == job }
            if let kept, !again, !(isCurve && curves != nil && kept.curve == nil) { continue }
            var result = try runner.run(job)
            if !isCurve { result.curve = nil }
            results.removeAll { $0.job == job }
            results.append(result)
            results.sort { $0.job < $1.job }
            try store.write(results)
            print(result.line)
        }
    }

    private func numbers() throws -> [Int] {
        try instances?.values ?? InstanceSize.all(in: place.problemFolder.appending(path: "nrp")).keys.sorted()
    }

    /// The smallest, the middle and the largest of the instances.
    private func threeSizes() throws -> [Int] {
        let sizes = try InstanceSize.all(in: place.problemFolder.appending(path: "nrp"))
        let order = try numbers().sorted { (sizes[$0]?.cells ?? 0, $0) < (sizes[$1]?.cells ?? 0, $1) }
        guard let first = order.first, let last = order.last else { return [] }
        return [first, order[order.count / 2], last]
    }

    private func jobs() throws -> [Job] {
        let problems: [(Int?, String?)] =
            competitions
            ? (names?.values ?? Competition.known.map(\.name)).map { (nil, $0) } : try numbers().map { ($0, nil) }
        return problems.flatMap { instance, name in
            seconds.values.flatMap { seconds in
                seeds.values.map {
                    Job(instance: instance, competition: name, seconds: seconds, seed: $0, threads: threads)
                }
            }
        }
    }
}
