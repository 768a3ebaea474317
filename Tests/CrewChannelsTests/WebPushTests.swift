import CrewChannels
import CrewRecords
import Foundation
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Requests to push services")
struct WebPushTests {
    private static let contact = "mailto:crew@example.org"

    private func push(seed: UInt64 = 1, contact: String = contact) throws -> WebPush {
        var random = SeededGenerator(seed: seed)
        return WebPush(keys: PushKeys(using: &random), contact: try PushContact(contact))
    }

    @Test("are signed for the origin of the endpoint, for twelve hours at most, by a key that the browser knows")
    func signed() throws {
        var random = SeededGenerator(seed: 2)
        let origins = [
            ("https://push.example.net/send/abc?d=1", "https://push.example.net"),
            ("https://PUSH.example.net:443/x", "https://push.example.net"),
            ("https://push.example.net:8443/x", "https://push.example.net:8443"),
            ("http://localhost:9000/x", "http://localhost:9000"),
            ("http://127.0.0.1:80/x", "http://127.0.0.1"),
            ("http://[::1]:9000/x", "http://[::1]:9000"),
        ]
        for contact in [Self.contact, "https://crew.example/contact?a=b"] {
            let push = try push(contact: contact)
            let requests = try origins.map { endpoint, _ in
                let browser = try Sample.Browser(endpoint: endpoint, using: &random)
                let request = try push.request(
                    [1, 2, 3], to: browser.subscription, lifetime: .seconds(60), isUrgent: false, at: Sample.now,
                    using: &random)
                #expect(request.address.revealedText() == endpoint)
                return (browser, request)
            }
            for (opened, (_, origin)) in zip(try Sample.open(requests), origins) {
                #expect(opened.header == .init(alg: "ES256", typ: "JWT"))
                #expect(opened.claims == .init(aud: origin, exp: Sample.now.seconds + 43_200, sub: contact))
                #expect(opened.key == push.keys.publicKey)
                #expect(opened.payload == "010203")
            }
        }
    }

    @Test("say how long, how urgently and in whose place a message is to be kept")
    func fields() throws {
        var random = SeededGenerator(seed: 3)
        let browser = try Sample.Browser(using: &random)
        let push = try push()
        func request(_ lifetime: Duration, isUrgent: Bool, topic: PushTopic? = nil) throws -> OutboundRequest {
            try push.request(
                [], to: browser.subscription, lifetime: lifetime, isUrgent: isUrgent, topic: topic, at: Sample.now,
                using: &random)
        }
        let urgent = try request(.seconds(90), isUrgent: true, topic: push.keys.topic(of: "open-shift-7"))
        #expect(urgent["TTL"]?.reveal() == "90")
        #expect(urgent["urgency"]?.reveal() == "high")
        #expect(urgent["Content-Encoding"]?.reveal() == "aes128gcm")
        #expect(urgent["Topic"]?.reveal() == push.keys.topic(of: "open-shift-7").text)
        #expect(urgent.channel == .push)
        let quiet = try request(.seconds(60 * 86_400), isUrgent: false)
        #expect(quiet["TTL"]?.reveal() == "2419200")
        #expect(quiet["Urgency"]?.reveal() == "normal")
        #expect(quiet["Topic"] == nil)
        #expect(try request(.seconds(-1), isUrgent: false)["TTL"]?.reveal() == "0")
        #expect(try request(.milliseconds(1900), isUrgent: false)["TTL"]?.reveal() == "1")
    }

    @Test("have topics that are the same for one identity, differ for others, and tell nothing without our key")
    func topics() throws {
        let (ours, theirs) = (try push(seed: 1).keys, try push(seed: 2).keys)
        let topics = (0..<100).map { ours.topic(of: "message-\($0)") }
        #expect(Set(topics).count == 100)
        #expect(topics.allSatisfy { PushTopic($0.text) == $0 && $0.text.utf8.count == 32 })
        #expect(ours.topic(of: "message-1") == topics[1])
        #expect(theirs.topic(of: "message-1") != topics[1])
        #expect(PushTopic("abc-_9")?.text == "abc-_9")
        for text in ["", "a b", "a=", "ä", String(repeating: "a", count: 33)] { #expect(PushTopic(text) == nil) }
    }

    @Test("are signed by a key that comes back from its 32 bytes, and from nothing else")
    func keys() throws {
        let keys = try push().keys
        #expect(keys.secret.count == 32)
        #expect(try PushKeys(keys.secret).publicKey == keys.publicKey)
        #expect(try push(seed: 1).keys.publicKey == keys.publicKey)
        #expect(try push(seed: 2).keys.publicKey != keys.publicKey)
        let point = try #require(Base64.url.bytes(keys.publicKey.utf8))
        #expect(point.count == 65 && point[0] == 4)
        let tooLarge = [UInt8](repeating: 255, count: 32)
        for bytes in [[], [UInt8](repeating: 0, count: 32), tooLarge, [UInt8](repeating: 1, count: 33)] {
            let error = #expect(throws: ChannelError.self) { try PushKeys(Secret(bytes)) }
            #expect(error?.code == .keyUnusable)
        }
    }

    @Test(
        "name a contact that is an address or a page",
        arguments: [
            "", "crew@example.org", "mailto:", "mailto:crew", "mailto:a\"b@example.org", "http://crew.example",
            "https://crew.example/\"", "https://crew.example/\\", "https://u:p@crew.example/", "tel:123",
            "mailto:crew@example.org\r\nX: y",
        ])
    func contact(text: String) {
        let error = #expect(throws: ChannelError.self) { try PushContact(text) }
        #expect(error?.code == .contactUnusable)
    }

    @Test(
        "go to no endpoint but one over https, or on this machine",
        arguments: [
            "", "push.example.net", "http://push.example.net/x", "http://127.0.0.1.example.net/x", "ftp://localhost/x",
            "http://localhost.example/x", "https://", "https:///x", "https://user@push.example.net/x",
            "https://user:secret@push.example.net/x", "https://push.example.net/x#y", "https://push.example.net/a b",
            "https://push.example.net/\r\nX: y", "https://pu%22sh.example.net/x", "https://push.example.net:0/x",
            "https://push.example.net:70000/x", "https://push.exämple.net/x", "javascript:alert(1)",
            "https://push.example.net/" + String(repeating: "x", count: 2048),
        ])
    func endpoint(text: String) throws {
        var random = SeededGenerator(seed: 8)
        let key = try Sample.Browser(using: &random).subscription.publicKey
        let error = #expect(throws: ChannelError.self) {
            try PushSubscription(endpoint: text, publicKey: key, auth: Secret(random.randomBytes(16)))
        }
        #expect(error?.code == .subscriptionUnusable)
        #expect(error?.message.contains("secret") == false)
    }

    @Test("go to this machine over plain http only where that is wanted")
    func reach() throws {
        var random = SeededGenerator(seed: 9)
        let key = try Sample.Browser(using: &random).subscription.publicKey
        let auth = Secret(random.randomBytes(16))
        _ = try PushSubscription(endpoint: "http://[::1]:1/", publicKey: key, auth: auth)
        #expect(throws: ChannelError.self) {
            try PushSubscription(endpoint: "http://[::1]:1/", publicKey: key, auth: auth, reach: .httpsAlone)
        }
    }

    @Test("are made for keys of the curve, as browsers write them, and for none else")
    func subscriptionKeys() throws {
        var random = SeededGenerator(seed: 10)
        let browser = try Sample.Browser(using: &random)
        let endpoint = browser.subscription.endpoint.revealedText()
        let (key, auth) = (browser.subscription.publicKey, browser.auth)
        let texts = (Base64.url.text(key), Base64.url.text(auth))
        #expect(
            try PushSubscription(endpoint: endpoint, publicKey: texts.0, auth: texts.1) == browser.subscription)
        #expect(
            try PushSubscription(endpoint: endpoint, publicKey: Base64.url.padded(key), auth: Base64.url.padded(auth))
                == browser.subscription)

        var offCurve = key
        offCurve[64] ^= 1
        let compressed = [UInt8(2)] + key[1...32]
        let hybrid = [6 | key[64] & 1] + key.dropFirst()
        for bad in [[], offCurve, compressed, hybrid, key + [0], [UInt8](repeating: 0, count: 65)] {
            let error = #expect(throws: ChannelError.self) {
                try PushSubscription(endpoint: endpoint, publicKey: bad, auth: Secret(auth))
            }
            #expect(error?.code == .subscriptionUnusable)
        }
        for bad in [[], Array(auth.dropLast()), auth + [0]] {
            #expect(throws: ChannelError.self) {
                try PushSubscription(endpoint: endpoint, publicKey: key, auth: Secret(bad))
            }
        }
        for bad in ["", "!", texts.0 + "A", String(repeating: "A", count: 100_000)] {
            #expect(throws: ChannelError.self) {
                try PushSubscription(endpoint: endpoint, publicKey: bad, auth: texts.1)
            }
        }
    }

    @Test("show neither where they go, nor what they say, nor by what they are signed")
    func secrecy() throws {
        var random = SeededGenerator(seed: 11)
        let browser = try Sample.Browser(endpoint: "https://push.example.net/send/who-holds-this", using: &random)
        let push = try push()
        let request = try push.request(
            Array("Ines".utf8), to: browser.subscription, lifetime: .seconds(1), isUrgent: true, at: Sample.now,
            using: &random)
        for value in [request as Any, browser.subscription, push] {
            #expect(!shows(value, "who-holds-this"))
            #expect(!shows(value, "vapid"))
        }
        #expect(shows(request, "https://push.example.net"))
    }
}
