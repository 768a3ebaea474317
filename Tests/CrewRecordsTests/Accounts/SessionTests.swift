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

    @Test("have an id that is read as one by a command line and a spreadsheet, too")
    func ids() {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<1000 {
            // A hyphen in front would make it an option, or a formula.
            let id = SessionID(random: &random).rawValue
            #expect(id.wholeMatch(of: /[A-Za-z0-9_][A-Za-z0-9_-]{21}/) != nil, "\(id)")
        }
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
