import CrewRecords
import RotaModel
import Testing

@Suite("Passwords")
struct PasswordTests {
    /// What is refused about a password of Ada Lovelace's; nil if it may be set.
    private func refusal(_ typed: String) throws -> AccountError.Code? {
        let login = try LoginName("ada.lovelace@sky-hospital.example")
        do {
            try Password(typed).checkAsNew(name: "Ada Lovelace", login: login)
            return nil
        } catch {
            return error.code
        }
    }

    @Test(
        "of some length and with something of their own are taken, whatever letters they are made of",
        arguments: [
            "correct horse battery staple", "vier kleine bären im moor", "tr0ub4dor&3x", "12 trumpets, 9 drums",
            "почему бы и нет", "我們今天去海邊散步好嗎？", "🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵", "MyDogAdaLikesFish",
        ])
    func good(typed: String) throws {
        #expect(try refusal(typed) == nil)
    }

    @Test(
        "that guessers try first are refused, however they are dressed up",
        arguments: [
            "password123", "Passw0rd2026!", "P@$$w0rd1234", "1234567890", "0987654321", "qwertyuiop", "aaaaaaaaaaaa",
            "abcdefghij", "letmein12345", "watchbill1", "Welcome2026", "ada.lovelace", "Lovelace1815", "ADALOVELACE!1",
            "skyhospital", "lovelace-ada-1", "Lövelâce123", "qwerty123456", "asdfghjkl123", "ababababab",
        ])
    func guessable(typed: String) throws {
        #expect(try refusal(typed) == .passwordGuessable)
    }

    @Test("of fewer than ten characters are refused; bytes do not count")
    func short() throws {
        #expect(try refusal("x9!kQz2#f") == .passwordTooShort)
        #expect(try refusal("x9!kQz2#fw") == nil)
        #expect(try refusal("🦊🐻🐼🐨🐯🦁🐮🐷🐸") == .passwordTooShort)
        #expect(try refusal("") == .passwordTooShort)
    }

    @Test("of more than 1,024 bytes are refused at once")
    func long() throws {
        let text = String(repeating: "ab cd ef g", count: 102) + "1234"
        #expect(text.utf8.count == 1024)
        _ = try Password(text)
        for typed in [text + "5", String(repeating: "🦊", count: 257), String(repeating: "x", count: 10_000_000)] {
            #expect { try Password(typed) } throws: { ($0 as? AccountError)?.code == .passwordTooLong }
        }
    }

    @Test("are the same whether accents are typed in one or in two")
    func normalised() async throws {
        let hasher = PasswordHasher(parameters: .quick, atOnce: 1, mostWaiting: 10)
        var random = SeededGenerator(seed: 1)
        let composed = try Password("caf\u{E9} et cr\u{E8}me")
        let decomposed = try Password("cafe\u{301} et cre\u{300}me")
        let hash = try await hasher.hash(composed, salt: PasswordSalt(using: &random))
        #expect(try await hasher.verify(decomposed, against: hash) == .right(isOutdated: false))
    }

    @Test("are refused with a message that does not repeat them")
    func messages() throws {
        let login = try LoginName("ada")
        for typed in ["hunter2", "hunter2hunter2" + String(repeating: "x", count: 2000), "hunter2222222"] {
            #expect {
                try Password(typed).checkAsNew(name: "Hunter", login: login)
            } throws: {
                !"\($0) \(String(reflecting: $0))".contains("hunter2")
            }
        }
    }

    @Test("are judged whatever they are made of, and random ones are good")
    func random() throws {
        for seed in 0..<1000 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let scalars = (0..<random.below(200)).compactMap { _ in Unicode.Scalar(UInt32(random.below(0x30000))) }
            let text = String(String.UnicodeScalarView(scalars))
            let code = try refusal(text)
            if text.unicodeScalars.count > 60 { #expect(code == nil, "seed \(seed)") }
        }
    }
}

extension Argon2Parameters {
    /// Cheap, for tests.
    static let quick = Argon2Parameters(memory: 64, passes: 1, lanes: 1)
}
