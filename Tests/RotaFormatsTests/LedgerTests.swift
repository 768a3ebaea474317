import RotaFormats
import RotaModel
import RotaRules
import RotaSolver
import Testing

@Suite("Fairness from the ledger of a crew's document")
struct LedgerTests {
    /// Three people, two weeks, one early shift and one night each day, and one hard rule that shares something out.
    private static func document(_ measure: String, ledger: String, more: String = "") -> String {
        """
        {
          "watchbill": "crew/1",
          "unit": {"id": "ward", "name": "Ward", "zone": "UTC"},
          "period": {"start": "2026-01-05", "days": 14},
          "holidays": [{"date": "2026-01-06", "name": "Epiphany"}],
          "contracts": [
            {"id": "full", "name": "Full time", "share": 100}, {"id": "half", "name": "Half time", "share": 50}
          ],
          "shiftTypes": [
            {"id": "E", "name": "Early", "start": "07:00", "length": "8 h", "unpopular": true},
            {"id": "N", "name": "Night", "start": "22:00", "length": "8 h", "night": true}
          ],
          "people": [
            {"id": "ann", "name": "Ann", "contracts": ["full"]},
            {"id": "bo", "name": "Bo", "contracts": ["\(measure == "presence" ? "half" : "full")"]},
            {"id": "cy", "name": "Cy", "contracts": ["\(measure == "presence" ? "half" : "full")"]}
          ],
          "demand": [
            {"on": "every day", "shifts": ["E"], "minimum": 1, "maximum": 1},
            {"on": "every day", "shifts": ["N"], "minimum": 1, "maximum": 1}
          ],
          "rules": [
            {"id": "fair", "kind": "fairness", "measure": "\(measure == "presence" ? "nights" : measure)",
             "tolerance": 0, "severity": "hard"}
          ],
          \(more)
          "ledger": [\(ledger)]
        }
        """
    }

    private static let requests = """
        "requests": [
          {"person": "ann", "date": "2026-01-07", "on": "E", "weight": 0},
          {"person": "ann", "date": "2026-01-09", "day": "off", "weight": 0}
        ],
        """

    /// What is shared, the ledger, what each may come to in the period, and more of the document.
    private static let cases: [(measure: String, ledger: String, fair: [ClosedRange<Int>], more: String)] = [
        // 8 before and 14 now: 7 1/3 each.
        (
            "nights",
            """
            {"person": "ann", "nights": 6, "presence": 1000}, {"person": "bo", "nights": 1, "presence": 1000},
            {"person": "cy", "nights": 1, "presence": 1000}
            """, [1...2, 6...7, 6...7], ""
        ),
        // 3 before, and 8 shifts on weekend days are 4 weekends: 2 1/3 each.
        (
            "weekends",
            """
            {"person": "ann", "weekends": 3, "presence": 1000}, {"person": "bo", "presence": 1000},
            {"person": "cy", "presence": 1000}
            """, [0...0, 2...3, 2...3], ""
        ),
        // 3 before and 2 now: 1 2/3 each.
        (
            "holidays",
            """
            {"person": "ann", "holidays": 2, "presence": 1000}, {"person": "bo", "holidays": 1, "presence": 1000},
            {"person": "cy", "presence": 1000}
            """, [0...0, 0...1, 1...2], ""
        ),
        // 7 before and 14 now: 7 each.
        (
            "unpopular",
            """
            {"person": "ann", "unpopular": 7, "presence": 1000}, {"person": "bo", "presence": 1000},
            {"person": "cy", "presence": 1000}
            """, [0...0, 7...7, 7...7], ""
        ),
        // 8 of 12 were granted; of Ann's 6 with today's 4 have to be, and 2 were.
        (
            "requests",
            """
            {"person": "ann", "requestsMade": 4, "requestsGranted": 2, "presence": 1000},
            {"person": "bo", "requestsMade": 4, "requestsGranted": 3, "presence": 1000},
            {"person": "cy", "requestsMade": 4, "requestsGranted": 3, "presence": 1000}
            """, [2...2, 0...0, 0...0], requests
        ),
        // Nobody has had any; 14 now, by contract and presence 2400 : 2400 : 1200, and so 5.6, 5.6 and 2.8.
        (
            "presence",
            """
            {"person": "ann", "presence": 1000}, {"person": "bo", "presence": 1700}, {"person": "cy", "presence": 500}
            """, [5...6, 5...6, 2...3], ""
        ),
    ]

    @Test("each measure, and presence, is read and shared out by the judge and by the search", arguments: 0..<6)
    func shared(number: Int) throws {
        let (measure, ledger, fair, more) = Self.cases[number]
        let text = Self.document(measure, ledger: ledger, more: more)
        let problem = try #require(CrewFile.read(Array(text.utf8)).file?.problem)
        let result = solve(problem, settings: SolveSettings(seed: 1, threads: 1, stepLimit: 300_000))
        #expect(result.isFeasible, "\(measure)")
        let counts = problem.personIndices.map { person in
            Self.count(measure, problem, result.rota, person)
        }
        for (count, range) in zip(counts, fair) {
            #expect(range.contains(count), "\(measure): \(counts), fair is \(fair)")
        }
        // All shifts by Ann is fair to nobody.
        var unfair = Rota(for: problem)
        for day in problem.days { unfair[0, day] = Duty(ShiftIndex(day.value % 2)) }
        let isFair = Judge(problem).assess(unfair).hardFindings.allSatisfy { $0.origin != .rule(0) }
        #expect(!isFair, "\(measure)")
    }

    /// Counted here anew, from the rota alone.
    private static func count(_ measure: String, _ problem: RotaProblem, _ rota: Rota, _ person: PersonIndex) -> Int {
        let row = Array(rota.row(of: person))
        switch measure {
        case "weekends": return [5...6, 12...13].count { days in days.contains { !row[$0].isOff } }
        case "holidays": return row[1].isOff ? 0 : 1
        case "unpopular": return row.count { $0 == Duty(0) }
        case "requests":
            guard person == 0 else { return 0 }
            return (row[2] == Duty(0) ? 1 : 0) + (row[4].isOff ? 1 : 0)
        default: return row.count { $0 == Duty(1) }
        }
    }
}
