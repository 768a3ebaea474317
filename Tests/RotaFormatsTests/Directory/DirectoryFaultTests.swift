import CrewRecords
import Foundation
import RotaFormats
import RotaModel
import Testing
import WatchbillTestKit

/// Broken directories in the folder `Broken`, and all that is told of each in `Golden`.
@Suite("What is wrong with a directory's files")
struct DirectoryFaultTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    /// As if the test were in the folder that has `Golden`.
    private static let place = root.appending(path: "DirectoryFaultTests.swift").path

    private static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appending(path: "Broken/\(name)")))
    }

    @Test("All that is wrong with a document is told, each with pointer, line and column")
    func document() throws {
        let (directory, diagnostics) = DirectoryFile.read(try Self.bytes("directory.json"), fileName: "directory.json")
        #expect(directory == nil)
        let text = diagnostics.map { "\($0)\n" }.joined()
        #expect(Golden.difference(text, "directory-document.txt", file: Self.place) == nil)
    }

    @Test("All that is wrong with tables is told, each with file, line and column")
    func tables() throws {
        let files = try DirectoryFile.tableNames.map { name in
            SourceFile(name: "tables/\(name)", bytes: try Self.bytes("tables/\(name)"))
        }
        let (directory, diagnostics) = DirectoryFile.read(tables: files, folder: "tables")
        #expect(directory == nil)
        let text = diagnostics.map { "\($0)\n" }.joined()
        #expect(Golden.difference(text, "directory-tables.txt", file: Self.place) == nil)
    }

    @Test("A document of another kind is told for what it is")
    func otherKind() throws {
        let told = DirectoryFile.read(Array(CrewFile.write(try DemoWard.problem()).utf8)).diagnostics
        #expect(
            told.map(\.message) == [
                "\"crew/1\" stands where \"directory/1\" is expected. This is the document of a crew, not of a directory."
            ])
        let other = CrewFile.read(Array(DirectoryFile.write(try DemoHospital.directory()).utf8)).diagnostics
        #expect(
            other.map(\.message) == [
                "\"directory/1\" stands where \"crew/1\" is expected. This is the document of a directory, not of a crew."
            ])
    }
}
