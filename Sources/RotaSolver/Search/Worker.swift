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
    private let movesPerWork: Double

    /// - Parameters:
    ///   - longestWindow: days of a row solve at most.
    ///   - random: this worker's own stream.
    init(_ state: RotaState, longestWindow: Int, random: SeededGenerator) {
        editor = Editor(state, hardPrice: 1)
        rows = RowSolver(state)
        self.random = random
        movesPerWork = state.tables.rowsCoverAll ? Tuning.movesPerWork : Tuning.movesPerBlindWork
        self.longestWindow = min(longestWindow, state.tables.dayCount)
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
            let most = min(region.dayCount, longestWindow)
            let least = min(most, Tuning.shortestWindow)
            let count = least + random.below(most - least + 1)
            let first = region.firstDay + random.below(region.dayCount - count + 1)
            let person = region.people[random.below(region.people.count)]
            let slack = thresholds.draw(&random, temperature: temperature)
            _ = rows.solve(
                person, first: first, count: count, temperature: temperature * Tuning.noise, slack: slack,
                editor: &editor, random: &random)
            let work = rows.lastWork / 256
            let moves = min(Tuning.mostMoves, max(20, Int(Double(work) * movesPerWork)))
            for _ in 0..<moves {
                let threshold = thresholds.draw(&random, temperature: temperature)
                _ = editor.proposeMove(in: region, random: &random, threshold: threshold)
            }
            spent += work + moves
        }
    }

    /// Builds the rows that break hard rules, window after window, each with its share of the limits on the whole.
    func buildRows(stop: StopSignal) {
        let tables = editor.tables
        for pass in 0..<4 {
            let broken = (0..<tables.peopleCount).filter { editor.state.breaksHardRules($0) }
            if broken.isEmpty { return }
            for person in broken {
                // Of the limits on the whole, windows have the share of the days on which the person may work.
                let open = openDays(of: person)
                var first = 0
                let longest = min(longestWindow, 28 + 7 * pass)
                while first < tables.dayCount, !stop.isRaised {
                    let count = min(longest, tables.dayCount - first)
                    // First all from the left; then what is still broken, each window within the row as it is.
                    let share = pass == 0 ? Double(open[first + count]) / Double(max(1, open[tables.dayCount])) : 1
                    _ = rows.solve(
                        person, first: first, count: count, temperature: 0.1, slack: 0, share: share,
                        editor: &editor, random: &random)
                    first += max(1, count / 2)
                }
            }
        }
    }

    /// By day, and one more: the days before it on which a person may work.
    private func openDays(of person: Int) -> [Int] {
        let tables = editor.tables
        var open = [0]
        for day in 0..<tables.dayCount {
            let cell = (person * tables.dayCount + day) * tables.dutyCount
            let isOpen = (1..<tables.dutyCount).contains {
                tables.cellHard[cell + $0] == 0 && !tables.isNever[cell + $0]
            }
            open.append(open[day] + (isOpen ? 1 : 0))
        }
        return open
    }
}
