/// All the rows of one person that keep some hard rules, as a layered decision diagram: a layer of nodes for each day, and
/// a path for each row (S. Minato, 1993; as an automaton unrolled over the days, G. Pesant, 2004).
///
/// Nodes from which no row can be ended well are gone, and nodes with the same future are one.
package final class RowDiagram: Sendable {
    package let dayCount: Int
    package let dutyCount: Int
    /// By day, and the end: where its nodes begin in `children`, in nodes. The first day has one node, or none.
    private let layerStart: [Int]
    /// Node x duties + duty: the node it leads to, within the next layer; -1: the duty is not possible there.
    private let children: [Int32]
    /// Whether nothing that was to be kept has been left out for want of room.
    package let isWhole: Bool

    init(dayCount: Int, dutyCount: Int, layers: [[Int32]], isWhole: Bool) {
        self.dayCount = dayCount
        self.dutyCount = dutyCount
        self.isWhole = isWhole
        var starts = [0]
        for layer in layers { starts.append(starts[starts.count - 1] + layer.count / dutyCount) }
        layerStart = starts
        children = layers.flatMap { $0 }
    }

    /// Whether there is no row at all.
    package var isEmpty: Bool { width(ofDay: 0) == 0 }

    private func width(ofDay day: Int) -> Int {
        day == dayCount ? 1 : layerStart[day + 1] - layerStart[day]
    }

    /// Part of a row: the node it begins at, and its duties.
    package struct Part: Sendable {
        package var value: Int
        package var duties: [UInt8]
        fileprivate var start: Int
    }

    /// What a duty that must not be is worth.
    package static let never = Int.min / 4

    /// The days of the row that is worth most.
    ///
    /// - Parameter worth: (day of `days` x duties + duty), `never` at the least.
    /// - Returns: nil if there is no row without a duty that is never to be.
    package func best(on days: Range<Int>, worth: UnsafePointer<Int>) -> Part? {
        var next = Array(repeating: 0, count: width(ofDay: days.upperBound))
        var choices: [[UInt8]] = []
        for day in days.reversed() {
            let count = width(ofDay: day)
            var values = Array(repeating: Self.never, count: count)
            var chosen = Array(repeating: UInt8(0), count: count)
            for node in 0..<count {
                let row = (layerStart[day] + node) * dutyCount
                for duty in 0..<dutyCount {
                    let child = Int(children[row + duty])
                    if child < 0 { continue }
                    let value = worth[(day - days.lowerBound) * dutyCount + duty] + next[child]
                    if value > values[node] { (values[node], chosen[node]) = (value, UInt8(duty)) }
                }
                values[node] = max(values[node], Self.never)
            }
            next = values
            choices.append(chosen)
        }
        guard let value = next.max(), value > Self.never / 2, let start = next.firstIndex(of: value) else { return nil }
        var node = start
        let duties = days.map { day in
            let duty = choices[days.upperBound - 1 - day][node]
            node = Int(children[(layerStart[day] + node) * dutyCount + Int(duty)])
            return duty
        }
        return Part(value: value, duties: duties, start: start)
    }

    /// A whole row with that part on the days from `first` on, and days off elsewhere where they can be.
    package func row(with part: Part, first: Int) -> [UInt8] {
        var before: [UInt8] = []
        var node = part.start
        for day in (0..<first).reversed() {
            let begin = layerStart[day] * dutyCount
            let places = begin..<begin + width(ofDay: day) * dutyCount
            // Every node is reached from the first day.
            guard
                let place = (0..<dutyCount).lazy.compactMap({ [self] duty in
                    stride(from: places.lowerBound + duty, to: places.upperBound, by: dutyCount)
                        .first { Int(children[$0]) == node }
                }).first
            else { preconditionFailure("A node of day \(day + 1) is reached by no row") }
            before.append(UInt8((place - begin) % dutyCount))
            node = (place - begin) / dutyCount
        }
        node = part.start
        var after = part.duties
        for (offset, duty) in after.enumerated() {
            node = Int(children[(layerStart[first + offset] + node) * dutyCount + Int(duty)])
        }
        for day in (first + part.duties.count)..<dayCount {
            let row = (layerStart[day] + node) * dutyCount
            guard let duty = (0..<dutyCount).first(where: { children[row + $0] >= 0 }) else {
                preconditionFailure("A node of day \(day) leads nowhere")
            }
            after.append(UInt8(duty))
            node = Int(children[row + duty])
        }
        return before.reversed() + after
    }
}
