import ArgumentParser
import RotaFormats

struct MessageStatus: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Tell how far a message has come that you have sent, a pair of lines for each recipient.",
        discussion: ExitCode.table
    )

    @Argument(help: "The message's number.")
    var message: Int

    @Flag(help: "Print the server's JSON.")
    var json = false

    @OptionGroup var server: ServerOption

    func run() async throws {
        try await RemoteCommand(server).showStatus(of: message, asJSON: json)
    }
}

extension RemoteCommand {
    /// - Throws: `ExitCode.refused` if the message is not the caller's own.
    func showStatus(of message: Int, asJSON: Bool) async throws {
        let conversation = try await ask("GET", "/messages/\(message)")
        let own = (conversation["items"]?.elements ?? []).compactMap { $0["sent"] }
        guard let sent = own.first(where: { $0["message"]?.whole == message }) else {
            Console.tell("watchbill: Message \(message) is none that you have sent.\n")
            throw ExitCode.refused
        }
        guard !asJSON else { return try Console.writeOrEnd(try sent.jsonText() + "\n") }
        let name = sent["fromName"]?.text ?? ""
        let text = sent["text"]?.text ?? ""
        var lines = ""
        for recipient in sent["recipients"]?.elements ?? [] {
            lines += Self.lines(
                from: name, to: recipient["name"]?.text ?? "", text, status: recipient["status"]?.text ?? "",
                answer: recipient["answer"]?.text)
        }
        try Console.writeOrEnd(lines)
    }

    /// The two lines that the sender sees, and a third one with the answer if there is one.
    static func lines(
        from sender: String, to recipient: String, _ text: String, status: String, answer: String?
    ) -> String {
        """
        Message from <\(sender)> to <\(recipient)>: \(text)
        Communication status: \(status)
        \(answer.map { "Answer: \($0)\n" } ?? "")
        """
    }
}
