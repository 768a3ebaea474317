package import Foundation

/// Runs Python scripts of the tests: with WATCHBILL_PYTHON, which `script/test` sets, or else with `python3`.
package enum Python {
    /// What went wrong.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// What the script prints, given these arguments.
    package static func run(_ script: String, _ arguments: [String]) throws -> Data {
        let process = Process()
        let python = ProcessInfo.processInfo.environment["WATCHBILL_PYTHON"] ?? "python3"
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python, "-c", script] + arguments
        let output = Pipe()
        let errors = FileManager.default.temporaryDirectory.appending(path: "watchbill-python-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: errors) }
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let text = (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
            throw Failure(
                description:
                    "\(python) failed; what it needs is in script/requirements.txt, and script/test installs it:\n"
                    + text)
        }
        return data
    }

    /// A new folder for files of a test; the caller removes it.
    package static func makeFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "watchbill-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}
