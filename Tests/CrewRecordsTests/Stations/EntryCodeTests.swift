import CrewRecords
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Entry codes")
struct EntryCodeTests {
    private static func keys(_ byte: UInt8 = 7) throws -> SigningKeys {
        try #require(SigningKeys(secret: Secret((0..<32).map { $0 ^ byte })))
    }

    @Test("have six to ten digits")
    func form() {
        for good in ["482915", "0004829151"] { #expect(EntryCode(good) != nil, "\(good)") }
        for bad in ["", "48291", "48291502931", "48291a", "４８２９１５", "482 15"] {
            #expect(EntryCode(bad) == nil, "\(bad)")
        }
    }

    @Test("are not those that anybody tries first")
    func guessable() throws {
        for bad in ["000000", "123456", "987654", "890123", "121212", "2468024680", "7777777777"] {
            let code = try #require(EntryCode(bad))
            #expect(throws: AccountError.self, "\(bad)") { try code.checkAsNew() }
        }
        for good in ["482915", "100200", "112233"] { try #require(EntryCode(good)).checkAsNew() }
    }

    @Test("are closed for one press and one server, and open for no other")
    func envelope() async throws {
        let keys = try Self.keys()
        let closed = try CodeEnvelope.close("482915", for: "door 1 mia on 5", to: keys.codesPublicKey)
        let envelope = try #require(CodeEnvelope(closed))
        let opened = try #require(envelope.open(for: "door 1 mia on 5", with: keys))
        let hasher = PasswordHasher(
            parameters: Argon2Parameters(memory: 8, passes: 1, lanes: 1), atOnce: 1, mostWaiting: 1)
        var random = SeededGenerator(seed: 1)
        let hash = try await hasher.hash(try Password("482915"), salt: PasswordSalt(using: &random))
        #expect(try await hasher.verify(opened.password, against: hash) == .right(isOutdated: false))
        #expect(envelope.open(for: "door 2 mia on 5", with: keys) == nil)
        #expect(envelope.open(for: "door 1 mia on 5", with: try Self.keys(9)) == nil)
        for index in stride(from: 0, to: closed.count, by: 7) {
            var bent = closed
            bent[index] ^= 1
            #expect(CodeEnvelope(bent)?.open(for: "door 1 mia on 5", with: keys) == nil, "byte \(index)")
        }
        for length in [0, 10, 65, 86, 93, 200] {
            #expect(CodeEnvelope([UInt8](repeating: 4, count: length)) == nil, "\(length)")
        }
    }

    @Test("signatures are those of the key, of the text and of what it is for")
    func signatures() throws {
        let key = TestStation.Key()
        let station = TestStation("door", key: key, server: [])
        let known = try #require(StationKey(key.bytes))
        let signature = try station.sign("a text", .press)
        #expect(known.hasSigned("a text", for: .press, signature))
        #expect(!known.hasSigned("a text", for: .envelope, signature))
        #expect(!known.hasSigned("another", for: .press, signature))
        #expect(!known.hasSigned("a text", for: .press, Array(signature.dropLast())))
        #expect(try !#require(StationKey(TestStation.Key().bytes)).hasSigned("a text", for: .press, signature))
        #expect(StationKey([UInt8](repeating: 4, count: 65)) == nil && StationKey([]) == nil)
    }
}
