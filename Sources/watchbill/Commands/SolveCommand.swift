import ArgumentParser
import Foundation
import RotaFormats
import RotaModel
import RotaRules
import RotaSolver

struct Solve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build a rota.",
        discussion: """
            Builds a better and better rota until the time is up, it is proven to be the best, or Ctrl-C ends it; then \
            writes the best found. On a terminal a line shows seconds, penalty and bound while it runs; elsewhere it is \
            quiet. The rota is written in the input's kind of format, unless the output's ending says otherwise.

            \(ExitCode.table)
            """
    )

    @Argument(help: "The crew: Watchbill's JSON or the benchmark's text; - for standard input.")
    var input: String

    @Option(help: "How long at most: 60s, 500ms, 5m, 1h, or none.")
    var timeLimit = TimeLimit(seconds: 60)

    @Option(help: "How many threads. (default: one for each core)")
    var threads: Int?

    @Option(help: "The seed of the search.")
    var seed: UInt64 = 1

    @Option(name: .shortAndLong, help: "The file to write the rota to. (default: standard output)")
    var output: String?

    @Flag(help: "Print the result as one JSON object, and the progress as JSON lines on standard error.")
    var json = false

    func validate() throws {
        if let threads, !(1...256).contains(threads) {
            throw ValidationError("--threads is \(threads); 1 to 256 are possible.")
        }
    }

    func run() throws {
        let crew = try InputFile.crew(input)
        do {
            try solve(crew, into: try output.map { try OutputFile($0) })
        } catch let error as OutputError {
            Console.tell("watchbill: \(error)\n")
            throw ExitCode.unusable
        }
    }

    private func solve(_ crew: CrewFile, into file: OutputFile?) throws {
        let settings = SolveSettings(
            seed: seed, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
            timeLimit: timeLimit.duration)
        let stop = StopSignal()
        let interrupt = Interrupt(raising: stop)
        let reporter = SolveReporter(isJSON: json)
        let result = RotaSolver.solve(crew.problem, settings: settings, stop: stop, progress: reporter.report)
        withExtendedLifetime(interrupt) {}
        let report = SolveReport(result, settings)
        reporter.finish(report)

        let claims = RotaDocument.Claims(
            penalty: result.penalty, bound: result.bound, isFeasible: result.isFeasible, seed: seed)
        let text = RotaFile.write(
            result.rota, of: crew.problem, as: crew.rotaFormat(forPath: file?.path), claims: claims)
        if let file {
            try file.write(text)
        } else if !json {
            try Console.write(text)
        }
        if json {
            try Console.write(report.jsonText() + "\n")
        } else if file != nil, !Console.Stream.error.isTerminal {
            try Console.write(report.summary + "\n")
        }
        guard result.isFeasible else {
            let broken = Judge(crew.problem).assess(result.rota).hardFindings.count
            Console.tell(
                "watchbill: no legal rota was found; this one breaks hard rules in \(broken) places, which"
                    + " `watchbill check` lists. Maybe a longer --time-limit finds one.\n")
            throw ExitCode.brokenRules
        }
    }
}

extension CrewFile {
    /// The format of a rota of this crew: as the path's ending says, else as the crew's own.
    fileprivate func rotaFormat(forPath path: String?) -> RotaFile.Format {
        switch path.map({ URL(filePath: $0).pathExtension.lowercased() }) {
        case "json": .json
        case "txt": .text
        default: format == .json ? .json : .text
        }
    }
}
