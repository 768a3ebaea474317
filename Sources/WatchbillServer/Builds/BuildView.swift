import RotaModel
import WatchbillStore

/// A build as pages and API show it, whether it runs or is over.
struct BuildView: Sendable {
    var id: BuildID
    var order: BuildOrder
    var state: BuildState
    var startedAt: Instant
    var endedAt: Instant?
    var draft: Int?
    /// The figures by now; nil before the first rota.
    var figures: CurvePoint?
    var curve: [CurvePoint]
    var rota: Rota?

    init(_ build: LiveBuild) {
        let update = build.look(after: EventCursor())
        id = build.id
        order = build.order
        state = .running
        startedAt = build.startedAt
        figures = update.latest
        curve = update.newPoints
        rota = update.rota
    }

    init(_ stored: StoredBuild) {
        id = stored.id
        order = stored.order
        state = stored.state
        startedAt = stored.startedAt
        endedAt = stored.endedAt
        draft = stored.draft
        figures = stored.outcome.map {
            CurvePoint(
                seconds: $0.seconds, penalty: $0.penalty.value, isFeasible: $0.isFeasible, bound: $0.bound?.value)
        }
        curve = stored.outcome.map { CurvePoint.decode($0.curve) } ?? []
        rota = stored.outcome?.rota
    }
}
