internal import CrewRecords
internal import Foundation
package import RotaModel

/// Sends requests. Of an answer only the status and `Retry-After` are looked at; its text goes nowhere.
package struct OutboundSender: Sendable {
    /// In bytes. What is longer is not read to its end.
    package static let longestAnswer = 65_536

    private let web: WebClient
    /// For all of one request.
    private let patience: Duration
    private let now: @Sendable () -> Instant

    /// - Parameter atOnce: how many may be on their way at a time. As many again wait for their turn.
    package init(
        patience: Duration = .seconds(20), atOnce: Int = 32,
        now: @escaping @Sendable () -> Instant = { Instant(seconds: Int(Date().timeIntervalSince1970)) }
    ) {
        web = WebClient(atOnce: atOnce, mostWaiting: atOnce)
        self.patience = patience
        self.now = now
    }

    /// Never throws: whatever goes wrong on the way is worth another try. If the task is cancelled, too, the outcome is
    /// `later`, although the receiver may have it.
    package func send(_ request: OutboundRequest) async -> OutboundOutcome {
        let question = WebQuestion(
            "POST", Confidential(request.address.revealedText()),
            fields: [WebField("User-Agent", "Watchbill")] + request.fields, body: request.body,
            longest: Self.longestAnswer, patience: patience)
        do {
            // Whoever has told the status has taken or refused it, however long the rest of the answer takes.
            return outcome(of: try await web.ask(question), request.channel)
        } catch {
            return .later(after: nil)
        }
    }

    private func outcome(of answer: WebAnswer, _ channel: OutboundRequest.Channel) -> OutboundOutcome {
        switch answer.status {
        case 200...299: return .taken
        case 410: return .gone
        case 404 where channel == .push: return .gone
        // 408 and 425: the same request may be taken another time (RFC 9110, 15.5.9; RFC 8470, 5.2).
        case 408, 425, 429, 500...599:
            return .later(after: answer.retryAfter.flatMap { RetryAfter.pause($0, from: now()) })
        // A redirect, too: the address has moved, and somebody must look where to.
        case 300...499: return .refused(answer.status)
        default: return .later(after: nil)
        }
    }
}
