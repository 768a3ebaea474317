import ArgumentParser
import RotaFormats

struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the demo crew as a file.",
        discussion: "A ward of 36 people over the five weeks round Easter 2027, as a Watchbill document."
    )

    @Flag(help: "Print the directory of the hospital that the ward is a unit of instead.")
    var directory = false

    func run() throws {
        do {
            try Console.writeOrEnd(
                directory
                    ? DirectoryFile.write(try DemoHospital.directory()) : CrewFile.write(try DemoWard.problem()))
        } catch let error as DemoWard.ZoneUnknown {
            Console.tell("watchbill: \(error)\n")
            throw ExitCode.unusable
        }
    }
}
