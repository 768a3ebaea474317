import CArgon2
import CrewRecords
import RotaModel
import Testing

@Suite("Password hashes")
struct PasswordHashTests {
    /// From the tests of Argon2's reference implementation (`test.c`, version 0x13, Argon2id).
    static let reference = [
        ("password", "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"),
        ("password", "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"),
        ("password", "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"),
        ("password", "$argon2id$v=19$m=65536,t=1,p=1$c29tZXNhbHQ$9qWtwbpyPd3vm1rB1GThgPzZ3/ydHL92zKL+15XZypg"),
    ]

    let hasher = PasswordHasher(parameters: .quick, atOnce: 2, mostWaiting: 100)

    @Test("of the reference implementation are read, written back and verified", arguments: reference)
    func referenceVectors(password: String, stored: String) async throws {
        let hash = try PasswordHash(stored: stored)
        #expect(hash.stored() == stored)
        #expect(try await hasher.verify(Password(password), against: hash) == .right(isOutdated: false))
        #expect(try await hasher.verify(Password(password + "s"), against: hash) == .wrong)
        #expect(try await hasher.verify(Password(""), against: hash) == .wrong)
    }

    @Test("come from a library that computes what RFC 9106, 5.3, says")
    func rfc9106() {
        var tag = [UInt8](repeating: 0, count: 32)
        var password = [UInt8](repeating: 1, count: 32)
        var salt = [UInt8](repeating: 2, count: 16)
        var key = [UInt8](repeating: 3, count: 8)
        var data = [UInt8](repeating: 4, count: 12)
        var context = Argon2_Context()
        let status = tag.withUnsafeMutableBufferPointer { tag in
            password.withUnsafeMutableBufferPointer { password in
                salt.withUnsafeMutableBufferPointer { salt in
                    key.withUnsafeMutableBufferPointer { key in
                        data.withUnsafeMutableBufferPointer { data in
                            (context.out, context.outlen) = (tag.baseAddress, 32)
                            (context.pwd, context.pwdlen) = (password.baseAddress, 32)
                            (context.salt, context.saltlen) = (salt.baseAddress, 16)
                            (context.secret, context.secretlen) = (key.baseAddress, 8)
                            (context.ad, context.adlen) = (data.baseAddress, 12)
                            (context.t_cost, context.m_cost, context.lanes, context.threads) = (3, 32, 4, 4)
                            context.version = ARGON2_VERSION_13.rawValue
                            return argon2id_ctx(&context)
                        }
                    }
                }
            }
        }
        #expect(status == ARGON2_OK.rawValue)
        let expected: [UInt8] = [
            0x0D, 0x64, 0x0D, 0xF5, 0x8D, 0x78, 0x76, 0x6C, 0x08, 0xC0, 0x37, 0xA3, 0x4A, 0x8B, 0x53, 0xC9,
            0xD0, 0x1E, 0xF0, 0x45, 0x2D, 0x75, 0xB6, 0x5E, 0xB5, 0x25, 0x20, 0xE9, 0x6B, 0x01, 0xE6, 0x59,
        ]
        #expect(tag == expected)
    }

    @Test("of our own are verified by the library's own check, and have 16 bytes of salt each of its own")
    func ownHashes() async throws {
        let hasher = PasswordHasher(atOnce: 1, mostWaiting: 10)
        var random = SeededGenerator(seed: 9)
        let password = try Password("correct horse battery staple")
        let first = try await hasher.hash(password, salt: PasswordSalt(using: &random)).stored()
        let second = try await hasher.hash(password, salt: PasswordSalt(using: &random)).stored()
        #expect(first.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(first.split(separator: "$")[3].utf8.count == 22)
        #expect(first.split(separator: "$")[3] != second.split(separator: "$")[3])
        #expect(first.split(separator: "$")[4] != second.split(separator: "$")[4])
        let text = "correct horse battery staple"
        #expect(argon2id_verify(first, text, text.utf8.count) == ARGON2_OK.rawValue)
        #expect(argon2id_verify(first, text, text.utf8.count - 1) == ARGON2_VERIFY_MISMATCH.rawValue)
        #expect(try await hasher.verify(password, against: PasswordHash(stored: first)) == .right(isOutdated: false))
    }

    @Test(
        "made with weaker parameters than today's are to be made anew; stronger ones are not",
        arguments: [(64, 1, 1, false), (128, 1, 1, false), (32, 1, 1, true), (32, 9, 1, true)])
    func outdated(memory: Int, passes: Int, lanes: Int, isOutdated: Bool) async throws {
        let parameters = Argon2Parameters(memory: memory, passes: passes, lanes: lanes)
        let other = PasswordHasher(parameters: parameters, atOnce: 1, mostWaiting: 1)
        var random = SeededGenerator(seed: 2)
        let password = try Password("correct horse battery staple")
        let hash = try await other.hash(password, salt: PasswordSalt(using: &random))
        #expect(try await hasher.verify(password, against: hash) == .right(isOutdated: isOutdated))
        #expect(try await hasher.verify(Password("another one"), against: hash) == .wrong)
    }

    @Test(
        "of another form, or that ask for too much, are refused",
        arguments: [
            "", "$", "$$$$$", "password",
            "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$v=19$m=99999999999999999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$v=19$m=256,t=65,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$v=19$m=256,t=0,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$v=19$m=256,t=2,p=33$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$v=19$m=0256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$v=19$t=2,m=256,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$v=19$m=256,t=2,p=1$c29t$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65",
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ=$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/5",
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4$",
        ])
    func refused(stored: String) {
        #expect { try PasswordHash(stored: stored) } throws: { ($0 as? AccountError)?.code == .hashUnreadable }
    }

    @Test("spoilt at random are refused, or are what their text says")
    func spoilt() throws {
        Spoiling.sweep { seed in
            var spoiling = Spoiling(seed: seed)
            let (_, stored) = Self.reference[Int(seed % 4)]
            let text = spoiling.text(stored, pieces: ["$", ",", "=", "m=", "99999999", "argon2id", "\0", "é", "+"])
            if let hash = try? PasswordHash(stored: text) { #expect(hash.stored() == text, "seed \(seed)") }
        }
    }
}
