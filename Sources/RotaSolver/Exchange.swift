internal import RotaRules
internal import Synchronization

/// The best rota and the highest floor of a solve, shared by its threads.
final class Exchange: Sendable {
    private struct State {
        var cost: Cost
        var rota: [UInt8]
        /// Grows with every better rota.
        var version = 0
        var bound: Int?
        var isImpossible = false
        var proof: ColumnSearch.Proof?
    }

    private let state: Mutex<State>

    init(cost: Cost, rota: [UInt8]) {
        state = Mutex(State(cost: cost, rota: rota))
    }

    func offer(_ rota: @autoclosure () -> [UInt8], cost: Cost) {
        state.withLock {
            guard cost.isBetter(than: $0.cost) else { return }
            $0.cost = cost
            $0.rota = rota()
            $0.version += 1
        }
    }

    func offer(bound: Int?, isImpossible: Bool) {
        state.withLock {
            if let bound { $0.bound = max($0.bound ?? bound, bound) }
            if isImpossible { $0.isImpossible = true }
        }
    }

    var best: (cost: Cost, rota: [UInt8], version: Int) { state.withLock { ($0.cost, $0.rota, $0.version) } }
    var cost: Cost { state.withLock { $0.cost } }
    /// A floor of every legal rota; nil: none is known yet. No penalty is below 0, so a rota without any is proof itself.
    var bound: Int? { state.withLock { $0.bound ?? ($0.cost.hard == 0 && $0.cost.soft == 0 ? 0 : nil) } }
    /// Whether it is proven that no legal rota exists.
    var isImpossible: Bool { state.withLock { $0.isImpossible } }

    /// Whether nothing can be better than the best.
    var isDone: Bool { state.withLock { $0.cost.hard == 0 && $0.cost.soft <= $0.bound ?? 0 } }

    var proof: ColumnSearch.Proof? {
        get { state.withLock { $0.proof } }
        set { state.withLock { $0.proof = newValue } }
    }
}
