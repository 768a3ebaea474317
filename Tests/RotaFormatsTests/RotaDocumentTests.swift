import RotaFormats
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Rotas as documents")
struct RotaDocumentTests {
    private static let problem = RotaProblem(
        unit: CrewUnit(id: "ward", name: "Ward", zone: .utc), start: CalendarDate(dayNumber: 20_458), dayCount: 3,
        shiftTypes: [
            ShiftType(id: "E", name: "Early", start: .midnight, length: .hours(8)),
            ShiftType(id: "N", name: "Night", start: .midnight, length: .hours(10)),
        ],
        people: [Person(id: "ada", name: "Ada"), Person(id: "bo", name: "Bo")])

    @Test("A rota is written a person a line, with what its maker says of it")
    func write() {
        var rota = Rota(for: Self.problem)
        rota[0, 0] = Duty(ShiftIndex(1))
        rota[1, 2] = Duty(ShiftIndex(0))
        let claims = RotaDocument.Claims(penalty: Penalty(7), bound: Penalty(3), isFeasible: true, seed: .max)
        #expect(
            RotaFile.write(rota, of: Self.problem, as: .json, claims: claims) == """
                {
                  "watchbill": "rota/1",
                  "unit": "ward",
                  "start": "2026-01-05",
                  "days": 3,
                  "penalty": 7,
                  "bound": 3,
                  "feasible": true,
                  "seed": "18446744073709551615",
                  "rows": [
                    {"person": "ada", "duties": ["N", null, null]},
                    {"person": "bo", "duties": [null, null, "E"]}
                  ]
                }

                """)
    }

    @Test("Rotas come back as they were, in both formats")
    func roundTrip() {
        for seed in 0..<UInt64(200) {
            let problem = RandomProblem.make(seed: seed)
            let rota = RandomProblem.rota(for: problem, seed: seed)
            for format in [RotaFile.Format.json, .text] {
                let text = RotaFile.write(rota, of: problem, as: format)
                let (read, diagnostics) = RotaFile.read(Array(text.utf8), for: problem)
                #expect(diagnostics.isEmpty && read == rota, "seed \(seed), \(format)")
            }
        }
    }

    @Test("All that is wrong with a rota's document is told")
    func faults() {
        let text = """
            {
              "watchbill": "rota/1", "unit": "ward-7", "start": "2026-01-06", "days": 4, "penalty": "7", "feasable": true,
              "rows": [
                {"person": "ada", "duties": ["E", "e", 3, null]},
                {"person": "ada", "duties": []},
                {"person": "Bo", "duties": "E"},
                {"person": 3}
              ]
            }
            """
        let (rota, diagnostics) = RotaFile.read(Array(text.utf8), for: Self.problem, fileName: "r.json")
        #expect(rota == nil)
        #expect(Golden.difference(diagnostics.map { "\($0)\n" }.joined(), "rota-faults.txt") == nil)
        let crew = CrewFile.write(Self.problem)
        #expect(
            RotaFile.read(Array(crew.utf8), for: Self.problem).diagnostics.map(\.description) == [
                "2:16: /watchbill: error: \"crew/1\" stands where \"rota/1\" is expected. This is the document of a crew, not "
                    + "of a rota."
            ])
    }
}
