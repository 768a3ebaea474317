import CrewRecords
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Trusted proxies")
struct TrustedProxyTests {
    /// Two of them, before this server.
    static let proxies = TrustedProxies(["10.0.0.1", "2001:db8::1"].compactMap { NetworkAddress($0) })

    private func sender(
        from peer: String? = "10.0.0.1", forwardedFor: [String] = [], forwarded: [String] = []
    ) -> ClientAddress {
        Self.proxies.sender(peer: peer, forwardedFor: forwardedFor, forwarded: forwarded)
    }

    @Test(
        "tell whom they ask for: the last address that is none of theirs",
        arguments: [
            ("192.0.2.7", "192.0.2.7"), ("192.0.2.7:4711", "192.0.2.7"), ("198.51.100.1, 192.0.2.7", "192.0.2.7"),
            ("192.0.2.7,10.0.0.1", "192.0.2.7"), ("192.0.2.7, 2001:db8:0::1,\t10.0.0.1", "192.0.2.7"),
            ("192.0.2.7, ::ffff:10.0.0.1", "192.0.2.7"), ("2001:db8:7::9", "2001:db8:7::9"),
            ("[2001:db8:7::9]", "2001:db8:7::9"), ("[2001:db8:7::9]:443", "2001:db8:7::9"),
            ("::ffff:192.0.2.7", "192.0.2.7"), ("unknown, 192.0.2.7", "192.0.2.7"), ("10.0.0.1", "10.0.0.1"),
            (", , 192.0.2.7", "192.0.2.7"),
        ])
    func forwardedFor(header: String, address: String) {
        #expect(sender(forwardedFor: [header]) == ClientAddress(address))
        #expect(sender(from: "2001:db8::1", forwardedFor: [header]) == ClientAddress(address))
    }

    @Test(
        "tell it as RFC 7239 has it, too",
        arguments: [
            ("for=192.0.2.7", "192.0.2.7"), ("For=\"192.0.2.7\"", "192.0.2.7"), ("for=\"192.0.2.7:80\"", "192.0.2.7"),
            ("for=\"[2001:db8:7::9]:4711\";proto=https", "2001:db8:7::9"),
            ("by=203.0.113.43;for=192.0.2.7;host=\"a, b; c\"", "192.0.2.7"),
            ("for=198.51.100.1, for=192.0.2.7;proto=http", "192.0.2.7"),
            ("for=192.0.2.7, for=\"[2001:db8::1]\"", "192.0.2.7"), ("for=\"192.0\\.2.7\"", "192.0.2.7"),
            ("for=192.0.2.7;;proto=https;", "192.0.2.7"), ("for=_hidden, for=192.0.2.7", "192.0.2.7"),
        ])
    func forwarded(header: String, address: String) {
        #expect(sender(forwarded: [header]) == ClientAddress(address))
    }

    @Test(
        "are asked for themselves where what they tell cannot be read",
        arguments: [
            "", "unknown", "192.0.2.7, unknown", "192.0.2.7, ", "192.0.2.7.", "192.0.2", "0192.0.2.7", "192.0.2.7:",
            "192.0.2.7:x",
            "192.0.2.7:123456", "[192.0.2.7]", "[2001:db8::7", "2001:db8::7]", "[2001:db8::7]x", "fe80::1%eth0",
            "192.0.2.7\u{0}", "１９２.0.2.7", "for=192.0.2.7", "\"192.0.2.7\"", "192.0.2.7 198.51.100.1",
            String(repeating: "1", count: 9000),
        ])
    func unreadable(header: String) {
        #expect(sender(forwardedFor: [header]) == ClientAddress("10.0.0.1"))
    }

    @Test(
        "are asked for themselves where the newer header cannot be read",
        arguments: [
            "", "192.0.2.7", "for", "for=", "for=192.0.2.7:80", "for=\"192.0.2.7",
            "for=[2001:db8::7]",
            "for=unknown", "for=\"_x\"", "for=192.0.2.7;for=192.0.2.8", "proto=https", "for=192.0.2.7,",
            "for =192.0.2.7",
            "for=\"192.0.2.7\"x", "for=\"192.0.2.7\\", "for=\"\u{1}\"",
        ])
    func unreadableForwarded(header: String) {
        #expect(sender(forwarded: [header]) == ClientAddress("10.0.0.1"))
    }

    @Test("are not believed at any other address, and nobody is believed who is not named")
    func strangers() {
        #expect(sender(from: "192.0.2.9", forwardedFor: ["198.51.100.1"]) == ClientAddress("192.0.2.9"))
        #expect(sender(from: "10.0.0.2", forwarded: ["for=198.51.100.1"]) == ClientAddress("10.0.0.2"))
        // Limits take a network for one sender, but trust is for one address.
        #expect(sender(from: "2001:db8::2", forwardedFor: ["198.51.100.1"]) == ClientAddress("2001:db8::2"))
        #expect(sender(from: nil, forwardedFor: ["198.51.100.1"]) == ClientAddress(nil))
        #expect(
            TrustedProxies().sender(peer: "10.0.0.1", forwardedFor: ["198.51.100.1"], forwarded: [])
                == ClientAddress("10.0.0.1"))
    }

    @Test("that send both headers must tell the same in both")
    func both() {
        #expect(sender(forwardedFor: ["192.0.2.7"], forwarded: ["for=192.0.2.7"]) == ClientAddress("192.0.2.7"))
        #expect(sender(forwardedFor: ["192.0.2.7"], forwarded: ["for=192.0.2.8"]) == ClientAddress("10.0.0.1"))
        #expect(sender(forwardedFor: ["192.0.2.7"], forwarded: ["for=unknown"]) == ClientAddress("10.0.0.1"))
    }

    @Test("may send a header in several fields, which are one list")
    func fields() {
        #expect(sender(forwardedFor: ["198.51.100.1", "192.0.2.7, 10.0.0.1"]) == ClientAddress("192.0.2.7"))
        #expect(sender(forwarded: ["for=198.51.100.1", "for=192.0.2.7"]) == ClientAddress("192.0.2.7"))
    }

    @Test("are passed through sixteen times at most")
    func many() {
        let chain = Array(repeating: "10.0.0.1", count: 15).joined(separator: ",")
        #expect(sender(forwardedFor: ["192.0.2.7,\(chain)"]) == ClientAddress("192.0.2.7"))
        #expect(sender(forwardedFor: ["192.0.2.7,10.0.0.1,\(chain)"]) == ClientAddress("10.0.0.1"))
    }

    @Test("whatever a sender sends along, they count as who the proxy saw, or with the proxy")
    func spoofing() {
        let pieces = [
            ",", ";", "=", "\"", "\\", " ", "\t", "for=", "for=\"", "by=", "198.51.100.1", "10.0.0.1", "[2001:db8::1]",
            "unknown",
            "\0", "é", ", for=10.0.0.1",
        ]
        let allowed = [ClientAddress("192.0.2.7"), ClientAddress("10.0.0.1")]
        Spoiling.sweep { seed in
            var spoiling = Spoiling(seed: seed)
            let sent = spoiling.text("for=198.51.100.1;proto=https, for=\"198.51.100.2\"", pieces: pieces)
            let list = spoiling.text("198.51.100.1, 198.51.100.2", pieces: pieces)
            // Appended to what was sent, or as a field of its own.
            for seen in ["for=192.0.2.7", "for=192.0.2.7;proto=https", "for=\"192.0.2.7\";by=\"_p\""] {
                for fields in [["\(sent), \(seen)"], [sent, seen]] {
                    #expect(allowed.contains(sender(forwarded: fields)), "seed \(seed): \(fields)")
                }
            }
            for fields in [["\(list), 192.0.2.7"], [list, "192.0.2.7"]] {
                #expect(sender(forwardedFor: fields) == ClientAddress("192.0.2.7"), "seed \(seed): \(fields)")
                // The header that the proxy does not write comes through as it was sent.
                #expect(allowed.contains(sender(forwardedFor: fields, forwarded: [sent])), "seed \(seed)")
            }
        }
    }
}
