import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("Breaking the glass")
struct GlassTests {
    private func notices(_ sealed: Sealed, of person: PersonID) async throws -> [StoredNotice] {
        try await sealed.store.notices(for: try await sealed.hospital.caller(person))
    }

    @Test("opens what it is broken over, for as long as was said", arguments: StoreKind.allCases)
    func opens(kind: StoreKind) async throws {
        var sealed = try await Sealed(try await ScratchStore(kind))
        let absence = try await sealed.ask()
        await #expect(throws: Refusal.hidden) { try await sealed.open(absence, as: "lea") }
        let grant = try await sealed.breakGlass(minutes: 30)
        let end = Instant(seconds: Sample.now.seconds + 30 * 60)
        #expect(grant.term == Term(from: Sample.now, until: end))
        #expect(try await sealed.open(absence, as: "lea").kind == .illness)
        let last = Instant(seconds: end.seconds - 1)
        #expect(try await sealed.open(absence, as: "lea", at: last).kind == .illness)
        await #expect(throws: Refusal.hidden) { try await sealed.open(absence, as: "lea", at: end) }
        // For whoever broke it alone.
        await #expect(throws: Refusal.hidden) { try await sealed.open(absence, as: "rita") }

        let readings = try await sealed.readings()
        #expect(readings.map(\.reader) == ["Lea", "Lea"])
        for reading in readings {
            guard case .glass(grant.id, _) = reading.reading.reason else {
                Issue.record("the log does not say that the glass was broken: \(reading)")
                continue
            }
        }
        #expect(try await sealed.audit().fault == nil)
        try await sealed.store.close()
    }

    @Test("is not kept open by a caller who was let in before it ended", arguments: StoreKind.allCases)
    func stale(kind: StoreKind) async throws {
        var sealed = try await Sealed(try await ScratchStore(kind))
        let absence = try await sealed.ask()
        try await sealed.breakGlass(minutes: 30)
        let lea = try await sealed.hospital.caller("lea")
        let late = Instant(seconds: Sample.now.seconds + 30 * 60)
        await #expect(throws: Refusal.hidden) {
            try await sealed.store.absenceGround(absence, of: "mia", for: lea, at: late)
        }
        #expect(try await sealed.readings().isEmpty)
        try await sealed.store.close()
    }

    @Test(
        "tells the person and the category's keepers at once, and the person alone why", arguments: StoreKind.allCases)
    func tells(kind: StoreKind) async throws {
        var sealed = try await Sealed(try await ScratchStore(kind))
        let grant = try await sealed.breakGlass()
        for person in ["mia", "max"] as [PersonID] {
            let told = try #require(try await notices(sealed, of: person).first)
            #expect(told.glass == grant.id)
            #expect(told.reader == "Lea")
            #expect(told.person == "mia")
            #expect(told.category == .health)
            #expect(told.told == Sample.now)
            #expect(told.until == grant.term.until)
            #expect(told.seen == nil)
            let caller = try await sealed.hospital.caller(person)
            #expect(try await sealed.store.unseenNotices(for: caller) == 1)
            try await sealed.store.noteSeen(grant.id, for: caller, at: Sample.now)
            try await sealed.store.noteSeen(grant.id, for: caller, at: Sample.now)
            #expect(try await sealed.store.unseenNotices(for: caller) == 0)
            #expect(try await notices(sealed, of: person).map(\.seen) == [Sample.now])
        }
        // Neither other keepers, nor whoever broke it, nor anybody else.
        for person in ["rita", "lea", "pia", "olof", Hospital.administrator] as [PersonID] {
            #expect(try await notices(sealed, of: person).isEmpty, "\(person)")
        }
        // Somebody who was told nothing changes nothing.
        let pia = try await sealed.hospital.caller("pia")
        try await sealed.store.noteSeen(grant.id, for: pia, at: Sample.now)
        let own = try await sealed.store.brokenGlass(for: try await sealed.hospital.caller("mia"))
        #expect(own.map { $0.reason.reveal() } == ["found unconscious in the corridor"])
        #expect(own.map(\.reader) == ["Lea"])
        #expect(try await sealed.store.brokenGlass(for: try await sealed.hospital.caller("max")).isEmpty)
        try await sealed.store.close()
    }

    @Test("is for leads and keepers of the person's units, over what can be sealed", arguments: StoreKind.allCases)
    func roles(kind: StoreKind) async throws {
        var sealed = try await Sealed(try await ScratchStore(kind))
        // What is asked before anything is read answers the same.
        let hospital = sealed.hospital
        @Sendable func check(_ reader: PersonID, _ person: PersonID = "mia") async throws {
            try await hospital.store.checkMayBreakGlass(over: person, for: try await hospital.caller(reader))
        }
        for reader in ["lea", "rita", "max"] as [PersonID] {
            try await check(reader)
            try await sealed.breakGlass(by: reader)
        }
        for (reader, refusal) in [
            ("pia", Refusal.forbidden), ("vera", .forbidden), (Hospital.administrator, .forbidden), ("olof", .hidden),
            ("paul", .hidden), ("mia", .forbidden),
        ] as [(PersonID, Refusal)] {
            await #expect(throws: refusal, "\(reader)") { try await check(reader) }
            await #expect(throws: refusal, "\(reader)") { try await sealed.breakGlass(by: reader) }
        }
        await #expect(throws: Refusal.hidden) { try await sealed.breakGlass(over: .training) }
        await #expect(throws: Refusal.hidden) { try await sealed.breakGlass(of: "nobody") }
        await #expect(throws: Refusal.hidden) { try await check("lea", "nobody") }
        try await sealed.store.close()
    }

    @Test("needs a reason and has an end", arguments: StoreKind.allCases)
    func limits(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var sealed = try await Sealed(scratch)
        for reason in ["", "  too short ", String(repeating: "a", count: 1001)] {
            await #expect { try await sealed.breakGlass(because: reason) } throws: {
                recordCode($0) == .noReason
            }
        }
        for minutes in [0, -5, GlassGrant.longest.value + 1, Int.max] {
            await #expect { try await sealed.breakGlass(minutes: minutes) } throws: {
                recordCode($0) == .tooLasting
            }
        }
        #expect(try await scratch.byHand("SELECT count(*) FROM glassGrant") == "0")
        #expect(try await scratch.byHand("SELECT count(*) FROM notice") == "0")
        try await sealed.store.close()
    }
}
