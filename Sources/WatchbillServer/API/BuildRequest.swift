internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// What a request to build may say, as a page's form or as JSON; all of it may be left out.
struct BuildRequest: Hashable, Sendable, Decodable {
    static let defaultTimeLimit = 30

    /// In seconds.
    var timeLimit: Int?
    var seed: UInt64?
    var threads: Int?

    init(timeLimit: Int? = nil, seed: UInt64? = nil, threads: Int? = nil) {
        self.timeLimit = timeLimit
        self.seed = seed
        self.threads = threads
    }

    /// - Throws: `ServerProblem` if a value is no number or out of range.
    init(_ form: FormBody) throws(ServerProblem) {
        self.init(
            timeLimit: try form.number("timeLimit"), seed: try form.number("seed"),
            threads: try form.number("threads"))
        try check()
    }

    /// - Throws: `ServerProblem` if the body is too large or no such JSON, or a value is out of range.
    static func read(_ request: Request) async throws -> BuildRequest {
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: FormBody.longest)
        } catch {
            throw ServerProblem.tooLarge(FormBody.longest)
        }
        if body.readableBytes == 0 { return BuildRequest() }
        let type = request.headers[.contentType]?.prefix { $0 != ";" } ?? ""
        guard type == "application/json" else { throw ServerProblem.badBody("JSON") }
        let read = try json(body)
        try read.check()
        return read
    }

    private static func json(_ body: ByteBuffer) throws -> BuildRequest {
        do {
            return try JSONDecoder().decode(BuildRequest.self, from: Data(body.readableBytesView))
        } catch {
            throw ServerProblem.badBody("a JSON object with whole numbers timeLimit, seed and threads, each optional")
        }
    }

    private func check() throws(ServerProblem) {
        if let timeLimit, !BuildDesk.timeLimits.contains(timeLimit) {
            let (least, most) = (BuildDesk.timeLimits.lowerBound, BuildDesk.timeLimits.upperBound)
            throw .badValue("timeLimit", "\(timeLimit)", expected: "\(least) to \(most) seconds")
        }
        if let threads, threads < 1 { throw .badValue("threads", "\(threads)", expected: "at least 1") }
    }
}
