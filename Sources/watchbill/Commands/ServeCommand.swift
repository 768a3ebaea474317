import ArgumentParser
import Foundation
import Logging
import RotaFormats
import WatchbillServer
import WatchbillStore

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the page and the API.",
        discussion: """
            An empty database is given a demo crew. Every option can also be given in the environment: WATCHBILL_HOST, \
            WATCHBILL_PORT, WATCHBILL_DATABASE, WATCHBILL_NAMES (with commas between). Give the address of a PostgreSQL \
            database with a password there: other users of the machine can see options. Nobody signs in yet, so it \
            listens on this machine alone unless told otherwise; docs/threat-model.md tells what that means.
            """
    )

    @Option(help: "The address to listen on. (default: 127.0.0.1)")
    var host: String?

    @Option(help: "The port; 0 for any free one, which is then told. (default: 8080)")
    var port: Int?

    @OptionGroup var database: DatabaseOption

    @Option(name: .customLong("name"), help: "A host name under which browsers reach the page; may be repeated.")
    var names: [String] = []

    func validate() throws {
        if let port, !(0...65535).contains(port) {
            throw ValidationError("The port is \(port); expected is 0 to 65535.")
        }
    }

    func run() async throws {
        var settings = try settings()
        do {
            settings.database = try database.location
            try await serve(settings, demo: try DemoWard.problem(), logger: Self.logger) { address in
                print("Watchbill listens on \(address)")
                fflush(nil)
            }
        } catch let error as StoreError {
            throw Self.failure(error.message)
        } catch let error as DemoWard.ZoneUnknown {
            throw Self.failure("\(error)")
        } catch let error as any CustomStringConvertible & Error {
            throw Self.failure(
                "The server cannot listen on \(settings.host) port \(settings.port), or stopped: \(error). "
                    + "Maybe the port is taken: try another with --port.")
        }
    }

    /// Options win over the environment, which wins over the defaults.
    private func settings() throws -> ServerSettings {
        let environment = ProcessInfo.processInfo.environment
        var settings = ServerSettings()
        if let host = host ?? environment["WATCHBILL_HOST"] { settings.host = host }
        if let text = environment["WATCHBILL_PORT"], port == nil {
            guard let number = Int(text), (0...65535).contains(number) else {
                throw ValidationError("WATCHBILL_PORT is \(text); expected is 0 to 65535.")
            }
            settings.port = number
        }
        if let port { settings.port = port }
        settings.names = names + (environment["WATCHBILL_NAMES"] ?? "").split(separator: ",").map(String.init)
        return settings
    }

    private static var logger: Logger {
        LoggingSystem.bootstrap { label in StreamLogHandler.standardError(label: label) }
        var logger = Logger(label: "watchbill")
        let level = ProcessInfo.processInfo.environment["LOG_LEVEL"].flatMap { Logger.Level(rawValue: $0) }
        logger.logLevel = level ?? .notice
        return logger
    }

    private static func failure(_ message: String) -> ExitCode {
        Console.tell("watchbill: \(message)\n")
        return .unusable
    }
}
