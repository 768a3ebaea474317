import CrewRecords
import Foundation
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("Stored accounts")
struct AccountTests {
    let now = Sample.now
    private func later(_ seconds: Int) -> Instant { Instant(seconds: now.seconds + seconds) }

    private func isError(_ error: any Error, _ code: AccountError.Code) -> Bool {
        (error as? AccountError)?.code == code
    }

    private func hash() throws -> PasswordHash { try PasswordHash(stored: Hospital.hash) }

    /// Another one than everybody has.
    private func otherHash() throws -> PasswordHash {
        try PasswordHash(stored: Hospital.hash.replacing("p=1$AA", with: "p=1$BB"))
    }

    @Test("begin with the first link, which makes an administrator and works once", arguments: StoreKind.allCases)
    func first(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        var random = SystemRandomNumberGenerator()
        let entrance = store.entrance
        let replaced = try #require(try await entrance.firstLink(at: now, using: &random))
        let link = try #require(try await entrance.firstLink(at: now, using: &random))
        await #expect { try await entrance.use(of: replaced, at: now) } throws: { isError($0, .linkUnusable) }
        #expect(try await entrance.use(of: link, at: now).purpose == .firstAdministrator)
        let login = try LoginName("ada@example.org")
        for name in ["", "  ", String(repeating: "x", count: 5000)] {
            await #expect {
                try await entrance.makeFirstAdministrator(link, name: name, login: login, password: hash(), at: now)
            } throws: {
                isError($0, .nameUnusable)
            }
        }
        await #expect {
            try await entrance.makeFirstAdministrator(
                link, name: "Ada", login: login, password: hash(), at: later(86_400))
        } throws: {
            isError($0, .linkUnusable)
        }
        let account = try await entrance.makeFirstAdministrator(
            link, name: "Ada", login: login, password: hash(), at: now)
        #expect(try await entrance.account(of: login) == account)
        #expect(try await entrance.firstLink(at: now, using: &random) == nil)
        await #expect { try await entrance.use(of: link, at: now) } throws: { isError($0, .linkUnusable) }

        let (session, token) = try Session.start(
            for: account, way: .link, userAgent: UserAgent("Firefox"), at: now, using: &random)
        try await entrance.begin(session, of: account)
        let visit = try #require(try await entrance.admit(token, for: .usual, at: now))
        #expect(visit.person == PersonEntry(id: "administrator", name: "Ada"))
        #expect(try await store.ownRoles(for: visit.caller).map(\.role) == [.administrator])
        #expect(try await store.unitTree(for: visit.caller)["organisation"]?.name == "Our organisation")
        try await store.close()
    }

    @Test("of two who follow one link at once one gets in", arguments: StoreKind.allCases)
    func race(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        var random = SystemRandomNumberGenerator()
        let administrator = try await hospital.caller(Hospital.administrator)
        let invitation = try await store.invite(
            "new", login: try LoginName("new"), for: administrator, at: now, using: &random)
        let password = try hash()
        func winners(_ follow: @escaping @Sendable () async throws -> Account) async -> Int {
            await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        do {
                            _ = try await follow()
                            return true
                        } catch {
                            #expect(error as? AccountError == OneTimeLink.unusable)
                            return false
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
        }
        let entrance = store.entrance
        #expect(await winners { try await entrance.acceptInvitation(invitation, password: password, at: now) } == 1)
        for person in ["mia", "pia", "lea", "paul"] as [PersonID] {
            let reset = try await store.resetLink(of: person, for: administrator, at: now, using: &random)
            #expect(await winners { try await entrance.resetPassword(reset, to: password, at: now) } == 1, "\(person)")
        }
        try await store.close()
    }

    @Test("open nothing once their session has ended or run out", arguments: StoreKind.allCases)
    func sessions(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var store = try await scratch.open()
        let token = try await Hospital.open(in: store).signIn("mia")
        #expect(try await store.entrance.admit(token, for: .usual, at: later(86_400 * 7)) == nil)
        let visit = try #require(try await store.entrance.admit(token, for: .usual, at: later(86_400 * 6)))
        #expect(visit.session?.lastSeen == later(86_400 * 6))
        try await store.close()

        store = try await scratch.open()
        let again = try #require(try await store.entrance.admit(token, for: .usual, at: later(86_400 * 12)))
        #expect(again.session?.id == visit.session?.id && again.account == visit.account)
        #expect(try await store.entrance.admit(token, for: .usual, at: later(86_400 * 30)) == nil)
        try await store.entrance.end(token, at: later(86_400 * 12))
        try await store.entrance.end(token, at: later(86_400 * 13))
        #expect(try await store.entrance.admit(token, for: .usual, at: later(86_400 * 12)) == nil)
        let when = later(86_400 * 12).seconds
        let end = try await scratch.byHand("SELECT endReason FROM session WHERE endedAt = \(when)")
        #expect(end == "signedOut")
        var random = SystemRandomNumberGenerator()
        #expect(try await store.entrance.admit(Token<Session>(using: &random), for: .usual, at: now) == nil)
        try await store.close()
    }

    @Test(
        "end all other sessions with a new password, and nobody signs in by the old one",
        arguments: StoreKind.allCases)
    func passwordChange(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let (kept, other, others) = (
            try await hospital.signIn("mia"), try await hospital.signIn("mia"), try await hospital.signIn("pia")
        )
        var random = SystemRandomNumberGenerator()
        let administrator = try await hospital.caller(Hospital.administrator)
        let link = try await store.resetLink(of: "mia", for: administrator, at: now, using: &random)
        let visit = try #require(try await store.entrance.admit(kept, for: .usual, at: now))
        try await store.changePassword(to: try otherHash(), keeping: visit.session?.id, for: visit.caller, at: now)
        #expect(try await store.entrance.admit(kept, for: .usual, at: now) != nil)
        #expect(try await store.entrance.admit(other, for: .usual, at: now) == nil)
        #expect(try await store.entrance.admit(others, for: .usual, at: now) != nil)
        #expect(try await store.sessions(for: visit.caller).map(\.id) == [visit.session?.id])
        await #expect { try await store.entrance.use(of: link, at: now) } throws: { isError($0, .linkUnusable) }

        // Whose old password was checked before it was changed is not let in after.
        let (session, _) = try Session.start(
            for: visit.account, way: .password, userAgent: UserAgent(nil), at: now, using: &random)
        let old = try hash()
        await #expect { try await store.entrance.begin(session, of: visit.account, rehashed: old) } throws: {
            isError($0, .signInRefused)
        }
        #expect(try await store.entrance.account(of: LoginName("mia"))?.passwordHash == otherHash())

        let second = try await store.resetLink(of: "mia", for: administrator, at: now, using: &random)
        _ = try await store.entrance.resetPassword(second, to: try hash(), at: now)
        #expect(try await store.entrance.admit(kept, for: .usual, at: now) == nil)
        try await store.close()
    }

    @Test("keep a hash made anew, with the session it came with", arguments: StoreKind.allCases)
    func rehash(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let token = try await Hospital.open(in: store).signIn("mia")
        let account = try #require(try await store.entrance.account(of: LoginName("mia")))
        var random = SystemRandomNumberGenerator()
        let (session, _) = try Session.start(
            for: account, way: .password, userAgent: UserAgent(nil), at: now, using: &random)
        try await store.entrance.begin(session, of: account, rehashed: try otherHash())
        #expect(try await store.entrance.account(of: LoginName("mia"))?.passwordHash == otherHash())
        #expect(try await store.entrance.admit(token, for: .usual, at: now) != nil, "no session ends by it")
        try await store.close()
    }

    @Test("open nothing while they are disabled", arguments: StoreKind.allCases)
    func disabled(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        var random = SystemRandomNumberGenerator()
        let administrator = try await hospital.caller(Hospital.administrator)
        let session = try await hospital.signIn("mia")
        let mia = try await hospital.caller("mia")
        let token = try await store.issueToken(
            name: "Calendar", rights: [.readRotas], until: later(86_400), for: mia, at: now, using: &random)
        let link = try await store.resetLink(of: "mia", for: administrator, at: now, using: &random)
        let before = try #require(try await store.entrance.account(of: LoginName("mia")))
        try await store.disableAccount(of: "mia", for: administrator, at: now)
        #expect(try await store.entrance.admit(session, for: .usual, at: now) == nil)
        #expect(try await store.entrance.admit(token, at: now) == nil)
        await #expect { try await store.entrance.use(of: link, at: now) } throws: { isError($0, .linkUnusable) }
        let (fresh, _) = try Session.start(
            for: before, way: .password, userAgent: UserAgent(nil), at: now, using: &random)
        await #expect { try await store.entrance.begin(fresh, of: before) } throws: { isError($0, .signInRefused) }
        await #expect {
            var random = SystemRandomNumberGenerator()
            _ = try await store.resetLink(of: "mia", for: administrator, at: now, using: &random)
        } throws: {
            isError($0, .accountDisabled)
        }
        try await store.enableAccount(of: "mia", for: administrator, at: now)
        #expect(try await store.entrance.admit(session, for: .usual, at: now) == nil, "what has ended stays so")
        #expect(try await store.entrance.admit(token, at: now) != nil)
        try await store.close()
    }

    @Test("give programs tokens that open what they name, until they are revoked", arguments: StoreKind.allCases)
    func tokens(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let pia = try await hospital.caller("pia")
        let problem = try await store.add(problem: [1], name: "Ward 7", unit: "ward-7", at: now, for: pia)
        var random = SystemRandomNumberGenerator()
        let token = try await store.issueToken(
            name: "Board", rights: [.readRotas, .readPeople], until: later(86_400), for: pia, at: now, using: &random)
        try await store.close()

        store = try await scratch.open()
        let visit = try #require(try await store.entrance.admit(token, at: later(60)))
        #expect(visit.session == nil && visit.person.id == "pia")
        #expect(try await store.problem(problem, for: visit.caller).id == problem)
        await #expect(throws: Refusal.forbidden) {
            try await store.startBuild(Sample.order(problem), at: now, for: visit.caller)
        }
        await #expect(throws: Refusal.forbidden) { try await store.tokens(for: visit.caller) }
        let kept = try #require(try await store.tokens(for: pia).first)
        #expect(kept.name == "Board" && kept.rights == [.readRotas, .readPeople] && kept.lastUsed == later(60))
        #expect(try await store.entrance.admit(token, at: later(86_400)) == nil)
        try await store.revokeToken(kept.id, for: pia, at: later(70))
        try await store.revokeToken(kept.id, for: pia, at: later(80))
        #expect(try await store.entrance.admit(token, at: later(90)) == nil)
        #expect(try await store.tokens(for: pia).first?.revoked == later(70))
        try await store.close()
    }

    @Test("give calendars addresses that show one's own shifts and nothing else", arguments: StoreKind.allCases)
    func calendars(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let pia = try await hospital.caller("pia")
        let problem = try await store.add(problem: [1], name: "Ward 7", unit: "ward-7", at: now, for: pia)
        var random = SystemRandomNumberGenerator()
        let secret = try await store.makeCalendar(name: " My phone ", for: pia, at: now, using: &random)
        let administrator = try await hospital.caller(Hospital.administrator)
        try await store.close()

        store = try await scratch.open()
        let visit = try #require(try await store.entrance.admit(secret, at: later(60)))
        #expect(visit.session == nil && visit.person.id == "pia")
        #expect(try await store.publishedHistory(endingFrom: Sample.plan.start, for: visit.caller).isEmpty)
        await #expect(throws: Refusal.self) {
            try await store.publishedHistory(of: "mia", endingFrom: Sample.plan.start, for: visit.caller)
        }
        await #expect(throws: Refusal.self) { try await store.problem(problem, for: visit.caller) }
        await #expect(throws: Refusal.self) { try await store.calendars(for: visit.caller) }
        await #expect(throws: Refusal.self) { try await store.person("pia", on: Sample.plan.start, for: visit.caller) }
        // Being fetched is noted, but not each time.
        _ = try await store.entrance.admit(secret, at: later(359))
        var kept = try #require(try await store.calendars(for: pia).first)
        #expect(kept.name == "My phone" && kept.lastFetched == later(60))
        _ = try await store.entrance.admit(secret, at: later(360))
        kept = try #require(try await store.calendars(for: pia).first)
        #expect(kept.lastFetched == later(360))
        // As long as the account is disabled it opens nothing, and nothing any more once it is revoked.
        try await store.disableAccount(of: "pia", for: administrator, at: later(400))
        #expect(try await store.entrance.admit(secret, at: later(400)) == nil)
        try await store.enableAccount(of: "pia", for: administrator, at: later(401))
        #expect(try await store.entrance.admit(secret, at: later(401)) != nil)
        try await store.revokeCalendar(kept.id, for: pia, at: later(500))
        try await store.revokeCalendar(kept.id, for: pia, at: later(600))
        #expect(try await store.entrance.admit(secret, at: later(500)) == nil)
        #expect(try await store.calendars(for: pia).first?.revoked == later(500))
        // There is room for so many, revoked ones not counted.
        for _ in 0..<CalendarFeed.most {
            _ = try await store.makeCalendar(name: "x", for: pia, at: later(700), using: &random)
        }
        let error = await #expect(throws: AccountError.self) {
            var random = SystemRandomNumberGenerator()
            _ = try await store.makeCalendar(name: "x", for: pia, at: later(700), using: &random)
        }
        #expect(error?.code == .calendarTermsUnusable)
        try await store.close()
    }

    @Test("are one a person and one a login", arguments: StoreKind.allCases)
    func unique(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let administrator = try await hospital.caller(Hospital.administrator)
        func invite(_ person: PersonID, _ login: String) async throws -> Token<OneTimeLink> {
            var random = SystemRandomNumberGenerator()
            let login = try LoginName(login)
            return try await store.invite(person, login: login, for: administrator, at: now, using: &random)
        }
        await #expect { try await invite("mia", "mia2") } throws: { isError($0, .hasAccount) }
        await #expect { try await invite("new", "MIA") } throws: { isError($0, .loginTaken) }
        let replaced = try await invite("new", "nora")
        let link = try await invite("new", "nora")
        await #expect { try await store.entrance.use(of: replaced, at: now) } throws: { isError($0, .linkUnusable) }
        let use = try await store.entrance.use(of: link, at: now)
        #expect(use.person?.id == "new" && use.login?.text == "nora")
        // Another one takes the login first.
        try await scratch.byHand("UPDATE account SET login = 'nora' WHERE login = 'mia'")
        await #expect {
            try await store.entrance.acceptInvitation(link, password: hash(), at: now)
        } throws: {
            isError($0, .loginTaken)
        }
        try await scratch.byHand("UPDATE account SET login = 'mia' WHERE login = 'nora'")
        _ = try await store.entrance.acceptInvitation(link, password: try hash(), at: now)
        await #expect {
            var random = SystemRandomNumberGenerator()
            _ = try await store.resetLink(of: "nobody", for: administrator, at: now, using: &random)
        } throws: {
            $0 as? Refusal == .hidden
        }
        try await store.close()
    }

    @Test("let nobody hold a link to roles that they could not give", arguments: StoreKind.allCases)
    func links(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let administrator = try await hospital.caller(Hospital.administrator)
        let (lea, rita, sven) = (
            try await hospital.caller("lea"), try await hospital.caller("rita"), try await hospital.caller("sven")
        )
        func invite(_ person: PersonID, by caller: Caller) async throws {
            var random = SystemRandomNumberGenerator()
            _ = try await store.invite(person, login: try LoginName("x"), for: caller, at: now, using: &random)
        }
        // A lead invites people of the ward, whoever is still to come included; not others.
        try await invite("new", by: lea)
        await #expect(throws: Refusal.hidden) { try await invite("olof", by: lea) }
        // Somebody who is to be a lead may be invited by an administrator only.
        try await store.give(.lead, in: "ward-7", to: "new", term: Term(from: later(86_400)), for: administrator)
        await #expect(throws: Refusal.forbidden) { try await invite("new", by: lea) }
        await #expect(throws: Refusal.forbidden) { try await invite("new", by: rita) }
        try await invite("new", by: sven)
        // An administrator of a part gets no link to whoever runs the whole.
        func reset(_ person: PersonID, by caller: Caller) async throws {
            var random = SystemRandomNumberGenerator()
            _ = try await store.resetLink(of: person, for: caller, at: now, using: &random)
        }
        try await reset("pia", by: sven)
        try await store.give(.planner, in: "hospital", to: "mia", term: Term(from: now), for: administrator)
        await #expect(throws: Refusal.forbidden) { try await reset("mia", by: sven) }
        await #expect(throws: Refusal.forbidden) { try await store.disableAccount(of: "mia", for: sven, at: now) }
        try await reset("mia", by: administrator)
        await #expect(throws: Refusal.forbidden) { try await reset(Hospital.administrator, by: administrator) }
        await #expect(throws: Refusal.forbidden) {
            try await store.disableAccount(of: Hospital.administrator, for: administrator, at: now)
        }
        try await store.close()
    }

    @Test("sign with one secret, made at the first start", arguments: StoreKind.allCases)
    func secret(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var store = try await scratch.open()
        var random = SystemRandomNumberGenerator()
        let secret = try await store.entrance.signingSecret(using: &random)
        #expect(SigningKeys(secret: secret) != nil)
        try await store.close()
        store = try await scratch.open()
        #expect(try await store.entrance.signingSecret(using: &random) == secret)
        try await store.close()
    }
}
