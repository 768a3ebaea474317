import CrewChannels
import CrewRecords
import Foundation
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Messages for browsers")
struct PushCipherTests {
    private static func bytes(_ text: String) throws -> [UInt8] {
        try #require(Base64.url.bytes(text.utf8))
    }

    /// RFC 8291, 5 and Appendix A.
    @Test("are encrypted as RFC 8291 has it in its example, byte for byte")
    func rfc8291() throws {
        let subscription = try PushSubscription(
            endpoint: "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV",
            publicKey: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            auth: "BTBZMqHH6r4Tts7J_aSIgg")
        let message = try PushCipher.encrypt(
            Array("When I grow up, I want to be a watermelon".utf8), for: subscription,
            salt: Self.bytes("DGv6ra1nlYgDCS1FRnbzlw"),
            ephemeral: Secret(Self.bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")))
        #expect(
            Base64.url.text(message)
                == "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN")
    }

    @Test(
        "are read, and their sender known, by another implementation with the browser's keys",
        arguments: [UInt64(20_261_129)])
    func opened(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let push = WebPush(keys: PushKeys(using: &random), contact: try PushContact("mailto:crew@example.org"))
        var payloads: [[UInt8]] = []
        var requests: [(Sample.Browser, OutboundRequest)] = []
        for index in 0..<50 {
            let browser = try Sample.Browser(using: &random)
            // The shortest and the longest, too; some end in zeros, which look like padding.
            let count = [0, 1, 255, 256, 257, 3993].dropFirst(index).first ?? random.below(3994)
            var payload = random.randomBytes(count)
            if random.chance(percent: 20) { payload += [0, 0].prefix(PushCipher.longestPayload - count) }
            payloads.append(payload)
            let request = try push.request(
                payload, to: browser.subscription, lifetime: .seconds(60), isUrgent: false, at: Sample.now,
                using: &random)
            requests.append((browser, request))
        }
        let opened = try Sample.open(requests)
        try #require(opened.count == 50, "seed \(seed)")
        for (index, found) in opened.enumerated() {
            #expect(found.payload == payloads[index].hexadecimal, "seed \(seed), payload \(index)")
            #expect(found.key == push.keys.publicKey, "seed \(seed), payload \(index)")
        }
    }

    @Test("tell no more of their length than a power of two, and are never longer than a push service takes")
    func lengths() throws {
        var random = SeededGenerator(seed: 4)
        let browser = try Sample.Browser(using: &random)
        let push = WebPush(keys: PushKeys(using: &random), contact: try PushContact("mailto:crew@example.org"))
        for (count, length) in [(0, 256), (1, 256), (256, 256), (257, 512), (2048, 2048), (2049, 3993), (3993, 3993)] {
            let request = try push.request(
                random.randomBytes(count), to: browser.subscription, lifetime: .seconds(60), isUrgent: false,
                at: Sample.now, using: &random)
            #expect(request.body.count == length + 86 + 1 + 16, "\(count) bytes")
            #expect(request.body.count <= 4096)
        }
    }

    @Test("that are too long are refused, in words that say what to do")
    func tooLong() throws {
        var random = SeededGenerator(seed: 5)
        let browser = try Sample.Browser(using: &random)
        #expect {
            try PushCipher.encrypt(
                random.randomBytes(3994), for: browser.subscription, salt: random.randomBytes(16),
                ephemeral: PushCipher.newKey(using: &random))
        } throws: {
            let error = $0 as? ChannelError
            return error?.code == .payloadTooLong && error?.message.contains("3994") == true
        }
    }

    @Test("are not encrypted with a salt or a key that is none")
    func unusable() throws {
        var random = SeededGenerator(seed: 6)
        let browser = try Sample.Browser(using: &random)
        let key = PushCipher.newKey(using: &random)
        let zero = Secret([UInt8](repeating: 0, count: 32))
        for (salt, ephemeral) in [(15, key), (17, key), (16, zero), (16, Secret([1]))] {
            let error = #expect(throws: ChannelError.self) {
                try PushCipher.encrypt(
                    [1], for: browser.subscription, salt: random.randomBytes(salt), ephemeral: ephemeral)
            }
            #expect(error?.code == .keyUnusable)
        }
    }

    @Test("are never made twice with the same salt or the same key")
    func fresh() throws {
        var random = SeededGenerator(seed: 7)
        let browser = try Sample.Browser(using: &random)
        let push = WebPush(keys: PushKeys(using: &random), contact: try PushContact("mailto:crew@example.org"))
        let bodies = try (0..<20).map { _ in
            try push.request(
                [1], to: browser.subscription, lifetime: .seconds(60), isUrgent: false, at: Sample.now, using: &random
            ).body.reveal()
        }
        #expect(Set(bodies.map { $0[..<16] }).count == 20)
        #expect(Set(bodies.map { $0[21..<86] }).count == 20)
    }
}
