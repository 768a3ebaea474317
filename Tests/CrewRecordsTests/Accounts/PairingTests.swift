import CrewRecords
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Pairing codes")
struct PairingTests {
    let keys: SigningKeys

    init() throws {
        keys = try #require(SigningKeys(secret: Secret([UInt8](repeating: 7, count: 32))))
    }

    @Test("open the same link however they are typed")
    func typed() throws {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<200 {
            let code = PairingCode(using: &random)
            let text = code.revealedText()
            #expect(text.contains(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/))
            let ways = [
                text, text.lowercased(), text.replacing("-", with: ""), text.replacing("-", with: " - "),
                " \(text) ", text.replacing("0", with: "o"), text.replacing("1", with: "l"),
                text.replacing("1", with: "I"),
            ]
            for typed in ways { #expect(PairingCode(typed)?.token(keys: keys) == code.token(keys: keys), "\(typed)") }
        }
    }

    @Test(
        "are nothing else",
        arguments: [
            "", "ABCDE", "ABCDE-FGHJKM", "ABCDE-FGHJ", "ABCDE-FGHJU", "ABCDE_FGHJK", "ABCDÉ-FGHJK", "ABCDE-FGHJ\0",
            "ABCDEFGHJK" + String(repeating: " ", count: 40), "ßABCDEFGH", "ABCDE\nFGHJK",
        ])
    func unusable(typed: String) {
        #expect(PairingCode(typed) == nil)
    }

    @Test("open another link each, and another one with another server's secret")
    func tokens() throws {
        var random = SeededGenerator(seed: 3)
        let codes = (0..<500).map { _ in PairingCode(using: &random) }
        #expect(Set(codes.map { $0.token(keys: keys).digest }).count == 500)
        let others = try #require(SigningKeys(secret: Secret([UInt8](repeating: 8, count: 32))))
        #expect(codes[0].token(keys: others) != codes[0].token(keys: keys))
        let link = OneTimeLink.make(.pairing("a1"), id: "l1", for: codes[0].token(keys: keys), at: Sample.now)
        #expect(try link.redeemed(with: codes[0].token(keys: keys), at: Sample.later(299)).used == Sample.later(299))
        #expect(refusal { try link.redeemed(with: codes[0].token(keys: keys), at: Sample.later(300)) } == .linkUnusable)
        #expect(refusal { try link.redeemed(with: codes[1].token(keys: keys), at: Sample.now) } == .linkUnusable)
    }

    @Test("do not show in what is printed")
    func secret() {
        var random = SeededGenerator(seed: 4)
        let code = PairingCode(using: &random)
        var dumped = ""
        dump(code, to: &dumped)
        #expect(!"\(code) \(dumped)".contains(code.revealedText().prefix(5)))
    }

    @Test("can be tried fifteen times from an address while one lasts, whatever others do")
    func tries() {
        var guardian = PairingGuard(capacity: 1000)
        func isAdmitted(_ address: ClientAddress, at seconds: Int) -> Bool {
            do {
                try guardian.admit(address, at: Sample.later(seconds))
                return true
            } catch {
                return false
            }
        }
        let (attacker, owner) = (SignInGuardTests.address(1), SignInGuardTests.address(2))
        #expect((0..<300).count { isAdmitted(attacker, at: $0) } <= 15)
        #expect(isAdmitted(owner, at: 300))
        // Who mistypes and then does it right has all tries again.
        for second in 301..<400 {
            #expect(isAdmitted(owner, at: second))
            guardian.succeeded(owner, at: Sample.later(second))
        }
    }
}
