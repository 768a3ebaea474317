import CrewRecords
import Foundation
import RotaFormats
import RotaModel
import Testing
import WatchbillTestKit

@Suite("A directory's tables")
struct DirectoryTablesTests {
    private static func faults(_ table: String, _ text: String) -> [String] {
        DirectoryTestFiles.faults([table: text])
    }

    private static func people(_ text: String) -> [String] {
        let files = DirectoryTestFiles.small([
            "people.csv": text, "memberships.csv": "person,unit,from,until\n",
            "held-ranks.csv": "person,rank,from,until\n", "held-contracts.csv": "person,contract,from,until\n",
        ])
        let (directory, diagnostics) = DirectoryFile.read(tables: files)
        return directory?.people.map(\.name) ?? diagnostics.map(\.description)
    }

    @Test("The small one is read as it stands; what is left out is as usual")
    func small() throws {
        let (read, diagnostics) = DirectoryFile.read(tables: DirectoryTestFiles.small(), folder: "d")
        #expect(diagnostics == [])
        let directory = try #require(read)
        #expect(directory.organisation == "Hospital")
        #expect(directory.units.map(\.parent) == [nil, "hospital"])
        #expect(directory.units[1].unit == CrewUnit(id: "ward-7", name: "Ward 7", zone: .utc))
        #expect(directory.contracts == [Contract(id: "full", name: "Full time", share: 100)])
        #expect(
            directory.people[0]
                == PersonEntry(
                    id: "ada", name: "Ada Ek",
                    ranks: [Held("nurse", valid: Validity(from: CalendarDate("2026-01-05")))],
                    memberships: [Held("ward-7")]))
        #expect(directory.people[1].contracts == [Held("full", valid: Validity(until: CalendarDate("2026-12-31")))])
    }

    @Test("Lines end with LF, CR LF or CR; a byte order mark, blank lines and rows of nothing but commas mean nothing")
    func lines() {
        let names = ["Ada", "Bo"]
        #expect(Self.people("id,name\na,Ada\nb,Bo\n") == names)
        #expect(Self.people("id,name\r\na,Ada\r\nb,Bo\r\n") == names)
        #expect(Self.people("id,name\ra,Ada\rb,Bo") == names)
        #expect(Self.people("\u{FEFF}id,name\na,Ada\nb,Bo") == names)
        #expect(Self.people("\n\nid,name\n\na,Ada\n,\n\"\",\nb,Bo\n\n\n,\n") == names)
    }

    @Test("Cells in quotes may hold commas, quotes and ends of lines, and cells are not trimmed")
    func quotes() {
        #expect(
            Self.people("id,name\na,\"Ek, Ada\"\n\"b\",\"Bo \"\"the bold\"\"\"\n") == ["Ek, Ada", "Bo \"the bold\""])
        #expect(Self.people("\"id\",\"name\"\na, Ada \nb,\"\"\"\"") == [" Ada ", "\""])
        // Read as one row, of which the name is refused; the next row stands in line 4.
        #expect(
            Self.people("id,name\na,\"Ada\r\nEk\"\nb,\n")
                == [
                    "people.csv:2:3: error: The person's name has a control character in it.",
                    "people.csv:4:3: error: The person's name may not be empty.",
                ].map { "d/\($0)" })
    }

    @Test("Quotes that are not in pairs are told with their places, and all of them")
    func brokenQuotes() {
        #expect(
            Self.faults(
                "people.csv", "id,name\nada,Ada\nbo,Bo \"the bold\" \"Dahl\"\ncy,\"Cy\" Alm,x\ndi,\"Di\n\nei,Ei\n") == [
                    "d/people.csv:3:7: error: A quote stands within a cell; put the whole cell in quotes and write the quote"
                        + " twice.",
                    "d/people.csv:4:8: error: A comma is expected after a cell in quotes; a quote within one is written twice.",
                    "d/people.csv:5:4: error: The quote that begins here does not end.",
                ])
    }

    @Test("A row has as many cells as there are columns")
    func cells() {
        #expect(
            Self.faults("people.csv", "id,name\nada\nbo,Dahl, Bo\nabc,1,2,3,4\n") == [
                "d/people.csv:2:1: error: The row has 1 cell; 2 are expected.",
                "d/people.csv:3:9: error: A cell too many begins here; there are 2 columns. Maybe a comma stands in a cell"
                    + " that is not in quotes.",
                "d/people.csv:4:7: error: A cell too many begins here; there are 2 columns. Maybe a comma stands in a cell"
                    + " that is not in quotes.",
            ])
    }

    @Test("The header names each column once, in any order; what is unknown, missing or there twice is told")
    func header() {
        #expect(Self.people("name,id\nAda,a\n") == ["Ada"])
        #expect(
            Self.faults("people.csv", "Id,nam,id,id,shoe size\nx,y,z\n") == [
                "d/people.csv:1:1: error: \"Id\" is no column of this table. Maybe you mean \"id\".",
                "d/people.csv:1:1: error: The column \"name\" is missing; the columns are id,name.",
                "d/people.csv:1:4: error: \"nam\" is no column of this table. Maybe you mean \"name\".",
                "d/people.csv:1:11: error: The column \"id\" is there twice.",
                "d/people.csv:1:14: error: \"shoe size\" is no column of this table. The columns are id,name.",
            ])
        #expect(
            Self.faults("people.csv", "id;name\na;Ada\n") == [
                "d/people.csv:1:1: error: The columns are separated by semicolons; save the table with commas: id,name."
            ])
        #expect(
            Self.faults("people.csv", "\n") == [
                "d/people.csv: error: The table is empty; its first line names its columns, id,name."
            ])
    }

    @Test("Text that is not UTF-8 is told with its place")
    func encoding() {
        var files = DirectoryTestFiles.small()
        files[5] = SourceFile(
            name: "d/people.csv", bytes: Array("id,name\na,Zieli".utf8) + [0xF1] + Array("ski\n".utf8))
        let (directory, diagnostics) = DirectoryFile.read(tables: files, folder: "d")
        #expect(directory == nil)
        #expect(
            diagnostics.map(\.description)
                == ["d/people.csv:2:8: error: Byte 0xF1 is not UTF-8 text; save the file as UTF-8."])
    }

    @Test("Every table has to be there, and no other")
    func tables() {
        #expect(
            DirectoryTestFiles.faults(["held-ranks.csv": nil, "organisation.csv": nil]) == [
                "d: error: The table organisation.csv is missing. One without rows has its header alone: name.",
                "d: error: The table held-ranks.csv is missing. One without rows has its header alone:"
                    + " person,rank,from,until.",
            ])
        let more = ["d/held-rank.csv", "d/units.csv", "d/shoes.csv"].map { SourceFile(name: $0, bytes: []) }
        let told = DirectoryFile.read(tables: DirectoryTestFiles.small() + more, folder: "d").diagnostics.map(
            \.description)
        #expect(
            told.first
                == "d/held-rank.csv: error: \"held-rank.csv\" is no table of a directory. Maybe you mean held-ranks.csv."
        )
        #expect(told.contains("d/units.csv: error: units.csv is there twice."))
        #expect(
            told.contains {
                $0.hasPrefix("d/shoes.csv: error: \"shoes.csv\" is no table of a directory. They are called")
            })
        #expect(
            DirectoryTestFiles.faults(["organisation.csv": "name\n"])
                == ["d/organisation.csv: error: The table has no row; one with the organisation's name is expected."])
        #expect(
            DirectoryTestFiles.faults(["organisation.csv": "name\nOne\nTwo\n"])
                == ["d/organisation.csv:3:1: error: This row is one too many; there may be 1."])
    }

    @Test("Nobody is told to be unknown where not all people could be read")
    func consequences() {
        #expect(
            DirectoryTestFiles.faults(["people.csv": "id,name\nada,Ada,Ek\nbo,Bo\n"]).map { $0.prefix(18) } == [
                "d/people.csv:2:9: "
            ])
        #expect(
            DirectoryTestFiles.faults(["people.csv": "id,name\nado,Ada\nbo,Bo\n"]) == [
                "d/memberships.csv:2:1: error: There is no person \"ada\". Maybe you mean \"ado\".",
                "d/held-ranks.csv:2:1: error: There is no person \"ada\". Maybe you mean \"ado\".",
            ])
    }

    @Test("What is wrong far down a table is told where it stands")
    func farDown() {
        let people = (0..<150).map { "p\($0),P\u{7}\n" }.joined()
        let faults = DirectoryTestFiles.faults(["people.csv": "id,name\nada,Ada\nbo,Bo\n" + people])
        #expect(faults.count == 150)
        #expect(faults.first == "d/people.csv:4:4: error: The person's name has a control character in it.")
        #expect(faults.last == "d/people.csv:153:6: error: The person's name has a control character in it.")
    }

    @Test("No cell that is written begins a formula, and each comes back; apostrophes elsewhere stay as they are")
    func formulas() throws {
        let names = [
            "=HYPERLINK(\"http://x\",\"y\")": "'=HYPERLINK(\"http://x\",\"y\")", "-5 %": "'-5 %", "'-5 %": "''-5 %",
            "+1": "'+1",
            "@x": "'@x", "＝1": "'＝1", " =1": " '=1", "a;=1": "a;'=1", "a, -b": "a, '-b", "'tis": "'tis",
            "O'Connor-Ek": "O'Connor-Ek", "a=b": "a=b", "a;'x": "a;'x", "''": "''", "' =1": "' =1",
        ]
        for (name, cell) in names {
            let directory = Directory(
                organisation: name, units: [UnitEntry(CrewUnit(id: "u", name: "U", zone: .utc))])
            let tables = DirectoryFile.tables(of: directory)
            let quoted = "\"\(cell.replacing("\"", with: "\"\""))\""
            #expect(
                ["\u{FEFF}name\n\(cell)\n", "\u{FEFF}name\n\(quoted)\n"].contains(tables[0].text), "\(tables[0].text)")
            #expect(DirectoryFile.read(tables: DirectoryTestFiles.files(tables)).directory == directory, "\(name)")
        }
    }

    /// Prints the cells of tables as JSON, and writes them again in its own way: other columns first, all in quotes.
    private static let script = """
        import csv, json, sys, os
        cells = {}
        for path in sys.argv[2:]:
            with open(path, encoding="utf-8-sig", newline="") as file:
                rows = list(csv.reader(file, strict=True))
            cells[os.path.basename(path)] = rows
            with open(os.path.join(sys.argv[1], os.path.basename(path)), "w", encoding="utf-8", newline="") as file:
                csv.writer(file, quoting=csv.QUOTE_ALL).writerows(row[::-1] for row in rows)
        print(json.dumps(cells))
        """

    @Test("An independent reader of CSV finds the same cells, and what it writes is read as the same directory")
    func independent() throws {
        for seed in 0..<UInt64(12) {
            let folder = try Python.makeFolder()
            defer { try? FileManager.default.removeItem(at: folder) }
            let directory = RandomDirectory.make(seed: seed, people: 40...40)
            let tables = DirectoryFile.tables(of: directory)
            var paths: [String] = []
            for table in tables {
                let file = folder.appending(path: table.name)
                try table.text.write(to: file, atomically: true, encoding: .utf8)
                paths.append(file.path)
            }
            let again = folder.appending(path: "again")
            try FileManager.default.createDirectory(at: again, withIntermediateDirectories: true)
            let output = try Python.run(Self.script, [again.path] + paths)
            let cells = try #require(try JSONSerialization.jsonObject(with: output) as? [String: [[String]]])
            #expect(cells["people.csv"]?.count == 41)
            // Dates begin with digits; so no cell, nor what stands behind a separator in it, begins a formula.
            for cell in cells.values.joined().joined() {
                for piece in cell.split(whereSeparator: { ",;\t".contains($0) }) {
                    let first = piece.drop { $0 == " " }.unicodeScalars.first
                    #expect(!"=+-@＝＋－＠".unicodeScalars.contains { $0 == first }, "seed \(seed): \(cell)")
                }
            }
            let files = try tables.map { table in
                SourceFile(name: table.name, bytes: [UInt8](try Data(contentsOf: again.appending(path: table.name))))
            }
            let (read, diagnostics) = DirectoryFile.read(tables: files)
            #expect(diagnostics == [], "seed \(seed)")
            #expect(read == directory, "seed \(seed)")
        }
    }
}
