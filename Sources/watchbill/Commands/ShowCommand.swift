import ArgumentParser
import RotaFormats
import RotaModel
import RotaRules

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show a rota as a table.",
        discussion: """
            People by days, with weekends and holidays marked, cover against what is wanted, and totals. In colour on a \
            terminal, unless NO_COLOR is set; nothing is told by colour alone. A table wider than the terminal is cut \
            between weeks.

            \(ExitCode.table)
            """
    )

    @OptionGroup var files: CrewAndRota

    @Option(help: "Columns to fit into, 40 at least. (default: the terminal's; no limit elsewhere)")
    var width: Int?

    func validate() throws {
        if let width, width < 40 { throw ValidationError("--width is \(width); 40 or more are needed.") }
    }

    func run() throws {
        let (problem, rota) = try files.read()
        let assessment = Judge(problem).assess(rota)
        let table = RotaTable(problem, rota, assessment, paint: Paint(isOn: Console.Stream.output.hasColour))
        try Console.writeOrEnd(table.text(width: width ?? Console.Stream.output.width))
        if !assessment.isFeasible { throw ExitCode.brokenRules }
    }
}
