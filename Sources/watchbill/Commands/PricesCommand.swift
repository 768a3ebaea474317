import ArgumentParser
import Foundation
import RotaFormats
import RotaModel
import RotaRules
import RotaSolver

struct Prices: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell what each rule and each demand costs.",
        discussion: """
            Tells what one more person on a shift, one less wanted, or one step more room in a rule would save. These are \
            estimates from the proven floor under the penalty, each by itself and for small changes; the nearer the rota is to \
            the floor, the better they are.

            \(ExitCode.table)
            """
    )

    @OptionGroup var files: CrewAndRota

    @Option(help: "How long at most: 60s, 500ms, 5m, 1h, or none.")
    var timeLimit = TimeLimit(seconds: 30)

    @Option(help: "How many of each kind are listed, the dearest first.")
    var top = 10

    @Flag(help: "Print all prices as one JSON object.")
    var json = false

    func validate() throws {
        if top < 1 { throw ValidationError("--top is \(top); at least 1 is possible.") }
    }

    func run() throws {
        let (problem, rota) = try files.read()
        let begun = ContinuousClock.now
        let limit = timeLimit.duration
        let stop = StopSignal()
        let interrupt = Interrupt(raising: stop)
        let list = PriceSearch.run(problem, rota: rota, stop: stop) {
            limit.map { (ContinuousClock.now - begun) / $0 } ?? 0
        }
        withExtendedLifetime(interrupt) {}
        guard let list else {
            Console.tell(
                "watchbill: there are no prices: no floor could be proven in the time, or there is no legal rota, which"
                    + " `watchbill solve` tells.\n")
            throw ExitCode.brokenRules
        }
        let report = PriceReport(list, problem, penalty: Judge(problem).assess(rota).penalty)
        try Console.writeOrEnd(json ? report.jsonText(isPretty: true) + "\n" : report.text(top: top))
    }
}
