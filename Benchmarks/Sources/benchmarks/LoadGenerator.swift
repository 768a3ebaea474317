import Foundation

/// wrk (W. Glozer), which keeps connections open and sends on each the next request as soon as the last is answered.
struct LoadGenerator {
    struct Request {
        var address: String
        var headers: [String: String]
        /// Nil for what is only read.
        var body: String?
    }

    /// In microseconds.
    struct Summary: Decodable {
        var requests: Int
        var duration: Double
        var median: Double
        var p99: Double
        var worst: Double
        var failed: Int
    }

    let connections: Int
    let seconds: Int

    func run(_ request: Request) throws -> Summary {
        let script = FileManager.default.temporaryDirectory.appending(path: "benchmark-\(UUID().uuidString).lua")
        defer { try? FileManager.default.removeItem(at: script) }
        try text(request).write(to: script, atomically: true, encoding: .utf8)
        let call = try Call(
            URL(filePath: "/usr/bin/env"),
            [
                "wrk", "--threads", "1", "--connections", String(connections), "--duration", "\(seconds)s",
                "--timeout", "30s", "--script", script.path(percentEncoded: false), request.address,
            ], goodStatus: 0...0)
        guard let last = call.output.split(separator: UInt8(ascii: "\n")).last else {
            throw RunError("wrk told nothing.")
        }
        return try JSONDecoder().decode(Summary.self, from: Data(last))
    }

    private func text(_ request: Request) -> String {
        let headers = request.headers.sorted { $0.key < $1.key }.map { "wrk.headers[ [[\($0)]] ] = [[\($1)]]" }
        let body = request.body.map { "wrk.method = [[POST]]\nwrk.body = [[\($0)]]" } ?? ""
        return """
            \(headers.joined(separator: "\n"))
            \(body)
            done = function(summary, latency, requests)
                local errors = summary.errors
                io.write(string.format(
                    '{"requests":%d,"duration":%d,"median":%d,"p99":%d,"worst":%d,"failed":%d}\\n',
                    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), latency.max,
                    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
            end
            """
    }
}
