import ArgumentParser
import Foundation

/// Measures `watchbill serve` under load.
struct MeasureLoad: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Measures reads and durable writes a second, over HTTP, with SQLite and PostgreSQL.",
        discussion: """
            The server, its database and wrk, which sends the requests, share the machine. The results of a store replace \
            those kept of it before.
            """
    )

    @OptionGroup var place: Place

    @Option(help: "Connections at a time, with commas between.")
    var connections = Numbers([32, 256])

    @Option(help: "How long each is measured, in seconds.")
    var seconds = 10

    @Option(help: "The address of an empty PostgreSQL database. (default: SQLite alone is measured)")
    var postgres: String?

    @Option(help: "An existing folder on the disk that SQLite's file is to be on.")
    var folder = "."

    func run() throws {
        let folder = URL(filePath: folder).appending(path: ".benchmark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let flushes = try Self.flushesPerSecond(in: folder)
        let file = folder.appending(path: "load.sqlite").path(percentEncoded: false)
        var stores = [("SQLite", file)]
        if let postgres { stores.append(("PostgreSQL", postgres)) }
        for (store, database) in stores {
            let results = try measure(store, database, flushes)
            let kept = try place.loadStore.read().filter { $0.store != store }
            try place.loadStore.write(kept + results)
        }
        try place.writePage()
    }

    private func measure(_ store: String, _ database: String, _ flushes: Double) throws -> [LoadRun] {
        let server = try LoadServer(URL(filePath: place.watchbill), database: database)
        defer { server.stop() }
        var results: [LoadRun] = []
        for work in LoadWork.allCases {
            let request = try server.request(for: work)
            // Caches fill, and statements are prepared.
            _ = try LoadGenerator(connections: 32, seconds: 1).run(request)
            for connections in connections.values {
                let summary = try LoadGenerator(connections: connections, seconds: seconds).run(request)
                guard summary.requests > 0 else {
                    throw RunError("Nothing was answered in \(seconds) s: the machine is too busy to be measured.")
                }
                func milliseconds(_ microseconds: Double) -> Double { (microseconds / 1000).rounded(to: 1) }
                let result = LoadRun(
                    store: store, work: work, connections: connections, seconds: seconds,
                    perSecond: (Double(summary.requests) / summary.duration * 1e6).rounded(to: 0),
                    median: milliseconds(summary.median), p99: milliseconds(summary.p99),
                    worst: milliseconds(summary.worst), failed: summary.failed,
                    flushesPerSecond: flushes.rounded(to: 0),
                    machine: Machine.description)
                print(result.line)
                results.append(result)
            }
        }
        return results
    }

    /// What the disk under the databases takes by itself.
    private static func flushesPerSecond(in folder: URL) throws -> Double {
        let path = folder.appending(path: "flushes").path(percentEncoded: false)
        let file = open(path, O_CREAT | O_WRONLY, 0o600)
        guard file >= 0 else { throw RunError("\(path) cannot be written.") }
        defer { close(file) }
        let block = [UInt8](repeating: 1, count: 4096)
        let began = ContinuousClock.now
        var count = 0
        while began.duration(to: .now) < .seconds(2) {
            guard write(file, block, block.count) == block.count, fsync(file) == 0 else {
                throw RunError("\(path) cannot be written.")
            }
            count += 1
        }
        return Double(count) / (began.duration(to: .now) / .seconds(1))
    }
}
