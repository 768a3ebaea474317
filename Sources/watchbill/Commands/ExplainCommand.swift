import ArgumentParser
import Foundation
import RotaFormats
import RotaModel
import RotaRules
import RotaSolver

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain one cell of a rota, or its refused wishes.",
        discussion: """
            Tells what the cell does for the rota, which rules and wishes it breaks, and what each other choice in this \
            cell alone would cost, exactly. With --repaired also what each would cost after the best repair of the rest that \
            is found in the time: exactly where that is proven to be the best, else at most.

            With --wishes, of every request that the rota does not grant, or of one person's: what granting it would cost \
            after the best repair of the rest, and what would have to give.

            \(ExitCode.table)
            """
    )

    @OptionGroup var files: CrewAndRota

    @Option(help: "Whose cell, or with --wishes whose wishes: a person's id or name.")
    var person: String?

    @Option(help: "Which day: a date like 2027-03-28, or its number, 0 for the first day of the period.")
    var day: String?

    @Flag(help: "In place of a cell: explain the refused wishes, of everybody or of --person.")
    var wishes = false

    @Flag(help: "Also tell what each other choice costs after the rest has been repaired.")
    var repaired = false

    @Option(
        help:
            "With --repaired or --wishes: how long at most, for all choices or wishes together. (default: 5s; with --wishes 30s)"
    )
    var timeLimit: TimeLimit?

    @Flag(help: "Print the explanation as one JSON object.")
    var json = false

    func validate() throws {
        if wishes {
            if day != nil {
                throw ValidationError("--wishes is about the whole period; --day is not possible with it.")
            }
            if repaired { throw ValidationError("--repaired is about a cell; --wishes tells of repairs anyway.") }
        } else if person == nil || day == nil {
            throw ValidationError("Either --person and --day are expected, for a cell, or --wishes.")
        }
    }

    func run() throws {
        let (problem, rota) = try files.read()
        let person = try person.map { try CellArgument.person($0, in: problem) }
        let judge = Judge(problem)
        let before = judge.assess(rota).penalty
        guard !wishes, let person, let day else { return try explainWishes(of: person, rota, judge, before) }
        let explanation = judge.explain(rota, person: person, day: try CellArgument.day(day, in: problem))
        let costs = repaired ? try repairedCosts(explanation, rota, problem) : nil
        try Console.writeOrEnd(
            json
                ? ExplanationReport(explanation, problem, costs, before).jsonText(isPretty: true) + "\n"
                : Self.text(explanation, problem) + (costs.map { RepairedText($0, problem, before).text } ?? ""))
    }

    private func explainWishes(of person: PersonIndex?, _ rota: Rota, _ judge: Judge, _ before: Penalty) throws {
        let problem = judge.problem
        let refused = judge.refusedWishes(in: rota, of: person)
        let granted = try searching(seconds: 30) { limit, stop in
            costs(
                of: refused, in: rota, of: problem, threads: ProcessInfo.processInfo.activeProcessorCount,
                timeLimit: limit, stop: stop)
        }
        let report = WishReport(granted, of: person, rota, judge, before)
        try Console.writeOrEnd(json ? report.jsonText(isPretty: true) + "\n" : report.text)
    }

    private func repairedCosts(
        _ cell: CellExplanation, _ rota: Rota, _ problem: RotaProblem
    ) throws -> [DutyCost] {
        try searching(seconds: 5) { limit, stop in
            costs(
                of: cell.alternatives.map(\.duty), person: cell.person, day: cell.day, in: rota, of: problem,
                threads: ProcessInfo.processInfo.activeProcessorCount, timeLimit: limit, stop: stop)
        }
    }

    /// Searches for as long as is asked for, or by default so long, or until Ctrl-C.
    private func searching<Found>(
        seconds: Int, _ search: (Duration, StopSignal) -> Found
    ) throws -> Found {
        guard let limit = (timeLimit ?? TimeLimit(seconds: seconds)).duration else {
            throw ValidationError("--time-limit is none; a time is needed, like 5s.")
        }
        let stop = StopSignal()
        let interrupt = Interrupt(raising: stop)
        defer { withExtendedLifetime(interrupt) {} }
        return search(limit, stop)
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
