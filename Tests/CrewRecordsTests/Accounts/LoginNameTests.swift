import CrewRecords
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Names to sign in with")
struct LoginNameTests {
    @Test(
        "are one however they are typed",
        arguments: [
            ("ada@sky.example", " Ada@Sky.EXAMPLE\n"), ("jörg", "JO\u{308}RG"), ("ada", "ａｄａ"), ("straße", "Straße"),
            ("ﬁfi", "FIFI"), ("σίσυφος", "σίσυφος"),
        ])
    func normalised(left: String, right: String) throws {
        #expect(try LoginName(left) == LoginName(right))
    }

    @Test(
        "that are empty, too long or have something odd inside are refused",
        arguments: [
            "", "  ", "ada lovelace", "ada\u{0}", "ada\u{202E}x", "a\u{200B}da", "a\tb", "a\nb",
            String(repeating: "x", count: 255), String(repeating: "x", count: 2_000_000), "\u{E000}",
        ])
    func refused(typed: String) {
        #expect(refusal { try LoginName(typed) } == .loginUnusable)
    }

    @Test("come back the same when they are read again, whatever they are made of")
    func stable() throws {
        Spoiling.sweep { seed in
            var random = SeededGenerator(seed: seed)
            let scalars = (0..<random.number(in: 1...12)).compactMap { _ in
                Unicode.Scalar(UInt32(random.below(random.chance(percent: 50) ? 0x250 : 0x20000)))
            }
            guard let login = try? LoginName(String(String.UnicodeScalarView(scalars))) else { return }
            #expect((try? LoginName(login.text)) == login, "seed \(seed)")
            #expect((1...LoginName.longest).contains(login.text.utf8.count), "seed \(seed)")
        }
    }
}
