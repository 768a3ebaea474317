import RotaModel
internal import RotaSolver
internal import Synchronization
internal import WatchbillStore

/// Where a viewer of a build's events has got to.
struct EventCursor: Hashable, Sendable, CustomStringConvertible {
    /// Points of the curve seen.
    var points = 0
    /// The number of the last rota seen; they are counted from 1.
    var rota = 0

    init() {}

    /// Reads what `description` writes, as a browser returns it in `Last-Event-ID`; anything else is the beginning.
    init(lastEventID: String?) {
        let parts = (lastEventID ?? "").split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2, parts.allSatisfy({ $0 >= 0 }) else { return }
        points = parts[0]
        rota = parts[1]
    }

    var description: String { "\(points)-\(rota)" }
}

/// A build under way: takes the solver's reports and shows them to any number of viewers.
///
/// Viewers are woken, not fed: each looks at what is new since it last looked, so that a slow one costs nothing and
/// misses nothing but rotas that have been superseded.
final class LiveBuild: Sendable {
    /// How it ended, as its viewers are told.
    struct End: Hashable, Sendable {
        var state: BuildState
        var draft: Int?
    }

    /// What is new since a cursor.
    struct Update: Sendable {
        var cursor: EventCursor
        /// The state by now; nil before the first report.
        var latest: CurvePoint?
        var newPoints: [CurvePoint]
        /// Nil if the best rota is the one seen.
        var rota: Rota?
        var end: End?
    }

    private struct State {
        var curve: [CurvePoint] = []
        var latest: CurvePoint?
        var best: Rota?
        var bestNumber = 0
        var end: End?
        var viewers: [Int: AsyncStream<Void>.Continuation] = [:]
        var nextViewer = 0
    }

    /// Between two points of the curve, in seconds, unless the rota has just become legal.
    static let pointInterval = 0.25

    let id: BuildID
    let order: BuildOrder
    let startedAt: Instant
    /// Whether only a part is built: what is proven of it then is no floor of the whole, and is not told.
    let isPart: Bool
    let stop = StopSignal()
    private let state = Mutex(State())

    init(id: BuildID, order: BuildOrder, startedAt: Instant, isPart: Bool = false) {
        self.id = id
        self.order = order
        self.startedAt = startedAt
        self.isPart = isPart
    }

    /// Takes a report of the solver, on the solver's thread.
    func note(_ progress: SolveProgress) {
        add(CurvePoint(progress), rota: progress.rota, isLast: false)
    }

    /// Takes what the solve came to.
    func note(_ result: SolveResult) {
        let point = CurvePoint(
            SolveProgress(
                seconds: result.seconds, penalty: result.penalty, isFeasible: result.isFeasible, bound: result.bound,
                rota: nil))
        add(point, rota: result.rota, isLast: true)
    }

    private func add(_ noted: CurvePoint, rota: Rota?, isLast: Bool) {
        var point = noted
        if isPart { point.bound = nil }
        let viewers = state.withLock { state in
            let last = state.curve.last
            if isLast
                || last.map({
                    point.isFeasible != $0.isFeasible || point.seconds - $0.seconds >= Self.pointInterval
                }) ?? true
            {
                state.curve.append(point)
            }
            state.latest = point
            if let rota, rota != state.best {
                state.best = rota
                state.bestNumber += 1
            }
            return Array(state.viewers.values)
        }
        for viewer in viewers { viewer.yield() }
    }

    /// Tells the viewers that it is over; each finds out when it next looks.
    func close(_ end: End) {
        let viewers = state.withLock { state in
            state.end = end
            return Array(state.viewers.values)
        }
        for viewer in viewers { viewer.yield() }
    }

    /// Wakes at once, and then whenever there may be something new. Wakings that nobody waited for become one.
    func wakings() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number = state.withLock { state in
            defer { state.nextViewer += 1 }
            state.viewers[state.nextViewer] = continuation
            return state.nextViewer
        }
        continuation.onTermination = { [weak self] _ in
            self?.forget(viewer: number)
        }
        continuation.yield()
        return stream
    }

    private func forget(viewer number: Int) {
        _ = state.withLock { $0.viewers.removeValue(forKey: number) }
    }

    /// What is new since `cursor`. A cursor from another life of the server sees all there is.
    func look(after cursor: EventCursor) -> Update {
        state.withLock { state in
            let points = cursor.points <= state.curve.count ? cursor.points : 0
            let next = {
                var next = EventCursor()
                next.points = state.curve.count
                next.rota = state.bestNumber
                return next
            }()
            return Update(
                cursor: next, latest: state.latest, newPoints: Array(state.curve[points...]),
                rota: cursor.rota == state.bestNumber ? nil : state.best, end: state.end)
        }
    }

    /// What there is to keep by now; nil before the first rota.
    var outcome: BuildOutcome? {
        let (latest, best, curve) = state.withLock { ($0.latest, $0.best, $0.curve) }
        guard let latest, let best else { return nil }
        return BuildOutcome(
            seconds: latest.seconds, penalty: Penalty(latest.penalty), isFeasible: latest.isFeasible,
            bound: latest.bound.map { Penalty($0) }, rota: best, curve: CurvePoint.encode(curve))
    }
}
