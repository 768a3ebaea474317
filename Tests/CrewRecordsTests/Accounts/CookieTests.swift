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
                    value.revealed().allSatisfy { (0x21...0x7E).contains($0) && !"\",;\\".utf8.contains($0) },
                    "seed \(seed)")
            }
        }
    }
}

@Suite("Known devices")
struct KnownDevicesTests {
    let keys: SigningKeys
    let ada: LoginName
    let bo: LoginName

    init() throws {
        keys = try #require(SigningKeys(secret: Secret([UInt8](repeating: 7, count: 32))))
        ada = try LoginName("ada")
        bo = try LoginName("bo")
    }

    @Test("are known for the logins that signed in there, and for no others")
    func known() throws {
        var random = SeededGenerator(seed: 1)
        let alone = KnownDevices(nil).adding(ada, keys: keys, at: Sample.now, using: &random)
        let both = KnownDevices(alone.text).adding(bo, keys: keys, at: Sample.now, using: &random)
        let read = KnownDevices(both.text)
        #expect(read == both)
        #expect(alone.device(for: ada, keys: keys, at: Sample.now) != nil)
        #expect(alone.device(for: bo, keys: keys, at: Sample.now) == nil)
        #expect(read.device(for: ada, keys: keys, at: Sample.now) == alone.device(for: ada, keys: keys, at: Sample.now))
        #expect(read.device(for: bo, keys: keys, at: Sample.now) != read.device(for: ada, keys: keys, at: Sample.now))
        let otherKeys = try #require(SigningKeys(secret: Secret([UInt8](repeating: 8, count: 32))))
        #expect(read.device(for: ada, keys: otherKeys, at: Sample.now) == nil)
        #expect(KnownDevices(nil).device(for: ada, keys: keys, at: Sample.now) == nil)
    }

    @Test("are forgotten after 400 days, unless somebody signs in again")
    func lifetime() {
        var random = SeededGenerator(seed: 1)
        let devices = KnownDevices(nil).adding(ada, keys: keys, at: Sample.now, using: &random)
        #expect(devices.device(for: ada, keys: keys, at: Sample.later(399 * 86_400)) != nil)
        #expect(devices.device(for: ada, keys: keys, at: Sample.later(400 * 86_400)) == nil)
        let renewed = devices.adding(ada, keys: keys, at: Sample.later(399 * 86_400), using: &random)
        #expect(renewed.text.utf8.count == devices.text.utf8.count)
        #expect(renewed.device(for: ada, keys: keys, at: Sample.later(400 * 86_400)) != nil)
    }

    @Test("hold the ten logins used last, in a cookie of bounded size that names nobody")
    func most() throws {
        var random = SeededGenerator(seed: 1)
        var devices = KnownDevices(nil)
        for number in 0..<12 {
            devices = devices.adding(try LoginName("person\(number)"), keys: keys, at: Sample.now, using: &random)
        }
        #expect(devices.text.utf8.count == 10 * 44 - 1)
        #expect(!devices.text.contains("person"))
        for number in 0..<12 {
            let device = KnownDevices(devices.text).device(
                for: try LoginName("person\(number)"), keys: keys, at: Sample.now)
            #expect((device != nil) == (number >= 2))
        }
        _ = Cookie(.device, Secret(text: devices.text), lifetime: KnownDevices.lifetime)
    }

    @Test("are not known by a cookie that was changed or made up")
    func spoilt() {
        var random = SeededGenerator(seed: 1)
        let devices = KnownDevices(nil).adding(ada, keys: keys, at: Sample.now, using: &random)
        for text in ["", ".", "....", "x", String(repeating: "A", count: 43), String(repeating: "A.", count: 100_000)] {
            #expect(KnownDevices(text).device(for: ada, keys: keys, at: Sample.now) == nil)
        }
        Spoiling.sweep { seed in
            var spoiling = Spoiling(seed: seed)
            let text = spoiling.text(devices.text, pieces: [".", "=", "\0", "é", "AAAA"])
            let read = KnownDevices(text)
            #expect(KnownDevices(read.text) == read, "seed \(seed)")
            let isKnown = read.device(for: ada, keys: keys, at: Sample.now) != nil
            #expect(isKnown == text.split(separator: ".").prefix(10).contains(Substring(devices.text)), "seed \(seed)")
        }
    }
}

@Suite("Form tokens")
struct FormTokenTests {
    let keys: SigningKeys

    init() throws {
        keys = try #require(SigningKeys(secret: Secret([UInt8](repeating: 7, count: 32))))
    }

    @Test("prove that a form was made for a session, and are another text each time")
    func valid() throws {
        var random = SeededGenerator(seed: 1)
        let first = FormToken.make(for: "s1", keys: keys, using: &random).revealedText()
        let second = FormToken.make(for: "s1", keys: keys, using: &random).revealedText()
        #expect(first != second)
        for text in [first, second] {
            try FormToken.check(text, for: "s1", keys: keys)
            #expect(refusal { try FormToken.check(text, for: "s2", keys: keys) } == .formTokenUnusable)
        }
        let other = try #require(SigningKeys(secret: Secret([UInt8](repeating: 8, count: 32))))
        #expect(refusal { try FormToken.check(first, for: "s1", keys: other) } == .formTokenUnusable)
    }

    @Test("that were changed or made up are refused")
    func spoilt() {
        var random = SeededGenerator(seed: 1)
        let token = FormToken.make(for: "s1", keys: keys, using: &random).revealedText()
        for text in ["", String(repeating: "A", count: 64), String(repeating: "A", count: 1_000_000)] {
            #expect(refusal { try FormToken.check(text, for: "s1", keys: keys) } == .formTokenUnusable)
        }
        Spoiling.sweep { seed in
            var spoiling = Spoiling(seed: seed)
            let text = spoiling.text(token, pieces: ["=", ".", "\0", "A"])
            let isTaken = refusal { try FormToken.check(text, for: "s1", keys: keys) } == nil
            #expect(isTaken == (text == token), "seed \(seed)")
        }
    }

    @Test("need a secret of 32 bytes")
    func secret() {
        for count in [0, 16, 31, 33] {
            #expect(SigningKeys(secret: Secret([UInt8](repeating: 7, count: count))) == nil)
        }
    }
}
