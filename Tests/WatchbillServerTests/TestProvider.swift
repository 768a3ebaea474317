import CrewRecords
import Foundation
import RotaModel
import WatchbillServer
import WatchbillTestKit

/// A sign-in provider of the tests' own: `Tests/Browser/provider.py`, on a free port.
final class TestProvider: Sendable {
    private let program: RunningProgram
    let issuer: WebAddress

    struct Failure: Error {
        let printed: String
    }

    /// - Parameters:
    ///   - clock: at which its clock stands still.
    ///   - certificate: where it writes its certificate, which nobody trusts, if it is to speak HTTPS.
    init(clock: Instant, certificate: String? = nil) async throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Browser/provider.py")
        let python = ProcessInfo.processInfo.environment["WATCHBILL_PYTHON"] ?? "python3"
        program = try RunningProgram(
            URL(filePath: "/usr/bin/env"),
            [python, script.standardized.path, "\(clock.seconds)"] + (certificate == nil ? [] : ["tls"]),
            environment: ["PROVIDER_CERTIFICATE": certificate])
        await program.wait(for: " \n")
        let printed = program.errorsSoFar
        guard let address = printed.firstMatch(of: /The provider is (\S+)/)?.1, let issuer = WebAddress(String(address))
        else {
            program.kill()
            throw Failure(printed: printed)
        }
        self.issuer = issuer
    }

    deinit {
        program.kill()
    }

    /// As a power cut does.
    func end() async throws {
        program.kill()
        _ = try await program.outcome()
    }

    func settings(name: String = "Hospital account", secret: String = "s3cr%t") -> ProviderSettings {
        ProviderSettings(issuer: issuer, client: "watchbill", secret: Secret(text: secret), name: name)
    }

    private func ask(_ path: String, _ form: String) async throws -> [UInt8] {
        guard let address = WebAddress(issuer.text + path) else { throw Failure(printed: path) }
        return try await WebFetch().fetch(
            ProviderRequest(address: address, form: Secret(text: form), longest: 100_000))
    }

    /// What it does wrong from now on.
    func fail(_ fault: String) async throws { _ = try await ask("/control", "fault=\(fault)") }

    /// With one new key in place of all it had.
    func rotate(to kind: String) async throws { _ = try await ask("/control", "rotate=\(kind)") }

    func set(clock: Instant) async throws { _ = try await ask("/control", "clock=\(clock.seconds)") }

    /// How often each address was asked.
    func counts() async throws -> [String: Int] {
        try JSONDecoder().decode([String: Int].self, from: Data(try await ask("/control", "")))
    }

    /// What the provider answers to somebody who chooses there who they are; `nobody` gives up.
    ///
    /// - Parameter address: to which the browser was sent.
    /// - Returns: the path and the query to which it is sent back.
    func decide(_ address: String, as person: String) async throws -> String {
        guard let query = URLComponents(string: address)?.percentEncodedQuery?.formEscaped else {
            throw Failure(printed: address)
        }
        let answer = try await ask("/decide", "query=\(query)&who=\(person)")
        let back = try JSONDecoder().decode([String: String].self, from: Data(answer))["location"] ?? ""
        guard let parts = URLComponents(string: back) else { throw Failure(printed: back) }
        return "\(parts.path)?\(parts.percentEncodedQuery ?? "")"
    }
}

extension String {
    /// As the value of a form's field.
    var formEscaped: String { addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
}
