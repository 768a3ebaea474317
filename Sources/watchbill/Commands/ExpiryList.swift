import ArgumentParser
import Foundation
import RotaFormats

struct ExpiryList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List what runs out for you, a person or a unit, the next first.",
        discussion: ExitCode.table
    )

    @Option(help: "The id of a person.")
    var person: String?

    @Option(help: "The id of a unit: its people, and for its planners when they are not eligible.")
    var unit: String?

    @Option(help: "Of a unit: the first date. (default: a month ago)")
    var from: String?

    @Option(help: "Of a unit: the last date. (default: half a year after the first)")
    var to: String?

    @Flag(help: "Of a unit: print a table (CSV).")
    var csv = false

    @Flag(help: "Print the server's JSON.")
    var json = false

    @OptionGroup var server: ServerOption

    func validate() throws {
        guard person == nil || unit == nil else {
            throw ValidationError("It is either a person's list or a unit's: leave out --person or --unit.")
        }
        guard unit != nil || (from == nil && to == nil && !csv) else {
            throw ValidationError("--from, --to and --csv go with a unit: add --unit.")
        }
    }

    func run() async throws {
        let remote = try RemoteCommand(server)
        var path = "/me/expiry"
        if let person { path = "/people/\(RemoteOperation.escaped(person))/expiry" }
        if let unit {
            let dates = [("from", from), ("to", to)].compactMap { name, date in
                date.map { "\(name)=\(RemoteOperation.escaped($0))" }
            }
            path = "/units/\(RemoteOperation.escaped(unit))/expiry\(csv ? "/table" : "")"
            if !dates.isEmpty { path += "?" + dates.joined(separator: "&") }
        }
        if csv {
            let question = RemoteServer.Question(method: "GET", path: RemoteCommand.base + path)
            return try Console.writeOrEnd(String(decoding: try await remote.good(question).body, as: UTF8.self))
        }
        let found = try await remote.ask("GET", path)
        guard !json else { return try Console.writeOrEnd(try found.jsonText() + "\n") }
        let ineligible = (found["notEligible"]?.elements ?? []).map { line in
            "\(line["first"]?.text ?? "")  \(line["name"]?.text ?? ""): not eligible until \(line["last"]?.text ?? "")\n"
        }
        let lines = (found["items"]?.elements ?? []).map(Self.line)
        try Console.writeOrEnd((ineligible + lines).joined())
    }

    /// `2027-03-31  B. Lindqvist: Advanced fire fighting (Zk1h…)`, with how sure the day is where it is not.
    private static func line(_ item: JSONContent) -> String {
        let (first, last) = (item["earliest"]?.text, item["latest"]?.text)
        let day = item["expected"]?.text ?? first ?? "no last day"
        let range = first == last ? "" : ", between \(first ?? "?") and \(last ?? "a far day")"
        return "\(day)  \(item["name"]?.text ?? ""): \(item["title"]?.text ?? "")\(range)"
            + " (\(item["entry"]?.text ?? ""))\n"
    }
}
