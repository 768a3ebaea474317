import CrewRecords
import RotaModel
import Testing

@Suite("Cookies")
struct CookieTests {
    @Test("over HTTPS are the host's alone and out of scripts' reach")
    func tls() {
        let session = Cookie(.session, Secret(text: "abc-_9"), lifetime: .seconds(60))
        #expect(
            session.header(over: .tls)
                == "__Host-watchbill-session=abc-_9; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=60")
        let device = Cookie(.device, Secret(text: "a.b"), lifetime: nil)
        #expect(
            device.header(over: .tls) == "__Host-watchbill-device=a.b; Path=/; HttpOnly; Secure; SameSite=Strict")
        #expect(
            Cookie.removing(.provider).header(over: .tls)
                == "__Host-watchbill-provider=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0")
    }

    @Test("over plain HTTP on the machine itself do without what needs HTTPS, under another name")
    func loopback() {
        let session = Cookie(.session, Secret(text: "abc"), lifetime: nil)
        #expect(session.header(over: .loopback) == "watchbill-session=abc; Path=/; HttpOnly; SameSite=Lax")
    }

    @Test("that a browser is given are read from what it sends back", arguments: Cookie.Name.allCases)
    func roundTrip(name: Cookie.Name) throws {
        for transport in [Cookie.Transport.tls, .loopback] {
            let cookie = Cookie(name, Secret(text: "abc.DEF-_9"), lifetime: .seconds(60))
            let sent = String(cookie.header(over: transport).prefix { $0 != ";" })
            let header = try CookieHeader("theme=dark; \(sent); other=1")
            #expect(header[name, over: transport] == Secret(text: "abc.DEF-_9"))
            // One way's is not the other's: what came over plain HTTP signs nobody in over HTTPS.
            #expect(header[name, over: transport == .tls ? .loopback : .tls] == nil)
        }
    }

    @Test("of other programs are passed over, and of two with one name the first counts")
    func others() throws {
        let header = try CookieHeader(
            "; =x; junk; bad name=1; caf\u{E9}=1; a={\"b\":1}; watchbill-session=first;watchbill-session=second;x=y;")
        #expect(header[.session, over: .loopback] == Secret(text: "first"))
        #expect(header[.device, over: .loopback] == nil)
        #expect(try CookieHeader("watchbill-session=")[.session, over: .loopback] == nil)
        #expect(try CookieHeader("watchbill-session=\"q\"")[.session, over: .loopback] == Secret(text: "q"))
        #expect(try CookieHeader("watchbill-session=a b")[.session, over: .loopback] == nil)
        #expect(try CookieHeader(" \t watchbill-session = v \t")[.session, over: .loopback] == Secret(text: "v"))
        #expect(try CookieHeader("WATCHBILL-SESSION=x")[.session, over: .loopback] == nil)
        #expect(try CookieHeader("")[.session, over: .tls] == nil)
    }

    @Test("beyond their limits are refused")
    func limits() throws {
        _ = try CookieHeader(String(repeating: "a", count: 8192))
        #expect(refusal { try CookieHeader(String(repeating: "a", count: 8193)) } == .cookiesTooLong)
        _ = try CookieHeader(String(repeating: "a=b;", count: 60))
        #expect(refusal { try CookieHeader(String(repeating: "a=b;", count: 61)) } == .cookiesTooLong)
    }

    @Test("spoilt at random are passed over, or hold what a cookie may hold")
    func spoilt() {
        let text = "theme=dark; __Host-watchbill-session=abcDEF123; __Host-watchbill-device=a.b.c; x=\"y\""
        Spoiling.sweep { seed in
            var spoiling = Spoiling(seed: seed)
            let header = spoiling.text(
                text, pieces: [";", "=", "\"", "\\", ",", " ", "\t", "\0", "\r\n", "é", "__Host-watchbill-session="])
            guard let read = try? CookieHeader(header) else { return }
            for name in Cookie.Name.allCases {
                guard let value = read[name, over: .tls] else { continue }
                #expect(header.contains(value.revealedText()), "seed \(seed)")
                #expect(
                    value.reveal().allSatisfy { (0x21...0x7E).contains($0) && !"\",;\\".utf8.contains($0) },
                    "seed \(seed)")
            }
        }
    }
}
