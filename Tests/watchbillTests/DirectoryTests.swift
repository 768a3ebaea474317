import Foundation
import Testing
import WatchbillTestKit

@Suite("watchbill directory")
struct DirectoryTests {
    @Test("check ends with 0 for a sound folder of tables, and says what is in it")
    func sound() async throws {
        let outcome = try await Program.run("directory", "check", Program.example("hospital"))
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output.hasPrefix("Lindö Hospital: 8 units, "))
        #expect(outcome.output.hasSuffix(" people. Nothing is wrong.\n"))
    }

    @Test("check ends with 2 for a faulty one, every fault on standard error with its file and line")
    func faulty() async throws {
        let folder = Program.temporary("tables")
        try FileManager.default.copyItem(atPath: Program.example("hospital"), toPath: folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data("id,name\nfull\n".utf8).write(to: URL(filePath: "\(folder)/contracts.csv"))
        try FileManager.default.removeItem(atPath: "\(folder)/ranks.csv")
        let outcome = try await Program.run("directory", "check", folder)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("\(folder): error: The table ranks.csv is missing."))
        #expect(outcome.errors.contains("\(folder)/contracts.csv:1:1: error: The column \"share\" is missing;"))
    }

    @Test("convert makes a document of tables and the same tables of the document")
    func convert() async throws {
        let document = Program.temporary("hospital.json")
        let folder = Program.temporary("hospital")
        defer {
            try? FileManager.default.removeItem(atPath: document)
            try? FileManager.default.removeItem(atPath: folder)
        }
        let first = try await Program.run("directory", "convert", Program.example("hospital"), document)
        #expect(first.status == 0)
        #expect(first.output.isEmpty && first.errors.isEmpty)
        let demo = try await Program.run("demo", "--directory")
        #expect(try String(contentsOfFile: document, encoding: .utf8) == demo.output)
        let second = try await Program.run("directory", "convert", document, folder)
        #expect(second.status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(names.count == 10)
        for name in names {
            let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            #expect(try text == String(contentsOfFile: Program.example("hospital/\(name)"), encoding: .utf8), "\(name)")
        }
    }

    @Test("convert writes over nothing that is there, unless told to, and then over its tables alone")
    func overwriting() async throws {
        let folder = Program.temporary("tables")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for name in ["units.csv", "notes.txt"] {
            try Data("mine".utf8).write(to: URL(filePath: "\(folder)/\(name)"))
        }
        let demo = try await Program.run("demo", "--directory").output
        let refused = try await Program.start(["directory", "convert", "-", folder], input: demo).outcome()
        #expect(refused.status == 2)
        #expect(refused.errors.contains("units.csv: it is there already. Maybe --replace"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
        #expect(try String(contentsOfFile: "\(folder)/units.csv", encoding: .utf8) == "mine")
        let told = try await Program.start(["directory", "convert", "-", folder, "--replace"], input: demo).outcome()
        #expect(told.status == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 11)
        #expect(try String(contentsOfFile: "\(folder)/notes.txt", encoding: .utf8) == "mine")
        #expect(try String(contentsOfFile: "\(folder)/units.csv", encoding: .utf8).contains("ward-7"))
    }

    @Test("a directory that cannot be read leaves nothing behind")
    func nothing() async throws {
        let folder = Program.temporary("tables")
        let outcome = try await Program.start(
            ["directory", "convert", Program.example("ward.json"), folder], input: ""
        ).outcome()
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("This is the document of a crew, not of a directory."))
        #expect(!FileManager.default.fileExists(atPath: folder))
    }
}
