import ArgumentParser
import CrewRecords
import Foundation

struct KeysNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a new master key.",
        discussion: """
            Whoever loses it loses every sealed field: keep a copy where the database is not.

            \(ExitCode.table)
            """
    )

    @Option(
        help: ArgumentHelp(
            "A new file to write it to, which only its owner may read. (default: standard output)", valueName: "file"))
    var output: String?

    func run() throws {
        var random = SystemRandomNumberGenerator()
        let text = MasterKey.newText(using: &random) + "\n"
        guard let output else {
            print(text, terminator: "")
            return
        }
        try Self.write(text, to: output)
    }

    /// To a file that nobody else may read; one that is there already is never overwritten: it may be somebody's only key.
    ///
    /// - Throws: `ExitCode.unusable`, after telling why.
    private static func write(_ text: String, to path: String) throws {
        let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure(path) }
        defer { close(file) }
        let bytes = Array(text.utf8)
        guard Foundation.write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
            let reason = failure(path)
            unlink(path)
            throw reason
        }
    }

    private static func failure(_ path: String) -> ExitCode {
        let reason =
            errno == EEXIST ? "it is there already, and no key is overwritten" : String(cString: strerror(errno))
        Console.tell("watchbill: The master key cannot be written to \(path): \(reason). Name a new file.\n")
        return .unusable
    }
}
