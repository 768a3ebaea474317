import CrewRecords
import Crypto
import RotaModel
import Testing

@Suite("Tokens")
struct TokenTests {
    @Test("have a text that leads back to them, and API tokens one that scanners find")
    func texts() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<200 {
            let session = Token<Session>(using: &random)
            #expect(session.revealedText().wholeMatch(of: /[A-Za-z0-9_-]{43}/) != nil)
            #expect(try #require(Token<Session>(session.revealedText())).matches(session.digest))
            let program = Token<APIToken>(using: &random)
            #expect(program.revealedText().wholeMatch(of: /watchbill_[A-Za-z0-9_-]{43}/) != nil)
            #expect(try #require(Token<APIToken>(program.revealedText())).matches(program.digest))
            // One kind's is none of another.
            #expect(Token<Session>(program.revealedText()) == nil)
            #expect(Token<APIToken>(session.revealedText()) == nil)
        }
    }

    @Test("are stored as the SHA-256 of their 32 bytes")
    func digests() throws {
        // Base64url of 32 bytes of zero.
        let token = try #require(Token<Session>(String(repeating: "A", count: 43)))
        #expect(token.digest.bytes == Array(SHA256.hash(data: [UInt8](repeating: 0, count: 32))))
        #expect(TokenDigest<Session>(token.digest.bytes) == token.digest)
        #expect(TokenDigest<Session>([1, 2, 3]) == nil)
    }

    @Test("do not match another's digest")
    func mismatch() {
        var random = SeededGenerator(seed: 4)
        let tokens = (0..<20).map { _ in Token<Session>(using: &random) }
        for (left, token) in tokens.enumerated() {
            for (right, other) in tokens.enumerated() { #expect(token.matches(other.digest) == (left == right)) }
        }
    }

    @Test("have one text each: spelt otherwise it is none, or another token")
    func strictness() {
        // The last letter carries four bits; with any other two it must not be taken for the same.
        #expect(Token<Session>(String(repeating: "A", count: 42) + "B") == nil)
        #expect(Token<Session>(String(repeating: "A", count: 43) + "=") == nil)
        #expect(Token<Session>("") == nil)
        #expect(Token<APIToken>("watchbill_") == nil)
        #expect(Token<APIToken>("WATCHBILL_" + String(repeating: "A", count: 43)) == nil)
        Spoiling.sweep { seed in
            var random = SeededGenerator(seed: seed)
            let token = Token<APIToken>(using: &random)
            var spoiling = Spoiling(seed: seed)
            let text = spoiling.text(token.revealedText(), pieces: ["watchbill_", "=", "+", "/", "\0", "é", " "])
            guard let read = Token<APIToken>(text) else { return }
            #expect(read.revealedText() == text, "seed \(seed)")
            #expect(read.matches(token.digest) == (text == token.revealedText()), "seed \(seed)")
        }
    }
}
