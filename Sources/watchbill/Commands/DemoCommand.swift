import ArgumentParser
import RotaFormats
import RotaModel

struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the demo crew as a file: a ward of 36 people over five weeks."
    )

    func run() throws {}
}
