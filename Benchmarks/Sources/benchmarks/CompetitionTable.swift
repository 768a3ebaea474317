import Foundation

/// What the competitions' problems came to.
struct CompetitionTable {
    let results: [RunResult]

    var text: String {
        """
        ## Nurse rostering competitions

        Problems of the first competition (Haspeslagh and others, 2010) and, as static ones with all weeks known, of the second
        (Ceschia and others, 2015). There is no independent referee here: the penalty is that of the product's own judge, which
        reads the solution again from its file. *Known*: best known of the first, optimum of the second.

        \(table)

        """
    }

    private var limits: [Int] { Set(results.map(\.job.seconds)).sorted() }

    private var table: String {
        let head =
            ["problem", "known"] + limits.map { "ours \($0) s" } + ["bound", "first legal", "behind the known"]
        let names = results.compactMap(\.job.competition).reduce(into: [String]()) { names, name in
            if !names.contains(name) { names.append(name) }
        }
        let rows = [head, head.map { _ in "---" }] + names.map(row)
        return rows.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
    }

    private func row(_ name: String) -> [String] {
        let known = Competition.known.first { $0.name == name }?.known
        let own = results.filter { $0.job.competition == name }
        var cells = ["`\(name)`", known.map(String.init) ?? "?"]
        for limit in limits {
            let runs = own.filter { $0.job.seconds == limit }
            let legal = runs.filter(\.feasible).map(\.penalty)
            let count = legal.count < runs.count ? " (\(legal.count)/\(runs.count) legal)" : ""
            cells.append(
                runs.isEmpty ? "not run" : median(legal).map { "\($0)\(count)" } ?? "no legal rota")
        }
        cells.append(own.compactMap(\.bound).max().map { String($0) } ?? "none")
        cells.append(median(own.compactMap(\.firstLegal)).map { String(format: "%.2f s", $0) } ?? "none")
        let longest = own.map(\.job.seconds).max()
        let ours = median(own.filter { $0.job.seconds == longest && $0.feasible }.map(\.penalty))
        if let known, let ours {
            let more = Double(ours - known) / Double(known) * 100
            cells.append(ours > known ? "by \(ours - known) (\(String(format: "%.1f", more)) %)" : "no")
        } else {
            cells.append("")
        }
        return cells
    }
}
