internal import RotaModel
internal import RotaRules

/// One thread's share of a search: solves windows of single rows and makes cheap moves, at one temperature, within one
/// region. Works on a state that it may share with others.
final class Worker {
    private var editor: Editor
    private var rows: RowSolver
    private var random: SeededGenerator
    private let thresholds = Thresholds()
    private let longestWindow: Int

    /// - Parameter random: this worker's own stream.
    init(_ state: RotaState, random: SeededGenerator) {
        editor = Editor(state, hardPrice: 1)
        rows = RowSolver(state)
        self.random = random
        longestWindow = min(Tuning.longestWindow, state.tables.dayCount)
    }

    /// What the changes since the last call have changed.
    func takeChanged() -> Cost {
        defer { editor.changed = .zero }
        return editor.changed
    }

    func set(hardPrice: Int) {
        editor.hardPrice = hardPrice
        rows.set(hardPrice: hardPrice)
    }

    /// Works for about `units` units, of which a cheap move is one.
    func anneal(_ region: Region, units: Int, temperature: Double) {
        var spent = 0
        while spent < units {
            let least = min(region.dayCount, Tuning.shortestWindow)
            let most = min(region.dayCount, longestWindow)
            let count = least + random.below(most - least + 1)
            let first = region.firstDay + random.below(region.dayCount - count + 1)
            let person = region.people[random.below(region.people.count)]
            let slack = thresholds.draw(&random, temperature: temperature)
            _ = rows.solve(
                person, first: first, count: count, temperature: temperature * Tuning.noise, slack: slack,
                editor: &editor, random: &random)
            let work = rows.lastWork / 256
            let moves = min(Tuning.mostMoves, max(20, Int(Double(work) * Tuning.movesPerWork)))
            for _ in 0..<moves {
                let threshold = thresholds.draw(&random, temperature: temperature)
                _ = editor.proposeMove(in: region, random: &random, threshold: threshold)
            }
            spent += work + moves
        }
    }

    /// Solves every row in turn, window after window, for what single people's rules ask.
    func solveRows(_ people: some Sequence<Int>, dayCount: Int, temperature: Double) {
        for person in people {
            var first = 0
            while first < dayCount {
                let count = min(longestWindow, dayCount - first)
                _ = rows.solve(
                    person, first: first, count: count, temperature: temperature, slack: 0, editor: &editor,
                    random: &random)
                first += max(1, count / 2)
            }
        }
    }
}
