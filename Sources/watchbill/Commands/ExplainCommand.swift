import ArgumentParser
import Foundation
import RotaFormats
import RotaModel
import RotaRules
import RotaSolver

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain one cell of a rota.",
        discussion: """
            Tells what the cell does for the rota, which rules and wishes it breaks, and what each other choice in this \
            cell alone would cost, exactly. With --repaired also what each would cost after the best repair of the rest that \
            is found in the time: exactly where that is proven to be the best, else at most.

            \(ExitCode.table)
            """
    )

    @OptionGroup var files: CrewAndRota

    @Option(help: "Whose cell: a person's id or name.")
    var person: String

    @Option(help: "Which day: a date like 2027-03-28, or its number, 0 for the first day of the period.")
    var day: String

    @Flag(help: "Also tell what each other choice costs after the rest has been repaired.")
    var repaired = false

    @Option(help: "With --repaired: how long at most, for all choices together.")
    var timeLimit = TimeLimit(seconds: 5)

    @Flag(help: "Print the explanation as one JSON object.")
    var json = false

    func run() throws {
        let (problem, rota) = try files.read()
        let person = try CellArgument.person(person, in: problem)
        let day = try CellArgument.day(day, in: problem)
        let explanation = Judge(problem).explain(rota, person: person, day: day)
        let costs = repaired ? try repairedCosts(explanation, rota, problem) : nil
        let before = Judge(problem).assess(rota).penalty
        try Console.writeOrEnd(
            json
                ? ExplanationReport(explanation, problem, costs, before).jsonText(isPretty: true) + "\n"
                : Self.text(explanation, problem) + (costs.map { RepairedText($0, problem, before).text } ?? ""))
    }

    private func repairedCosts(
        _ cell: CellExplanation, _ rota: Rota, _ problem: RotaProblem
    ) throws -> [DutyCost] {
        guard let limit = timeLimit.duration else {
            throw ValidationError("--time-limit is none; with --repaired a time is needed, like 5s.")
        }
        let stop = StopSignal()
        let interrupt = Interrupt(raising: stop)
        defer { withExtendedLifetime(interrupt) {} }
        return costs(
            of: cell.alternatives.map(\.duty), person: cell.person, day: cell.day, in: rota, of: problem,
            threads: ProcessInfo.processInfo.activeProcessorCount, timeLimit: limit, stop: stop)
    }

    static func text(_ cell: CellExplanation, _ problem: RotaProblem) -> String {
        let head = [
            problem[cell.person].name, problem.date(of: cell.day).spoken, name(of: cell.duty, problem),
            cell.isPinned ? "pinned" : nil,
        ]
        var lines = [head.compactMap { $0 }.joined(separator: " · ")]
        lines += section("Serves", cell.serves)
        lines += section("Breaks", cell.breaks.map(sentence))
        lines += ["", "Instead, this cell alone:"]
        let names = cell.alternatives.map { name(of: $0.duty, problem) }
        let width = names.map(\.count).max() ?? 0
        for (alternative, name) in zip(cell.alternatives, names) {
            lines.append("  \(name.padded(to: width))  \(verdict(alternative))")
            lines += alternative.hardAdded.map { "      not allowed: \($0.sentence)" }
            lines += alternative.hardRemoved.map { "      would mend: \($0.sentence)" }
            lines += alternative.softAdded.map { "      would miss: \($0.sentence)" }
            lines += alternative.softRemoved.map { "      would serve: \($0.sentence)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func section(_ title: String, _ sentences: [String]) -> [String] {
        sentences.isEmpty ? [] : ["", "\(title):"] + sentences.map { "  \($0)" }
    }

    private static func sentence(_ finding: Finding) -> String {
        "\(finding.isHard ? "hard rule" : "+\(finding.penalty)"): \(finding.sentence)"
    }

    /// `+18`, `-4`, or that it may not be.
    private static func verdict(_ alternative: CellExplanation.Alternative) -> String {
        let change = alternative.penaltyChange
        let cost = change == 0 ? "no change in penalty" : "penalty \(change > 0 ? "+" : "")\(change)"
        return alternative.hardAdded.isEmpty ? cost : "\(cost), breaks hard rules"
    }

    /// `off`, or the shift type's id and name.
    static func name(of duty: Duty, _ problem: RotaProblem) -> String {
        guard let shift = duty.shift else { return "off" }
        let type = problem[shift]
        return type.id.rawValue == type.name ? type.name : "\(type.id) \(type.name)"
    }
}
