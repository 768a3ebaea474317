import Foundation

/// Runs the program on one instance and has the referee check what it wrote.
struct Runner {
    let program: URL
    /// The folder with `nrp/` and `referee.py`.
    let problems: URL
    let threads: Int

    private struct Claim: Decodable {
        var penalty: Int
        var bound: Int?
        var feasible: Bool
    }

    private struct Progress: Decodable {
        var seconds: Double
        var feasible: Bool
    }

    private struct Verdict: Decodable {
        var total: Int
        var feasible: Bool
    }

    func run(_ job: Job) throws -> RunResult {
        let instance = problems.appending(path: "nrp/Instance\(job.instance).txt")
        let solution = FileManager.default.temporaryDirectory.appending(path: "benchmark-\(UUID().uuidString).txt")
        defer { try? FileManager.default.removeItem(at: solution) }
        let began = ContinuousClock.now
        let (output, errors) = try call(
            program,
            [
                "solve", path(instance), "--time-limit", "\(job.seconds)s", "--threads", String(job.threads), "--seed",
                String(job.seed), "--output", path(solution), "--json",
            ], goodStatus: 0...1)
        let wall = began.duration(to: .now)

        let claim = try JSONDecoder().decode(Claim.self, from: output)
        let verdict = try judge(instance, solution)
        guard claim.feasible == verdict.feasible, !claim.feasible || claim.penalty == verdict.total else {
            throw RunError(
                "Instance\(job.instance), seed \(job.seed): watchbill says penalty \(claim.penalty), feasible"
                    + " \(claim.feasible); the referee says \(verdict.total), \(verdict.feasible).")
        }
        return RunResult(
            job: job, penalty: verdict.total, feasible: verdict.feasible, bound: claim.bound,
            firstLegal: firstLegal(errors),
            wallSeconds: (Double(wall.components.seconds) + Double(wall.components.attoseconds) * 1e-18).rounded(to: 2))
    }

    private func judge(_ instance: URL, _ solution: URL) throws -> Verdict {
        let (output, _) = try call(
            URL(filePath: "/usr/bin/env"),
            ["python3", path(problems.appending(path: "referee.py")), "--json", path(instance), path(solution)],
            goodStatus: 0...1)
        return try JSONDecoder().decode(Verdict.self, from: output)
    }

    /// The time of the first line of progress that tells of a legal rota.
    private func firstLegal(_ errors: Data) -> Double? {
        for line in errors.split(separator: UInt8(ascii: "\n")) {
            // Diagnostics stand among the lines of progress; they are not JSON.
            guard let progress = try? JSONDecoder().decode(Progress.self, from: Data(line)) else { continue }
            if progress.feasible { return progress.seconds }
        }
        return nil
    }

    private func path(_ url: URL) -> String { url.path(percentEncoded: false) }

    private func call(
        _ program: URL, _ arguments: [String], goodStatus: ClosedRange<Int32>
    ) throws -> (output: Data, errors: Data) {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        let folder = FileManager.default.temporaryDirectory
        let files = ["out", "err"].map { folder.appending(path: "benchmark-\(UUID().uuidString).\($0)") }
        defer { for file in files { try? FileManager.default.removeItem(at: file) } }
        let handles = try files.map { file in
            try Data().write(to: file)
            return try FileHandle(forWritingTo: file)
        }
        (process.standardOutput, process.standardError) = (handles[0], handles[1])
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        for handle in handles { try handle.close() }
        let (output, errors) = (try Data(contentsOf: files[0]), try Data(contentsOf: files[1]))
        guard process.terminationReason == .exit, goodStatus.contains(process.terminationStatus) else {
            throw RunError(
                "\(program.lastPathComponent) \(arguments.joined(separator: " ")) ended with"
                    + " \(process.terminationStatus): \(String(decoding: errors.suffix(2000), as: UTF8.self))")
        }
        return (output, errors)
    }
}

/// A run that cannot be counted.
struct RunError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension Double {
    fileprivate func rounded(to digits: Int) -> Double {
        let scale = pow(10, Double(digits))
        return (self * scale).rounded() / scale
    }
}
