import ArgumentParser

struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Make and rotate the keys that sealed fields are kept under.",
        discussion: "docs/operations.md tells when to do which, and what losing a key means.",
        subcommands: [KeysNew.self, KeysRotate.self]
    )
}
