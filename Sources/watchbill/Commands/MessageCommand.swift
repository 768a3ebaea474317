import ArgumentParser

struct MessageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "message",
        abstract: "Send messages by a running server, and see how far they have come.",
        discussion: ExitCode.table,
        subcommands: [MessageSend.self, MessageStatus.self, MessageInbox.self, MessageBounce.self]
    )
}
