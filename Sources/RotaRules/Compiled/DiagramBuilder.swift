internal import RotaModel

/// Lays out a person's legal rows day by day: first every state that can be reached, then, from the end, those that come
/// to a good end, with states of the same future made one.
struct DiagramBuilder {
    enum Outcome {
        case built([[Int32]])
        case tooLarge
        case stopped
    }

    private struct Sum {
        /// Day x duties + duty.
        var amounts: [Int]
        /// Position of the automaton that feeds it; -1: none.
        var automaton: Int
        var minimum: Int
        var maximum: Int
        /// By day: the least and the most that the days from there on add.
        var least: [Int]
        var most: [Int]
    }

    private let dayCount: Int
    private let dutyCount: Int
    private let allowed: [Bool]
    private let room: Int
    private let automata: [any RowAutomaton]
    private let sums: [Sum]
    private let windows: [RowWindow]
    /// (history day + day) x duties + duty.
    private let minutes: [Int32]
    private let historyDays: Int
    private let start: [Int32]
    /// Where the minutes of each window's last days stand in a state, the latest last.
    private let windowStart: [Int]

    init(
        _ parts: RowParts, person: Int, problem: RotaProblem, compiler: RowCompiler, allowed: [Bool], room: Int
    ) {
        let (days, duties) = (problem.dayCount, problem.shiftTypes.count + 1)
        dayCount = days
        dutyCount = duties
        self.allowed = allowed
        self.room = room
        historyDays = problem.historyDayCount
        minutes = compiler.minutes
        var rests: [Minutes?: RestAutomaton] = [:]
        let names = parts.automata + parts.weekendCounts
        let automata = names.map { compiler.make($0, &rests).0 }
        self.automata = automata
        var start = automata.map { Int32(compiler.stateAfterHistory($0, person: person)) }
        sums = parts.counters.map { counter in
            var automaton = -1
            if case .weekends(let calendar, let stretch) = counter.source {
                automaton = names.firstIndex(of: .weekends(calendar, stretch)) ?? -1
            }
            let amounts = (0..<days * duties).map {
                compiler.amount(of: counter.source, day: $0 / duties, duty: $0 % duties)
            }
            var (least, most) = (Array(repeating: 0, count: days + 1), Array(repeating: 0, count: days + 1))
            for day in (0..<days).reversed() {
                let today = amounts[day * duties..<(day + 1) * duties]
                least[day] = least[day + 1] + (today.min() ?? 0)
                most[day] = most[day + 1] + (automaton < 0 ? today.max() ?? 0 : 1)
            }
            let base = compiler.base(of: counter.source, person: person)
            let limits = counter.limits
            return Sum(
                amounts: amounts, automaton: automaton,
                minimum: limits.minimum == .min ? .min : limits.minimum - base,
                maximum: limits.maximum == .max ? .max : limits.maximum - base, least: least, most: most)
        }
        start += sums.map { _ in 0 }
        windows = parts.windows
        var windowStart: [Int] = []
        for window in parts.windows {
            windowStart.append(start.count)
            for day in (1 - window.length)..<0 {
                let isKnown = day >= window.firstKnown && day >= -problem.historyDayCount
                let duty = isKnown ? Int(compiler.history(of: person, day: day)) : 0
                start.append(isKnown ? minutes[(problem.historyDayCount + day) * duties + duty] : 0)
            }
        }
        self.windowStart = windowStart
        self.start = start
    }

    func build(goOn: () -> Bool) -> Outcome {
        var layers: [[Int32]] = []
        var states = [start]
        for index in sums.indices where !fits(sum: index, 0, after: -1) { states = [] }
        for day in 0..<dayCount {
            guard goOn() else { return .stopped }
            var numbers: [[Int32]: Int32] = [:]
            var fresh: [[Int32]] = []
            var layer = Array(repeating: Int32(-1), count: states.count * dutyCount)
            for (number, state) in states.enumerated() {
                for duty in 0..<dutyCount where allowed[day * dutyCount + duty] {
                    guard let next = step(state, day: day, duty: duty) else { continue }
                    if let known = numbers[next] {
                        layer[number * dutyCount + duty] = known
                    } else {
                        guard fresh.count < room else { return .tooLarge }
                        numbers[next] = Int32(fresh.count)
                        layer[number * dutyCount + duty] = Int32(fresh.count)
                        fresh.append(next)
                    }
                }
            }
            layers.append(layer)
            states = fresh
        }
        return .built(reduced(layers))
    }

    /// The state after a day; nil: no legal row goes on so.
    private func step(_ state: [Int32], day: Int, duty: Int) -> [Int32]? {
        var next = state
        for (number, automaton) in automata.enumerated() {
            let step = automaton.step(Int(state[number]), day: day, duty: duty)
            if step.amount > 0 { return nil }
            next[number] = Int32(step.next)
            guard step.emission > 0 else { continue }
            for (index, sum) in sums.enumerated() where sum.automaton == number {
                next[automata.count + index] += Int32(step.emission)
            }
        }
        for (index, sum) in sums.enumerated() {
            let place = automata.count + index
            let value = Int(next[place]) + sum.amounts[day * dutyCount + duty]
            guard fits(sum: index, value, after: day) else { return nil }
            next[place] = Int32(clamping: canonical(sum, value, after: day))
        }
        for (number, window) in windows.enumerated() {
            let range = windowStart[number]..<windowStart[number] + window.length - 1
            let today = Int32(minutes[(historyDays + day) * dutyCount + duty])
            let reads = day >= window.firstKnown && day <= window.last
            if reads, day >= window.first {
                // Before the first known day nothing is; a window that would begin there begins with it.
                let total = range.reduce(Int(today)) { $0 + Int(state[$1]) }
                let isJudged = day - window.length + 1 >= window.firstKnown || day == window.last
                if isJudged, total > window.maximum { return nil }
            }
            for place in range { next[place] = place + 1 < range.upperBound ? state[place + 1] : 0 }
            if let last = range.last { next[last] = reads ? today : 0 }
        }
        return next
    }

    /// One value for all that mean the same for the rest of the row.
    private func canonical(_ sum: Sum, _ value: Int, after day: Int) -> Int {
        guard sum.maximum == .max || value + sum.most[day + 1] <= sum.maximum else { return value }
        // Nothing that follows takes it above the most.
        return sum.minimum == .min ? -(1 << 30) : min(value, sum.minimum)
    }

    /// Whether the rest of the row can bring a sum to within its limits.
    private func fits(sum index: Int, _ value: Int, after day: Int) -> Bool {
        let sum = sums[index]
        if sum.maximum != .max, value + sum.least[day + 1] > sum.maximum { return false }
        return sum.minimum == .min || value + sum.most[day + 1] >= sum.minimum
    }

    /// Without nodes that lead nowhere, and with nodes of the same future made one, from the last day back.
    private func reduced(_ layers: [[Int32]]) -> [[Int32]] {
        var result: [[Int32]] = []
        // By node of the next day: what it has become.
        var become: [Int32]?
        for layer in layers.reversed() {
            var numbers: [ArraySlice<Int32>: Int32] = [:]
            var kept: [Int32] = []
            var mine: [Int32] = []
            for row in stride(from: 0, to: layer.count, by: dutyCount) {
                let children = layer[row..<row + dutyCount].map { child -> Int32 in
                    // All states after the last day are one.
                    child < 0 ? -1 : become.map { $0[Int(child)] } ?? 0
                }
                guard children.contains(where: { $0 >= 0 }) else {
                    mine.append(-1)
                    continue
                }
                if let known = numbers[children[...]] {
                    mine.append(known)
                } else {
                    numbers[children[...]] = Int32(numbers.count)
                    mine.append(Int32(numbers.count - 1))
                    kept += children
                }
            }
            result.append(kept)
            become = mine
        }
        return result.reversed()
    }
}
