import ArgumentParser
import Foundation

/// Standard output and standard error, and what is at the other end of them.
enum Console {
    enum Stream {
        case output, error

        fileprivate var handle: FileHandle { self == .output ? .standardOutput : .standardError }

        /// Whether a person may be looking at it.
        var isTerminal: Bool { isatty(handle.fileDescriptor) == 1 }

        /// The width in columns; nil where it is no terminal or does not know.
        var width: Int? {
            var size = winsize()
            guard isTerminal, ioctl(handle.fileDescriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
                return nil
            }
            return Int(size.ws_col)
        }

        /// Whether to colour: on a terminal that can, unless NO_COLOR is set (no-color.org).
        var hasColour: Bool {
            let environment = ProcessInfo.processInfo.environment
            return isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
        }
    }

    /// Writes to standard output, whole.
    ///
    /// - Throws: `OutputError` if it cannot be written.
    static func write(_ text: String) throws(OutputError) {
        do {
            try Stream.output.handle.write(contentsOf: Data(text.utf8))
        } catch {
            throw OutputError(place: "standard output", reason: error.localizedDescription)
        }
    }

    /// Writes to standard output, or tells why it cannot and ends the command.
    ///
    /// - Throws: `ExitCode.unusable`.
    static func writeOrEnd(_ text: String) throws {
        do {
            try write(text)
        } catch {
            tell("watchbill: \(error)\n")
            throw ExitCode.unusable
        }
    }

    /// Writes to standard error. Where that fails there is nobody left to tell.
    static func tell(_ text: String) {
        try? Stream.error.handle.write(contentsOf: Data(text.utf8))
    }
}

/// What was to be written cannot be.
struct OutputError: Error, CustomStringConvertible {
    let place: String
    let reason: String

    var description: String { "Cannot write \(place): \(reason)" }
}
