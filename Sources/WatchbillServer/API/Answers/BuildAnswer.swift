internal import RotaFormats
import RotaModel
import WatchbillStore

/// A build as the API tells it.
struct BuildAnswer: APIValue {
    let id: Int64
    let problem: Int64
    let state: String
    let draft: Int?
    let seed: UInt64
    let threads: Int
    let timeLimit: Int
    let startedAt: String
    let endedAt: String?
    let seconds: Double?
    let penalty: Int?
    let feasible: Bool?
    let bound: Int?
    let gap: Double?

    init(_ view: BuildView) {
        id = view.id.value
        problem = view.order.problem.value
        state = view.state.rawValue
        draft = view.draft
        seed = view.order.seed
        threads = view.order.threads
        timeLimit = view.order.timeLimit
        startedAt = view.startedAt.rfc3339
        endedAt = view.endedAt?.rfc3339
        seconds = view.figures?.seconds
        penalty = view.figures?.penalty
        feasible = view.figures?.isFeasible
        bound = view.figures?.bound
        gap = view.figures?.gap
    }

    static let schema = JSONSchema.named(
        "Build",
        .object([
            .always("id", .serial, "its number"),
            .always("problem", .serial, "the number of the problem it is of"),
            .always("state", .choice(of: BuildState.self), "how far it is"),
            .maybe("draft", .serial, "the draft that came of it, counted per problem"),
            .always("seed", .count, "decides every random choice"),
            .always("threads", .whole(least: 1, most: nil), "the cores it was given"),
            .always("timeLimit", .whole(least: 1, most: nil), "in seconds"),
            .always("startedAt", .instant, "when it began"),
            .maybe("endedAt", .instant, "when it ended"),
            .maybe("seconds", .fraction, "how long it took to the best so far"),
            .maybe("penalty", .count, "of the best rota so far"),
            .maybe("feasible", .truth, "whether that rota breaks nothing hard"),
            .maybe("bound", .count, "no rota has a lower penalty"),
            .maybe("gap", .fraction, "(penalty - bound) / penalty"),
        ]))

    static let example: JSONContent = [
        "id": 1, "problem": 1, "state": "finished", "draft": 1, "seed": 7, "threads": 2, "timeLimit": 30,
        "startedAt": "2026-01-05T07:00:00Z", "endedAt": "2026-01-05T07:00:30Z", "seconds": .fraction(12.4),
        "penalty": 412, "feasible": true, "bound": 405, "gap": .fraction(0.017),
    ]
}
