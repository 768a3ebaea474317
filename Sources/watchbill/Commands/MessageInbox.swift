import ArgumentParser
import RotaFormats

struct MessageInbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: "Tell what has come for you, the newest first; its senders see that it was received.",
        discussion: ExitCode.table
    )

    @Option(help: "How many messages, at most 200.")
    var limit = 20

    @Flag(help: "Print the server's JSON.")
    var json = false

    @OptionGroup var server: ServerOption

    func run() async throws {
        let remote = try RemoteCommand(server)
        let box = try await remote.ask("GET", "/me/messages?limit=\(limit)")
        let items = box["items"]?.elements ?? []
        let fresh = items.filter { $0["status"]?.text == "queued" || $0["status"]?.text == "sent" }
            .compactMap { $0["message"] }
        if !fresh.isEmpty {
            _ = try await remote.ask("PUT", "/me/messages/received", ["messages": .list(fresh)])
        }
        guard !json else { return try Console.writeOrEnd(try box.jsonText() + "\n") }
        var lines = ""
        for item in items {
            let status = item["status"]?.text ?? ""
            lines += RemoteCommand.lines(
                from: item["fromName"]?.text ?? "Watchbill", to: item["toName"]?.text ?? "", item["text"]?.text ?? "",
                status: status == "queued" || status == "sent" ? "received" : status, answer: item["answer"]?.text)
        }
        try Console.writeOrEnd(lines)
    }
}
