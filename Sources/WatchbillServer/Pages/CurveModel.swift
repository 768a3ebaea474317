internal import Foundation

/// The small curve of penalty and bound over time, as SVG paths in a box of 240 x 44.
///
/// The height is logarithmic: a build falls from tens of thousands to hundreds. `curve.js` draws the same while it runs.
struct CurveModel: Sendable {
    static let width = 240.0
    static let height = 44.0
    /// Room for the line's own width.
    static let inset = 3.0

    var penaltyPath: String
    var boundPath: String
    var isEmpty: Bool
    /// The points, for the script to go on from.
    var points: String

    init(_ curve: [CurvePoint]) {
        let legal = curve.filter(\.isFeasible)
        let drawn = legal.count < 2 ? curve : legal
        isEmpty = drawn.count < 2
        points = String(decoding: CurvePoint.encode(curve), as: UTF8.self)
        let start = drawn.first?.seconds ?? 0
        let span = max((drawn.last?.seconds ?? 0) - start, 0.001)
        let values = drawn.map { Self.scaled($0.penalty) } + drawn.compactMap { $0.bound.map(Self.scaled) }
        let low = values.min() ?? 0
        let high = max(values.max() ?? 1, low + 0.05)
        func path(_ points: [(seconds: Double, value: Int)]) -> String {
            points.enumerated().map { index, point in
                let x = (point.seconds - start) / span * (Self.width - 2 * Self.inset) + Self.inset
                let y = (high - Self.scaled(point.value)) / (high - low) * (Self.height - 2 * Self.inset) + Self.inset
                // Steps: a figure holds until the next one is found.
                return index == 0 ? "M\(Self.text(x)) \(Self.text(y))" : "H\(Self.text(x))V\(Self.text(y))"
            }.joined()
        }
        penaltyPath = path(drawn.map { ($0.seconds, $0.penalty) })
        boundPath = path(drawn.compactMap { point in point.bound.map { (point.seconds, $0) } })
    }

    private static func scaled(_ value: Int) -> Double { log(Double(max(value, 0)) + 10) }

    /// With one decimal.
    private static func text(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }
}
