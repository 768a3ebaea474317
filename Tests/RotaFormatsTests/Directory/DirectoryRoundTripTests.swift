import CrewRecords
import Foundation
import RotaFormats
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Writing a directory and reading it again")
struct DirectoryRoundTripTests {
    /// What is amiss with how the document comes back.
    static func faultsOfDocument(_ directory: Directory) -> [String] {
        let text = DirectoryFile.write(directory)
        let (read, diagnostics) = DirectoryFile.read(Array(text.utf8), fileName: "directory.json")
        var faults = diagnostics.map(\.description)
        if read != directory { faults.append("The directory is another.") }
        if let read, !DirectoryFile.write(read).utf8.elementsEqual(text.utf8) { faults.append("The text is another.") }
        return faults
    }

    /// What is amiss with how the tables come back.
    static func faultsOfTables(_ directory: Directory) -> [String] {
        let tables = DirectoryFile.tables(of: directory)
        let (read, diagnostics) = DirectoryFile.read(tables: DirectoryTestFiles.files(tables), folder: "d")
        var faults = diagnostics.map(\.description)
        if read != directory { faults.append("The directory is another.") }
        for (old, new) in zip(tables, read.map { DirectoryFile.tables(of: $0) } ?? [])
        where !old.text.utf8.elementsEqual(new.text.utf8) {
            faults.append("\(old.name) is another.")
        }
        return faults
    }

    @Test("Random directories come back as they were, from a document and from tables")
    func random() {
        for seed in 0..<UInt64(600) {
            let directory = RandomDirectory.make(seed: seed)
            let faults = Self.faultsOfDocument(directory) + Self.faultsOfTables(directory)
            #expect(faults.isEmpty, "seed \(seed): \(faults)")
        }
    }

    @Test("Ten thousand people with twenty entries each come back as they were")
    func large() {
        let directory = RandomDirectory.make(seed: 7, people: 10_000...10_000, entries: 20)
        let count = directory.people.reduce(0) {
            $0 + $1.ranks.count + $1.qualifications.count + $1.contracts.count + $1.memberships.count
        }
        #expect(count > 200_000)
        #expect(Self.faultsOfDocument(directory) == [])
        #expect(Self.faultsOfTables(directory) == [])
    }
}
