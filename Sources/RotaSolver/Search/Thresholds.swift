internal import Foundation
internal import RotaModel

/// How much worse a change may be, by the rule of simulated annealing (S. Kirkpatrick, C. Gelatt, M. Vecchi, 1983): one
/// for the worse by d is made with probability exp(-d / temperature).
struct Thresholds: ~Copyable {
    /// -ln(u) for evenly spread u, so that a proposal needs no logarithm.
    private let table: Table<Double>
    private static let size = 8192

    init() {
        table = Table((0..<Self.size).map { -log((Double($0) + 0.5) / Double(Self.size)) })
    }

    /// The most a change may cost, drawn anew for every proposal.
    @inline(__always)
    func draw(_ random: inout SeededGenerator, temperature: Double) -> Int {
        Int(table[random.below(Self.size)] * temperature)
    }
}
