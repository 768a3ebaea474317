import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("Hours that are signed")
struct HoursStoreTests {
    let now = Sample.now
    let month = Hospital.date("2025-12-01")

    @Test("by the person and a lead after them, and never changed or lost", arguments: StoreKind.allCases)
    func signatures(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let (mia, lea) = (try await hospital.caller("mia"), try await hospital.caller("lea"))
        let (first, second) = (Fingerprint(of: [[1]]), Fingerprint(of: [[2]]))
        func countersign(_ print: Fingerprint, _ person: PersonID = "mia") async throws {
            try await store.countersignHours(
                of: person, in: Hospital.ward, of: month, as: print, for: lea, at: now)
        }
        // A lead signs after the person, exactly the same, and never their own.
        await #expect(throws: StoreError.self) { try await countersign(first) }
        try await store.signHours(in: Hospital.ward, of: month, as: first, for: mia, at: now)
        await #expect(throws: StoreError.self) { try await countersign(second) }
        try await countersign(first)
        try await store.signHours(in: Hospital.ward, of: month, as: second, for: lea, at: now)
        await #expect(throws: Refusal.self) { try await countersign(second, "lea") }
        await #expect(throws: StoreError.self) {
            try await store.signHours(in: "ward-3", of: month, as: first, for: mia, at: now)
        }
        // Anew, after a correction: the older ones stay.
        try await store.signHours(in: Hospital.ward, of: month, as: second, for: mia, at: now.adding(.minutes(5)))
        await #expect(throws: StoreError.self) { try await countersign(first) }
        let own = try await store.ownHoursSignatures(of: month, for: mia)
        #expect(own.map(\.fingerprint) == [first, first, second] && own.map(\.part) == [.person, .lead, .person])
        #expect(own.map(\.signedBy) == ["mia", "lea", "mia"])
        let all = try await store.hoursSignatures(in: Hospital.ward, of: month, for: lea)
        #expect(all.count == 4 && all.filter { $0.person == "mia" } == own)
        #expect(try await store.ownHoursSignatures(of: Hospital.date("2026-01-01"), for: mia).isEmpty)
        try await store.close()
        for statement in [
            "DELETE FROM hoursSignature", "UPDATE hoursSignature SET signedAt = 1",
            "UPDATE hoursSignature SET part = 'lead', signedBy = 'lea' WHERE part = 'person'",
        ] {
            await #expect(throws: (any Error).self) { try await scratch.byHand(statement) }
        }
        withExtendedLifetime(scratch) {}
    }

    @Test(
        "are signed by whoever leads the unit in which they were worked, also when the person has left",
        arguments: StoreKind.allCases)
    func left(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let (gone, lea) = (try await hospital.caller("gone"), try await hospital.caller("lea"))
        let print = Fingerprint(of: [[1]])
        try await store.signHours(in: Hospital.ward, of: month, as: print, for: gone, at: now)
        try await store.checkMayCountersign(hoursOf: "gone", in: Hospital.ward, for: lea)
        try await store.countersignHours(of: "gone", in: Hospital.ward, of: month, as: print, for: lea, at: now)
        let signatures = try await store.hoursSignatures(in: Hospital.ward, of: month, for: lea)
        #expect(signatures.map(\.signerName) == ["Gone", "Lea"])
        // Of hours elsewhere there are none to sign.
        await #expect(throws: Refusal.self) {
            try await store.countersignHours(of: "gone", in: "ward-3", of: month, as: print, for: lea, at: now)
        }
        // Whatever is asked for as somebody.
        let job = try await store.entrance.admit(.hours, at: now)
        let odd: [PersonID] = ["mia", "\u{8}\u{1F}\n\"\\,}]", "é"]
        #expect(try await store.attendance(of: odd, over: now...now, for: job).isEmpty)
        // Who was there on any day of a month is in its list.
        func crew(_ first: String, _ last: String) async throws -> Set<PersonID> {
            Set(
                try await store.crew(of: Hospital.ward, over: Hospital.date(first)...Hospital.date(last), for: lea).map(
                    \.id))
        }
        #expect(try await crew("2025-12-01", "2025-12-31") == ["mia", "pia", "lea", "gone"])
        #expect(try await crew("2026-01-01", "2026-01-31") == ["mia", "pia", "lea"])
        #expect(try await crew("2026-02-10", "2026-03-01") == ["mia", "pia", "lea", "new"])
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    @Test("tell of a shift that somebody will not be rested for once", arguments: StoreKind.allCases)
    func told(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let job = try await store.entrance.admit(.messages, at: now)
        func shift(_ date: String) -> UnrestedShift {
            UnrestedShift(
                unit: Hospital.ward, person: "mia", date: Hospital.date(date), shift: "E", words: "Yours on \(date)",
                link: "/today", leadWords: "Mia on \(date)", leadLink: "/cover")
        }
        #expect(try await store.tell(of: [shift("2026-01-05")], for: job, at: now) == ["mia", "lea"])
        #expect(try await store.tell(of: [shift("2026-01-05"), shift("2026-01-06")], for: job, at: now).count == 2)
        #expect(try await store.tell(of: [shift("2026-01-05"), shift("2026-01-06")], for: job, at: now).isEmpty)
        let (mia, lea) = (try await hospital.caller("mia"), try await hospital.caller("lea"))
        #expect(
            try await store.inbox(limit: 9, for: mia).map(\.text) == ["Yours on 2026-01-06", "Yours on 2026-01-05"])
        #expect(try await store.inbox(limit: 9, for: lea).map(\.text) == ["Mia on 2026-01-06", "Mia on 2026-01-05"])
        try await store.close()
        withExtendedLifetime(scratch) {}
    }
}
