import ArgumentParser
import RotaFormats

struct StationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "station", abstract: "Stations, at which people go on and off watch.", discussion: ExitCode.table,
        subcommands: [StationList.self, StationAdd.self, StationRevoke.self, StationGrace.self])
}

struct StationList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the stations of a unit.", discussion: ExitCode.table)

    @Argument(help: "The unit's id.")
    var unit: String

    @Flag(help: "Print the server's JSON.")
    var json = false

    @OptionGroup var server: ServerOption

    func run() async throws {
        let list = try await RemoteCommand(server).ask("GET", "/units/\(RemoteCommand.part(unit))/stations")
        guard !json else { return try Console.writeOrEnd(try list.jsonText() + "\n") }
        var text = ""
        for item in list["items"]?.elements ?? [] {
            let state =
                if let revoked = item["revoked"]?.text {
                    "revoked \(revoked)"
                } else if let seen = item["lastSeen"]?.text {
                    "last heard of \(seen)"
                } else {
                    "no device paired yet"
                }
            text += "\(item["station"]?.text ?? "")  \(item["name"]?.text ?? ""): \(state)\n"
        }
        try Console.writeOrEnd(text.isEmpty ? "There is no station.\n" : text)
    }
}

struct StationAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Make a station, and print the code that pairs a device with it within a quarter of an hour.",
        discussion: ExitCode.table)

    @Argument(help: "The unit's id.")
    var unit: String

    @Argument(help: "What the unit calls it, such as \"Main door\".")
    var name: String

    @OptionGroup var server: ServerOption

    func run() async throws {
        let made = try await RemoteCommand(server).ask(
            "POST", "/units/\(RemoteCommand.part(unit))/stations", .object(["name": .text(name)]))
        try Console.writeOrEnd(
            "station \(made["station"]?.text ?? "")\nOpen /station on the device and type \(made["code"]?.text ?? "").\n"
        )
    }
}

struct StationRevoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Take nothing from a station's device any more.",
        discussion: ExitCode.table)

    @Argument(help: "The station's id, as the list has it.")
    var station: String

    @OptionGroup var server: ServerOption

    func run() async throws {
        _ = try await RemoteCommand(server).ask("DELETE", "/stations/\(RemoteCommand.part(station))")
        try Console.writeOrEnd("Revoked.\n")
    }
}

struct StationGrace: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grace",
        abstract: "Set how many minutes somebody of a unit may be late before whoever leads is told.",
        discussion: ExitCode.table)

    @Argument(help: "The unit's id.")
    var unit: String

    @Argument(help: "0 to 240, or never.")
    var minutes: String

    @OptionGroup var server: ServerOption

    func validate() throws {
        guard minutes == "never" || Int(minutes) != nil else {
            throw ValidationError("The minutes are “\(minutes)”; expected is a number from 0 to 240, or never.")
        }
    }

    func run() async throws {
        let body: JSONContent = Int(minutes).map { .object(["minutes": .whole($0)]) } ?? .object([:])
        _ = try await RemoteCommand(server).ask("PUT", "/units/\(RemoteCommand.part(unit))/grace", body)
        try Console.writeOrEnd("Set.\n")
    }
}
