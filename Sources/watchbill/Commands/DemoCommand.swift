import ArgumentParser
import RotaFormats

struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the demo crew as a file.",
        discussion: "A ward of 36 people over the five weeks round Easter 2027, as a Watchbill document."
    )

    func run() throws {
        do {
            try Console.writeOrEnd(CrewFile.write(try DemoWard.problem()))
        } catch let error as DemoWard.ZoneUnknown {
            Console.tell("watchbill: \(error)\n")
            throw ExitCode.unusable
        }
    }
}
