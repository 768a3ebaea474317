import Foundation
import RotaFormats
import RotaModel
import Testing
import WatchbillTestKit

/// Broken documents in the folder `Broken`, and all that is told of each in `Golden`.
@Suite("What is wrong with a crew's document")
struct CrewFaultTests {
    private static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Broken")
        return [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    @Test(
        "All of it is told, each with pointer, line, column, value and what was expected",
        arguments: ["types", "rules", "demand", "references", "syntax", "other"])
    func golden(name: String) throws {
        let (file, diagnostics) = CrewFile.read(try Self.bytes("\(name).json"), fileName: "\(name).json")
        #expect(file == nil)
        let text = diagnostics.map { "\($0)\n" }.joined()
        #expect(Golden.difference(text, "crew-\(name).txt") == nil)
    }

    @Test("An entry of demand that is for no date is a warning, and its faults are told all the same")
    func unmatched() throws {
        let text = try SchemaTests.blocks("json")[0].replacing(
            "\"demand\": [",
            with: "\"demand\": [{\"on\": [\"monday\"], \"except\": [\"monday\"], \"shifts\": [\"E\"]}, ")
        let (file, diagnostics) = CrewFile.read(Array(text.utf8))
        #expect(file != nil)
        #expect(
            diagnostics.map(\.description) == ["18:14: /demand/0: warning: The entry is for no date of the period."])
        let broken = CrewFile.read(
            Array(text.replacing("\"monday\"], \"shifts\": [\"E\"]}", with: "\"monday\"], \"shifts\": [\"X\"]}").utf8))
        #expect(broken.file == nil)
        #expect(broken.diagnostics.map(\.message).contains("There is no shift type \"X\"."))
    }

    @Test("What is told of an entry for many dates is told once")
    func once() throws {
        let text = try SchemaTests.blocks("json")[0].replacing("\"shifts\": [\"N\"]", with: "\"shifts\": [\"Nite\"]")
        #expect(CrewFile.read(Array(text.utf8)).diagnostics.count { $0.message.contains("Nite") } == 1)
    }
}
