import Foundation

/// One run that is asked for.
struct Job: Codable, Hashable, Comparable {
    var instance: Int
    var seconds: Int
    var seed: Int
    var threads: Int

    static func < (left: Job, right: Job) -> Bool {
        (left.instance, left.seconds, left.threads, left.seed) < (
            right.instance, right.seconds, right.threads, right.seed
        )
    }
}

/// What a run came to. Penalty and feasibility are the referee's.
struct RunResult: Codable {
    var job: Job
    var penalty: Int
    var feasible: Bool
    /// Proven by the solver; nil: none.
    var bound: Int?
    /// When the first legal rota was there; nil: never.
    var firstLegal: Double?
    /// From the start of the process to its end.
    var wallSeconds: Double

    /// For whoever watches.
    var line: String {
        let value = feasible ? "penalty \(penalty)" : "no legal rota"
        let proven = bound.map { ", bound \($0)" } ?? ""
        let first = firstLegal.map { String(format: ", first legal after %.2f s", $0) } ?? ""
        return "Instance\(job.instance), \(job.seconds) s, seed \(job.seed): \(value)\(proven)\(first)"
    }
}

/// The file that keeps results.
struct ResultStore {
    private let url: URL

    init(_ url: URL) {
        self.url = url
    }

    /// None if there is no file yet.
    func read() throws -> [RunResult] {
        guard FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) else { return [] }
        return try JSONDecoder().decode([RunResult].self, from: Data(contentsOf: url))
    }

    /// One result a line, so that changes can be read.
    func write(_ results: [RunResult]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let lines = try results.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
        try "[\n\(lines.joined(separator: ",\n"))\n]\n".write(to: url, atomically: true, encoding: .utf8)
    }
}
