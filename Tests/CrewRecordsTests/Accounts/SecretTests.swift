import CrewRecords
import RotaModel
import Testing

@Suite("Secrets")
struct SecretTests {
    /// Everything that printing, debugging or looking into a value could put into a log.
    private func shown(_ value: Any) -> String {
        var text = "\(value) \(String(describing: value)) \(String(reflecting: value)) "
        dump(value, to: &text)
        func look(into mirror: Mirror) {
            for child in mirror.children {
                text += " \(child.label ?? "") \(child.value) \(String(reflecting: child.value))"
                look(into: Mirror(reflecting: child.value))
            }
        }
        look(into: Mirror(reflecting: value))
        return text
    }

    @Test("show nothing of themselves, alone or inside something else")
    func showNothing() {
        struct Holder { let secret: Secret, maybe: Secret?, list: [Secret] }
        let secret = Secret(text: "hunter2hunter2")
        let holder = Holder(secret: secret, maybe: secret, list: [secret])
        for text in [shown(secret), shown(holder), shown([secret] as Any), shown(Optional(secret) as Any)] {
            #expect(text.contains("confidential"))
            #expect(!text.contains("hunter2"))
            #expect(!text.contains("104"), "the bytes: h is 104")
        }
    }

    @Test("are not shown by what holds them: passwords, hashes, tokens, accounts, keys, cookies")
    func holdersShowNothing() throws {
        var random = SeededGenerator(seed: 1)
        let stored = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
        let hash = try PasswordHash(stored: stored)
        let account = Account(
            id: "a1", person: "ada", login: try LoginName("ada"), passwordHash: hash, created: Instant(seconds: 0))
        for text in [shown(hash), shown(account)] {
            #expect(!text.contains("nf65EOgL"))
            #expect(!text.contains("c29tZXNhbHQ"))
            #expect(!text.contains("157"), "the digest's bytes: it begins with 157 254")
        }
        let token = Token<APIToken>(using: &random)
        #expect(!shown(token).contains(token.revealedText().dropFirst(10)))
        let password = try Password("hunter2hunter2")
        #expect(!shown(password).contains("hunter2"))
        let keys = try #require(SigningKeys(secret: Secret([UInt8](repeating: 77, count: 32))))
        #expect(!shown(keys).contains("77"))
        let cookie = Cookie(.session, Secret(text: "hunter2"), lifetime: nil)
        #expect(!shown(cookie).contains("hunter2"))
        let client = OpenIDClient(
            id: "watchbill", secret: Secret(text: "hunter2"),
            redirect: try #require(WebAddress("https://a.example/back")))
        #expect(!shown(client).contains("hunter2"))
    }

    @Test("are equal if their bytes are")
    func equality() {
        #expect(Secret(text: "a") == Secret([97]))
        #expect(Secret(text: "a") != Secret(text: "b"))
        #expect(Secret(text: "a") != Secret(text: "aa"))
        #expect(Secret([]) == Secret(text: ""))
    }
}
