import CrewChannels
import CrewRecords
import Foundation
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Webhooks")
struct WebhookTests {
    private let secret = Secret(text: "watchbill_webhook_of-the-tests")
    private let body = Array(#"{"kind":"rota.published","unit":"ward-ü"}"#.utf8)

    private func request(at now: Instant = Sample.now, delivery: String = "d-1") throws -> OutboundRequest {
        try Webhook(address: "https://hooks.example/in/abc", secret: secret)
            .request(json: body, delivery: DeliveryID(delivery), at: now)
    }

    private func signature(_ request: OutboundRequest) throws -> String {
        try #require(request[Webhook.signatureField]).reveal()
    }

    @Test("carry JSON, what they are known by, and a signature")
    func fields() throws {
        let request = try request()
        #expect(request.channel == .webhook)
        #expect(request.body.reveal() == body)
        #expect(request["content-type"]?.reveal() == "application/json")
        #expect(request["Watchbill-Delivery"]?.reveal() == "d-1")
        let field = try signature(request)
        #expect(field.wholeMatch(of: /t=1793000000, v1=[0-9a-f]{64}/) != nil)
        #expect(Webhook.verify(field, body: body, secret: secret, at: Sample.now))
    }

    @Test("are known by the same when they are sent again, and signed anew")
    func repeated() throws {
        let later = Instant(seconds: Sample.now.seconds + 7200)
        let (first, second) = (try request(), try request(at: later))
        #expect(first["Watchbill-Delivery"] == second["Watchbill-Delivery"])
        #expect(first.body == second.body)
        #expect(try !Webhook.verify(signature(first), body: body, secret: secret, at: later))
        #expect(try Webhook.verify(signature(second), body: body, secret: secret, at: later))
    }

    @Test("are verified by the program in docs/channels.md, and what was changed is not")
    func documented() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/channels.md")
        let text = try String(contentsOf: page.standardized, encoding: .utf8)
        let program = try #require(text.firstMatch(of: /```python\n((?s:.*?))```/)?.1)
        func isGenuine(_ field: String, _ body: [UInt8]) throws -> Bool {
            let output = try Python.run(
                program + "\nimport sys\nprint(is_genuine(*(bytes.fromhex(a) for a in sys.argv[1:3]), sys.argv[3]))",
                [secret.reveal().hexadecimal, body.hexadecimal, field])
            return String(decoding: output, as: UTF8.self) == "True\n"
        }
        let now = Instant(seconds: Int(Date().timeIntervalSince1970))
        let field = try signature(request(at: now))
        #expect(try isGenuine(field, body))
        #expect(try isGenuine(field + ", v2=unknown", body))
        #expect(try !isGenuine(field, body + [0x20]))
        #expect(try !isGenuine(field.replacing("v1=", with: "v0="), body))
        #expect(try !isGenuine(signature(request(at: Instant(seconds: now.seconds - 400))), body))
    }

    @Test("are verified only with their body, their time and their secret")
    func verified() throws {
        let field = try signature(request())
        func verify(_ field: String, at seconds: Int = 0) -> Bool {
            Webhook.verify(field, body: body, secret: secret, at: Instant(seconds: Sample.now.seconds + seconds))
        }
        #expect(verify(field, at: 300) && verify(field, at: -300))
        #expect(!verify(field, at: 301) && !verify(field, at: -301))
        #expect(!Webhook.verify(field, body: body + [0], secret: secret, at: Sample.now))
        #expect(!Webhook.verify(field, body: body, secret: Secret(text: "watchbill_webhook_other"), at: Sample.now))
        // Others may have been added; our own must be there, and one time alone.
        let code = try #require(field.split(separator: " ").last)
        let zeros = String(repeating: "0", count: 64)
        #expect(verify("t=1793000000, v1=\(zeros), \(code)"))
        #expect(verify("v9=x,t=1793000000,\(code)"))
        for bad in [
            "", "t=1793000000", String(code), "t=1793000000, v1=", "t=1793000000, v1=\(zeros)",
            "t=1793000001, \(code)", "t=1793000000, t=1793000000, \(code)", "t=01793000000, \(code)",
            "t=+1793000000, \(code)", "t=1793000000, v1=00", "t=-9223372036854775808, \(code)",
            "t=99999999999999999999, \(code)", field + String(repeating: ",a=b", count: 500),
        ] {
            #expect(!verify(bad), "\(bad)")
        }
        // No single digit can be another.
        for index in field.indices where field[index].isHexDigit && index > field.startIndex {
            var changed = field
            changed.replaceSubrange(index...index, with: field[index] == "0" ? "1" : "0")
            #expect(!verify(changed), "\(changed)")
        }
    }

    @Test("go over https, or to this machine, unless it is said otherwise")
    func addresses() throws {
        _ = try Webhook(address: "http://localhost:8080/x", secret: secret)
        _ = try Webhook(address: "http://10.0.0.7/x", secret: secret, reach: .plainToo)
        for bad in [
            "http://10.0.0.7/x", "https://u:secret@hooks.example/", "hooks.example", "https://hooks.example/#x",
        ] {
            let error = #expect(throws: ChannelError.self) { try Webhook(address: bad, secret: secret) }
            #expect(error?.code == .addressUnusable)
            #expect(error?.message.contains("secret") == false)
        }
    }

    @Test("have secrets that nobody guesses, and bodies that are not endless")
    func limits() throws {
        var random = SeededGenerator(seed: 12)
        let made = Webhook.newSecret(using: &random)
        #expect(made.revealedText().wholeMatch(of: /watchbill_webhook_[A-Za-z0-9_-]{43}/) != nil)
        #expect(made != Webhook.newSecret(using: &random))
        for count in [0, 15, 257] {
            let error = #expect(throws: ChannelError.self) {
                try Webhook(address: "https://hooks.example", secret: Secret(random.randomBytes(count)))
            }
            #expect(error?.code == .secretUnusable)
        }
        let webhook = try Webhook(address: "https://hooks.example", secret: made)
        let error = #expect(throws: ChannelError.self) {
            try webhook.request(
                json: [UInt8](repeating: 0x31, count: 1_048_577), delivery: DeliveryID("a"), at: Sample.now)
        }
        #expect(error?.code == .bodyTooLong)
    }

    @Test(
        "are known by letters, digits, hyphens and underscores",
        arguments: ["", "a b", "a.b", "ä", "a\r\nX: y", "<a@b>", String(repeating: "a", count: 65)])
    func delivery(text: String) {
        let error = #expect(throws: ChannelError.self) { try DeliveryID(text) }
        #expect(error?.code == .deliveryUnusable)
    }

    @Test("show neither their address, nor their secret, nor what they say")
    func secrecy() throws {
        let webhook = try Webhook(address: "https://hooks.example/who-holds-this", secret: secret)
        let request = try webhook.request(json: body, delivery: DeliveryID("d"), at: Sample.now)
        for value in [webhook as Any, request] {
            #expect(!shows(value, "who-holds-this") && !shows(value, "of-the-tests") && !shows(value, "ward"))
            #expect(shows(value, "https://hooks.example"))
        }
    }
}
