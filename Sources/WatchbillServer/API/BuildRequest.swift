internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// What a request to build may say, as a form or as JSON; all of it may be left out.
struct BuildRequest: Hashable, Sendable, Decodable {
    /// Bodies beyond this are refused: a request to build is a few numbers.
    static let bodyLimit = 16 << 10
    static let defaultTimeLimit = 30

    /// In seconds.
    var timeLimit: Int?
    var seed: UInt64?
    var threads: Int?

    /// - Throws: `ServerProblem` if the body is too large, no such form or JSON, or a value is out of range.
    static func read(_ request: Request) async throws -> BuildRequest {
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: bodyLimit)
        } catch {
            throw ServerProblem.tooLarge
        }
        let type = request.headers[.contentType]?.prefix { $0 != ";" } ?? ""
        let read =
            switch type {
            case "application/json": try json(body)
            case "application/x-www-form-urlencoded": try form(body)
            default: body.readableBytes == 0 ? BuildRequest() : nil as BuildRequest?
            }
        guard let read else { throw ServerProblem.badBody("a form or JSON") }
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

    private static func form(_ body: ByteBuffer) throws -> BuildRequest {
        do {
            return try URLEncodedFormDecoder().decode(BuildRequest.self, from: String(buffer: body))
        } catch {
            throw ServerProblem.badBody("a form with whole numbers timeLimit, seed and threads, each optional")
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
