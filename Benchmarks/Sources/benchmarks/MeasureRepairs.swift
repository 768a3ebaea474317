import ArgumentParser
import Foundation

/// One absence in one ward, and what `watchbill repair` came to.
struct RepairRun: Codable {
    var people: Int
    var days: Int
    /// Days away.
    var away: Int
    var first: Int
    var threads: Int
    /// How long the rota was built that is repaired.
    var buildSeconds: Int
    /// Nil: of a run before machines were noted.
    var machine: String?
    /// Of the whole command, with reading and judging; and of the repair alone.
    var wallSeconds: Double
    var userSeconds: Double
    var repairSeconds: Double
    /// `legal`, `noneFound` or `noneExists`.
    var outcome: String
    var repairs: Int
    /// Of the first repair by rank.
    var disturbed: Int?
    /// Of the cheapest repair.
    var leastChange: Int?
    /// Of the rota that is repaired.
    var penaltyBefore: Int

    var line: String {
        "\(people) people x \(days) days, \(away) away: \(outcome), \(repairs) repairs, \(wallSeconds) s,"
            + " \(userSeconds) s of user time, \(repairSeconds) s for the repair"
    }
}

/// Measures `watchbill repair` on wards that are made for it.
struct MeasureRepairs: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: "Measures how long repairs take when somebody drops out of a rota.",
        discussion: """
            For each size a ward is made and a rota built for it; then people who work in them drop out for 1 to 14 days, one \
            at a time. The results replace those of the same size.
            """
    )

    @OptionGroup var place: Place

    @Option(help: "Sizes, people x days, with commas between.")
    var sizes = Names(["50x28", "150x364"])

    @Option(help: "Days away, with commas between; each is measured with another person.")
    var away = Numbers([1, 2, 3, 4, 5, 7, 10, 14])

    @Option(help: "How long the rota is built, in seconds.")
    var seconds = 30

    @Option(help: "Threads for each run.")
    var threads = 2

    @Option(help: "The seed of the ward and of who drops out.")
    var seed: UInt64 = 1

    @Option(help: "A folder that keeps wards and rotas, so that a second go need not build them again.")
    var keep: String?

    @Flag(help: "Only make wards and rotas.")
    var prepareOnly = false

    private struct Report: Decodable {
        struct Item: Decodable {
            var disturbed: [String]
            var penaltyChange: Int
            var legal: Bool
        }

        var outcome: String
        var penaltyBefore: Int
        var repairs: [Item]
        var seconds: Double
    }

    private struct RotaRows: Decodable {
        struct Row: Decodable {
            var person: String
            var duties: [String?]
        }

        var rows: [Row]
    }

    func run() throws {
        for size in sizes.values {
            let parts = size.split(separator: "x").compactMap { Int($0) }
            guard parts.count == 2, parts[0] > 0, parts[1] > 14 else {
                throw ValidationError("A size is \(size); expected is people x days, like 50x28, of more than 14 days.")
            }
            let results = try measure(people: parts[0], days: parts[1])
            if prepareOnly { continue }
            let kept = try place.repairStore.read().filter { $0.people != parts[0] || $0.days != parts[1] }
            try place.repairStore.write(
                (kept + results).sorted { ($0.people * $0.days, $0.away) < ($1.people * $1.days, $1.away) })
        }
        if !prepareOnly { try place.writePage() }
    }

    private func measure(people: Int, days: Int) throws -> [RepairRun] {
        let folder =
            keep.map { URL(filePath: $0) }
            ?? FileManager.default.temporaryDirectory.appending(path: "benchmark-\(UUID().uuidString)")
        defer { if keep == nil { try? FileManager.default.removeItem(at: folder) } }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let ward = folder.appending(path: "ward-\(people)x\(days).json").path(percentEncoded: false)
        let rota = folder.appending(path: "rota-\(people)x\(days)-\(seconds)s.json").path(percentEncoded: false)
        try WardMaker(people: people, days: days, seed: seed).text().write(
            toFile: ward, atomically: true, encoding: .utf8)
        let program = URL(filePath: place.watchbill)
        if !FileManager.default.fileExists(atPath: rota) {
            _ = try Call(
                program,
                [
                    "solve", ward, "--time-limit", "\(seconds)s", "--threads", String(threads), "--output", rota,
                    "--json",
                ], goodStatus: 0...0)
        }
        if prepareOnly { return [] }
        let rows = try JSONDecoder().decode(RotaRows.self, from: Data(contentsOf: URL(filePath: rota))).rows
        var random = Random(state: seed &+ 2)
        return try away.values.map { length in
            var row = rows[random.below(rows.count)]
            var first = 0
            // Somebody who works on the first of the days.
            repeat {
                row = rows[random.below(rows.count)]
                first = random.below(days - length + 1)
            } while row.duties[first] == nil
            let call = try Call(
                program,
                [
                    "repair", ward, rota, "--away", "\(row.person):\(first)..\(first + length - 1)", "--threads",
                    String(threads), "--json",
                ], goodStatus: 0...1)
            let report = try JSONDecoder().decode(Report.self, from: call.output)
            let legal = report.repairs.filter(\.legal)
            let result = RepairRun(
                people: people, days: days, away: length, first: first, threads: threads, buildSeconds: seconds,
                machine: Machine.description,
                wallSeconds: call.wallSeconds.rounded(to: 2), userSeconds: call.userSeconds.rounded(to: 2),
                repairSeconds: report.seconds.rounded(to: 2), outcome: report.outcome, repairs: legal.count,
                disturbed: legal.first?.disturbed.count, leastChange: legal.map(\.penaltyChange).min(),
                penaltyBefore: report.penaltyBefore)
            print(result.line)
            return result
        }
    }
}
