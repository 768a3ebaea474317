import ArgumentParser
import RotaFormats

struct ExpiryRenew: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "renew",
        abstract: "Tell of a newer paper, and tell the id of the entry that now stands for it.",
        discussion: ExitCode.table
    )

    @OptionGroup var which: ExpiryEntryArguments

    @Option(help: "Its last day. With --corrects what is left out stays as it was.")
    var until: String?

    @Option(help: "Its first day. (default: the one after the last paper's end)")
    var from: String?

    @Option(help: "Who has issued it, if it is another.")
    var issuer: String?

    @Option(help: "Its number, if it has another.")
    var number: String?

    @Flag(help: "There is no newer paper: it was written down wrongly.")
    var corrects = false

    @OptionGroup var server: ServerOption

    func run() async throws {
        var body: [String: JSONContent] = ["what": .text(corrects ? "corrected" : "renewed")]
        for (name, text) in [("from", from), ("until", until), ("issuer", issuer), ("number", number)] {
            body[name] = text.map { .text($0) }
        }
        try await RemoteCommand(server).write(which.path, body)
    }
}

struct ExpiryCount: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: "Tell how much of a supply there is, and tell the id of the entry that now stands for it.",
        discussion: ExitCode.table
    )

    @OptionGroup var which: ExpiryEntryArguments

    @Option(help: "When it was counted, in the morning. (default: today, by the clock of the person's unit)")
    var on: String?

    @Option(help: "How much there was, such as 12.5.")
    var quantity: String

    @OptionGroup var use: DailyUseOptions

    @OptionGroup var server: ServerOption

    func run() async throws {
        var body = try use.members()
        body["what"] = .text("counted")
        body["on"] = on.map { .text($0) }
        body["quantity"] = .whole(try RemoteCommand.thousandths(quantity, of: "quantity"))
        try await RemoteCommand(server).write(which.path, body)
    }
}

struct ExpiryDeliver: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliver",
        abstract: "Tell that some of a supply comes, and tell the id of the entry that now stands for it.",
        discussion: ExitCode.table
    )

    @OptionGroup var which: ExpiryEntryArguments

    @Option(help: "When. (default: today, by the clock of the person's unit)")
    var on: String?

    @Option(help: "How much, such as 12.5.")
    var quantity: String

    @OptionGroup var server: ServerOption

    func run() async throws {
        var body: [String: JSONContent] = ["what": "delivered"]
        body["on"] = on.map { .text($0) }
        body["quantity"] = .whole(try RemoteCommand.thousandths(quantity, of: "quantity"))
        try await RemoteCommand(server).write(which.path, body)
    }
}

struct ExpiryEnd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract:
            "Tell that something is not needed any more: nobody is reminded of it, and nobody not eligible for it.",
        discussion: ExitCode.table
    )

    @OptionGroup var which: ExpiryEntryArguments

    @OptionGroup var server: ServerOption

    func run() async throws {
        try await RemoteCommand(server).write(which.path, ["what": "ended"])
    }
}
