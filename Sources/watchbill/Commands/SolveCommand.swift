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
            quiet. The rota is written in the input's kind of format, unless the output's ending says otherwise; that of a \
            problem of the second competition into a folder, a file for each week.

            \(ExitCode.table)
            """
    )

    @Argument(
        help:
            "The crew: Watchbill's JSON, the benchmark's text or the first competition's XML; - for standard input. Left out with --scenario."
    )
    var input: String?

    @OptionGroup var parts: CrewParts

    @Option(help: "How long at most: 60s, 500ms, 5m, 1h, or none.")
    var timeLimit = TimeLimit(seconds: 60)

    @Option(help: "How many threads. (default: one for each core)")
    var threads: Int?

    @Option(help: "The seed of the search.")
    var seed: UInt64 = 1

    @Option(name: .shortAndLong, help: "The file or folder to write the rota to. (default: standard output)")
    var output: String?

    @Flag(help: "Print the result as one JSON object, and the progress as JSON lines on standard error.")
    var json = false

    func validate() throws {
        if try parts.areGiven() == (input != nil) {
            throw ValidationError("Either a crew is expected, or --scenario, --history and --week.")
        }
        if let threads, !(1...256).contains(threads) {
            throw ValidationError("--threads is \(threads); 1 to 256 are possible.")
        }
    }

    func run() throws {
        let crew = try parts.crew(orIn: input)
        do {
            try solve(crew, into: try output.map { try Output($0, of: crew) })
        } catch let error as OutputError {
            Console.tell("watchbill: \(error)\n")
            throw ExitCode.unusable
        }
    }

    private func solve(_ crew: Crew, into output: Output?) throws {
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
        if let output {
            try output.write(result.rota, of: crew.problem, claims)
        } else if !json {
            try Console.write(RotaFile.write(result.rota, of: crew.problem, as: crew.rotaFormat, claims: claims))
        }
        if json {
            try Console.write(report.jsonText() + "\n")
        } else if output != nil, !Console.Stream.error.isTerminal {
            try Console.write(report.summary + "\n")
        }
        guard result.isFeasible else {
            Console.tell("watchbill: \(Self.reason(for: result, crew.problem))\n")
            throw ExitCode.brokenRules
        }
    }

    /// Why the rota is not legal: because none is, and what is to blame, or because none was found.
    private static func reason(for result: SolveResult, _ problem: RotaProblem) -> String {
        let broken = Judge(problem).assess(result.rota).hardFindings.count
        let rest =
            "this one breaks hard rules in \(broken) place\(broken == 1 ? "" : "s"), which `watchbill check` lists"
        if let conflict = result.conflict {
            return "there is no legal rota. \(ConflictReport(conflict).text)\nAs for the rota, \(rest)."
        }
        if result.ending == .impossible {
            return "there is no legal rota: for some person or some line of demand the hard rules cannot hold together,"
                + " whatever the others do; there was no time to find out which. As for the rota, \(rest)."
        }
        return "no legal rota was found, nor a proof that there is none; \(rest). Maybe a longer --time-limit finds"
            + " one."
    }
}

extension Crew {
    /// The format of a rota of this crew where nothing else says: the crew's own, if a rota in it is one text.
    fileprivate var rotaFormat: RotaFile.Format {
        switch self {
        case .file(let file):
            switch file.format {
            case .json: .json
            case .nrp: .text
            case .inrc1: .xml
            }
        case .weeks: .text
        }
    }
}

/// Where the rota goes when the work is done.
private enum Output {
    case file(OutputFile, RotaFile.Format)
    /// A file for each week.
    case folder(OutputFolder, INRC2Problem)

    /// What the path's ending says, or else what the crew's kind of format is.
    init(_ path: String, of crew: Crew) throws(OutputError) {
        switch (URL(filePath: path).pathExtension.lowercased(), crew) {
        case ("json", _): self = .file(try OutputFile(path), .json)
        case ("xml", _): self = .file(try OutputFile(path), .xml)
        case ("csv", _): self = .file(try OutputFile(path), .csv)
        case ("txt", _): self = .file(try OutputFile(path), .text)
        case (_, .weeks(let weeks)): self = .folder(try OutputFolder(path), weeks)
        case (_, .file): self = .file(try OutputFile(path), crew.rotaFormat)
        }
    }

    func write(_ rota: Rota, of problem: RotaProblem, _ claims: RotaDocument.Claims) throws(OutputError) {
        switch self {
        case .file(let file, let format): try file.write(RotaFile.write(rota, of: problem, as: format, claims: claims))
        case .folder(let folder, let weeks): try folder.write(weeks.write(rota))
        }
    }
}
