import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("The store's tables")
struct GuardTests {
    let now = Sample.now

    /// - Returns: why it was refused; nil if it was not.
    private func refusal(of statement: String, in scratch: ScratchStore) async throws -> String? {
        do {
            try await scratch.byHand(statement)
            return nil
        } catch {
            return "\(error)"
        }
    }

    private static let nonsense = [
        "UPDATE build SET state = 'asleep'",
        "UPDATE build SET state = 'finished'",
        "UPDATE build SET duties = CAST('00' AS BYTES)",
        "UPDATE build SET penalty = 3",
        "UPDATE build SET threads = 0",
        "UPDATE build SET problemID = 99",
        "UPDATE build SET serverID = 99",
        "UPDATE build SET organisationID = 2",
        "UPDATE build SET organisationID = NULL",
        "UPDATE build SET startedAt = 'noon'",
        "UPDATE problem SET name = ''",
        "UPDATE problem SET organisationID = 2",
        "UPDATE organisation SET name = ''",
        "DELETE FROM problem",
        "DELETE FROM server",
        "DELETE FROM organisation",
        "INSERT INTO draft (organisationID, problemID, number, buildID) VALUES (1, 1, 0, 1)",
        "INSERT INTO draft (organisationID, problemID, number, buildID) VALUES (1, 1, 1, 9)",
        "INSERT INTO draft (organisationID, problemID, number, buildID) VALUES (1, 2, 1, 1)",
        "UPDATE problem SET unitID = 'nowhere'",
        "DELETE FROM unit WHERE id = 'ward-7'",
        "DELETE FROM person WHERE id = 'mia'",
        "UPDATE unit SET parentID = 'nowhere'",
        "UPDATE unit SET parentID = id",
        "UPDATE unit SET weekend = ''",
        "UPDATE person SET name = ''",
        "UPDATE contract SET share = 0",
        "UPDATE membership SET unitID = 'nowhere'",
        "UPDATE heldContract SET validFrom = 2, validUntil = 1",
        "UPDATE account SET login = 'same'",
        "UPDATE account SET personID = 'nobody'",
        "UPDATE account SET issuer = 'https://example.org'",
        "UPDATE session SET digest = CAST('00' AS BYTES)",
        "UPDATE session SET endedAt = 1",
        "UPDATE session SET way = 'guess'",
        "UPDATE roleGrant SET untilAt = 1",
        "UPDATE roleGrant SET unitID = 'nowhere'",
        "UPDATE oneTimeLink SET purpose = 'invitation' WHERE usedAt IS NULL AND revokedAt IS NULL",
        "UPDATE organisation SET isDemo = 2",
        "INSERT INTO signingSecret (organisationID, secret) VALUES (1, CAST('00' AS BYTES))",
    ]

    @Test("refuse values that make no sense", arguments: StoreKind.allCases)
    func refuseNonsense(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        let problem = try await store.add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: now, for: planner)
        _ = try await store.add(problem: [1], name: "Ward 8", unit: Hospital.ward, at: now, for: planner)
        _ = try await store.startBuild(Sample.order(problem), at: now, for: planner)
        let hospital = try await Hospital.open(in: store)
        var random = SystemRandomNumberGenerator()
        _ = try await store.resetLink(
            of: "mia", for: try await hospital.caller(Hospital.administrator), at: now, using: &random)
        try await store.close()
        let reasons = ["constraint", "cannot store TEXT value in INTEGER", "invalid input syntax for type bigint"]
        for statement in Self.nonsense {
            let words = statement.replacing("BYTES", with: kind == .sqlite ? "BLOB" : "bytea")
            let why = try await refusal(of: words, in: scratch) ?? "nothing"
            #expect(reasons.contains { why.contains($0) }, "\(statement): \(why)")
        }
    }

    private static let changes = [
        ("UPDATE draft SET number = 2", "a draft is never rewritten"),
        ("DELETE FROM draft", "a draft is never lost"),
        ("UPDATE build SET penalty = 1", "a build that has ended is not changed"),
        ("DELETE FROM roleGrant", "a role that was given is never lost"),
        ("UPDATE roleGrant SET role = 'lead'", "a role that was given is ended and not changed"),
        ("UPDATE roleGrant SET personID = 'mia'", "a role that was given is ended and not changed"),
        ("UPDATE oneTimeLink SET usedAt = NULL", "a link that was used or revoked is not changed"),
        ("UPDATE organisation SET directoryVersion = 0", "a directory has no version twice"),
        (
            "INSERT INTO problem (organisationID, name, document, storedAt) SELECT 1, 'x', document, 1 FROM problem",
            "every problem is of a unit"
        ),
    ]

    @Test("never let be rewritten or lost what stays, even by hand", arguments: StoreKind.allCases)
    func keepWhatStays(kind: StoreKind) async throws {
        let scratch = try await scratchWithDraft(kind)
        for (statement, why) in Self.changes {
            let reason = try await refusal(of: statement, in: scratch) ?? "nothing"
            #expect(reason.contains(why), "\(statement): \(reason)")
        }
    }

    @Test("never let be lost all at once what stays, where a database can")
    func keepAll() async throws {
        let scratch = try await scratchWithDraft(.postgres)
        let (draft, role) = ("a draft is never lost", "a role that was given is never lost")
        for (table, why) in [
            ("draft", draft), ("build", draft), ("problem", draft), ("roleGrant", role), ("person", role),
        ] {
            let reason = try await refusal(of: "TRUNCATE \(table) CASCADE", in: scratch) ?? "nothing"
            #expect(reason.contains(why), "\(table): \(reason)")
        }
    }

    private func scratchWithDraft(_ kind: StoreKind) async throws -> ScratchStore {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        let problem = try await store.add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: now, for: planner)
        let build = try await store.startBuild(Sample.order(problem), at: now, for: planner)
        try await store.end(build, as: .finished, outcome: Sample.outcome(penalty: 5), at: now, for: planner)
        try await store.close()
        return scratch
    }
}
