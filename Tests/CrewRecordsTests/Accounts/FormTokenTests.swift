import CrewRecords
import RotaModel
import Testing

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
