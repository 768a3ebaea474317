import Foundation
import Testing
import WatchbillTestKit

/// The built `watchbill`, run as a person runs it.
enum Program {
    typealias Outcome = RunningProgram.Outcome

    /// Built beside the program that runs the tests.
    static var url: URL {
        get throws {
            try #require(Bundle.main.executableURL).deletingLastPathComponent().appending(path: "watchbill")
        }
    }

    /// A file of the folder `Fixtures`.
    static func fixture(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
            .path(percentEncoded: false)
    }

    /// A path of the system's temporary folder where nothing is yet.
    static func temporary(_ name: String) -> String {
        FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)-\(name)")
            .path(percentEncoded: false)
    }

    /// A file of the folder `Examples`.
    static func example(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Examples/\(name)").standardized
            .path(percentEncoded: false)
    }

    /// Runs it to its end, without a terminal.
    static func run(_ arguments: String..., input: String = "") async throws -> Outcome {
        try await start(arguments, input: input).outcome()
    }

    /// Starts it, without a terminal.
    static func start(_ arguments: [String], input: String = "") throws -> RunningProgram {
        try RunningProgram(try url, arguments, input: input, environment: ["NO_COLOR": nil])
    }

    /// Runs it to its end on a terminal of its own; output and errors come as one, as errors.
    static func runOnTerminal(
        _ arguments: String..., environment: [String: String?] = [:]
    ) async throws -> Outcome {
        try await startOnTerminal(arguments, environment: environment).outcome()
    }

    /// Starts it on a terminal of its own; output and errors come as one, as errors.
    static func startOnTerminal(
        _ arguments: [String], environment: [String: String?] = [:]
    ) throws -> RunningProgram {
        let words = [try url.path(percentEncoded: false)] + arguments
        let command = (["exec"] + words.map { "'\($0)'" }).joined(separator: " ")
        // script(1) of util-linux runs a command on a pseudo-terminal and hands on its status. What it writes can be
        // waited for on standard error only.
        return try RunningProgram(
            URL(filePath: "/bin/sh"),
            ["-c", "exec script --quiet --return --command \"$0\" /dev/null >&2", command],
            environment: ["TERM": "xterm-256color", "NO_COLOR": nil].merging(environment) { $1 })
    }
}

extension RunningProgram.Outcome {
    /// The one JSON object on standard output.
    func json() throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(output.utf8))
        return try #require(object as? [String: Any])
    }
}
