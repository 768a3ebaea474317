import ArgumentParser
import RotaFormats

struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Who is on watch, and who is missing.", discussion: ExitCode.table,
        subcommands: [WatchNow.self])
}

struct WatchNow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "now",
        abstract: "Tell who of a unit and those below it is on watch now, where, and who should be and is not.",
        discussion: ExitCode.table
    )

    @Argument(help: "The unit's id.")
    var unit: String

    @Flag(help: "Print the server's JSON.")
    var json = false

    @OptionGroup var server: ServerOption

    func run() async throws {
        let board = try await RemoteCommand(server).ask("GET", "/units/\(RemoteCommand.part(unit))/watch")
        guard !json else { return try Console.writeOrEnd(try board.jsonText() + "\n") }
        let items = board["items"]?.elements ?? []
        func isMissing(_ item: JSONContent) -> Bool { item["missing"] == .truth(true) }
        let present = items.filter { $0["state"]?.text != "off" }
        let missing = items.filter(isMissing)
        let width = (present + missing).compactMap { $0["name"]?.text?.count }.max() ?? 0
        func line(_ item: JSONContent, _ words: String) -> String {
            "  \((item["name"]?.text ?? "").padded(to: width))  \(words)\n"
        }
        var text = "On watch at \(board["at"]?.text ?? ""): \(present.count)\n"
        for item in present {
            let state = item["state"]?.text == "pause" ? "on a break since" : "since"
            let place = item["station"]?.text.map { ", \($0)" } ?? ""
            let shift = item["shift"]?.text.map { ", shift \($0)" } ?? ""
            text += line(item, "\(state) \(item["since"]?.text ?? "")\(place)\(shift)")
        }
        text += "Missing: \(missing.count)\n"
        for item in missing {
            text += line(item, "shift \(item["shift"]?.text ?? "") began \(item["start"]?.text ?? "")")
        }
        try Console.writeOrEnd(text)
    }
}
