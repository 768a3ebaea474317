import CrewChannels
import CrewRecords
import Foundation
import RotaModel
import Testing
import WatchbillTestKit

@Suite("What is sent over HTTP, to a server that does not always take it")
struct OutboundSenderTests {
    private struct Request: Decodable {
        var path: String
        var fields: [String: String]
        var body: Data
    }

    private let receiver: Receiver
    private let sender = OutboundSender(patience: .seconds(60), now: { Sample.now })

    init() async throws {
        receiver = try await Receiver("http_receiver")
    }

    private func webhook(_ path: String, delivery: String = "d-1") throws -> OutboundRequest {
        let hook = try Webhook(
            address: "http://127.0.0.1:\(receiver.ports)\(path)", secret: Secret(text: "0123456789abcdef"))
        return try hook.request(json: Array("{}".utf8), delivery: DeliveryID(delivery), at: Sample.now)
    }

    private func push(_ path: String) throws -> (Sample.Browser, OutboundRequest) {
        var random = SeededGenerator(seed: 20)
        let browser = try Sample.Browser(endpoint: "http://127.0.0.1:\(receiver.ports)\(path)", using: &random)
        let push = WebPush(keys: PushKeys(using: &random), contact: try PushContact("mailto:crew@example.org"))
        let request = try push.request(
            Array("Night, Monday".utf8), to: browser.subscription, lifetime: .seconds(60), isUrgent: true,
            topic: push.keys.topic(of: "x"), at: Sample.now, using: &random)
        return (browser, request)
    }

    @Test("arrives as it was made")
    func arrives() async throws {
        let (browser, request) = try push("/status/201?x=y")
        #expect(await sender.send(request) == .taken)
        let received = try #require(try receiver.received(Request.self).first)
        #expect(received.path == "/status/201?x=y")
        #expect(Array(received.body) == request.body.reveal())
        for field in request.fields { #expect(received.fields[field.name.lowercased()] == field.value.reveal()) }
        #expect(received.fields["user-agent"] == "Watchbill")
        #expect(received.fields["content-length"] == "\(received.body.count)")
        #expect(try Sample.open([(browser, request)]).first?.payload == Array("Night, Monday".utf8).hexadecimal)
    }

    @Test("is taken by a server that fails half the time, and known by the same when it is sent again")
    func halfTheTime() async throws {
        for index in 0..<10 {
            let request = try webhook("/half", delivery: "d-\(index)")
            #expect(await sender.send(request) == .later(after: nil))
            #expect(await sender.send(request) == .taken)
        }
        let received = try receiver.received(Request.self)
        #expect(received.map { $0.fields["watchbill-delivery"] } == (0..<20).map { "d-\($0 / 2)" })
        #expect(
            received.allSatisfy {
                Webhook.verify(
                    $0.fields["watchbill-signature"] ?? "", body: Array($0.body),
                    secret: Secret(text: "0123456789abcdef"),
                    at: Sample.now)
            })
    }

    @Test(
        "has an outcome for each status",
        arguments: [
            (200, OutboundOutcome.taken), (201, .taken), (202, .taken), (204, .taken), (300, .refused(300)),
            (304, .refused(304)), (400, .refused(400)), (401, .refused(401)), (403, .refused(403)),
            (408, .later(after: nil)), (410, .gone), (413, .refused(413)), (425, .later(after: nil)),
            (429, .later(after: nil)), (500, .later(after: nil)), (501, .later(after: nil)), (503, .later(after: nil)),
            (599, .later(after: nil)),
        ])
    func statuses(status: Int, outcome: OutboundOutcome) async throws {
        #expect(await sender.send(try webhook("/status/\(status)")) == outcome)
        #expect(await sender.send(try push("/status/\(status)").1) == outcome)
    }

    @Test("has no subscription any more where a push service knows none; a webhook's address may be mistyped")
    func missing() async throws {
        #expect(await sender.send(try push("/status/404").1) == .gone)
        #expect(await sender.send(try webhook("/status/404")) == .refused(404))
    }

    @Test(
        "waits as long as it is asked to, and no longer than a day",
        arguments: [
            ("120", Duration.seconds(120)), ("0", .zero), ("86401", .seconds(86_400)),
            ("99999999999999999999999", .seconds(86_400)),
            // In the three forms of RFC 9110; the tests' clock says Mon, 26 Oct 2026 07:33:20 GMT.
            ("Mon, 26 Oct 2026 07:34:20 GMT", .seconds(60)), ("Monday, 26-Oct-26 07:34:20 GMT", .seconds(60)),
            ("Mon Oct 26 07:34:20 2026", .seconds(60)), ("Mon Oct  5 07:34:20 2026", .zero),
            ("Mon, 26 Oct 2025 07:34:20 GMT", .zero), ("Mon, 26 Oct 2099 07:34:20 GMT", .seconds(86_400)),
            ("soon", nil), ("-5", nil), ("1.5", nil), ("Mon, 31 Feb 2027 07:34:20 GMT", nil),
            ("Mon, 26 Oct 2026 25:34:20 GMT", nil), ("Mon, 26 Oct 2026 07:34:20 CET", nil), ("1 2 3 4 5 6", nil),
            (", , , ,", nil), (String(repeating: "1", count: 65), nil),
        ] as [(String, Duration?)])
    func retryAfter(text: String, pause: Duration?) async throws {
        let after = try #require(text.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        #expect(await sender.send(try webhook("/status/429?after=\(after)")) == .later(after: pause))
        #expect(await sender.send(try webhook("/status/503?after=\(after)")) == .later(after: pause))
    }

    @Test("follows nobody elsewhere")
    func redirect() async throws {
        #expect(await sender.send(try webhook("/moved")) == .refused(307))
        #expect(try receiver.received(Request.self).map(\.path) == ["/moved"])
    }

    @Test("keeps no cookies")
    func cookies() async throws {
        for _ in 0..<2 { #expect(await sender.send(try webhook("/cookie")) == .taken) }
        #expect(try receiver.received(Request.self).map { $0.fields["cookie"] } == [nil, nil])
    }

    @Test("is given up where nobody answers in time")
    func hanging() async throws {
        let hasty = OutboundSender(patience: .seconds(1), now: { Sample.now })
        let clock = ContinuousClock()
        let request = try webhook("/hang")
        let took = await clock.measure {
            #expect(await hasty.send(request) == .later(after: nil))
        }
        #expect(took >= .seconds(1) && took < .seconds(30))
    }

    @Test("is not read past some length, nor for longer than the patience, once the status is there")
    func endless() async throws {
        let start = ContinuousClock().now
        #expect(await sender.send(try webhook("/huge/200")) == .taken)
        #expect(await sender.send(try webhook("/huge/410")) == .gone)
        #expect(ContinuousClock().now - start < .seconds(30))
        let hasty = OutboundSender(patience: .seconds(4), now: { Sample.now })
        #expect(await hasty.send(try webhook("/drip/200")) == .taken)
        #expect(await hasty.send(try webhook("/drip/403")) == .refused(403))
    }

    @Test("waits where nobody listens, nothing is answered, or there is no such host")
    func unreachable() async throws {
        #expect(await sender.send(try webhook("/break")) == .later(after: nil))
        let secret = Secret(text: "0123456789abcdef")
        // Port 1 is nobody's.
        for address in ["http://127.0.0.1:1/", "https://127.0.0.1:\(receiver.ports)/status/200", "https://no.invalid/"]
        {
            let request = try Webhook(address: address, secret: secret)
                .request(json: [], delivery: DeliveryID("d"), at: Sample.now)
            #expect(await sender.send(request) == .later(after: nil), "\(address)")
        }
    }

    @Test("ends when whoever sends it has gone")
    func cancelled() async throws {
        let request = try webhook("/hang")
        let sending = Task { await sender.send(request) }
        while try receiver.received(Request.self).isEmpty { try await Task.sleep(for: .milliseconds(20)) }
        sending.cancel()
        #expect(await sending.value == .later(after: nil))
        // Also before it has begun.
        let waiting = Task {
            while !Task.isCancelled { await Task.yield() }
            return await sender.send(request)
        }
        waiting.cancel()
        #expect(await waiting.value == .later(after: nil))
    }
}
