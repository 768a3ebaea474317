import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

/// What writers told before they were killed, held against what the store has.
struct ToldDeeds {
    private var deeds: [Deed] = []

    var count: Int { deeds.count }

    /// Adds what one writer told, and holds that against the store; nothing of anything else may be half-done.
    mutating func add(_ told: String, in scratch: ScratchStore, _ comment: Comment) async throws {
        let new = try Deed.read(told)
        deeds += new
        try await Self.check(new, in: scratch, comment)
    }

    /// Holds all of it against the store.
    func check(in scratch: ScratchStore, _ comment: Comment) async throws {
        try await Self.check(deeds, in: scratch, comment)
    }

    private static func check(_ deeds: [Deed], in scratch: ScratchStore, _ comment: Comment) async throws {
        let store = try await scratch.open()
        if try await store.entrance.demoPeople() == nil {
            // Killed before there was an organisation.
            #expect(deeds.isEmpty, comment)
            try await store.close()
            #expect(try await scratch.byHand("SELECT count(*) FROM person") == "0", comment)
            return
        }
        let (planner, administrator) = (
            try await caller(Written.planner, of: store), try await caller(Written.administrator, of: store)
        )
        let directory = try await store.exportDirectory(for: administrator)
        let version = try #require(Written.version(of: directory), comment)
        let roles = Set(try await store.roles(in: Written.ward, for: administrator).map(\.id.value))
        for deed in deeds {
            switch deed {
            case .directory(let told): #expect(told <= version, comment)
            case .problem(let id, let seed):
                let problem = try await store.problem(ProblemID(id), for: planner)
                #expect(problem.name == String(seed), comment)
                #expect(problem.document == Written.document(seed: seed), comment)
            case .draft(let id, let number, let penalty):
                let build = try await store.build(BuildID(id), for: planner)
                #expect(build.state == .finished && build.draft == number, comment)
                check(build, penalty, comment)
            case .progress(let id, let penalty):
                let build = try await store.build(BuildID(id), for: planner)
                #expect((build.state == .running || build.state == .interrupted) && build.draft == nil, comment)
                check(build, penalty, comment)
            case .role(let id): #expect(roles.contains(id), comment)
            case .roleEnded(let id): #expect(!roles.contains(id), comment)
            case .account(let login, let password):
                let account = try await store.entrance.account(of: LoginName(login))
                #expect(account?.passwordHash == (try Written.password(password)), comment)
            case .session(let text): #expect(try await isOpen(text, in: store), comment)
            case .sessionEnded(let text): #expect(try await !isOpen(text, in: store), comment)
            case .token(let text): #expect(try await opens(text, in: store), comment)
            case .tokenRevoked(let text): #expect(try await !opens(text, in: store), comment)
            }
        }
        try await store.close()
        #expect(try await scratch.byHand(halfDone) == "0|0|0|0|0", comment)
        if scratch.kind == .sqlite {
            #expect(try await scratch.byHand("PRAGMA integrity_check") == "ok", comment)
            #expect(try await scratch.byHand("PRAGMA foreign_key_check") == "", comment)
        }
    }

    private static func check(_ build: StoredBuild, _ penalty: Int, _ comment: Comment) {
        #expect(build.outcome?.penalty == Penalty(penalty), comment)
        #expect(build.outcome?.curve == [UInt8](repeating: UInt8(penalty % 256), count: 500), comment)
    }

    private static func caller(_ person: PersonID, of store: Store) async throws -> Caller {
        var random = SystemRandomNumberGenerator()
        let token = try await store.entrance.enterDemo(
            as: person, userAgent: UserAgent(nil), at: Written.now, using: &random)
        return try #require(try await store.entrance.admit(token, for: .usual, at: Written.now)).caller
    }

    private static func isOpen(_ text: String, in store: Store) async throws -> Bool {
        let token = try #require(Token<Session>(text))
        return try await store.entrance.admit(token, for: .usual, at: Written.now) != nil
    }

    private static func opens(_ text: String, in store: Store) async throws -> Bool {
        let token = try #require(Token<APIToken>(text))
        return try await store.entrance.admit(token, at: Written.now) != nil
    }

    /// What each kind of write leaves when a part of it is missing, counted: invitations used without their account, or the
    /// other way round; sessions that outlived a new password; ends of builds without their draft, or the other way round;
    /// outcomes of another moment than the state; numbers of drafts left out.
    private static let halfDone = """
        SELECT
            (SELECT count(*) FROM oneTimeLink WHERE purpose = 'invitation' AND (usedAt IS NOT NULL) <>
                EXISTS (SELECT 1 FROM account WHERE account.id = oneTimeLink.id)),
            (SELECT count(*) FROM oneTimeLink JOIN session ON session.accountID = oneTimeLink.accountID
                WHERE purpose = 'passwordReset' AND usedAt IS NOT NULL AND endedAt IS NULL),
            (SELECT count(*) FROM build WHERE (state = 'finished') <>
                EXISTS (SELECT 1 FROM draft WHERE draft.buildID = build.id)),
            (SELECT count(*) FROM build
                WHERE (penalty IS NULL AND state = 'finished')
                    OR penalty <> seed + CASE state WHEN 'finished' THEN 0 ELSE 1 END),
            (SELECT count(*) FROM
                (SELECT 1 FROM draft GROUP BY organisationID, problemID HAVING max(number) <> count(*)) AS gap)
        """
}
