import CrewChannels
import CrewRecords

/// A running server, asked over HTTP.
struct RemoteServer: Sendable {
    /// Without a slash at its end.
    let address: String
    let token: Secret?

    struct Question: Sendable {
        var method: String
        /// With its query, from the slash on.
        var path: String
        var headers: [String: String] = [:]
        var body: [UInt8]?
    }

    struct Answer: Sendable {
        var status: Int
        /// The media type, without parameters; empty if there is none.
        var type: String
        /// What was not handed on while it came.
        var body: [UInt8]

        var isGood: Bool { (200..<300).contains(status) }
    }

    /// Nobody answered.
    struct Unreachable: Error, CustomStringConvertible {
        let address: String
        let reason: String

        var description: String {
            "\(address) does not answer: \(reason). Maybe the server is not running, or --server names another."
        }
    }

    /// Asks once. No redirect is followed: the token is for this server alone.
    ///
    /// - Parameter onEvents: what comes of a stream of events, as it comes.
    /// - Throws: `Unreachable`.
    func ask(_ question: Question, onEvents: @escaping @Sendable ([UInt8]) -> Void) async throws -> Answer {
        var fields = question.headers.map { WebField($0.key, $0.value) }
        if let token { fields.append(WebField("Authorization", "Bearer \(token.revealedText())")) }
        do {
            // A build's events may be minutes apart, and its rota is as long as it is.
            let answer = try await Self.web.ask(
                WebQuestion(
                    question.method, Confidential(address + question.path), fields: fields,
                    body: question.body.map { Secret($0) }, longest: .max, patience: nil), onPart: onEvents)
            if case .broken(let words) = answer.cut { throw Unreachable(address: address, reason: words) }
            return Answer(status: answer.status, type: answer.type, body: answer.body)
        } catch let failure as WebFailure {
            guard case .network(let words) = failure else { throw CancellationError() }
            throw Unreachable(address: address, reason: words)
        }
    }

    private static let web = WebClient(atOnce: 4, mostWaiting: 64)
}
