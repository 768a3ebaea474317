internal import CrewRecords
internal import Hummingbird
import RotaModel
internal import ServiceLifecycle
import WatchbillStore

/// A build's progress as server-sent events (WHATWG HTML, 9.2).
///
/// | event | data |
/// | --- | --- |
/// | `progress` | the figures and what they mean in words, and the curve's points that are new |
/// | `rota` | the grid's cells, totals and cover, as they look |
/// | `end` | the state it ended in, and the draft that came of it; the stream then closes |
///
/// The `id` tells how far a viewer is; a browser that comes back with it in `Last-Event-ID` gets what it has missed.
struct BuildEvents: Sendable {
    /// Between two looks at a build, so that a fast solver does not flood a slow line.
    static let pace = Duration.milliseconds(300)

    let loaded: LoadedProblem
    let language: Language
    let today: CalendarDate

    /// The events of a build under way.
    ///
    /// - Parameter check: throws when whoever looks on may no longer; asked before anything is told, and the end of it then.
    func stream(
        _ build: LiveBuild, from cursor: EventCursor, check: @escaping @Sendable () async throws -> Void
    ) -> APIResult {
        APIResult(
            content: .events(
                ResponseBody { writer in
                    var cursor = cursor
                    try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
                    for await _ in build.wakings().cancelOnGracefulShutdown() {
                        guard try await Self.isAllowed(check) else { break }
                        let update = build.look(after: cursor)
                        cursor = update.cursor
                        let text = self.text(update, BuildView(build))
                        if !text.isEmpty { try await writer.write(ByteBuffer(string: text)) }
                        if update.end != nil { break }
                        try await Task.sleep(for: Self.pace)
                    }
                    try await writer.finish(nil)
                }))
    }

    private static func isAllowed(_ check: () async throws -> Void) async throws -> Bool {
        do {
            try await check()
            return true
        } catch is Refusal {
            return false
        } catch let problem as ServerProblem where problem.status == .unauthorized {
            return false
        }
    }

    /// The only event of a build that is over.
    func ended(_ view: BuildView) -> APIResult {
        let end = LiveBuild.End(state: view.state, draft: view.draft)
        let text = event("end", EndData(end, view.id), at: EventCursor())
        return APIResult(content: .events(ResponseBody(byteBuffer: ByteBuffer(string: text))))
    }

    private func text(_ update: LiveBuild.Update, _ view: BuildView) -> String {
        var text = ""
        if update.latest != nil {
            // A viewer cut off between the two events must still get the rota, so only the last carries the cursor.
            let data = ProgressData(status: StatusModel(view, language: language), points: update.newPoints)
            text += event("progress", data, at: update.rota == nil ? update.cursor : nil)
        }
        if let rota = update.rota {
            let grid = GridBuilder(loaded, language: language, today: today).build(rota, nil)
            text += event("rota", RotaData(grid), at: update.cursor)
        }
        if let end = update.end { text += event("end", EndData(end, view.id), at: update.cursor) }
        return text
    }

    /// Of each event.
    static let schema = JSONSchema.object([
        .always("event", .choice(of: ["progress", "rota", "end"]), "what it is about"),
        .always("data", .words, "one JSON value"),
        .maybe("id", .words, "what to send as Last-Event-ID to go on after it"),
    ])

    private func event(_ name: String, _ data: some Encodable, at cursor: EventCursor?) -> String {
        let id = cursor.map { "id: \($0)\n" } ?? ""
        return "event: \(name)\n\(id)data: \(String(buffer: JSONBytes.of(data)))\n\n"
    }

    private struct ProgressData: Encodable {
        let status: StatusModel
        let points: [CurvePoint]
    }

    private struct EndData: Encodable {
        let state: String
        let draft: Int?
        let address: String

        init(_ end: LiveBuild.End, _ build: BuildID) {
            state = end.state.rawValue
            draft = end.draft
            address = "/builds/\(build)"
        }
    }
}
