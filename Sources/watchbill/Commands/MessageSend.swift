import ArgumentParser
import Foundation
import RotaFormats

struct MessageSend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Send a message, and tell how far it has come.",
        discussion: """
            The token needs the rights messages:read and messages:change.

            \(ExitCode.table)
            """
    )

    @Argument(help: "The text; - for standard input.")
    var text: String

    @Option(help: "The id of a person who is to get it; may be repeated.")
    var to: [String] = []

    @Option(help: "The id of a unit of which a group is to get it.")
    var unit: String?

    @Option(help: "Which group of the unit: all, watch (on watch now), or rank: and a rank's id. (default: all)")
    var group: String?

    @Option(help: "The number of the message that it answers.")
    var replyTo: Int?

    @Flag(help: "Goes through in quiet hours, and keeps trying.")
    var urgent = false

    @Flag(help: "What leaves the building says no more than that there is a message.")
    var confidential = false

    @Option(help: "Ask for an answer, within so many minutes.")
    var answerWithin: Int?

    @Option(help: "What may be answered; may be repeated. (default: any text)")
    var choice: [String] = []

    @Flag(help: "Print the server's JSON.")
    var json = false

    @OptionGroup var server: ServerOption

    func validate() throws {
        guard !to.isEmpty || unit != nil || replyTo != nil else {
            throw ValidationError("There is nobody to send it to: add --to, --unit or --reply-to.")
        }
        guard choice.isEmpty || answerWithin != nil else {
            throw ValidationError("There are answers to choose from and none is asked for: add --answer-within.")
        }
    }

    func run() async throws {
        let remote = try RemoteCommand(server)
        let written = text == "-" ? String(decoding: try InputFile.bytes("-"), as: UTF8.self) : text
        var body: [String: JSONContent] = ["text": .text(written)]
        if !to.isEmpty { body["to"] = .list(to.map { .text($0) }) }
        body["unit"] = unit.map { .text($0) }
        body["group"] = group.map { .text($0) }
        body["replyTo"] = replyTo.map { .whole($0) }
        if urgent { body["urgent"] = true }
        if confidential { body["confidential"] = true }
        if let answerWithin {
            var demand: [String: JSONContent] = ["minutes": .whole(answerWithin)]
            if !choice.isEmpty { demand["choices"] = .list(choice.map { .text($0) }) }
            body["demand"] = .object(demand)
        }
        let sent = try await remote.ask("POST", "/messages", .object(body), key: UUID().uuidString)
        guard let number = sent["message"]?.whole else { throw remote.foreign }
        try await remote.showStatus(of: number, asJSON: json)
    }
}
