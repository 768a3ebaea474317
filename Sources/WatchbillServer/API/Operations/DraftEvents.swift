internal import CrewRecords
internal import Hummingbird
import RotaModel
internal import RotaRules
internal import ServiceLifecycle
import WatchbillStore

/// What planners do to a draft, as server-sent events: `step`, whose data is the grid as it looks after all steps so far,
/// the figures, whose step the last one was, and what the viewer can take back. The `id` is the last step's number.
struct DraftEvents: Sendable {
    /// Comments that tell nothing are sent this often, in looks, so that a viewer who has gone is noticed.
    private static let looksBetweenComments = 10

    let language: Language
    let today: CalendarDate

    /// What a viewer sees at a moment.
    struct Look: Sendable {
        let draft: WorkedDraft
        let steps: [NamedStep]
        let viewer: PersonID
    }

    /// - Parameters:
    ///   - seen: the number of the last step that the viewer knows of.
    ///   - look: throws when whoever looks on may no longer.
    func stream(
        _ wakings: AsyncStream<Void>, from seen: Int, look: @escaping @Sendable () async throws -> Look
    ) -> APIResult {
        APIResult(
            content: .events(
                ResponseBody { writer in
                    var (seen, quiet) = (seen, 0)
                    try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
                    for await _ in wakings.cancelOnGracefulShutdown() {
                        guard let now = try await Self.allowed(look) else { break }
                        if now.draft.draft.steps.count > seen {
                            seen = now.draft.draft.steps.count
                            quiet = 0
                            try await writer.write(ByteBuffer(string: text(now)))
                        } else if quiet == Self.looksBetweenComments {
                            quiet = 0
                            try await writer.write(ByteBuffer(string: ":\n\n"))
                        } else {
                            quiet += 1
                        }
                    }
                    try await writer.finish(nil)
                }))
    }

    /// The draft as it is now, as one event.
    func now(_ look: Look) -> APIResult {
        APIResult(content: .events(ResponseBody(byteBuffer: ByteBuffer(string: text(look)))))
    }

    /// Nil: the viewer may no longer look.
    private static func allowed(_ look: () async throws -> Look) async throws -> Look? {
        do {
            return try await look()
        } catch is Refusal {
            return nil
        } catch let problem as ServerProblem where problem.status == .unauthorized {
            return nil
        }
    }

    private func text(_ look: Look) -> String {
        let data = StepData(look, self)
        return "event: step\nid: \(data.step)\ndata: \(String(buffer: JSONBytes.of(data)))\n\n"
    }

    static let schema = JSONSchema.object([
        .always("event", .choice(of: ["step"]), "what it is about"), .always("data", .words, "one JSON value"),
        .maybe("id", .words, "what to send as Last-Event-ID to go on after it"),
    ])

    private struct StepData: Encodable {
        let step: Int
        let status: StatusModel
        let rota: RotaData
        /// Nil: the last step was the viewer's own.
        let said: String?
        let canUndo: Bool
        let canRedo: Bool

        init(_ look: Look, _ events: DraftEvents) {
            let (worked, language) = (look.draft, events.language)
            let assessment = worked.loaded.judge.assess(worked.draft.rota)
            let grid = GridBuilder(worked.loaded, language: language, today: events.today)
            let turns = worked.draft.turns(of: look.viewer)
            step = worked.draft.steps.count
            status = StatusModel(
                BuildView(worked.stored), language: language, hardFindings: assessment.hardFindings.count)
            rota = RotaData(grid.build(worked.draft.rota, assessment))
            said = look.steps.last.flatMap { last in
                last.step.person == look.viewer
                    ? nil
                    : language.text(
                        .editBy,
                        [
                            "planner": last.planner,
                            "what": language.words(for: last.step.edits, in: worked.loaded.problem),
                        ])
            }
            canUndo = turns.undo != nil
            canRedo = turns.redo != nil
        }
    }
}

/// The grid as scripts take it in.
struct RotaData: Encodable {
    /// By person, then by day: style and text.
    let rows: [[String]]
    let totals: [[String]]
    /// By line of cover, those for everybody first.
    let cover: [[String]]

    init(_ grid: GridModel) {
        rows = grid.rows.map { $0.cells.map(\.compact) }
        totals = grid.rows.map { $0.totals.map(\.compact) }
        cover = (grid.cover + grid.qualifiedCover).map { $0.cells.map(\.compact) }
    }
}
