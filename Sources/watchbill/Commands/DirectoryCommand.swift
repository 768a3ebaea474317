import ArgumentParser

struct DirectoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "directory",
        abstract: "Check and convert the directory of an organisation: its units, its people and what they have.",
        discussion: "A directory is a JSON document or a folder of CSV tables; docs/formats.md describes both.",
        subcommands: [DirectoryCheck.self, DirectoryConvert.self]
    )
}
