import Foundation
import RotaFormats
import RotaModel
import RotaRules
import Testing
import WatchbillTestKit

/// The published schemas and the examples in the documentation.
@Suite("JSON Schemas and examples")
struct SchemaTests {
    private static var docs: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "docs")
    }

    /// The blocks of formats.md with that language, in order.
    static func blocks(_ language: String) throws -> [String] {
        let text = try String(contentsOf: docs.appending(path: "formats.md"), encoding: .utf8)
        var blocks: [String] = []
        var block: [Substring]?
        var isInOther = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "```", let lines = block {
                blocks.append(lines.joined(separator: "\n") + "\n")
                block = nil
            } else if line == "```", isInOther {
                isInOther = false
            } else if line.hasPrefix("```"), block == nil, !isInOther {
                if line == "```\(language)" { block = [] } else { isInOther = true }
            } else {
                block?.append(line)
            }
        }
        return blocks
    }

    /// Prints, a line for each document, what the schema has against it.
    private static let script = """
        import json, pathlib, sys
        from jsonschema import Draft202012Validator
        from referencing import Registry, Resource
        schema = json.load(open(sys.argv[1]))
        Draft202012Validator.check_schema(schema)
        beside = pathlib.Path(sys.argv[1]).parent / "crew.schema.json"
        crew = Resource.from_contents(json.load(open(beside)))
        validator = Draft202012Validator(schema, registry=Registry().with_resource("crew.schema.json", crew))
        for path in sys.argv[2:]:
            try:
                document = json.load(open(path, encoding="utf-8"))
            except ValueError as error:
                print("no JSON:", str(error).replace("\\n", " "))
                continue
            error = next(iter(validator.iter_errors(document)), None)
            print("valid" if error is None else f"{error.json_path}: {error.message[:200]}".replace("\\n", " "))
        """

    /// What the schema says of each document: "valid", or the first fault.
    private static func judge(_ documents: [String], by schema: String) throws -> [String] {
        let folder = try Python.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        var files: [String] = []
        for (number, document) in documents.enumerated() {
            let file = folder.appending(path: "\(number).json")
            try document.write(to: file, atomically: true, encoding: .utf8)
            files.append(file.path)
        }
        let output = try Python.run(script, [docs.appending(path: schema).path] + files)
        return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test("The examples in the documentation are read, fit their schemas and say what is true")
    func examples() throws {
        let json = try Self.blocks("json")
        try #require(json.count == 4)
        let (file, faults) = CrewFile.read(Array(json[0].utf8), fileName: "crew.json")
        #expect(faults == [])
        let problem = try #require(file).problem
        let (read, rotaFaults) = RotaFile.read(Array(json[1].utf8), for: problem, fileName: "rota.json")
        #expect(rotaFaults == [])
        let rota = try #require(read)
        let assessment = Judge(problem).assess(rota)
        let claims = RotaDocument.Claims(penalty: assessment.penalty, isFeasible: assessment.isFeasible)
        let written = RotaFile.write(rota, of: problem, as: .json, claims: claims)
        #expect(written.contains("\"penalty\": \(assessment.penalty),"))
        #expect(json[1].contains("\"penalty\": \(assessment.penalty),"), "the penalty is \(assessment.penalty)")
        #expect(json[1].contains("\"feasible\": \(assessment.isFeasible),"), "\(assessment.hardFindings)")
        #expect(RotaFile.write(rota, of: problem, as: .csv) == "\u{FEFF}" + (try Self.blocks("csv")[0]))
        let plain = try Self.blocks("")
        #expect(RotaFile.write(rota, of: problem, as: .text).hasPrefix(try #require(plain.last)))
        #expect(try Self.judge([json[0]], by: "crew.schema.json") == ["valid"])
        #expect(try Self.judge([json[1], written], by: "rota.schema.json") == ["valid", "valid"])
    }

    @Test("The directory in the documentation is read, fits its schema, and is the tables shown beside it")
    func directoryExample() throws {
        let json = try Self.blocks("json")[2]
        let (directory, faults) = DirectoryFile.read(Array(json.utf8), fileName: "directory.json")
        #expect(faults == [])
        #expect(try Self.judge([json], by: "directory.schema.json") == ["valid"])
        let tables = DirectoryFile.tables(of: try #require(directory))
        // After that of a rota.
        let shown = try Self.blocks("csv").dropFirst()
        #expect(shown.count == 3)
        for text in shown { #expect(tables.contains { $0.text == "\u{FEFF}" + text }, "\(text)") }
    }

    @Test(
        "The set-up in the documentation is read, fits its schema, and is written as it stands there but for line breaks"
    )
    func setupExample() throws {
        let json = try Self.blocks("json")[3]
        let known = RotaProblem(
            unit: CrewUnit(id: "w", name: "W", zone: .utc), start: CalendarDate(dayNumber: 20_000), dayCount: 7,
            shiftTypes: [], people: [])
        let (setup, faults) = SetupFile.read(Array(json.utf8), in: known)
        #expect(faults == [])
        let written = SetupFile.write(try #require(setup))
        func words(_ text: String) -> String { text.filter { !$0.isWhitespace } }
        #expect(words(written) == words(json))
        #expect(try Self.judge([json, written], by: "setup.schema.json") == ["valid", "valid"])
        let wrong = json.replacing("\"2-3\"", with: "\"2-\"")
        #expect(try Self.judge([wrong], by: "setup.schema.json") != ["valid"])
    }

    @Test("Whatever is written or read of directories fits the schema, and the schema refuses what it can")
    func directories() throws {
        var accepted = [DirectoryFile.write(try DemoHospital.directory())]
        var refused: [String] = []
        for seed in 0..<UInt64(40) {
            let text = DirectoryFile.write(RandomDirectory.make(seed: seed, people: 1...4))
            accepted.append(text)
            var mutation = Mutation(seed: seed)
            for _ in 0..<20 {
                let bytes = mutation.ofJSON(Array(text.utf8))
                let document = String(decoding: bytes, as: UTF8.self)
                if DirectoryFile.read(bytes).directory != nil {
                    accepted.append(document)
                } else {
                    refused.append(document)
                }
            }
        }
        #expect(accepted.count > 50 && refused.count > 200)
        let told = try Self.judge(accepted, by: "directory.schema.json")
        for (document, verdict) in zip(accepted, told) where verdict != "valid" {
            Issue.record("read, but the schema says \(verdict):\n\(document)")
            break
        }
        let refusals = try Self.judge(refused, by: "directory.schema.json").count { $0 != "valid" }
        #expect(refusals * 2 > refused.count, "\(refusals) of \(refused.count)")
    }

    @Test("The diagnostics in the documentation are those of its example, spoilt")
    func diagnostics() throws {
        let spoilt = try Self.blocks("json")[0].replacing("9 h 45 min", with: "9 hours").replacing(
            "\"qualification\": \"nurse\"", with: "\"qualification\": \"nures\"")
        let told = CrewFile.read(Array(spoilt.utf8), fileName: "crew.json").diagnostics
        #expect(told.map { "\($0)\n" }.joined() == (try Self.blocks("").first))
    }

    @Test("Whatever is written fits the schema")
    func written() throws {
        var documents = (0..<UInt64(60)).map { CrewFile.write(RandomProblem.make(seed: $0)) }
        documents.append(CrewFile.write(try DemoWard.problem()))
        let told = try Self.judge(documents, by: "crew.schema.json")
        #expect(told == documents.map { _ in "valid" })
    }

    @Test("Whatever is read fits the schema, and the schema refuses what it can")
    func spoilt() throws {
        var accepted: [String] = []
        var refused: [String] = []
        for seed in 0..<UInt64(20) {
            let size = RandomProblem.Size(people: 1...3, days: 3...9, shiftTypes: 1...3, rules: 3...6)
            let text = Array(CrewFile.write(RandomProblem.make(seed: seed, size: size)).utf8)
            var mutation = Mutation(seed: seed)
            for _ in 0..<40 {
                let bytes = mutation.ofJSON(text)
                let document = String(decoding: bytes, as: UTF8.self)
                if CrewFile.read(bytes).file != nil { accepted.append(document) } else { refused.append(document) }
            }
        }
        #expect(accepted.count > 10 && refused.count > 200)
        let told = try Self.judge(accepted, by: "crew.schema.json")
        for (document, verdict) in zip(accepted, told) where verdict != "valid" {
            Issue.record("read, but the schema says \(verdict):\n\(document)")
            break
        }
        // The schema cannot see what two places say together, but most slips are in one.
        let refusals = try Self.judge(refused, by: "crew.schema.json").count { $0 != "valid" }
        #expect(refusals * 2 > refused.count, "\(refusals) of \(refused.count)")
    }
}
