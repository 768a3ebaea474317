import Foundation

/// Penalty and bound against time, as a picture that can be read on a light page and on a dark one.
///
/// Time has a logarithmic axis, since most happens soon; of the penalties the part is shown that is at most half as much
/// again above the end.
struct CurveDrawing {
    let title: String
    /// In order of time.
    let points: [CurvePoint]
    let bestKnown: Int?
    /// Where the axis of time ends: when the run had to, or sooner if it was proven to be the best before.
    private let end: Double

    /// - Parameter limit: when the run had to end.
    init(title: String, points: [CurvePoint], limit: Double, bestKnown: Int?) {
        self.bestKnown = bestKnown
        guard var last = points.last, last.seconds < limit * 0.9 else {
            (self.title, self.points, end) = (title, points, limit)
            return
        }
        self.title = title + String(format: ", proven after %.1f s", last.seconds)
        end = min(limit, last.seconds * 3)
        last.seconds = end
        self.points = points + [last]
    }

    private static let width = 750.0
    private static let height = 360.0
    private static let plot = (left: 78.0, right: 600.0, top: 40.0, bottom: 306.0)

    var svg: String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(number(Self.width)) \(number(Self.height))" role="img">
        <title>\(title): penalty \(points.last?.penalty ?? 0)\(boundWords) at the end</title>
        <style>
        text { font: 13px system-ui, sans-serif; fill: #1f2328 }
        .grid { stroke: #d1d9e0; stroke-width: 1 }
        .axis { stroke: #59636e; stroke-width: 1 }
        .penalty { fill: none; stroke: #0550ae; stroke-width: 2.5 }
        .bound { fill: none; stroke: #953800; stroke-width: 2.5; stroke-dasharray: 7 4 }
        .known { stroke: #59636e; stroke-width: 1.5; stroke-dasharray: 2 4 }
        @media (prefers-color-scheme: dark) {
        text { fill: #f0f6fc }
        .grid { stroke: #3d444d }
        .axis, .known { stroke: #9198a1 }
        .penalty { stroke: #79c0ff }
        .bound { stroke: #ffa657 }
        }
        </style>
        <clipPath id="plot"><rect \(area)/></clipPath>
        <text x="\(number(Self.plot.left))" y="22">\(title)</text>
        \(penaltyAxis)
        \(timeAxis)
        <g clip-path="url(#plot)">
        \(known)
        <polyline class="bound" points="\(steps { $0.bound })"/>
        <polyline class="penalty" points="\(steps { $0.penalty })"/>
        </g>
        \(labels)
        </svg>

        """
    }

    private var boundWords: String { (points.last?.bound).map { ", proven bound \($0)" } ?? "" }

    private var area: String {
        "x=\"\(number(Self.plot.left))\" y=\"\(number(Self.plot.top))\""
            + " width=\"\(number(Self.plot.right - Self.plot.left))\""
            + " height=\"\(number(Self.plot.bottom - Self.plot.top + 2))\""
    }

    // MARK: Scales

    /// Powers of ten about the first legal rota and the end.
    private var times: ClosedRange<Double> {
        let first = min(max(points.first?.seconds ?? 0.1, 0.01), end / 10)
        return pow(10, log10(first).rounded(.down))...end
    }

    private func x(_ seconds: Double) -> Double {
        let inside = min(max(seconds, times.lowerBound), times.upperBound)
        let share = log(inside / times.lowerBound) / log(times.upperBound / times.lowerBound)
        return Self.plot.left + share * (Self.plot.right - Self.plot.left)
    }

    private var penalties: ClosedRange<Double> {
        let last = Double(points.last?.penalty ?? 1)
        let bounds = points.compactMap { $0.bound.map(Double.init) }
        let floor = bounds.last ?? 0
        // Where penalty and bound meet closely, what is between them shall still be seen.
        let low = max(0, floor - max(last - floor, last * 0.25))
        return low...max(last + max(last - floor, last * 0.5), low + 1)
    }

    private func y(_ penalty: Double) -> Double {
        let share = (penalty - penalties.lowerBound) / (penalties.upperBound - penalties.lowerBound)
        // Not far beyond the clip.
        return max(Self.plot.top - 20, Self.plot.bottom - share * (Self.plot.bottom - Self.plot.top))
    }

    private func steps(_ value: (CurvePoint) -> Int?) -> String {
        var corners: [String] = []
        var last: Double?
        for point in points {
            guard let value = value(point) else { continue }
            if let last { corners.append("\(number(x(point.seconds))),\(number(last))") }
            let height = y(Double(value))
            corners.append("\(number(x(point.seconds))),\(number(height))")
            last = height
        }
        return corners.joined(separator: " ")
    }

    // MARK: Around the curves

    private var penaltyAxis: String {
        let range = penalties.upperBound - penalties.lowerBound
        let rough = range / 5
        let power = pow(10, log10(rough).rounded(.down))
        let step = max(1, [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough } ?? rough)
        var lines: [String] = []
        var tick = (penalties.lowerBound / step).rounded(.up) * step
        while tick <= penalties.upperBound {
            let height = number(y(tick))
            lines.append(
                "<line class=\"grid\" x1=\"\(number(Self.plot.left))\" x2=\"\(number(Self.plot.right))\" y1=\"\(height)\""
                    + " y2=\"\(height)\"/><text x=\"\(number(Self.plot.left - 8))\" y=\"\(number(y(tick) + 4))\""
                    + " text-anchor=\"end\">\(Int(tick))</text>")
            tick += step
        }
        let middle = (Self.plot.top + Self.plot.bottom) / 2
        lines.append(
            "<text transform=\"translate(20 \(number(middle))) rotate(-90)\" text-anchor=\"middle\">penalty</text>")
        return lines.joined(separator: "\n")
    }

    private var timeAxis: String {
        var lines = [
            "<line class=\"axis\" x1=\"\(number(Self.plot.left))\" x2=\"\(number(Self.plot.right))\""
                + " y1=\"\(number(Self.plot.bottom))\" y2=\"\(number(Self.plot.bottom))\"/>"
        ]
        var ticks: [Double] = []
        var tick = times.lowerBound
        while tick < times.upperBound * 0.7 {
            ticks.append(tick)
            tick *= 10
        }
        for tick in ticks + [times.upperBound] {
            let place = number(x(tick))
            lines.append(
                "<line class=\"axis\" x1=\"\(place)\" x2=\"\(place)\" y1=\"\(number(Self.plot.bottom))\""
                    + " y2=\"\(number(Self.plot.bottom + 5))\"/><text x=\"\(place)\""
                    + " y=\"\(number(Self.plot.bottom + 20))\" text-anchor=\"middle\">\(seconds(tick))</text>")
        }
        let middle = (Self.plot.left + Self.plot.right) / 2
        lines.append(
            "<text x=\"\(number(middle))\" y=\"\(number(Self.plot.bottom + 42))\""
                + " text-anchor=\"middle\">seconds (each step is ten times the one before)</text>")
        return lines.joined(separator: "\n")
    }

    private var known: String {
        guard let bestKnown else { return "" }
        let height = number(y(Double(bestKnown)))
        return "<line class=\"known\" x1=\"\(number(Self.plot.left))\" x2=\"\(number(Self.plot.right))\""
            + " y1=\"\(height)\" y2=\"\(height)\"/>"
    }

    /// What each line is, at its end, none upon another.
    private var labels: String {
        var names: [(text: String, at: Double)] = []
        if let last = points.last {
            names.append(("penalty \(last.penalty)", y(Double(last.penalty))))
            if let bound = last.bound { names.append(("bound \(bound)", y(Double(bound)))) }
        }
        if let bestKnown { names.append(("best known \(bestKnown)", y(Double(bestKnown)))) }
        names.sort { $0.at < $1.at }
        var free = Self.plot.top
        var placed: [(text: String, at: Double)] = []
        for name in names {
            let at = max(name.at, free)
            placed.append((name.text, at))
            free = at + 17
        }
        // What is pushed below the plot goes up again, all together.
        let over = max(0, (placed.last?.at ?? 0) - Self.plot.bottom)
        return placed.map {
            "<text x=\"\(number(Self.plot.right + 6))\" y=\"\(number($0.at - over + 4))\">\($0.text)</text>"
        }.joined(separator: "\n")
    }

    private func seconds(_ value: Double) -> String {
        String(format: value >= 10 ? "%.0f" : "%.2g", value)
    }

    private func number(_ value: Double) -> String {
        let text = String(format: "%.1f", value)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
