internal import RotaFormats
import RotaModel
import RotaRules
import WatchbillStore

/// A build's rota with all that it misses.
struct RotaAnswer: APIValue {
    struct Shift: APIValue {
        let person: String
        let date: String
        let shift: String

        static let schema = JSONSchema.named(
            "Shift",
            .object([
                .always("person", .id, "whose it is"), .always("date", .date, "the date it begins on"),
                .always("shift", .id, "its type"),
            ]))

        static let example: JSONContent = ["person": "okafor", "date": "2026-01-05", "shift": "N"]
    }

    let build: Int64
    let draft: Int?
    let penalty: Int
    let feasible: Bool
    /// Every shift of the rota; whoever has none on a date is off.
    let shifts: [Shift]
    let findings: [FindingAnswer]

    init(_ rota: Rota, _ view: BuildView, _ loaded: LoadedProblem) {
        let problem = loaded.problem
        let assessment = loaded.judge.assess(rota)
        build = view.id.value
        draft = view.draft
        penalty = assessment.penalty.value
        feasible = assessment.isFeasible
        shifts = Self.shifts(rota, of: problem)
        findings = assessment.findings.map { FindingAnswer($0, problem) }
    }

    static func shifts(_ rota: Rota, of problem: RotaProblem) -> [Shift] {
        problem.personIndices.flatMap { person in
            problem.days.compactMap { day in
                rota[person, day].shift.map {
                    Shift(
                        person: problem[person].id.rawValue, date: problem.date(of: day).description,
                        shift: problem[$0].id.rawValue)
                }
            }
        }
    }

    static let schema = JSONSchema.named(
        "Rota",
        .object([
            .always("build", .serial, "the build it came of"),
            .maybe("draft", .serial, "the draft that it is, counted per problem"),
            .always("penalty", .count, "the weighted sum of what it misses"),
            .always("feasible", .truth, "whether it breaks nothing hard"),
            .always(
                "shifts", .list(of: Shift.schema, most: nil),
                "every shift of the rota; whoever has none on a date is off"),
            .always("findings", .list(of: FindingAnswer.schema, most: nil), "all that it misses"),
        ]))

    static let example: JSONContent = [
        "build": 1, "draft": 1, "penalty": 412, "feasible": true, "shifts": [Shift.example],
        "findings": [FindingAnswer.example],
    ]
}
