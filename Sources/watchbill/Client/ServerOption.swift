import ArgumentParser
import CrewRecords
import Foundation

/// The running server that a command asks, and in whose name.
struct ServerOption: ParsableArguments {
    @Option(help: "The server's address; else WATCHBILL_SERVER. (default: http://127.0.0.1:8080)")
    var server: String?

    @Option(
        help: "A file with a token from the page Me, which only its owner may read; else the token is WATCHBILL_TOKEN.")
    var tokenFile: String?

    @Flag(help: "Send the token without encryption to another machine, as within a network that is nobody else's.")
    var plainHTTP = false

    private static let longestToken = 4096

    /// - Throws: `ExitCode.unusable`, having told why, if the token cannot be read; `ValidationError`.
    func remote() throws -> RemoteServer {
        let environment = ProcessInfo.processInfo.environment
        let text = server ?? environment["WATCHBILL_SERVER"] ?? "http://127.0.0.1:8080"
        guard let address = URLComponents(string: text), let host = address.host, !host.isEmpty,
            address.scheme == "http" || address.scheme == "https", address.user == nil, address.query == nil,
            address.path.isEmpty || address.path == "/"
        else {
            throw ValidationError("The server is \(text); expected is an address such as https://crew.example.org.")
        }
        let isHere = ["127.0.0.1", "::1", "[::1]", "localhost"].contains(host)
        let token = try token(environment["WATCHBILL_TOKEN"])
        if address.scheme == "http", !isHere, token != nil, !plainHTTP {
            throw ValidationError(
                "The token would go to \(host) for everybody on the way to read. Maybe https, or --plain-http.")
        }
        return RemoteServer(address: text.hasSuffix("/") ? String(text.dropLast()) : text, token: token)
    }

    private func token(_ variable: String?) throws -> Secret? {
        guard let tokenFile else { return variable.flatMap { $0.isEmpty ? nil : Secret(text: $0) } }
        do throws(PrivateFile.Failure) {
            let text = try PrivateFile.text(of: tokenFile, most: Self.longestToken)
                .trimmingCharacters(in: .whitespacesAndNewlines)
            if !text.isEmpty { return Secret(text: text) }
            Console.tell("watchbill: The file of the token, \(tokenFile), is empty.\n")
        } catch {
            Console.tell("watchbill: The file of the token, \(tokenFile), \(error.reason)\n")
        }
        throw ExitCode.unusable
    }
}
