import Foundation

/// One run that is asked for: of an instance or of a competition's problem.
struct Job: Codable, Hashable, Comparable {
    var instance: Int?
    var competition: String?
    var seconds: Int
    var seed: Int
    var threads: Int

    var problem: String { competition ?? "Instance\(instance ?? 0)" }

    /// Instances first, by number; then the competitions' problems.
    static func < (left: Job, right: Job) -> Bool {
        left.order.lexicographicallyPrecedes(right.order)
            || left.order == right.order && (left.competition ?? "") < (right.competition ?? "")
    }

    private var order: [Int] {
        let position = competition.flatMap { name in Competition.known.firstIndex { $0.name == name } }
        return [instance ?? 1_000_000 + (position ?? 1_000_000), seconds, threads, seed]
    }
}

/// A legal rota's penalty and the proven bound at some time.
struct CurvePoint: Codable, Equatable {
    var seconds: Double
    var penalty: Int
    var bound: Int?
}

/// What a run came to. Penalty and feasibility are the referee's; of a competition's problem the judge's.
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
    /// Kept for the runs that are drawn.
    var curve: [CurvePoint]?
    /// Nil: of a run before machines were noted.
    var machine: String?

    /// For whoever watches.
    var line: String {
        let value = feasible ? "penalty \(penalty)" : "no legal rota"
        let proven = bound.map { ", bound \($0)" } ?? ""
        let first = firstLegal.map { String(format: ", first legal after %.2f s", $0) } ?? ""
        return "\(job.problem), \(job.seconds) s, seed \(job.seed): \(value)\(proven)\(first)"
    }
}

/// The file that keeps results.
struct ResultStore<Result: Codable> {
    private let url: URL

    init(_ url: URL) {
        self.url = url
    }

    /// None if there is no file yet.
    func read() throws -> [Result] {
        guard FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) else { return [] }
        return try JSONDecoder().decode([Result].self, from: Data(contentsOf: url))
    }

    /// One result a line, so that changes can be read.
    func write(_ results: [Result]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let lines = try results.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
        try "[\n\(lines.joined(separator: ",\n"))\n]\n".write(to: url, atomically: true, encoding: .utf8)
    }
}

/// The upper one of two in the middle, so that nothing looks better than it was.
func median<Value: Comparable>(_ values: [Value]) -> Value? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
}
