import ArgumentParser
import CrewRecords

struct DirectoryCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a directory, and tell everything that is wrong with it.",
        discussion: ExitCode.table
    )

    @Argument(help: "The directory: a folder of CSV tables, or a JSON document; - for one on standard input.")
    var path: String

    func run() throws {
        let directory = try InputFile.directory(path)
        try Console.writeOrEnd("\(directory.organisation): \(Self.counts(directory)). Nothing is wrong.\n")
    }

    /// `8 units, 10 ranks, …`
    private static func counts(_ directory: Directory) -> String {
        let counts = [
            ("unit", directory.units.count), ("rank", directory.ranks.count),
            ("qualification", directory.qualifications.count), ("contract", directory.contracts.count),
        ]
        let people = directory.people.count == 1 ? "1 person" : "\(directory.people.count) people"
        return (counts.map { "\($1) \($0)\($1 == 1 ? "" : "s")" } + [people]).joined(separator: ", ")
    }
}
