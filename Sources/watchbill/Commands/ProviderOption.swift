import ArgumentParser
import CrewRecords
import Foundation
import WatchbillServer

/// The sign-in provider, if there is one.
struct ProviderOption: ParsableArguments {
    @Option(
        name: .customLong("provider"),
        help: "The address of an OpenID Connect provider (its issuer) by which people may sign in, too.")
    var issuer: String?

    @Option(name: .customLong("provider-client"), help: "What the provider knows this server by: its client id.")
    var client: String?

    @Option(
        name: .customLong("provider-secret-file"),
        help: "A file with the client's secret, which only its owner may read; none for a public client.")
    var secretFile: String?

    @Option(name: .customLong("provider-name"), help: "What people call the provider. (default: its host)")
    var name: String?

    private static let longestSecret = 4096

    /// Nil if none is asked for.
    var settings: ProviderSettings? {
        get throws {
            let environment = ProcessInfo.processInfo.environment
            func value(_ option: String?, _ variable: String) -> String? {
                (option ?? environment[variable]).flatMap { $0.isEmpty ? nil : $0 }
            }
            let client = value(client, "WATCHBILL_PROVIDER_CLIENT")
            let file = value(secretFile, "WATCHBILL_PROVIDER_SECRET_FILE")
            guard let text = value(issuer, "WATCHBILL_PROVIDER") else {
                guard client == nil, file == nil else {
                    throw ValidationError("There is a client for a sign-in provider, and no provider: add --provider.")
                }
                return nil
            }
            guard let issuer = WebAddress(text) else {
                throw ValidationError(
                    "The sign-in provider is \(text); expected is an https address without a user, a password or a fragment."
                )
            }
            guard let client else {
                throw ValidationError(
                    "The sign-in provider needs to know this server: add --provider-client with the id it has given it."
                )
            }
            let host = URLComponents(string: issuer.text)?.host ?? issuer.text
            return ProviderSettings(
                issuer: issuer, client: client, secret: try file.map(Self.secret),
                name: value(name, "WATCHBILL_PROVIDER_NAME") ?? host)
        }
    }

    /// The file's text without a line's end.
    ///
    /// - Throws: `ExitCode.unusable`, having told why, if it cannot be read.
    private static func secret(in path: String) throws -> Secret {
        do throws(PrivateFile.Failure) {
            let secret = try PrivateFile.text(of: path, most: longestSecret).trimmingCharacters(in: .newlines)
            if !secret.isEmpty { return Secret(text: secret) }
            Console.tell("watchbill: The file of the provider's secret, \(path), is empty.\n")
        } catch {
            Console.tell("watchbill: The file of the provider's secret, \(path), \(error.reason)\n")
        }
        throw ExitCode.unusable
    }
}
