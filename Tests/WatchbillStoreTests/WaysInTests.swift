import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("Stored ways of signing in")
struct WaysInTests {
    let now = Sample.now
    private func later(_ seconds: Int) -> Instant { Instant(seconds: now.seconds + seconds) }

    private func isError(_ error: any Error, _ code: AccountError.Code) -> Bool {
        (error as? AccountError)?.code == code
    }

    @Test(
        "connect an account with one subject of a provider's, and a subject with one account",
        arguments: StoreKind.allCases)
    func connecting(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let (mia, pia) = (try await hospital.caller("mia"), try await hospital.caller("pia"))
        let (one, two) = (try #require(Sample.subject("1")), try #require(Sample.subject("2")))
        let elsewhere = try #require(Sample.subject("1", issuer: "https://id2.example"))
        #expect(try await store.entrance.account(of: one) == nil)
        try await store.connect(one, for: mia)
        #expect(try await store.entrance.account(of: one)?.person == "mia")
        await #expect { try await store.connect(one, for: pia) } throws: { isError($0, .subjectTaken) }
        // The same name at another provider is somebody else.
        try await store.connect(elsewhere, for: pia)
        #expect(try await store.entrance.account(of: elsewhere)?.person == "pia")
        // In place of the earlier one, and again.
        try await store.connect(two, for: mia)
        try await store.connect(two, for: mia)
        #expect(try await store.entrance.account(of: one) == nil)
        try await store.close()

        store = try await scratch.open()
        let account = try #require(try await store.entrance.account(of: two))
        #expect(account.person == "mia" && account.subject == two && account.passwordHash != nil)
        try await store.close()
    }

    @Test("let one of many have a subject who ask for it at once", arguments: StoreKind.allCases)
    func race(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let subject = try #require(Sample.subject("1"))
        var callers: [Caller] = []
        for (person, _, _) in Hospital.roles { callers.append(try await hospital.caller(person)) }
        let winners = await withTaskGroup(of: Bool.self) { group in
            for caller in callers {
                group.addTask {
                    do {
                        try await store.connect(subject, for: caller)
                        return true
                    } catch {
                        #expect(error as? AccountError == AccountError.subjectTaken)
                        return false
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(winners == 1)
        try await store.close()
    }

    @Test("end with what was begun by them, and never leave somebody without any", arguments: StoreKind.allCases)
    func disconnecting(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let subject = try #require(Sample.subject("1"))
        let visit = try await hospital.visit("mia")
        try await store.connect(subject, for: visit.caller)
        func begin(_ way: Session.Way) async throws -> Token<Session> {
            var random = SystemRandomNumberGenerator()
            let account = try #require(try await store.entrance.account(of: subject))
            let (session, token) = try Session.start(
                for: account, way: way, userAgent: UserAgent(nil), at: now, using: &random)
            try await store.entrance.begin(session, of: account)
            return token
        }
        func isOpen(_ token: Token<Session>) async throws -> Bool {
            try await store.entrance.admit(token, for: .usual, at: now) != nil
        }
        let (kept, other, byPassword) = (
            try await begin(.provider), try await begin(.provider), try await begin(.password)
        )
        let here = try #require(try await store.entrance.admit(kept, for: .usual, at: now))
        #expect(here.session?.way == .provider)
        // Whose sign-in was checked before it was disconnected is not let in after.
        let before = try #require(try await store.entrance.account(of: subject))
        try await store.disconnect(keeping: here.session?.id, for: here.caller, at: now)
        var random = SystemRandomNumberGenerator()
        let (late, _) = try Session.start(
            for: before, way: .provider, userAgent: UserAgent(nil), at: now, using: &random)
        await #expect { try await store.entrance.begin(late, of: before) } throws: { isError($0, .signInRefused) }
        #expect(try await store.entrance.account(of: subject) == nil)
        #expect(try await isOpen(kept))
        #expect(try await isOpen(byPassword))
        #expect(try await isOpen(other) == false)

        let administrator = try await hospital.caller(Hospital.administrator)
        let invitation = try await store.invite(
            "new", login: try LoginName("new"), for: administrator, at: now, using: &random)
        let account = try await store.entrance.acceptInvitation(invitation, as: subject, at: now)
        #expect(account.person == "new" && account.passwordHash == nil && account.login.text == "new")
        await #expect { try await store.entrance.acceptInvitation(invitation, as: subject, at: now) } throws: {
            isError($0, .linkUnusable)
        }
        let token = try await begin(.provider)
        let new = try #require(try await store.entrance.admit(token, for: .usual, at: now))
        await #expect { try await store.disconnect(keeping: nil, for: new.caller, at: now) } throws: {
            isError($0, .passwordNeeded)
        }
        #expect(try await store.entrance.account(of: subject)?.person == "new")
        try await store.close()
    }

    @Test("leave an invitation good where its subject is taken", arguments: StoreKind.allCases)
    func invitation(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let subject = try #require(Sample.subject("1"))
        try await store.connect(subject, for: try await hospital.caller("mia"))
        var random = SystemRandomNumberGenerator()
        let administrator = try await hospital.caller(Hospital.administrator)
        let link = try await store.invite(
            "new", login: try LoginName("new"), for: administrator, at: now, using: &random)
        await #expect { try await store.entrance.acceptInvitation(link, as: subject, at: now) } throws: {
            isError($0, .subjectTaken)
        }
        #expect(try await store.entrance.use(of: link, at: now).person?.id == "new")
        _ = try await store.entrance.acceptInvitation(link, as: try #require(Sample.subject("2")), at: now)
        try await store.close()
    }

    @Test("pair one device by the newest code, once", arguments: StoreKind.allCases)
    func pairing(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let administrator = try await hospital.caller(Hospital.administrator)
        let (mia, pia) = (try await hospital.caller("mia"), try await hospital.caller("pia"))
        let now = now
        func allow(_ caller: Caller) async throws -> Token<OneTimeLink> {
            var random = SystemRandomNumberGenerator()
            let token = Token<OneTimeLink>(using: &random)
            try await store.allowPairing(by: token, for: caller, at: now, using: &random)
            return token
        }
        func pair(_ token: Token<OneTimeLink>, at instant: Instant) async throws -> PersonID {
            try await store.entrance.pair(token, at: instant).person
        }
        var random = SystemRandomNumberGenerator()
        let reset = try await store.resetLink(of: "mia", for: administrator, at: now, using: &random)
        let (replaced, others, newest) = (try await allow(mia), try await allow(pia), try await allow(mia))
        for token in [replaced, reset, Token<OneTimeLink>(using: &random)] {
            await #expect { try await pair(token, at: now) } throws: { isError($0, .linkUnusable) }
        }
        // It shows nobody a page, and sets no password.
        await #expect { try await store.entrance.use(of: newest, at: now) } throws: { isError($0, .linkUnusable) }
        let hash = try PasswordHash(stored: Hospital.hash)
        await #expect { try await store.entrance.resetPassword(newest, to: hash, at: now) } throws: {
            isError($0, .linkUnusable)
        }
        await #expect { try await pair(newest, at: later(300)) } throws: { isError($0, .linkUnusable) }
        #expect(try await pair(newest, at: later(299)) == "mia")
        await #expect { try await pair(newest, at: later(299)) } throws: { isError($0, .linkUnusable) }
        #expect(try await pair(others, at: now) == "pia")
        #expect(try await store.entrance.use(of: reset, at: now).person?.id == "mia")

        let last = try await allow(mia)
        try await store.disableAccount(of: "mia", for: administrator, at: now)
        await #expect { try await pair(last, at: now) } throws: { isError($0, .linkUnusable) }
        try await store.close()
    }

    @Test("are told to those who look after them", arguments: StoreKind.allCases)
    func state(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let administrator = try await hospital.caller(Hospital.administrator)
        let (mia, sven, lea) = (
            try await hospital.caller("mia"), try await hospital.caller("sven"), try await hospital.caller("lea")
        )
        #expect(try await store.accountState(of: "new", for: administrator) == nil)
        await #expect(throws: Refusal.hidden) { try await store.accountState(of: "nobody", for: administrator) }
        var random = SystemRandomNumberGenerator()
        _ = try await store.issueToken(
            name: "Board", rights: [.readRotas], until: later(60), for: mia, at: now, using: &random)
        let state = try #require(try await store.accountState(of: "mia", for: sven))
        #expect(state.login.text == "mia" && state.hasPassword && !state.isConnected && state.disabled == nil)
        #expect(state.tokens.map(\.name) == ["Board"] && !state.sessions.isEmpty && state.mayDisable)
        try await store.connect(try #require(Sample.subject("1")), for: mia)
        try await store.disableAccount(of: "mia", for: sven, at: now)
        let disabled = try #require(try await store.accountState(of: "mia", for: administrator))
        #expect(disabled.isConnected && disabled.disabled == now && disabled.sessions.isEmpty)
        // Whoever may not give somebody's roles may see, and not disable.
        try await store.give(.planner, in: "hospital", to: "pia", term: Term(from: now), for: administrator)
        #expect(try await store.accountState(of: "pia", for: sven)?.mayDisable == false)
        #expect(try await store.accountState(of: "pia", for: administrator)?.mayDisable == true)
        let own = try #require(
            try await store.accountState(of: Hospital.administrator, for: administrator))
        #expect(!own.mayDisable)

        let people: [PersonID] = ["mia", "olof", "lea", "nobody", Hospital.administrator]
        #expect(try await store.manageable(people, for: administrator) == Set(people).subtracting(["nobody"]))
        #expect(try await store.manageable(people, for: sven) == ["mia", "lea"])
        #expect(try await store.manageable(people, for: lea) == ["lea"])
        let job = try await store.entrance.admit(.builds, at: now)
        #expect(try await store.manageable(people, for: job).isEmpty)
        try await store.close()
    }
}
