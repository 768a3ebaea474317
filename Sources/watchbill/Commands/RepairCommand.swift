import ArgumentParser
import Foundation
import RotaFormats
import RotaModel
import RotaSolver

struct RepairRota: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: "Find ways to do without somebody.",
        discussion: """
            Tells of several repairs of a rota in which people drop out, each with what changes and what it costs: those \
            that disturb the fewest people first, then those that change the fewest shifts, then the least penalty. A \
            repair is legal if it breaks no hard rule that the rota did not break. Where none is legal, those that break \
            least are told, and whether there is proof that none exists.

            Days before --now and pinned cells stay as they are. A day away is credited with the working time that the \
            rota had planned for it, unless --credit says otherwise.

            \(ExitCode.table)
            """
    )

    @OptionGroup var files: CrewAndRota

    @Option(
        help:
            "Who is away and when: PERSON:FROM..TO, PERSON:DATE or PERSON:FROM.. to the end, with a person's id or name, and dates or days from 0; may be repeated."
    )
    var away: [String]

    @Option(help: "The first day that may still be changed. (default: the first on which somebody is away)")
    var now: String?

    @Option(help: "Working time credited for each day away, like \"7 h 24 min\". (default: what the rota had planned)")
    var credit: String?

    @Option(help: "How long at most: 5s, 500ms, or none.")
    var timeLimit = TimeLimit(seconds: 10)

    @Option(help: "How many threads. (default: one for each core)")
    var threads: Int?

    @Option(help: "Which repair to write, by its number.")
    var take = 1

    @Option(
        name: .shortAndLong,
        help: "The file to write the repaired rota to; its ending tells the format: .json, .xml or text.")
    var output: String?

    @Flag(help: "Print the repairs as one JSON object.")
    var json = false

    func validate() throws {
        if let threads, !(1...256).contains(threads) {
            throw ValidationError("--threads is \(threads); 1 to 256 are possible.")
        }
        guard (1...5).contains(take) else { throw ValidationError("--take is \(take); 1 to 5 are possible.") }
        if away.isEmpty {
            throw ValidationError("Somebody has to be away: --away PERSON:FROM..TO.")
        }
    }

    func run() throws {
        let (problem, rota) = try files.read()
        let aways = try away.map { try AwayArgument.away($0, in: problem) }
        var settings = RepairSettings(
            now: try now.map { try CellArgument.day($0, in: problem) },
            threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, timeLimit: timeLimit.duration)
        if let now = settings.now, let late = aways.first(where: { $0.days.lowerBound < now }) {
            throw ValidationError(
                "--now is \(problem.date(of: now)), after \(problem[late.person].name)'s first day away,"
                    + " \(problem.date(of: late.days.lowerBound)): that day could not be changed. An earlier --now or a later"
                    + " first day is needed.")
        }
        if let credit {
            guard let minutes = DurationText.read(credit), ProblemLimits.creditMinutes.contains(minutes.value) else {
                throw ValidationError(
                    "--credit is \"\(credit)\"; a length of time up to 24 h like \"7 h 24 min\" is expected.")
            }
            settings.credit = minutes
        }
        do {
            try repair(problem, rota, aways, settings, into: try output.map { try OutputFile($0) })
        } catch let error as OutputError {
            Console.tell("watchbill: \(error)\n")
            throw ExitCode.unusable
        }
    }

    private func repair(
        _ problem: RotaProblem, _ rota: Rota, _ aways: [Away], _ settings: RepairSettings, into output: OutputFile?
    ) throws {
        let stop = StopSignal()
        let interrupt = Interrupt(raising: stop)
        let result = RotaSolver.repair(problem, rota, away: aways, settings: settings, stop: stop)
        withExtendedLifetime(interrupt) {}
        try Console.write(
            json ? RepairReport(result).jsonText(isPretty: true) + "\n" : RepairText(result).text)
        if let output {
            guard result.repairs.indices.contains(take - 1) else {
                throw OutputError(
                    place: output.path, reason: "there are \(result.repairs.count) repairs, and no number \(take)")
            }
            let chosen = result.repairs[take - 1]
            let format: RotaFile.Format =
                switch URL(filePath: output.path).pathExtension.lowercased() {
                case "json": .json
                case "xml": .xml
                case "csv": .csv
                default: .text
                }
            try output.write(
                RotaFile.write(
                    chosen.rota, of: problem, as: format,
                    claims: RotaDocument.Claims(penalty: chosen.penalty)))
        }
        if result.outcome != .legal { throw ExitCode.brokenRules }
    }
}
