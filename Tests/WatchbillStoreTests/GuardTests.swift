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

    @Test(
        "refuse values that make no sense", arguments: StoreKind.allCases,
        [
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
        ])
    func refuseNonsense(kind: StoreKind, statement: String) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        let problem = try await store.add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: now, for: planner)
        _ = try await store.add(problem: [1], name: "Ward 8", unit: Hospital.ward, at: now, for: planner)
        _ = try await store.startBuild(Sample.order(problem), at: now, for: planner)
        try await store.close()
        let words = statement.replacing("BYTES", with: kind == .sqlite ? "BLOB" : "bytea")
        let why = try #require(try await refusal(of: words, in: scratch))
        let reasons = ["constraint", "cannot store TEXT value in INTEGER", "invalid input syntax for type bigint"]
        #expect(reasons.contains { why.contains($0) }, "\(why)")
    }

    @Test(
        "never let a draft be rewritten or lost, nor an ended build, even by hand", arguments: StoreKind.allCases,
        [
            ("UPDATE draft SET number = 2", "a draft is never rewritten"),
            ("DELETE FROM draft", "a draft is never lost"),
            ("UPDATE build SET penalty = 1", "a build that has ended is not changed"),
        ])
    func keepDrafts(kind: StoreKind, example: (statement: String, why: String)) async throws {
        let scratch = try await scratchWithDraft(kind)
        #expect(try await refusal(of: example.statement, in: scratch)?.contains(example.why) == true)
    }

    @Test("never let drafts be lost all at once, where a database can", arguments: ["draft", "build", "problem"])
    func keepAllDrafts(table: String) async throws {
        let scratch = try await scratchWithDraft(.postgres)
        let why = try await refusal(of: "TRUNCATE \(table) CASCADE", in: scratch)
        #expect(why?.contains("a draft is never lost") == true)
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
