import CrewRecords
import Foundation
import RotaModel
import WatchbillStore
import WatchbillTestKit

/// The kinds of things that are written. Each function returns when the store has confirmed it, and leaves alone what was
/// told before, so that what was told stays so.
struct Pen {
    let store: Store
    let planner: Caller
    let administrator: Caller
    let problem: ProblemID

    private var now: Instant { Written.now }

    /// In the place of the version before it.
    func importDirectory() async throws -> Deed? {
        let stored = try await store.exportDirectory(for: administrator)
        guard let version = Written.version(of: stored) else { throw HalfDone() }
        try await store.importDirectory(Written.directory(version: version + 1), for: administrator, at: now)
        return .directory(version: version + 1)
    }

    /// The directory is of no version.
    struct HalfDone: Error {}

    /// The next person who has no account gets one by an invitation; nil if all have one.
    ///
    /// - Parameter resetting: sign in with it, and set a new password by a link, which ends that session.
    func letIn(resetting: Bool) async throws -> Deed? {
        let count = try await store.exportDirectory(for: administrator).people.count - 2
        var number = 0
        while try await store.entrance.account(of: LoginName("p\(number)")) != nil { number += 1 }
        guard number < count else { return nil }
        var random = SystemRandomNumberGenerator()
        let (person, login) = (Written.person(number), try LoginName("p\(number)"))
        let invitation = try await store.invite(person, login: login, for: administrator, at: now, using: &random)
        let account = try await store.entrance.acceptInvitation(
            invitation, password: try Written.password(2 * number), at: now)
        guard resetting else { return .account(login: login.text, password: 2 * number) }
        let (session, _) = try Session.start(
            for: account, way: .password, userAgent: UserAgent(nil), at: now, using: &random)
        try await store.entrance.begin(session, of: account)
        let link = try await store.resetLink(of: person, for: administrator, at: now, using: &random)
        _ = try await store.entrance.resetPassword(link, to: try Written.password(2 * number + 1), at: now)
        return .account(login: login.text, password: 2 * number + 1)
    }

    func addProblem(seed: UInt64) async throws -> Deed? {
        let id = try await store.add(
            problem: Written.document(seed: seed), name: String(seed), unit: Written.ward, at: now, for: planner)
        return .problem(id: id.value, seed: seed)
    }

    /// - Parameter ending: else it is left running.
    func build(penalty: Int, ending: Bool) async throws -> Deed? {
        let order = BuildOrder(problem: problem, seed: UInt64(penalty), threads: 1, timeLimit: 30)
        let build = try await store.startBuild(order, at: now, for: planner)
        try await store.keep(outcome(penalty + 1), of: build, for: planner)
        guard ending else { return .progress(build: build.value, penalty: penalty + 1) }
        let last = outcome(penalty)
        return try await store.end(build, as: .finished, outcome: last, at: now, for: planner)
            .map { .draft(build: build.value, number: $0, penalty: penalty) }
    }

    private func outcome(_ penalty: Int) -> BuildOutcome {
        BuildOutcome(
            seconds: 1, penalty: Penalty(penalty), isFeasible: true, bound: nil,
            rota: Rota(peopleCount: 20, dayCount: 28), curve: [UInt8](repeating: UInt8(penalty % 256), count: 500))
    }

    func giveRole(to number: Int, ending: Bool) async throws -> Deed? {
        let grant = try await store.give(
            .planner, in: Written.ward, to: Written.person(number), term: Term(from: now), for: administrator)
        guard ending else { return .role(id: grant.value) }
        try await store.takeAway(grant, for: administrator, at: now)
        return .roleEnded(id: grant.value)
    }

    func signIn(ending: Bool) async throws -> Deed? {
        var random = SystemRandomNumberGenerator()
        let token = try await store.entrance.enterDemo(
            as: Written.planner, userAgent: UserAgent(nil), at: now, using: &random)
        guard ending else { return .session(token: token.revealedText()) }
        try await store.entrance.end(token, at: now)
        return .sessionEnded(token: token.revealedText())
    }

    func issueToken(revoking: Bool) async throws -> Deed? {
        var random = SystemRandomNumberGenerator()
        let name = UUID().uuidString
        let token = try await store.issueToken(
            name: name, rights: [.readRotas], until: Instant(seconds: now.seconds + 86_400), for: planner, at: now,
            using: &random)
        guard revoking else { return .token(text: token.revealedText()) }
        for record in try await store.tokens(for: planner) where record.name == name {
            try await store.revokeToken(record.id, for: planner, at: now)
        }
        return .tokenRevoked(text: token.revealedText())
    }

    /// Tells why something was not written, `failed CODE MESSAGE`, and whether reading goes on, `read`; then waits a moment
    /// for whoever took the database or its room away.
    func tell(_ error: any Error) async {
        var lines = Self.line(error)
        do {
            if try await store.latestProblem(for: planner) != nil { lines += "read\n" }
        } catch {
            lines += Self.line(error)
        }
        FileHandle.standardError.write(Data(lines.utf8))
        try? await Task.sleep(for: .milliseconds(20))
    }

    private static func line(_ error: any Error) -> String {
        let code = (error as? StoreError)?.code.rawValue ?? "\(type(of: error))"
        return "failed \(code) \("\(error)".replacing("\n", with: " "))\n"
    }
}
