internal import Foundation
import RotaModel
internal import RotaSolver

/// Penalty and bound at one moment of a build.
struct CurvePoint: Hashable, Sendable, Codable {
    /// Since the build began.
    var seconds: Double
    var penalty: Int
    var isFeasible: Bool
    var bound: Int?

    private enum CodingKeys: String, CodingKey {
        case seconds = "s"
        case penalty = "p"
        case isFeasible = "f"
        case bound = "b"
    }

    /// (penalty - bound) / penalty, 0 where both are 0; nil without a bound or a legal rota.
    var gap: Double? {
        guard isFeasible, let bound else { return nil }
        return penalty <= 0 ? 0 : Double(penalty - bound) / Double(penalty)
    }

    /// As the store keeps a curve: a JSON array.
    static func encode(_ curve: [CurvePoint]) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // Numbers and booleans only, and seconds are finite: there is nothing the encoder could refuse.
        return [UInt8]((try? encoder.encode(curve)) ?? Data("[]".utf8))
    }

    /// An empty curve where the bytes are not one: it is an ornament, not worth failing a page for.
    static func decode(_ bytes: [UInt8]) -> [CurvePoint] {
        (try? JSONDecoder().decode([CurvePoint].self, from: Data(bytes))) ?? []
    }
}

extension CurvePoint {
    /// A bound of 0 proves nothing that was not known, so it counts as none, except under a penalty of 0.
    init(_ progress: SolveProgress) {
        let saysSomething = progress.bound.map { $0 > .zero || progress.penalty == .zero } ?? false
        self.init(
            seconds: (progress.seconds * 100).rounded() / 100, penalty: progress.penalty.value,
            isFeasible: progress.isFeasible, bound: saysSomething ? progress.bound?.value : nil)
    }
}
