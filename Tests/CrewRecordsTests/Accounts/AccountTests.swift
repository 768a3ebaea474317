import CrewRecords
import RotaModel
import Testing
import WatchbillTestKit

/// What the tests of accounts begin with.
enum Sample {
    static let now = Instant(seconds: 1_767_600_000)
    static let hash = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"

    static func account(_ id: AccountID = "a1") throws -> Account {
        Account(
            id: id, person: "ada", login: try LoginName("ada@sky.example"),
            passwordHash: try PasswordHash(stored: hash),
            created: now)
    }

    static func later(_ seconds: Int) -> Instant { Instant(seconds: now.seconds + seconds) }
}

/// The code of what is thrown; nil if nothing is.
func refusal<Value>(_ body: () throws -> Value) -> AccountError.Code? {
    do {
        _ = try body()
        return nil
    } catch {
        return (error as? AccountError)?.code
    }
}

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
        for stranger in strangers { #expect(throws: SignIn.refused) { try SignIn.byProvider(account, stranger) } }
        #expect(throws: SignIn.refused) { try SignIn.byProvider(nil, subject) }
        #expect(throws: SignIn.refused) { try SignIn.byProvider(account.disabled(at: Sample.now), subject) }
        #expect(throws: SignIn.refused) { try SignIn.byProvider(Sample.account(), subject) }
        for odd in ["", String(repeating: "x", count: 256), "é", "a\n"] {
            #expect(OpenIDSubject(issuer: issuer, subject: odd) == nil)
        }
    }
}
