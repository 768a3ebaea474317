import ArgumentParser

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Check the log of who read sealed entries.",
        discussion: "It looks into the database while the server runs or not, and needs no key.",
        subcommands: [AuditVerify.self, AuditHead.self]
    )
}
