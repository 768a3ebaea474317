import Foundation

/// How long repairs take.
struct RepairTable {
    let runs: [RepairRun]

    var text: String {
        """
        ## Repairs

        A plain ward of that size is made (three shifts a day, rest, runs, weekends, hours by contract, wishes, leave), a rota
        built for it, and one person at a time who works then drops out for 1 to 14 days. *Wall* and *user*: of the whole
        command, with reading the files and judging; *repair*: of the search alone; median and worst. A repair ends when it has tried
        all it tries, at 10 s at the latest.

        \(table)

        """
    }

    private var table: String {
        let head = [
            "people x days", "absences", "legal repair found", "none exists (proven)", "wall", "user", "repair",
            "people disturbed", "least rise of the penalty", "penalty before",
        ]
        let sizes = runs.reduce(into: [[Int]]()) { sizes, run in
            if !sizes.contains([run.people, run.days]) { sizes.append([run.people, run.days]) }
        }
        let rows =
            [head, head.map { _ in "---" }]
            + sizes.map { size in row(runs.filter { [$0.people, $0.days] == size }, size) }
        return rows.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
    }

    private func row(_ runs: [RepairRun], _ size: [Int]) -> [String] {
        func times(_ key: KeyPath<RepairRun, Double>) -> String {
            let values = runs.map { $0[keyPath: key] }
            return String(format: "%.2f s, %.2f s", median(values) ?? 0, values.max() ?? 0)
        }
        func middle(_ values: [Int]) -> String { median(values).map { String($0) } ?? "none" }
        let away = runs.map(\.away)
        return [
            size.map(String.init).joined(separator: " x "),
            "\(runs.count), of \(away.min() ?? 0) to \(away.max() ?? 0) days",
            String(runs.count { $0.outcome == "legal" }), String(runs.count { $0.outcome == "noneExists" }),
            times(\.wallSeconds), times(\.userSeconds), times(\.repairSeconds), middle(runs.compactMap(\.disturbed)),
            middle(runs.compactMap(\.leastChange)), String(runs.first?.penaltyBefore ?? 0),
        ]
    }
}
