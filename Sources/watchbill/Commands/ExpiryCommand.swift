import ArgumentParser
import RotaFormats

struct ExpiryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expiry",
        abstract: "Tell a running server what runs out, and ask it what does.",
        discussion: """
            Papers, medicals and supplies. The token needs the right records:read, and to write records:change; no token opens what \
            is sealed.

            \(ExitCode.table)
            """,
        subcommands: [
            ExpiryList.self, ExpiryAddPaper.self, ExpiryAddSupply.self, ExpiryRenew.self, ExpiryCount.self,
            ExpiryDeliver.self, ExpiryEnd.self,
        ]
    )
}

/// Whose entry, and which.
struct ExpiryEntryArguments: ParsableArguments {
    @Argument(help: "The id of the person.")
    var person: String

    @Argument(help: "The id of the entry, as the list tells it.")
    var entry: String

    /// Below the API's address.
    var path: String { "/people/\(RemoteOperation.escaped(person))/expiry/\(RemoteOperation.escaped(entry))" }
}

/// How much of a supply goes in a day.
struct DailyUseOptions: ParsableArguments {
    @Option(help: "What usually goes in a day, such as 1.5; else it is told from three counts on.")
    var use: String?

    @Option(help: "What goes on a day on which little goes.")
    var least: String?

    @Option(help: "What goes on a day on which much goes.")
    var most: String?

    func members() throws -> [String: JSONContent] {
        var members: [String: JSONContent] = [:]
        for (name, text) in [("use", use), ("least", least), ("most", most)] {
            members[name] = try text.map { .whole(try RemoteCommand.thousandths($0, of: name)) }
        }
        return members
    }
}
