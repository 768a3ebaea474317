import CrewRecords
import RotaModel
import Testing

@Suite("One-time links")
struct OneTimeLinkTests {
    static let purposes: [(OneTimeLink.Purpose, Int)] = [
        (.firstAdministrator, 86_400), (.passwordReset("a1"), 3600), (.pairing("a1"), 300),
    ]

    @Test("work once, until they run out", arguments: purposes)
    func once(purpose: OneTimeLink.Purpose, seconds: Int) throws {
        var random = SeededGenerator(seed: 1)
        let (link, token) = OneTimeLink.make(purpose, at: Sample.now, using: &random)
        #expect(link.purpose == purpose)
        #expect(link.expires == Sample.later(seconds))
        let used = try link.redeemed(with: token, at: Sample.later(seconds - 1))
        #expect(used.used == Sample.later(seconds - 1))
        #expect(refusal { try used.redeemed(with: token, at: Sample.later(seconds - 1)) } == .linkUnusable)
        #expect(refusal { try link.redeemed(with: token, at: Sample.later(seconds)) } == .linkUnusable)
        #expect(used.revoked(at: Sample.now) == used)
    }

    @Test("of an invitation name the person and the login, and last a week")
    func invitation() throws {
        var random = SeededGenerator(seed: 1)
        let login = try LoginName("bo@sky.example")
        let (link, token) = OneTimeLink.make(.invitation("bo", login), at: Sample.now, using: &random)
        #expect(link.expires == Sample.later(7 * 86_400))
        #expect(try link.redeemed(with: token, at: Sample.later(1)).purpose == .invitation("bo", login))
    }

    @Test("that were revoked, or whose token is another's, do nothing; the reason is not told")
    func refused() throws {
        var random = SeededGenerator(seed: 1)
        let (link, token) = OneTimeLink.make(.firstAdministrator, at: Sample.now, using: &random)
        let (_, other) = OneTimeLink.make(.firstAdministrator, at: Sample.now, using: &random)
        let revoked = link.revoked(at: Sample.later(1))
        #expect(revoked.revoked(at: Sample.later(2)) == revoked)
        var messages: Set<String> = []
        for (link, token, time) in [(revoked, token, 2), (link, other, 2), (link, token, 90_000)] {
            #expect {
                try link.redeemed(with: token, at: Sample.later(time))
            } throws: {
                messages.insert("\($0)")
                return ($0 as? AccountError)?.code == .linkUnusable
            }
        }
        #expect(messages.count == 1)
    }
}
