import CrewRecords
import RotaModel
import Testing

@Suite("Sessions")
struct SessionTests {
    let account: Account
    let session: Session
    let token: Token<Session>
    let lifetime = Session.Lifetime(idle: .seconds(1000), absolute: .seconds(5000))

    init() throws {
        var random = SeededGenerator(seed: 1)
        account = try Sample.account()
        (session, token) = try Session.start(
            for: account, way: .password, userAgent: UserAgent("Firefox"), at: Sample.now, using: &random)
    }

    @Test("begin with a token for the browser, of which they keep only the digest")
    func start() throws {
        #expect(token.matches(session.digest))
        #expect(session.account == account.id)
        #expect(session.end == nil)
        #expect(session.id.rawValue.utf8.count == 22)
        #expect(session.created == Sample.now && session.lastSeen == Sample.now)
    }

    @Test("run out when they are not used, and after their longest time however much they are")
    func running() throws {
        var session = session
        // Used every 900 seconds they stay open until 5,000 seconds are over.
        for time in stride(from: 900, to: 5000, by: 900) {
            session = try session.used(by: account, at: Sample.later(time), for: lifetime)
            #expect(session.lastSeen == Sample.later(time))
        }
        #expect(try session.used(by: account, at: Sample.later(4999), for: lifetime).account == account.id)
        #expect(refusal { try session.used(by: account, at: Sample.later(5000), for: lifetime) } == .sessionEnded)
        #expect(try self.session.used(by: account, at: Sample.later(999), for: lifetime).account == account.id)
        #expect(refusal { try self.session.used(by: account, at: Sample.later(1000), for: lifetime) } == .sessionEnded)
    }

    @Test("write down that they were used every five minutes, not at each request")
    func step() throws {
        #expect(try session.used(by: account, at: Sample.later(299), for: lifetime) == session)
        #expect(try session.used(by: account, at: Sample.later(300), for: lifetime).lastSeen == Sample.later(300))
        // A clock that was set back changes nothing.
        #expect(try session.used(by: account, at: Sample.later(-100), for: lifetime) == session)
    }

    @Test("open nothing once ended, and stay ended as they were")
    func ending() throws {
        let ended = session.ended(at: Sample.later(10), because: .signedOut)
        #expect(ended.end == Session.End(at: Sample.later(10), reason: .signedOut))
        #expect(ended.ended(at: Sample.later(20), because: .endedByOwner) == ended)
        #expect(refusal { try ended.used(by: account, at: Sample.later(11), for: lifetime) } == .sessionEnded)
    }

    @Test("open nothing for another account or a disabled one")
    func accounts() throws {
        let other = try Sample.account("a2")
        #expect(refusal { try session.used(by: other, at: Sample.now, for: lifetime) } == .sessionEnded)
        let disabled = account.disabled(at: Sample.now)
        #expect(refusal { try session.used(by: disabled, at: Sample.now, for: lifetime) } == .sessionEnded)
    }

    @Test("are listed for their owner, the last used first, without those that are over")
    func list() throws {
        var random = SeededGenerator(seed: 2)
        let other = try Sample.account("a2")
        func start(_ account: Account, at seconds: Int) throws -> Session {
            try Session.start(
                for: account, way: .link, userAgent: UserAgent(nil), at: Sample.later(seconds), using: &random
            ).session
        }
        let sessions = [
            session, try start(account, at: 500), try start(other, at: 600), try start(account, at: 700),
            try start(account, at: 800).ended(at: Sample.later(801), because: .signedOut),
        ]
        let list = Session.list(sessions, of: account.id, at: Sample.later(900), for: lifetime)
        #expect(list == [sessions[3], sessions[1], sessions[0]])
        #expect(
            Session.list(sessions, of: account.id, at: Sample.later(1000), for: lifetime) == [sessions[3], sessions[1]])
        let ended = Session.ending(sessions, of: account.id, because: .accountDisabled, at: Sample.later(900))
        #expect(ended.map(\.id) == [sessions[0].id, sessions[1].id, sessions[3].id])
        #expect(ended.allSatisfy { $0.end?.reason == .accountDisabled })
    }

    @Test("keep of what a browser says of itself something short that can be printed")
    func userAgent() {
        #expect(UserAgent("Mozilla/5.0 (X11; Linux x86_64)").text == "Mozilla/5.0 (X11; Linux x86_64)")
        #expect(UserAgent("a\u{1B}[31mb\r\nSet-Cookie: x\u{202E}é").text == "a[31mbSet-Cookie: x")
        #expect(UserAgent(String(repeating: "x", count: 100_000)).text.utf8.count == UserAgent.longest)
        #expect(UserAgent(nil).text.isEmpty)
    }
}

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

@Suite("API tokens")
struct APITokenTests {
    private func make(
        _ account: Account, name: String = "nightly export", scopes: Set<APIScope> = [.read], days: Int = 30
    ) throws -> (record: APIToken, token: Token<APIToken>) {
        var random = SeededGenerator(seed: 1)
        return try APIToken.make(
            for: account, name: name, scopes: scopes, until: Sample.later(days * 86_400), at: Sample.now, using: &random
        )
    }

    @Test("open what their scopes say until they run out, and tell when they were used last")
    func use() throws {
        let account = try Sample.account()
        let (record, token) = try make(account, scopes: [.read, .write])
        let used = try record.used(with: token, for: [.read], by: account, at: Sample.later(10))
        #expect(used.lastUsed == Sample.later(10))
        #expect(try used.used(with: token, for: [.read, .write], by: account, at: Sample.later(309)) == used)
        let again = try used.used(with: token, for: [.write], by: account, at: Sample.later(310))
        #expect(again.lastUsed == Sample.later(310))
        let end = 30 * 86_400
        #expect(try record.used(with: token, for: [], by: account, at: Sample.later(end - 1)).lastUsed != nil)
        #expect(refusal { try record.used(with: token, for: [], by: account, at: Sample.later(end)) } == .tokenUnusable)
    }

    @Test("open nothing else, whatever the reason")
    func refused() throws {
        let account = try Sample.account()
        let (record, token) = try make(account)
        var random = SeededGenerator(seed: 2)
        let other = Token<APIToken>(using: &random)
        let now = Sample.later(1)
        #expect(refusal { try record.used(with: token, for: [.write], by: account, at: now) } == .tokenUnusable)
        #expect(
            refusal { try record.used(with: token, for: [.read, .sealed], by: account, at: now) } == .tokenUnusable)
        #expect(refusal { try record.used(with: other, for: [.read], by: account, at: now) } == .tokenUnusable)
        #expect(
            refusal { try record.used(with: token, for: [.read], by: Sample.account("a2"), at: now) } == .tokenUnusable)
        let disabled = account.disabled(at: now)
        #expect(refusal { try record.used(with: token, for: [.read], by: disabled, at: now) } == .tokenUnusable)
        let revoked = record.revoked(at: now)
        #expect(revoked.revoked(at: Sample.later(99)) == revoked)
        #expect(refusal { try revoked.used(with: token, for: [.read], by: account, at: now) } == .tokenUnusable)
    }

    @Test("need a name, a scope, an end within a year, and an enabled account")
    func terms() throws {
        let account = try Sample.account()
        #expect(refusal { try make(account, name: " \n") } == .tokenTermsUnusable)
        #expect(refusal { try make(account, name: String(repeating: "x", count: 121)) } == .tokenTermsUnusable)
        #expect(refusal { try make(account, scopes: []) } == .tokenTermsUnusable)
        #expect(refusal { try make(account, days: 0) } == .tokenTermsUnusable)
        #expect(refusal { try make(account, days: 367) } == .tokenTermsUnusable)
        #expect(try make(account, name: "  x ", days: 366).record.name == "x")
        #expect(refusal { try make(account.disabled(at: Sample.now)) } == .accountDisabled)
    }
}
