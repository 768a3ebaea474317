import RotaFormats
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Files that are too much")
struct HugeFileTests {
    /// What every reader tells of a file; the first of each.
    private static func firsts(_ bytes: [UInt8]) -> [String] {
        let problem = RandomProblem.make(seed: 1)
        return [
            CrewFile.read(bytes).diagnostics, NRPReader.read(bytes).diagnostics,
            RotaFile.read(bytes, for: problem).diagnostics, NRPSolution.read(bytes, for: problem).diagnostics,
            DirectoryFile.read(bytes).diagnostics,
        ].map { $0.first?.description ?? "nothing" }
    }

    private static func fill(_ count: Int, with text: String) -> [UInt8] {
        let piece = Array(text.utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + piece.count)
        while bytes.count < count { bytes += piece }
        return bytes
    }

    @Test("Nesting of 10,000 levels is refused with its place")
    func deep() {
        for (begin, end) in [("[", "]"), ("{\"a\":", "}")] {
            let text = String(repeating: begin, count: 10_000) + "1" + String(repeating: end, count: 10_000)
            #expect(
                CrewFile.read(Array(text.utf8)).diagnostics.map(\.description)
                    == ["1:\(200 * begin.utf8.count + 1): error: Values are nested more than 200 deep."])
        }
        let inDemand = "{\"demand\": " + String(repeating: "[", count: 10_000)
        #expect(
            CrewFile.read(Array(inDemand.utf8)).diagnostics.map(\.description)
                == ["1:211: error: Values are nested more than 200 deep."])
        // 200 levels are read, and told as what they are.
        let shallow = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
        #expect(
            CrewFile.read(Array(shallow.utf8)).diagnostics.map(\.description)
                == ["1:1: /: error: a list stands where a crew document, an object, is expected."])
        let hashes = Self.firsts(Array(String(repeating: "{[", count: 5000).utf8))
        #expect(hashes.allSatisfy { $0.contains("error: ") })
    }

    @Test(
        "50 MB of anything are read or refused",
        arguments: ["[],", "{\"a\":1,", "SECTION_X\n", "a,b,c,d\n", "\"\\ud800\",", "- "])
    func big(text: String) {
        let bytes = Self.fill(50_000_000, with: text)
        #expect(Self.firsts(bytes).allSatisfy { $0.contains("error: ") })
        let document = Array("{\"watchbill\": \"crew/1\", \"people\": [".utf8) + bytes
        #expect(CrewFile.read(document).diagnostics.contains { $0.severity == .error })
    }

    @Test(
        "Tables of 50 MB of anything are refused",
        arguments: ["x,y\n", "\"", ",", "\n", "a\"b,", "p,\"y\"\r\n", "\"\n,"])
    func bigTables(text: String) {
        let bytes = Self.fill(50_000_000, with: text)
        for head in ["", "id,name\n", "id,name\na,\""] {
            var files = DirectoryTestFiles.small()
            files[5] = SourceFile(name: "d/people.csv", bytes: Array(head.utf8) + bytes)
            let (directory, diagnostics) = DirectoryFile.read(tables: files)
            #expect(directory == nil)
            #expect(diagnostics.contains { $0.severity == .error })
        }
    }

    @Test("More than 64 MiB are refused")
    func tooBig() {
        let fault = "error: The file has 65 MiB; files of up to 64 MiB are read."
        #expect(Self.firsts(Self.fill((64 << 20) + 1, with: " ")) == Array(repeating: fault, count: 5))
    }

    @Test("A valid document of many megabytes is read")
    func bigAndValid() throws {
        var problem = RandomProblem.make(seed: 5)
        let cells = problem.people.flatMap { person in problem.days.map { (person.id, problem.date(of: $0)) } }
        problem.requests = (0..<100_000).map { number in
            let (person, date) = cells[number % cells.count]
            return Request(person: person, date: date, wish: .dayOff, weight: Penalty(number % 100))
        }
        let text = CrewFile.write(problem)
        #expect(text.utf8.count > 5_000_000)
        let (file, diagnostics) = CrewFile.read(Array(text.utf8))
        #expect(diagnostics.isEmpty)
        #expect(file?.problem == problem)
    }

    @Test("Entries that stand for too many lines of demand are refused before they fill the memory")
    func expansion() {
        let people = "[{\"id\": \"a\", \"name\": \"A\"}]"
        let types = "[{\"id\": \"E\", \"name\": \"E\", \"start\": \"07:00\", \"length\": \"8 h\"}]"
        let entry = "{\"on\": \"every day\", \"shifts\": [\"E\"]},"
        let text =
            "{\"watchbill\": \"crew/1\", \"unit\": {\"id\": \"u\", \"name\": \"U\", \"zone\": \"UTC\"}, \"period\": {\"start\": "
            + "\"2026-01-05\", \"days\": 731}, \"people\": \(people), \"shiftTypes\": \(types), \"demand\": ["
            + String(String(repeating: entry, count: 100_000).dropLast()) + "]}"
        let faults = CrewFile.read(Array(text.utf8)).diagnostics.map(\.description)
        #expect(
            faults.map { $0.drop { $0 != "/" } } == [
                "/demand/1367: error: The entries up to this one stand for more than 1000000 lines of demand."
            ])
    }
}
