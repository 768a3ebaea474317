import CrewRecords
import RotaModel
import Testing

@Suite("Accounts")
struct AccountTests {
    @Test("that are disabled cannot be changed or signed in to until they are enabled")
    func disabling() throws {
        var random = SeededGenerator(seed: 1)
        let account = try Sample.account()
        let disabled = account.disabled(at: Sample.now)
        #expect(disabled.disabled == Sample.now)
        #expect(disabled.disabled(at: Sample.later(9)) == disabled)
        #expect(disabled.enabled() == account)
        let hash = try PasswordHash(stored: Sample.hash)
        #expect(refusal { try disabled.rehashed(hash) } == .accountDisabled)
        #expect(refusal { try disabled.linked(to: nil) } == .accountDisabled)
        #expect(
            refusal { try disabled.changingPassword(to: hash, sessions: [], keeping: nil, at: Sample.now) }
                == .accountDisabled)
        #expect(
            refusal {
                try Session.start(
                    for: disabled, way: .password, userAgent: UserAgent(nil), at: Sample.now, using: &random)
            } == .accountDisabled)
    }

    @Test("end all sessions but the one in which the password was changed")
    func changingPassword() throws {
        var random = SeededGenerator(seed: 1)
        let account = try Sample.account()
        let other = try Sample.account("a2")
        func start(_ account: Account) throws -> Session {
            try Session.start(
                for: account, way: .password, userAgent: UserAgent(nil), at: Sample.now, using: &random
            ).session
        }
        let sessions = [try start(account), try start(account), try start(account), try start(other)]
        let over = sessions[2].ended(at: Sample.later(5), because: .signedOut)
        let hash = try PasswordHash(stored: PasswordHashTests.reference[2].1)
        let (changed, ended) = try account.changingPassword(
            to: hash, sessions: [sessions[0], sessions[1], over, sessions[3]], keeping: sessions[0].id,
            at: Sample.later(60))
        #expect(changed.passwordHash == hash)
        #expect(ended == [sessions[1].ended(at: Sample.later(60), because: .passwordChanged)])
        // By a link, from no session, all end.
        let (_, all) = try account.changingPassword(to: hash, sessions: sessions, keeping: nil, at: Sample.now)
        #expect(all.map(\.id) == sessions[..<3].map(\.id))
    }

    @Test("refuse an unknown name, a wrong password and a disabled account with one and the same answer")
    func oneRefusal() throws {
        let account = try Sample.account()
        let right = PasswordHasher.Verdict.right(isOutdated: false)
        #expect(try SignIn.byPassword(account, right) == account)
        let withoutPassword = Account(id: "a3", person: "bo", login: account.login, created: Sample.now)
        let tries: [(Account?, PasswordHasher.Verdict)] = [
            (nil, .wrong), (nil, right), (account, .wrong), (account.disabled(at: Sample.now), right),
            (account.disabled(at: Sample.now), .wrong), (withoutPassword, right), (withoutPassword, .wrong),
        ]
        for (account, verdict) in tries {
            #expect(throws: SignIn.refused) { try SignIn.byPassword(account, verdict) }
        }
    }

    @Test("linked to a provider's subject are signed in to by that one alone")
    func provider() throws {
        let issuer = try #require(WebAddress("https://id.example"))
        let other = try #require(WebAddress("https://id2.example"))
        let subject = try #require(OpenIDSubject(issuer: issuer, subject: "42"))
        let account = try Sample.account().linked(to: subject)
        #expect(try SignIn.byProvider(account, subject) == account)
        let strangers = [
            try #require(OpenIDSubject(issuer: issuer, subject: "43")),
            try #require(OpenIDSubject(issuer: other, subject: "42")),
        ]
        for stranger in strangers {
            #expect(throws: SignIn.refusedByProvider) { try SignIn.byProvider(account, stranger) }
        }
        #expect(throws: SignIn.refusedByProvider) { try SignIn.byProvider(nil, subject) }
        #expect(throws: SignIn.refusedByProvider) { try SignIn.byProvider(account.disabled(at: Sample.now), subject) }
        #expect(throws: SignIn.refusedByProvider) { try SignIn.byProvider(Sample.account(), subject) }
        for odd in ["", String(repeating: "x", count: 256), "é", "a\n"] {
            #expect(OpenIDSubject(issuer: issuer, subject: odd) == nil)
        }
    }
}
