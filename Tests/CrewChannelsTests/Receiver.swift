import Foundation
import WatchbillTestKit

/// One of the scripts in `Receivers`, which runs until nobody needs it, with a folder of its own.
final class Receiver: Sendable {
    struct Failure: Error {
        let printed: String
    }

    let folder: URL
    /// What it has printed after `Receives on`.
    let ports: String
    private let program: RunningProgram

    init(_ name: String) async throws {
        folder = try Python.makeFolder()
        let python = ProcessInfo.processInfo.environment["WATCHBILL_PYTHON"] ?? "python3"
        program = try RunningProgram(
            URL(filePath: "/usr/bin/env"), [python, Self.script(name).path, folder.path])
        await program.wait(for: " \n")
        guard let ports = program.errorsSoFar.firstMatch(of: /Receives on (.*) \n/)?.1 else {
            program.kill()
            throw Failure(printed: program.errorsSoFar)
        }
        self.ports = String(ports)
    }

    deinit {
        program.kill()
        try? FileManager.default.removeItem(at: folder)
    }

    static func script(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Receivers/\(name).py")
    }

    /// What it has got by now.
    func received<Item: Decodable>(_ type: Item.Type) throws -> [Item] {
        let file = folder.appending(path: "received.jsonl")
        guard let lines = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return try lines.split(separator: "\n").map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
    }
}
