import CrewRecords
import RotaModel
import Testing

@Suite("API tokens")
struct APITokenTests {
    private func make(
        _ account: Account, name: String = "nightly export", rights: Set<TokenRight> = [.readRotas], days: Int = 30
    ) throws -> (record: APIToken, token: Token<APIToken>) {
        var random = SeededGenerator(seed: 1)
        return try APIToken.make(
            for: account, name: name, rights: rights, until: Sample.later(days * 86_400), at: Sample.now, using: &random
        )
    }

    @Test("open their account until they run out, and tell when they were used last")
    func use() throws {
        let account = try Sample.account()
        let (record, token) = try make(account, rights: [.readRotas, .changeRotas])
        let used = try record.used(with: token, by: account, at: Sample.later(10))
        #expect(used.lastUsed == Sample.later(10))
        #expect(used.rights == [.readRotas, .changeRotas])
        #expect(try used.used(with: token, by: account, at: Sample.later(309)) == used)
        let again = try used.used(with: token, by: account, at: Sample.later(310))
        #expect(again.lastUsed == Sample.later(310))
        let end = 30 * 86_400
        #expect(try record.used(with: token, by: account, at: Sample.later(end - 1)).lastUsed != nil)
        #expect(refusal { try record.used(with: token, by: account, at: Sample.later(end)) } == .tokenUnusable)
    }

    @Test("open nothing otherwise, whatever the reason")
    func refused() throws {
        let account = try Sample.account()
        let (record, token) = try make(account)
        var random = SeededGenerator(seed: 2)
        let other = Token<APIToken>(using: &random)
        let now = Sample.later(1)
        #expect(refusal { try record.used(with: other, by: account, at: now) } == .tokenUnusable)
        #expect(
            refusal { try record.used(with: token, by: Sample.account("a2"), at: now) } == .tokenUnusable)
        let disabled = account.disabled(at: now)
        #expect(refusal { try record.used(with: token, by: disabled, at: now) } == .tokenUnusable)
        let revoked = record.revoked(at: now)
        #expect(revoked.revoked(at: Sample.later(99)) == revoked)
        #expect(refusal { try revoked.used(with: token, by: account, at: now) } == .tokenUnusable)
    }

    @Test("need a name, a right, an end within a year, and an enabled account")
    func terms() throws {
        let account = try Sample.account()
        #expect(refusal { try make(account, name: " \n") } == .tokenTermsUnusable)
        #expect(refusal { try make(account, name: String(repeating: "x", count: 121)) } == .tokenTermsUnusable)
        #expect(refusal { try make(account, rights: []) } == .tokenTermsUnusable)
        #expect(refusal { try make(account, days: 0) } == .tokenTermsUnusable)
        #expect(refusal { try make(account, days: 367) } == .tokenTermsUnusable)
        #expect(try make(account, name: "  x ", days: 366).record.name == "x")
        #expect(refusal { try make(account.disabled(at: Sample.now)) } == .accountDisabled)
    }
}
