import ArgumentParser
import CrewRecords
import Foundation
import RotaFormats

/// What papers and supplies have in common.
struct NewExpiryOptions: ParsableArguments {
    @Argument(help: "The id of the person.")
    var person: String

    @Argument(help: "What it is, in one line.")
    var title: String

    @Option(help: "The category of the entry, such as training. (default: qualifications, of a supply supplies)")
    var category: String?

    @Option(name: .customLong("class"), help: "To whom it is open: unit, leads or keepers. (default: as is usual)")
    var recordClass: String?

    @Flag(help: "It is needed for any duty: whoever has run out of it is not eligible.")
    var duty = false

    @Option(help: "What else there is to say.")
    var text: String?

    var members: [String: JSONContent] {
        var members: [String: JSONContent] = ["title": .text(title)]
        members["category"] = category.map { .text($0) }
        members["class"] = recordClass.map { .text($0) }
        members["text"] = text.map { .text($0) }
        if duty { members["duty"] = true }
        return members
    }
}

struct ExpiryAddPaper: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add-paper",
        abstract: "Write down a paper that runs out, and tell its entry's id.",
        discussion: ExitCode.table
    )

    @OptionGroup var new: NewExpiryOptions

    @Option(help: "Its first day, such as 2026-01-31.")
    var from: String?

    @Option(help: "Its last day.")
    var until: String?

    @Option(help: "Who has issued it.")
    var issuer: String?

    @Option(help: "Its number.")
    var number: String?

    @Option(help: "The id of the qualification that counts only while it holds; not with --duty.")
    var qualification: String?

    @OptionGroup var server: ServerOption

    func validate() throws {
        guard !new.duty || qualification == nil else {
            throw ValidationError(
                "It is needed for any duty or for one qualification: leave out --duty or --qualification.")
        }
    }

    func run() async throws {
        var body = new.members
        for (name, text) in [
            ("from", from), ("until", until), ("issuer", issuer), ("number", number), ("qualification", qualification),
        ] { body[name] = text.map { .text($0) } }
        try await RemoteCommand(server).write("/people/\(RemoteOperation.escaped(new.person))/papers", body)
    }
}

struct ExpiryAddSupply: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add-supply",
        abstract: "Write down a supply of which some goes each day, and tell its entry's id.",
        discussion: ExitCode.table
    )

    @OptionGroup var new: NewExpiryOptions

    @Option(help: "In what it is counted, such as tablets.")
    var measure: String

    @Option(help: "When it was counted, in the morning, such as 2026-01-31.")
    var on: String

    @Option(help: "How much there was, such as 12.5.")
    var quantity: String

    @OptionGroup var use: DailyUseOptions

    @OptionGroup var server: ServerOption

    func run() async throws {
        var body = new.members.merging(try use.members()) { $1 }
        body["measure"] = .text(measure)
        body["on"] = .text(on)
        body["quantity"] = .whole(try RemoteCommand.thousandths(quantity, of: "quantity"))
        try await RemoteCommand(server).write("/people/\(RemoteOperation.escaped(new.person))/supplies", body)
    }
}

extension RemoteCommand {
    /// Writes an entry and prints its id.
    func write(_ path: String, _ body: [String: JSONContent]) async throws {
        let written = try await ask("POST", path, .object(body), key: UUID().uuidString)
        guard let id = written["id"]?.text else { throw foreign }
        try Console.writeOrEnd(id + "\n")
    }

    /// - Throws: `ValidationError` if it is no amount.
    static func thousandths(_ text: String, of name: String) throws -> Int {
        guard let amount = Amount.thousandths(text) else {
            throw ValidationError("--\(name) is \(text); expected is an amount such as 12 or 12.5.")
        }
        return amount
    }
}
