internal import Foundation

/// Something that a store has confirmed to the tests' writer, which tells each on a line of its own.
package enum Deed: Codable, Sendable {
    /// The directory of that version was taken in.
    case directory(version: Int)
    /// The document made from that seed is kept.
    case problem(id: Int64, seed: UInt64)
    /// A build came to an end, and to a draft.
    case draft(build: Int64, number: Int, penalty: Int)
    /// A build that never ended has kept that progress.
    case progress(build: Int64, penalty: Int)
    case role(id: Int64)
    case roleEnded(id: Int64)
    /// Somebody has an account with the password of that number: even by an invitation, odd after it was set anew.
    case account(login: String, password: Int)
    case session(token: String)
    case sessionEnded(token: String)
    case token(text: String)
    case tokenRevoked(text: String)

    private static let mark = "did "

    /// Ends with its line.
    package var line: String {
        get throws { Self.mark + String(decoding: try JSONEncoder().encode(self), as: UTF8.self) + "\n" }
    }

    /// All of what a writer told; a last line that was cut off is none.
    package static func read(_ told: String) throws -> [Deed] {
        try told.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
            .filter { $0.starts(with: mark.utf8) }
            .map { try JSONDecoder().decode(Deed.self, from: Data($0.dropFirst(mark.utf8.count))) }
    }
}
