import ArgumentParser
import RotaFormats
import RotaModel
import RotaRules

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a rota against every rule and wish.",
        discussion: ExitCode.table
    )

    @OptionGroup var files: CrewAndRota

    @Flag(help: "Print the findings as one JSON object.")
    var json = false

    func run() throws {
        let (problem, rota) = try files.read()
        let assessment = Judge(problem).assess(rota)
        try Console.writeOrEnd(
            json
                ? AssessmentReport(assessment, problem).jsonText(isPretty: true) + "\n" : Self.text(assessment, problem)
        )
        if !assessment.isFeasible { throw ExitCode.brokenRules }
    }

    /// The verdict, what is broken, what is missed, and the sum for each rule.
    static func text(_ assessment: Assessment, _ problem: RotaProblem) -> String {
        let hard = assessment.hardFindings
        let soft = assessment.findings.filter { !$0.isHard }
        var lines = [
            hard.isEmpty
                ? "Legal, penalty \(assessment.penalty)."
                : "Not legal: breaks hard rules in \(hard.count) place\(hard.count == 1 ? "" : "s")."
                    + " Penalty \(assessment.penalty)."
        ]
        if !hard.isEmpty { lines += ["", "Broken:"] + hard.map { "  \($0.sentence)" } }
        if !soft.isEmpty {
            let width = soft.map { $0.penalty.description.count }.max() ?? 0
            lines += ["", "Missed:"]
            lines += soft.map { "  \($0.penalty.description.padded(to: width, alignment: .right))  \($0.sentence)" }
        }
        if !assessment.findings.isEmpty { lines += [""] + RuleTotals(assessment, problem).lines }
        return lines.joined(separator: "\n") + "\n"
    }
}
