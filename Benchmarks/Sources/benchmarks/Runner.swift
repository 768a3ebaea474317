import Foundation

/// Runs the program on one problem and has what it wrote checked.
struct Runner {
    let program: URL
    /// The folder with `nrp/`, `inrc1/`, `inrc2/` and `referee.py`.
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
        var penalty: Int
        var bound: Int?
    }

    private struct Verdict: Decodable {
        var total: Int
        var feasible: Bool
    }

    private struct Check: Decodable {
        var penalty: Int
        var feasible: Bool
    }

    func run(_ job: Job) throws -> RunResult {
        let ending = job.competition == nil ? "txt" : "json"
        let solution = FileManager.default.temporaryDirectory.appending(
            path: "benchmark-\(UUID().uuidString).\(ending)")
        defer { try? FileManager.default.removeItem(at: solution) }
        let crew =
            job.competition.map { Competition.arguments(of: $0, in: problems) }
            ?? [path(problems.appending(path: "nrp/Instance\(job.instance ?? 0).txt"))]
        let call = try Call(
            program,
            ["solve"] + crew + [
                "--time-limit", "\(job.seconds)s", "--threads", String(job.threads), "--seed", String(job.seed),
                "--output", path(solution), "--json",
            ], goodStatus: 0...1)

        let claim = try JSONDecoder().decode(Claim.self, from: call.output)
        let verdict = try job.competition == nil ? judge(crew[0], solution) : check(crew, solution)
        guard claim.feasible == verdict.feasible, !claim.feasible || claim.penalty == verdict.total else {
            throw RunError(
                "\(job.problem), seed \(job.seed): watchbill says penalty \(claim.penalty), feasible"
                    + " \(claim.feasible); the referee says \(verdict.total), \(verdict.feasible).")
        }
        let progress = progress(call.errors)
        return RunResult(
            job: job, penalty: verdict.total, feasible: verdict.feasible, bound: claim.bound,
            firstLegal: progress.first(where: \.feasible)?.seconds, wallSeconds: call.wallSeconds.rounded(to: 2),
            curve: curve(progress), machine: Machine.description)
    }

    private func judge(_ instance: String, _ solution: URL) throws -> Verdict {
        let call = try Call(
            URL(filePath: "/usr/bin/env"),
            ["python3", path(problems.appending(path: "referee.py")), "--json", instance, path(solution)],
            goodStatus: 0...1)
        return try JSONDecoder().decode(Verdict.self, from: call.output)
    }

    /// The competitions have no referee here: the product's own judge reads the solution again.
    private func check(_ crew: [String], _ solution: URL) throws -> Verdict {
        let call = try Call(program, ["check"] + crew + [path(solution), "--json"], goodStatus: 0...1)
        let check = try JSONDecoder().decode(Check.self, from: call.output)
        return Verdict(total: check.penalty, feasible: check.feasible)
    }

    private func progress(_ errors: Data) -> [Progress] {
        // Diagnostics stand among the lines of progress; they are not JSON.
        errors.split(separator: UInt8(ascii: "\n")).compactMap {
            try? JSONDecoder().decode(Progress.self, from: Data($0))
        }
    }

    /// Where penalty or bound of a legal rota changed; not more points than a picture shows, and the last.
    private func curve(_ progress: [Progress]) -> [CurvePoint] {
        var points: [CurvePoint] = []
        for line in progress where line.feasible {
            let point = CurvePoint(seconds: line.seconds, penalty: line.penalty, bound: line.bound)
            if let last = points.last, last.penalty == point.penalty, last.bound == point.bound { continue }
            // Within 1 % of the time the later one stands for both.
            if points.count > 1, let last = points.last, point.seconds < last.seconds * 1.01 { points.removeLast() }
            points.append(point)
        }
        if let line = progress.last, line.feasible {
            points.append(CurvePoint(seconds: line.seconds, penalty: line.penalty, bound: line.bound))
        }
        return points
    }

    private func path(_ url: URL) -> String { url.path(percentEncoded: false) }
}
