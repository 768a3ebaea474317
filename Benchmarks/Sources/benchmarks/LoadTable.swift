import Foundation

/// How many requests a server answers.
struct LoadTable {
    let runs: [LoadRun]

    var text: String {
        let flushes = Set(runs.map { String(Int($0.flushesPerSecond)) }).sorted().joined(separator: " and ")
        return """
            ## Load

            `watchbill serve` with the demo's hospital, over HTTP and connections that stay open; each connection sends its next
            request as soon as the last is answered. Server, database and the sender, wrk, share the machine's cores. A write
            is answered when it is on the disk: this one takes \(flushes) blocks a second one after the other, and what writes
            gain beyond that they gain by going together. Times are from a request's first byte to its answer's last, in
            milliseconds. Measured on \(Machine.words(for: runs.map(\.machine))).

            \(table)

            """
    }

    private var table: String {
        let head = ["", "store", "connections", "a second", "median", "p99", "worst", "failed"]
        let rows =
            [head, head.map { _ in "---" }]
            + LoadWork.allCases.flatMap { work in runs.filter { $0.work == work }.map(row) }
        return rows.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
    }

    private func row(_ run: LoadRun) -> [String] {
        [
            run.work.words, run.store, String(run.connections), String(Int(run.perSecond)),
            String(format: "%.1f", run.median), String(format: "%.1f", run.p99), String(format: "%.1f", run.worst),
            String(run.failed),
        ]
    }
}
