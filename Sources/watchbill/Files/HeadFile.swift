import ArgumentParser
import CrewRecords
import Foundation
import RotaModel

/// A file of heads of a log of readings, one a line: organisation, count, hash, with a space between.
struct HeadFile {
    let path: String

    /// No file may be longer: 100,000 heads and more.
    private static let longest = 10 << 20

    static func line(_ head: ReadingsLog) -> String { "\(head.organisation) \(head.count) \(head.head)" }

    /// What it holds; nothing if there is none.
    ///
    /// - Throws: `ExitCode.unusable`, after telling why, if it cannot be read or holds something else.
    func heads() throws -> [ReadingsLog] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        guard let data = FileManager.default.contents(atPath: path), data.count <= Self.longest,
            let text = String(data: data, encoding: .utf8)
        else { throw failure("it cannot be read, or is no text") }
        return try text.split(whereSeparator: \.isNewline).enumerated().map { number, line in
            guard let head = Self.head(line) else {
                throw failure("line \(number + 1) is no head; expected are organisation, count and hash")
            }
            return head
        }
    }

    private static func head(_ line: Substring) -> ReadingsLog? {
        let parts = line.split(separator: " ")
        guard parts.count == 3, let count = Int(parts[1]), count >= 0, let hash = ChainHash(hexadecimal: parts[2])
        else {
            return nil
        }
        return ReadingsLog(of: OrganisationID(String(parts[0])), count: count, head: hash)
    }

    /// Writes one more, unless it is there already.
    func add(_ head: ReadingsLog, after known: [ReadingsLog]) throws {
        if known.contains(head) { return }
        let text = (known + [head]).map { Self.line($0) + "\n" }.joined()
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw failure("it cannot be written")
        }
    }

    private func failure(_ reason: String) -> ExitCode {
        Console.tell("watchbill: The file of heads \(path): \(reason).\n")
        return .unusable
    }
}
