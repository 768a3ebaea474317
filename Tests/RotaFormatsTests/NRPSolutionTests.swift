import RotaFormats
import RotaModel
import Testing

@Suite("Rotas as the benchmark's text")
struct NRPSolutionTests {
    let problem: RotaProblem

    init() throws {
        problem = RotaProblem(
            unit: CrewUnit(id: "u", name: "U", zone: .utc), start: try #require(CalendarDate("2024-01-01")),
            dayCount: 3,
            shiftTypes: [
                ShiftType(id: "E", name: "Early", start: .midnight, length: .hours(8)),
                ShiftType(id: "N1", name: "Night", start: .midnight, length: .hours(8)),
            ],
            people: [Person(id: "A", name: "A"), Person(id: "Bo Ek: 2", name: "B")])
    }

    @Test("A rota is one line for each person")
    func write() {
        var rota = Rota(for: problem)
        rota[0, 1] = Duty(ShiftIndex(0))
        rota[1, 2] = Duty(ShiftIndex(1))
        #expect(NRPSolution.write(rota, of: problem) == "A: - E -\nBo Ek: 2: - - N1\n")
    }

    @Test("A line's id ends at the last colon; comments, blank lines and spacing mean nothing")
    func read() throws {
        let text = "# found in 3 s\n\n  A :  -\tE -\r\nBo Ek: 2:- - N1"
        let (rota, diagnostics) = NRPSolution.read(Array(text.utf8), for: problem)
        #expect(diagnostics.isEmpty)
        #expect(try #require(rota).duties.map(\.rawValue) == [0, 1, 0, 0, 0, 2])
    }

    @Test("All that is wrong with a solution is told")
    func faults() {
        let text = """
            A: - E
            nobody
            Bo Ek; 2: - n1 X D
            A: - - -
            """
        let (rota, diagnostics) = NRPSolution.read(Array(text.utf8), for: problem, fileName: "s.txt")
        #expect(rota == nil)
        #expect(
            diagnostics.map(\.description) == [
                "s.txt:1:4: error: The row of \"A\" has 2 days; the problem has 3.",
                "s.txt:2:1: error: \"nobody\" is no row; PERSON: DUTY DUTY … is expected.",
                "s.txt:3:1: error: The row is \"Bo Ek; 2\"; \"Bo Ek: 2\" is expected here (there is no such person). "
                    + "Maybe you mean \"Bo Ek: 2\".",
                "s.txt:3:11: error: The row of \"Bo Ek; 2\" has 4 days; the problem has 3.",
                "s.txt:3:13: error: \"n1\" of \"Bo Ek; 2\" on day 1 is no shift type and not \"-\" for off. "
                    + "Maybe you mean \"N1\".",
                "s.txt:3:16: error: \"X\" of \"Bo Ek; 2\" on day 2 is no shift type and not \"-\" for off.",
                "s.txt:3:18: error: \"D\" of \"Bo Ek; 2\" on day 3 is no shift type and not \"-\" for off.",
                "s.txt:4:1: error: \"A\" is one row too many; the problem has 2 people.",
            ])
        #expect(
            NRPSolution.read(Array("A: - - -".utf8), for: problem).diagnostics.map(\.description) == [
                "error: The file has 1 of 2 rows; the first that is missing is \"Bo Ek: 2\"."
            ])
        #expect(
            NRPSolution.read(Array("Bo Ek: 2: - - -\nA: - - -".utf8), for: problem).diagnostics.map(\.description) == [
                "1:1: error: The row is \"Bo Ek: 2\"; \"A\" is expected here (rows stand in the problem's order).",
                "2:1: error: The row is \"A\"; \"Bo Ek: 2\" is expected here (rows stand in the problem's order).",
            ])
    }
}
