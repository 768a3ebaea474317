internal import CrewMessages
internal import CrewRecords
internal import Hummingbird
internal import RotaModel
internal import ServiceLifecycle
internal import WatchbillStore

/// What comes for somebody, and what becomes of what they have sent, as server-sent events: `news`, whose data tells how much
/// there is in their box, what has just come, and which messages to look at again. The `id` is the number of the last event
/// told, from which on the stream goes on (`Last-Event-ID`).
struct MessageEvents: Sendable {
    private static let looksBetweenComments = 10
    private static let mostAtOnce = 200

    let store: Store

    /// - Parameters:
    ///   - visit: throws when whoever looks on may no longer.
    func stream(
        _ wakings: AsyncStream<Void>, from first: NewsID, visit: @escaping @Sendable () async throws -> Visit
    ) -> ResponseBody {
        ResponseBody { writer in
            var (last, quiet) = (first, 0)
            // The box as it is, first of all.
            var isFirst = true
            try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
            for await _ in wakings.cancelOnGracefulShutdown() {
                guard let caller = try await Self.allowed(visit) else { break }
                let news = try await store.messageNews(after: last, limit: Self.mostAtOnce, for: caller)
                if let final = news.last {
                    last = final.id
                } else if !isFirst {
                    quiet += 1
                    if quiet > Self.looksBetweenComments {
                        quiet = 0
                        try await writer.write(ByteBuffer(string: ":\n\n"))
                    }
                    continue
                }
                (isFirst, quiet) = (false, 0)
                try await writer.write(ByteBuffer(string: try await text(news, to: last, for: caller)))
            }
            try await writer.finish(nil)
        }
    }

    /// The box as it is now, as one event.
    func now(_ newest: NewsID, for caller: Caller) async throws -> ResponseBody {
        ResponseBody(byteBuffer: ByteBuffer(string: try await text([], to: newest, for: caller)))
    }

    private func text(_ news: [CopyNews], to last: NewsID, for caller: Caller) async throws -> String {
        let data = try await data(news, for: caller)
        return "event: news\nid: \(last)\ndata: \(String(buffer: JSONBytes.of(data)))\n\n"
    }

    private func data(_ news: [CopyNews], for caller: Caller) async throws -> NewsData {
        let counts = try await store.boxCounts(for: caller)
        var box: [ReceivedMessage] = []
        if news.isEmpty {
            // The box is told as it is: what has come before counts as well.
            if counts.unread > 0 { box = try await store.inbox(limit: 50, for: caller) }
        } else {
            let own = Set(news.filter(\.isOwn).map(\.message))
            if !own.isEmpty { box = try await store.received(own.sorted(by: >), for: caller) }
        }
        let arrived = box.filter {
            $0.state.receivedAt == nil && $0.state.wasRetractedAt == nil && $0.stored.message.id.value > 0
        }.map(NewsData.Arrived.init)
        return NewsData(
            unread: counts.unread, owed: counts.owed, arrived: arrived,
            changed: Set(news.map(\.message.value)).sorted())
    }

    /// Nil: the viewer may no longer look.
    private static func allowed(_ visit: () async throws -> Visit) async throws -> Caller? {
        do {
            return try await visit().caller
        } catch is Refusal {
            return nil
        } catch let problem as ServerProblem where problem.status == .unauthorized {
            return nil
        }
    }

    static let schema = JSONSchema.object([
        .always("event", .choice(of: ["news"]), "what it is about"), .always("data", .words, "one JSON value"),
        .maybe("id", .words, "what to send as Last-Event-ID to go on after it"),
    ])

    private struct NewsData: Encodable {
        struct Arrived: Encodable {
            let message: Int64
            /// Nil: Watchbill itself.
            let from: String?
            let text: String
            let isUrgent: Bool

            init(_ received: ReceivedMessage) {
                message = received.stored.message.id.value
                from = received.stored.senderName
                text = received.text ?? ""
                isUrgent = received.stored.message.isUrgent
            }
        }

        let unread: Int
        let owed: Int
        let arrived: [Arrived]
        let changed: [Int64]
    }
}
