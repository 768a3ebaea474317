import ArgumentParser
import CrewChannels
import CrewRecords
import Foundation
import Logging
import RotaFormats
import WatchbillServer
import WatchbillStore

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the page and the API.",
        discussion: """
            The first start prints a link by which the first account is made, an administrator's. Every option with a \
            value can also be given in the environment: WATCHBILL_HOST, WATCHBILL_PORT, WATCHBILL_DATABASE, \
            WATCHBILL_NAMES and WATCHBILL_TRUSTED_PROXIES (with commas between), WATCHBILL_MASTER_KEY_FILE, _VARIABLE \
            and _COMMAND, WATCHBILL_PROVIDER and so on. Give the address of a PostgreSQL database with a password \
            there: other users of the machine can see options. Over plain HTTP people sign in on this machine alone; \
            docs/operations.md tells how to put a proxy with HTTPS before it.
            """
    )

    @Option(help: "The address to listen on. (default: 127.0.0.1)")
    var host: String?

    @Option(help: "The port; 0 for any free one, which is then told. (default: 8080)")
    var port: Int?

    @OptionGroup var database: DatabaseOption

    @OptionGroup var masterKey: MasterKeyOptions

    @Option(name: .customLong("name"), help: "A host name under which browsers reach the page; may be repeated.")
    var names: [String] = []

    @Flag(name: .customLong("behind-tls"), help: "Browsers reach it by HTTPS alone, through a proxy before it.")
    var isBehindTLS = false

    @Option(
        name: .customLong("trusted-proxy"),
        help: "The address of a proxy that is believed when it tells where requests come from; may be repeated.")
    var trustedProxies: [String] = []

    @OptionGroup var provider: ProviderOption

    @OptionGroup var paper: PaperOption

    @OptionGroup var channels: ChannelOptions

    @Flag(
        name: .customLong("demo"),
        help: "Put a made-up hospital into an empty database, and let whoever is at this machine look round in it.")
    var isDemo = false

    func validate() throws {
        if let port, !(0...65535).contains(port) {
            throw ValidationError("The port is \(port); expected is 0 to 65535.")
        }
    }

    func run() async throws {
        var settings = try settings()
        do {
            settings.database = try database.location
            settings.masters = try masterKey.masters()
            let demo = isDemo ? try DemoOrganisation.hospital() : nil
            // Whoever looks round a demo is at this machine; else nobody has the server ask itself.
            if isDemo { settings.channels.reach = .loopbackToo }
            try await serve(settings, demo: demo, logger: Self.logger) { address, firstLink in
                print("Watchbill listens on \(address)")
                if let firstLink, !isDemo {
                    print("Make the first account, an administrator's, within 24 hours: \(firstLink)")
                }
                fflush(nil)
            }
        } catch let error as ValidationError {
            throw error
        } catch let error as StoreError {
            throw Self.failure(error.message)
        } catch let error as SealingError {
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
        settings.isBehindTLS = isBehindTLS
        func list(_ variable: String) -> [String] {
            (environment[variable] ?? "").split(separator: ",").map(String.init)
        }
        settings.names = names + list("WATCHBILL_NAMES")
        let proxies = try (trustedProxies + list("WATCHBILL_TRUSTED_PROXIES")).map { text in
            guard let address = NetworkAddress(text) else {
                throw ValidationError("The trusted proxy is \(text); expected is an IPv4 or IPv6 address.")
            }
            return address
        }
        settings.trustedProxies = TrustedProxies(proxies)
        settings.provider = try provider.settings
        settings.paper = try paper.settings
        settings.channels = try channels.settings
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

extension DemoOrganisation {
    /// The demo hospital, with the rota of its Ward 7.
    fileprivate static func hospital() throws(DemoWard.ZoneUnknown) -> DemoOrganisation {
        DemoOrganisation(
            directory: try DemoHospital.directory(), roles: DemoHospital.roles, problem: try DemoWard.problem())
    }
}
