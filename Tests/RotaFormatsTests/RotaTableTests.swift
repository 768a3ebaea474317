import RotaFormats
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Rotas as tables")
struct RotaTableTests {
    private static let problem = RotaProblem(
        unit: CrewUnit(id: "ward", name: "Ward", zone: .utc), start: CalendarDate(dayNumber: 20_458), dayCount: 3,
        shiftTypes: [
            ShiftType(id: "E", name: "Early", start: .midnight, length: .hours(8)),
            ShiftType(id: "=N", name: "Night", start: .midnight, length: .hours(10)),
        ],
        people: [Person(id: "ada", name: "Ada, \"A\""), Person(id: "bo;", name: "=Bo")])

    private func cells(_ text: String) -> (cells: [RotaTable.Cell]?, diagnostics: [String]) {
        let (cells, diagnostics) = RotaFile.cells(Array(text.utf8), of: Self.problem)
        return (cells, diagnostics.map(\.description))
    }

    private func cell(_ person: Int, _ day: Int, _ shift: Int?) -> RotaTable.Cell {
        RotaTable.Cell(
            person: PersonIndex(person), day: DayIndex(day), duty: shift.map { Duty(ShiftIndex($0)) } ?? .off)
    }

    @Test("A rota is written a person a line, off as nothing, and nothing that a spreadsheet takes for a formula")
    func write() {
        var rota = Rota(for: Self.problem)
        rota[0, 0] = Duty(ShiftIndex(1))
        rota[1, 2] = Duty(ShiftIndex(0))
        #expect(
            RotaFile.write(rota, of: Self.problem, as: .csv)
                == "\u{FEFF}person,name,2026-01-05,2026-01-06,2026-01-07\n" + #"ada,"Ada, ""A""",'=N,,"#
                + "\n" + #""bo;",'=Bo,,,E"# + "\n")
    }

    @Test("Any rota comes back as it was, whole and cell by cell")
    func roundTrip() {
        for seed in 0..<UInt64(300) {
            let problem = RandomProblem.make(seed: seed)
            let rota = RandomProblem.rota(for: problem, seed: seed)
            let text = Array(RotaFile.write(rota, of: problem, as: .csv).utf8)
            let (read, diagnostics) = RotaFile.read(text, for: problem)
            #expect(diagnostics.isEmpty && read == rota, "seed \(seed)")
            var changed = Rota(for: problem)
            for cell in RotaFile.cells(text, of: problem).cells ?? [] { changed[cell.person, cell.day] = cell.duty }
            #expect(changed == rota, "seed \(seed)")
        }
    }

    @Test("A part of a rota has the people and dates that stand in it, in any order")
    func part() {
        let (part, faults) = cells("2026-01-07,person\r\n'=N,\"bo;\"\r\n,\r\n,ada\r\n")
        #expect(faults.isEmpty && part == [cell(1, 2, 1), cell(0, 2, nil)])
        #expect(cells("\u{FEFF}\"person\",2026-01-05\nada,E").cells == [cell(0, 0, 0)])
        // A rota's file has to have all of it.
        let whole = RotaFile.read(Array("person,2026-01-07,2026-01-05\nada,,E\n".utf8), for: Self.problem)
        #expect(whole.rota == nil)
        #expect(
            whole.diagnostics.map(\.description) == [
                "error: \"bo;\" has no row.", "error: 2026-01-06 has no column.",
            ])
    }

    @Test("All that is wrong with a table is told, each with its place, and nothing of it is taken")
    func faults() {
        let text = """
            person,Name,2026-01-05,07/01/2026,2026-01-08,2026-01-05
            ada,Ada,E,e,E,
            adda,Ada,E,E,E,E
            ada,Ada,,,,
            bo;,"Bo"x,,,,
            bo;,Bo,E
            bo;,Bo,E,E,E,E,E
            """
        let (found, _) = cells(text)
        #expect(found == nil)
        let diagnostics = RotaFile.cells(Array(text.utf8), of: Self.problem, fileName: "r.csv").diagnostics
        #expect(Golden.difference(diagnostics.map { "\($0)\n" }.joined(), "rota-table-faults.txt") == nil)
    }

    @Test(
        "What is no table of a rota is told as a whole",
        arguments: [
            ("person;name;2026-01-05\nada;Ada;E", "1:1: error: The columns are separated by semicolons; save"),
            ("person\tname\nada\tAda", "1:1: error: The columns are separated by tabs"),
            ("person,name\nada,Ada", "1:1: error: There is no column of a date; its first line names its columns"),
        ])
    func other(text: String, words: String) {
        let (found, diagnostics) = cells(text)
        #expect(found == nil && diagnostics.count == 1 && diagnostics.first?.hasPrefix(words) == true, "\(diagnostics)")
    }

    @Test("The benchmark's text and the document are told apart from it, and give all cells")
    func apart() {
        let rota = RandomProblem.rota(for: Self.problem, seed: 3)
        for format in RotaFile.Format.allCases {
            let text = RotaFile.write(rota, of: Self.problem, as: format)
            var read = Rota(for: Self.problem)
            let cells = RotaFile.cells(Array(text.utf8), of: Self.problem).cells
            #expect(cells?.count == 6, "\(format)")
            for cell in cells ?? [] { read[cell.person, cell.day] = cell.duty }
            #expect(read == rota, "\(format)")
        }
        // A person may be called so.
        var odd = Self.problem
        odd.people[0].id = "person"
        odd.people[1].id = "a,person"
        let text = RotaFile.write(rota, of: odd, as: .text)
        #expect(RotaFile.read(Array(text.utf8), for: odd).rota == rota)
    }
}
