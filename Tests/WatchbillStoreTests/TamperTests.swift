import CrewRecords
import GRDB
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

/// What somebody does who may write the database, past every guard of its own.
@Suite("A log of readings that was tampered with")
struct TamperTests {
    private static let count = 6

    /// A store whose log has six readings and no guards any more, and how far the log went.
    private func scratch(_ kind: StoreKind) async throws -> (ScratchStore, head: ReadingsLog) {
        let scratch = try await ScratchStore(kind)
        var sealed = try await Sealed(scratch)
        let absence = try await sealed.ask()
        for second in 0..<Self.count {
            _ = try await sealed.open(absence, as: "max", at: Instant(seconds: Sample.now.seconds + second))
        }
        let head = try await sealed.audit().log
        try await sealed.store.close()
        try await Self.takeGuards(from: scratch)
        return (scratch, head)
    }

    private static func takeGuards(from scratch: ScratchStore) async throws {
        let sql =
            "CREATE TABLE forged AS SELECT * FROM reading; DROP TABLE reading; ALTER TABLE forged RENAME TO reading"
        if try await scratch.runOnServer(sql) != nil { return }
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: scratch.location, configuration: configuration)
        try await queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    private func verify(
        _ scratch: ScratchStore, knowing heads: [ReadingsLog] = []
    ) async throws -> (log: ReadingsLog, fault: ReadingsFault?) {
        let store = try await Store.look(into: try StoreLocation(scratch.location))
        let job = try await store.entrance.admit(.audit, at: Sample.now)
        let verdict = try await store.verifyReadings(knowing: heads, for: job)
        try await store.close()
        return verdict
    }

    @Test("is whole before", arguments: StoreKind.allCases)
    func whole(kind: StoreKind) async throws {
        let (scratch, head) = try await scratch(kind)
        let (log, fault) = try await verify(scratch, knowing: [head])
        #expect(log == head)
        #expect(fault == nil)
    }

    private static let changes: [(String, ReadingsFault)] = [
        ("UPDATE reading SET readerID = 'mia' WHERE number = 3", fault(.altered, 3)),
        ("UPDATE reading SET personID = 'pia' WHERE number = 1", fault(.altered, 1)),
        ("UPDATE reading SET at = at + 1 WHERE number = 6", fault(.altered, 6)),
        ("UPDATE reading SET category = 'conduct' WHERE number = 2", fault(.altered, 2)),
        ("UPDATE reading SET category = 'gossip' WHERE number = 2", fault(.altered, 2)),
        ("UPDATE reading SET subjectID = 'another' WHERE number = 4", fault(.altered, 4)),
        ("UPDATE reading SET role = 'lead' WHERE number = 5", fault(.altered, 5)),
        ("UPDATE reading SET reason = 'own', role = NULL WHERE number = 5", fault(.altered, 5)),
        ("UPDATE reading SET previous = hash WHERE number = 4", fault(.altered, 4)),
        ("UPDATE reading SET hash = previous WHERE number = 4", fault(.altered, 4)),
        ("UPDATE reading SET readerID = NULL WHERE number = 4", fault(.altered, 4)),
        ("DELETE FROM reading WHERE number = 1", fault(.missing, 1)),
        ("DELETE FROM reading WHERE number = 3", fault(.missing, 3)),
        (
            "DELETE FROM reading WHERE number = 3; UPDATE reading SET number = number - 1 WHERE number > 3",
            fault(.altered, 3)
        ),
        ("UPDATE reading SET number = 9 - number WHERE number IN (4, 5)", fault(.altered, 4)),
        ("INSERT INTO reading SELECT * FROM reading WHERE number = 2", fault(.reordered, 2)),
    ]

    private static func fault(_ kind: ReadingsFault.Kind, _ number: Int) -> ReadingsFault {
        ReadingsFault(kind, at: ReadingNumber(number))
    }

    @Test("shows the first reading that is not what was written", arguments: StoreKind.allCases)
    func found(kind: StoreKind) async throws {
        let (scratch, _) = try await scratch(kind)
        try await scratch.byHand("CREATE TABLE kept AS SELECT * FROM reading")
        for (change, expected) in Self.changes {
            try await scratch.byHand(change)
            let (log, fault) = try await verify(scratch)
            #expect(fault == expected, "\(change)")
            #expect(log.count < Self.count, "\(change)")
            try await scratch.byHand("DELETE FROM reading; INSERT INTO reading SELECT * FROM kept ORDER BY number")
        }
        #expect(try await verify(scratch).fault == nil)
    }

    @Test("shows by a head kept elsewhere that its end was cut off", arguments: StoreKind.allCases)
    func cutOff(kind: StoreKind) async throws {
        let (scratch, head) = try await scratch(kind)
        try await scratch.byHand("DELETE FROM reading WHERE number > 4")
        #expect(try await verify(scratch).fault == nil, "by itself nobody can tell")
        #expect(try await verify(scratch, knowing: [head]).fault == ReadingsFault(.truncated, at: ReadingNumber(5)))
        try await scratch.byHand("DELETE FROM reading")
        #expect(try await verify(scratch, knowing: [head]).fault == ReadingsFault(.truncated, at: ReadingNumber(1)))
    }

    @Test("shows by a head kept elsewhere that it was written anew as a whole", arguments: StoreKind.allCases)
    func writtenAnew(kind: StoreKind) async throws {
        let (scratch, head) = try await scratch(kind)
        let store = try await scratch.open(masters: [Sample.master()])
        let max = try await Hospital(store: store).caller("max")
        try await store.close()
        // The hashes have no key: who may write the database can make a log that is whole in itself.
        var log = ReadingsLog(of: "1")
        let health = try #require(EntrySubject(PersonSubject("mia", in: ["ward-7"]), .health, .sealed))
        let permit = try max.permit(ReadSealedEntry.self, on: health)
        try await scratch.byHand("DELETE FROM reading")
        for number in 1...Self.count {
            let entry = try log.append("harmless", by: permit, at: Sample.now).entry
            try await scratch.byHand(
                """
                INSERT INTO reading (organisationID, number, at, readerID, personID, category, subjectID, reason, role,
                    previous, hash)
                VALUES (1, \(number), \(entry.at.seconds), 'max', 'mia', 'health', 'harmless', 'role', 'medicalKeeper',
                    \(Self.literal(entry.previous, kind)), \(Self.literal(entry.hash, kind)))
                """)
        }
        let forged = try await verify(scratch)
        #expect(forged.fault == nil, "by itself nobody can tell")
        #expect(forged.log == log)
        let known = try await verify(scratch, knowing: [head])
        #expect(known.fault == ReadingsFault(.rewritten, at: ReadingNumber(Self.count)))
    }

    private static func literal(_ hash: ChainHash, _ kind: StoreKind) -> String {
        kind == .sqlite ? "X'\(hash)'" : "'\\x\(hash)'::bytea"
    }
}
