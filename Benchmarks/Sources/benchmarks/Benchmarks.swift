import ArgumentParser
import Foundation

/// Measures `watchbill`, as a program and from outside.
@main
struct Benchmarks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmarks",
        abstract: "Measures watchbill and writes the page that tells of it.",
        subcommands: [Measure.self, MeasureRepairs.self, MeasureLoad.self],
        defaultSubcommand: Measure.self
    )
}

/// What all kinds of measuring are told.
struct Place: ParsableArguments {
    @Option(help: "The program to measure.")
    var watchbill = ".build/release/watchbill"

    @Option(help: "The folder with nrp/, inrc1/, inrc2/ and referee.py.")
    var problems = "../shared/benchmarks"

    @Option(help: "The page to write; the results are kept beside it, ending in .json, and the curves in images/.")
    var table = "docs/benchmarks.md"

    var problemFolder: URL { URL(filePath: problems) }

    /// Results of builds, those of repairs and those under load.
    var store: ResultStore<RunResult> {
        ResultStore(URL(filePath: table).deletingPathExtension().appendingPathExtension("json"))
    }

    var repairStore: ResultStore<RepairRun> { ResultStore(file("-repair.json")) }

    var loadStore: ResultStore<LoadRun> { ResultStore(file("-load.json")) }

    private func file(_ end: String) -> URL {
        let page = URL(filePath: table).deletingPathExtension()
        return page.deletingLastPathComponent().appending(path: page.lastPathComponent + end)
    }

    /// Writes the page and its curves from all results that are kept.
    func writePage() throws {
        let page = URL(filePath: table)
        let results = try store.read()
        let images = page.deletingLastPathComponent().appending(path: "images")
        var curves: [Int] = []
        // The first seed at the longest time is drawn.
        let order = results.sorted { ($0.job.instance ?? 0, -$0.job.seconds) < ($1.job.instance ?? 0, -$1.job.seconds) }
        for result in order {
            guard let instance = result.job.instance, let curve = result.curve, curve.count > 1 else { continue }
            if curves.contains(instance) { continue }
            curves.append(instance)
            try FileManager.default.createDirectory(at: images, withIntermediateDirectories: true)
            let drawing = CurveDrawing(
                title: "Instance \(instance), \(result.job.seconds) s, seed \(result.job.seed)", points: curve,
                limit: Double(result.job.seconds), bestKnown: Published.all[instance]?.bestKnown)
            try drawing.svg.write(
                to: images.appending(path: "curve-\(instance).svg"), atomically: true, encoding: .utf8)
        }
        let report = Report(
            results: results, sizes: try InstanceSize.all(in: problemFolder.appending(path: "nrp")), curves: curves,
            repairs: try repairStore.read(), loads: try loadStore.read())
        try report.text.write(to: page, atomically: true, encoding: .utf8)
        print("Wrote \(table).")
    }
}
