import CrewRecords
import Foundation
import RotaModel
import Testing
import WatchbillTestKit

/// How much work an answer takes, in instructions of the processor, as callgrind counts them: unlike time, that repeats.
///
/// It is counted twice in one process, so that the difference tells how much the count itself varies.
struct Work: Sendable {
    let first: Double
    let second: Double

    /// One of the requests that are counted: what looks at those concerned, by somebody who may look and has no right.
    struct Request: Sendable {
        let asker: PersonID
        let path: String
    }

    static let requests: [Request] = {
        let lead = TwinHospital.holder(.lead, in: "w3")
        return ["/crew/a/file", "/crew/b/file", "/crew/c/file", "/crew/b", "/crew", "/search?q=\(History.open)"].map {
            Request(asker: lead, path: $0)
        }
    }()

    private static let valgrind = URL(filePath: "/usr/bin/valgrind")
    private static let strip = URL(filePath: "/usr/bin/strip")
    /// Whether it is wished for, since it takes minutes, and there is what counts.
    static var isCounted: Bool {
        ProcessInfo.processInfo.environment["WATCHBILL_WORK"] != nil
            && [valgrind, strip].allSatisfy { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    /// - Parameters:
    ///   - database: a file in a folder of its own, that nobody else uses.
    ///   - times: how often each is asked.
    /// - Returns: for one answer to each request.
    static func count(
        _ requests: [(cookie: String, path: String)], in database: URL, at now: Instant, times: Int
    ) async throws -> [Work] {
        let folder = database.deletingLastPathComponent()
        let built = try #require(Bundle.main.executableURL).deletingLastPathComponent().appending(path: "TwinAnswers")
        let program = folder.appending(path: "TwinAnswers")
        // Valgrind cannot read what Swift writes for debuggers.
        let stripped = try await RunningProgram(strip, ["--strip-debug", "-o", program.path, built.path]).outcome()
        try #require(stripped.status == 0, "\(stripped.errors)")
        let outcome = try await RunningProgram(
            valgrind,
            [
                "--tool=callgrind", "--dump-before=*TwinAnswers4mark*", "--callgrind-out-file=\(folder.path)/count",
                program.path, database.path, "\(now.seconds)", "\(times)",
            ] + requests.flatMap { [$0.cookie, $0.path] },
            // Hashes in Swift begin with a random number in each process.
            environment: ["SWIFT_DETERMINISTIC_HASHING": "1", "WATCHBILL_TWINS_KEY": World.masterKey]
        ).outcome()
        try #require(outcome.status == 0, "\(outcome.errors.prefix(4000))")
        // The first part is what came before the first mark.
        let rounds = try (2...(2 * requests.count + 1)).map { part in
            let text = try String(contentsOf: folder.appending(path: "count.\(part)"), encoding: .utf8)
            let sum = try #require(text.firstMatch(of: /(?:summary|totals): ([0-9]+)/)?.1, "Part \(part) has no sum.")
            return Double(try #require(Int(sum))) / Double(times)
        }
        return zip(rounds, rounds[requests.count...]).map { Work(first: $0, second: $1) }
    }
}

extension World {
    /// The work of answering requests, counted in a copy of this world's database.
    func work(_ requests: [Work.Request], at now: Instant, times: Int) async throws -> [Work] {
        moveClock(to: now)
        var asked: [(cookie: String, path: String)] = []
        for (number, request) in requests.enumerated() {
            try await enter(request.asker, seed: UInt64(number) << 8 | 1 << 44)
            asked.append((try cookie(of: request.asker), request.path))
        }
        let folder = try Python.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let copy = folder.appending(path: "watchbill.sqlite")
        // Nothing is being written, so the file and its log belong together.
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: scratch.location + suffix, toPath: copy.path + suffix)
        }
        return try await Work.count(asked, in: copy, at: now, times: times)
    }
}
