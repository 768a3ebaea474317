import Foundation
import Testing

/// What decides permissions comes from outside the table: who is asking, which roles they hold, which units a person is in.
/// The compiler cannot tell who may say so; these tests hold the list.
@Suite("Sources that are trusted")
struct TrustedSourceTests {
    /// The source files, from the project's root, whose code (comments apart) matches.
    private func files(matching regex: Regex<some Any>) throws -> Set<String> {
        // By the other rule `Admission.person` would be one word.
        let pattern = regex.wordBoundaryKind(.simple)
        let folder = House.root.appending(path: "Sources")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var found: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            let code = lines.filter { !$0.trimmingPrefix(while: \.isWhitespace).hasPrefix("//") }
            if code.contains(where: { $0.contains(pattern) }) {
                found.insert(String(file.path.dropFirst(House.root.path.count + 1)))
            }
        }
        return found
    }

    @Test("Callers are made in these files only")
    func callers() throws {
        // Whoever adds a file has looked at how it proves who is asking.
        let allowed: Set = [
            "Sources/CrewRecords/Callers/Admission.swift",
            // By the token of a session, an API token, or as a job of the server's own.
            "Sources/WatchbillStore/Entrance/Entrance+admission.swift",
            // By what a station has signed.
            "Sources/WatchbillStore/Entrance/Entrance+stations.swift",
        ]
        #expect(try files(matching: #/\bAdmission\b|\bCaller(\.init)?\(/#) == allowed)
    }

    @Test("What somebody is and where, is put together in these files only")
    func places() throws {
        // Whoever adds a file has looked at whether it takes roles and units from the store, in the same transaction.
        let allowed: Set = ["Sources/WatchbillStore/Book/Book+standing.swift"]
        #expect(try files(matching: #/\b(Standing|PersonSubject)(\.init)?\(/#) == allowed)
    }
}
