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
        version("'nowhere', 1, 1, 1, 1, 1, NULL, 1, 'pia'"),
        version("'ward-7', 0, 1, 1, 1, 1, NULL, 1, 'pia'"),
        version("'ward-7', 1, 1, 1, 2, 1, NULL, 1, 'pia'"),
        version("'ward-7', 1, 2, 1, 1, 1, NULL, 1, 'pia'"),
        version("'ward-7', 1, 1, 1, 1, 1, 1, 1, 'pia'"),
        version("'ward-7', 2, 1, 1, 1, 1, 1, 1, 'pia'"),
        version("'ward-7', 1, 1, 1, 1, 1, NULL, 1, 'nobody'"),
        "INSERT INTO publishedRow (organisationID, unitID, number, place, personID, duties) "
            + "VALUES (1, 'ward-7', 1, 0, 'mia', CAST('00' AS BYTES))",
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
        entry("'health', 'unit'", "title, body, words, NULL"),
        entry("'health', 'sealed'", "title, body, words, NULL"),
        entry("'identity', 'unit'", "title, body, words, NULL"),
        entry("'training', 'unit'", "title, body, words, CAST('00' AS BYTES)"),
        entry("'training', 'unit'", "NULL, body, words, NULL"),
        entry("'training', 'unit'", "'', body, words, NULL"),
        entry("'conduct', 'sealed'", "NULL, NULL, NULL, CAST('00' AS BYTES)"),
        "INSERT INTO retentionRule (organisationID, category, years, start) VALUES (1, 'gossip', 1, 'writing')",
        "INSERT INTO retentionRule (organisationID, category, years, start) VALUES (1, 'health', 101, 'writing')",
        reference("'contests'", to: "'none'"),
        reference("'mentions'", to: "id"),
        "UPDATE dataKey SET box = CAST('00' AS BYTES)",
        "UPDATE dataKey SET masterKeyID = 'short'",
        "INSERT INTO dataKey SELECT 1, 0, masterKeyID, box FROM dataKey",
        "INSERT INTO dataKey SELECT 1, number, masterKeyID, box FROM dataKey",
        "UPDATE absence SET state = 'granted', stateBy = 'nobody'",
        "UPDATE absence SET state = 'maybe'",
        "UPDATE absence SET state = 'granted', stateBy = personID",
        absence("1, 0, NULL, NULL, 'asked', 'mia', 1, ground"),
        absence("1, 1, 600, 600, 'asked', 'mia', 1, ground"),
        absence("1, 1, 1440, NULL, 'asked', 'mia', 1, ground"),
        absence("1, 1, NULL, NULL, 'asked', 'mia', 1, CAST('00' AS BYTES)"),
        fitness("'fit', NULL, 1, 'max'"),
        fitness("'fitWithLimits', NULL, NULL, 'max'"),
        fitness("'notFitUntil', NULL, NULL, 'max'"),
        fitness("'fit', NULL, NULL, 'mia'"),
        "INSERT INTO glassGrant SELECT 1, 'y', readerID, personID, 'training', 1, 2, reason FROM glassGrant",
        "INSERT INTO glassGrant SELECT 1, 'y', readerID, personID, category, 2, 2, reason FROM glassGrant",
        "INSERT INTO glassGrant SELECT 1, 'y', personID, personID, category, 1, 2, reason FROM glassGrant",
        "INSERT INTO notice (organisationID, recipientID, glassID, toldAt) SELECT 1, 'mia', id, 1 FROM glassGrant",
        "INSERT INTO notice (organisationID, recipientID, glassID, toldAt) VALUES (1, 'rita', 'none', 1)",
        // A reading of a number that there is, one after a gap, one that follows on nothing that there is.
        reading("1, NULL", "hash, previous"),
        reading("3, 2", "hash, hash"),
        reading("2, 1", "previous, hash"),
        reading("2, NULL", "hash, previous"),
        "INSERT INTO attachment (organisationID, id, entryID, personID, category, class, place) "
            + "SELECT 1, 'y', id, personID, category, class, 1 FROM recordEntry",
    ]

    private static func entry(_ place: String, _ content: String) -> String {
        "INSERT INTO recordEntry (organisationID, id, personID, category, class, title, body, words, sealed, writtenBy, "
            + "writtenAt) SELECT 1, 'y', 'mia', \(place), \(content), 'rita', 1 FROM recordEntry"
    }

    private static func version(_ values: String) -> String {
        "INSERT INTO publishedVersion (organisationID, unitID, number, problemID, buildID, firstDate, lastDate, "
            + "supersedes, publishedAt, publishedBy) VALUES (1, \(values))"
    }

    private static func absence(_ values: String) -> String {
        "INSERT INTO absence (organisationID, id, personID, firstDate, lastDate, fromMinute, untilMinute, state, stateBy, "
            + "stateAt, ground) SELECT 1, 'y', 'mia', \(values) FROM absence"
    }

    private static func fitness(_ values: String) -> String {
        "INSERT INTO fitnessDecision (organisationID, id, personID, fitness, limits, untilDate, decidedBy, decidedAt, "
            + "reason) SELECT 1, 'y', 'mia', \(values), 1, reason FROM fitnessDecision"
    }

    private static func reading(_ place: String, _ hashes: String) -> String {
        "INSERT INTO reading (organisationID, number, follows, at, readerID, personID, category, subjectID, reason, role, "
            + "previous, hash) SELECT 1, \(place), 1, 'max', 'mia', 'health', 'x', 'role', 'medicalKeeper', \(hashes) "
            + "FROM reading"
    }

    private static func reference(_ kind: String, to other: String) -> String {
        "INSERT INTO recordReference (organisationID, entryID, class, kind, otherID, otherClass, personID, category) "
            + "SELECT 1, id, class, \(kind), \(other), class, personID, category FROM recordEntry"
    }

    @Test("refuse values that make no sense", arguments: StoreKind.allCases)
    func refuseNonsense(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open(masters: [Sample.master()])
        let planner = try await Hospital.planner(of: store)
        let problem = try await store.add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: now, for: planner)
        _ = try await store.add(problem: [1], name: "Ward 8", unit: Hospital.ward, at: now, for: planner)
        _ = try await store.startBuild(Sample.order(problem), at: now, for: planner)
        let hospital = try await Hospital.open(in: store)
        var random = SystemRandomNumberGenerator()
        _ = try await store.writeEntry(
            Confidential(try EntryContent(title: "Drill")), in: .training, .unit, of: "mia",
            for: try await hospital.caller("rita"), at: now, using: &random)
        _ = try await store.resetLink(
            of: "mia", for: try await hospital.caller(Hospital.administrator), at: now, using: &random)
        try await keepSealed(in: Sealed(hospital, in: scratch))
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
        ("UPDATE publishedVersion SET publishedAt = 1", "a published version is never rewritten"),
        ("UPDATE publishedVersion SET note = NULL", "a published version is never rewritten"),
        ("DELETE FROM publishedVersion", "a published version is never lost"),
        ("UPDATE publishedRow SET personID = 'pia' WHERE place = 0", "a published version is never rewritten"),
        ("DELETE FROM publishedRow", "a published version is never lost"),
        ("DELETE FROM roleGrant", "a role that was given is never lost"),
        ("UPDATE roleGrant SET role = 'lead'", "a role that was given is ended and not changed"),
        ("UPDATE roleGrant SET personID = 'mia'", "a role that was given is ended and not changed"),
        ("UPDATE recordEntry SET title = 'Another'", "an entry is superseded and not changed"),
        ("DELETE FROM recordEntry", "an entry is erased and not deleted"),
        ("UPDATE recordReference SET kind = 'contests'", "what an entry refers to is not changed"),
        ("DELETE FROM recordReference", "what an entry refers to goes with it"),
        ("UPDATE attachment SET name = 'b.txt'", "an attachment is not changed"),
        ("DELETE FROM attachment", "an attachment goes with its entry"),
        ("UPDATE erasure SET erasedAt = 1", "an erasure is not changed"),
        ("DELETE FROM dataKey", "a data key is never lost"),
        ("UPDATE dataKey SET number = 2", "a data key keeps its number"),
        ("DELETE FROM reading", "a reading is never lost"),
        ("UPDATE reading SET at = 1", "a reading is never rewritten"),
        ("DELETE FROM glassGrant", "broken glass is never lost"),
        ("UPDATE glassGrant SET untilAt = untilAt + 1", "broken glass is not made whole"),
        ("UPDATE absence SET lastDate = lastDate + 1", "an absence is decided once and not changed"),
        ("UPDATE absence SET fromMinute = 1", "an absence is decided once and not changed"),
        ("UPDATE fitnessDecision SET decidedAt = 1", "a decision on fitness is never rewritten"),
        ("UPDATE notice SET recipientID = 'rita'", "a notice is seen once and not changed"),
        ("DELETE FROM notice", "a notice is never lost"),
        ("DELETE FROM erasure", "an erasure is not taken back"),
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
            ("draft", draft), ("recordEntry", "an entry is erased and not deleted"),
            ("reading", "a reading is never lost"), ("dataKey", "a data key is never lost"),
            ("glassGrant", "broken glass is never lost"), ("build", draft),
            ("publishedVersion", "a published version is never lost"),
            ("publishedRow", "a published version is never lost"),
            ("problem", draft), ("roleGrant", role), ("person", role),
        ] {
            let reason = try await refusal(of: "TRUNCATE \(table) CASCADE", in: scratch) ?? "nothing"
            #expect(reason.contains(why), "\(table): \(reason)")
        }
    }

    private func scratchWithDraft(_ kind: StoreKind) async throws -> ScratchStore {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open(masters: [Sample.master()])
        let planner = try await Hospital.planner(of: store)
        let problem = try await store.add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: now, for: planner)
        let build = try await store.startBuild(Sample.order(problem), at: now, for: planner)
        try await store.end(build, as: .finished, outcome: Sample.outcome(penalty: 5), at: now, for: planner)
        try await store.publish(build, of: Sample.plan, note: "First", at: now, for: planner)
        try await writeFiles(in: store)
        try await keepSealed(in: Sealed(try await Hospital.open(in: store), in: scratch))
        try await store.close()
        return scratch
    }

    /// One of everything that is told in confidence, and a reading of it.
    private func keepSealed(in sealed: Sealed) async throws {
        var sealed = sealed
        let absence = try await sealed.ask()
        try await sealed.decide(.fit)
        try await sealed.breakGlass()
        _ = try await sealed.open(absence, as: "max")
    }

    /// An entry with an attachment and one that supersedes it; and one that was erased.
    private func writeFiles(in store: Store) async throws {
        let hospital = try await Hospital.open(in: store)
        let rita = try await hospital.caller("rita")
        var random = SystemRandomNumberGenerator()
        let file = Confidential(try AttachedFile(name: "a.txt", declared: nil, bytes: [0x61]))
        let content = Confidential(try EntryContent(title: "Drill"))
        let old = try await store.writeEntry(
            content, attaching: [file], in: .training, .unit, of: "mia", for: rita, at: now, using: &random)
        _ = try await store.writeEntry(
            content, in: .training, .unit, of: "mia", superseding: old, for: rita, at: now, using: &random)
        _ = try await store.writeEntry(content, in: .training, .unit, of: "gone", for: rita, at: now, using: &random)
        try await store.erasePerson("gone", for: rita, at: now) { _ in nil }
    }
}
