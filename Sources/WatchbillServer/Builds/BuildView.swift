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
    /// As it is kept; nil while it runs.
    var stored: StoredBuild?

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
        self.stored = stored
    }

    /// With the problem as it is for it: builds may have pins of their own, drafts have, and a build's floor may not hold
    /// with those.
    func worked(of loaded: LoadedProblem) -> (view: BuildView, loaded: LoadedProblem, draft: WorkedDraft?) {
        guard let stored, let worked = WorkedDraft(stored, of: loaded) else {
            return (self, loaded.pinning(order.pins), nil)
        }
        var view = self
        if !worked.keepsFloor { view.figures?.bound = nil }
        return (view, worked.loaded, worked)
    }
}
