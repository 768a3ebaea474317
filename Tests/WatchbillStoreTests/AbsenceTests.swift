import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("Absences")
struct AbsenceTests {
    let now = Sample.now

    /// What somebody sees of Mia's absences.
    private func seen(_ sealed: Sealed, by reader: PersonID) async throws -> PersonAbsences {
        try await sealed.store.absences(of: "mia", for: try await sealed.hospital.caller(reader), at: now)
    }

    @Test("are asked for, decided by their dates alone, and then seen as away", arguments: StoreKind.allCases)
    func decided(kind: StoreKind) async throws {
        var sealed = try await Sealed(try await ScratchStore(kind))
        let absence = try await sealed.ask()
        // Before it is decided, nobody is away.
        #expect(try await seen(sealed, by: "pia").away.isEmpty)
        let request = try #require(try await seen(sealed, by: "lea").requests?.first)
        #expect(request.id == absence)
        #expect(request.away == (try Sealed.away("2026-01-12", "2026-01-16")))
        let lea = try await sealed.hospital.caller("lea")
        try await sealed.store.decideAbsence(absence, of: "mia", granted: true, for: lea, at: now)
        #expect(try await seen(sealed, by: "lea").requests == [])
        for reader in ["mia", "pia", "lea", "rita", "max", "vera"] as [PersonID] {
            #expect(try await seen(sealed, by: reader).away == [try Sealed.away("2026-01-12", "2026-01-16")])
        }
        // It is decided once.
        await #expect {
            try await sealed.store.decideAbsence(absence, of: "mia", granted: false, for: lea, at: now)
        } throws: {
            recordCode($0) == .alreadyDecided
        }
        try await sealed.store.close()
    }

    @Test("that are refused make nobody away", arguments: StoreKind.allCases)
    func refused(kind: StoreKind) async throws {
        var sealed = try await Sealed(try await ScratchStore(kind))
        let absence = try await sealed.ask()
        try await sealed.store.decideAbsence(
            absence, of: "mia", granted: false, for: try await sealed.hospital.caller("lea"), at: now)
        #expect(try await seen(sealed, by: "pia").away.isEmpty)
        #expect(try await seen(sealed, by: "mia").records?.map(\.state) == [.refused])
        try await sealed.store.close()
    }

    @Test("show to each role what it may see, and no more", arguments: StoreKind.allCases)
    func roles(kind: StoreKind) async throws {
        var sealed = try await Sealed(try await ScratchStore(kind))
        let absence = try await sealed.ask()
        try await sealed.ask(.holiday)
        try await sealed.store.decideAbsence(
            absence, of: "mia", granted: true, for: try await sealed.hospital.caller("lea"), at: now)
        for (reader, decides, opens) in [
            ("mia", false, true), ("pia", false, false), ("lea", true, false), ("rita", false, false),
            ("max", true, true), ("vera", false, false),
        ] as [(PersonID, Bool, Bool)] {
            let absences = try await seen(sealed, by: reader)
            #expect(absences.away.count == 1, "\(reader)")
            #expect((absences.requests?.count == 1) == decides, "\(reader)")
            #expect((absences.requests == nil) == !decides, "\(reader)")
            #expect((absences.records?.count == 2) == opens, "\(reader)")
            #expect((absences.records == nil) == !opens, "\(reader)")
        }
        // The administrator reads no schedules; somebody of another unit does not know of Mia.
        for (reader, refusal) in [
            (Hospital.administrator, Refusal.forbidden), ("olof", .hidden), ("paul", .hidden),
        ] as [(PersonID, Refusal)] {
            await #expect(throws: refusal, "\(reader)") { try await seen(sealed, by: reader) }
        }
        // Nobody decides about themselves, whatever their roles.
        let own = try await sealed.ask(as: "lea")
        await #expect(throws: Refusal.forbidden) {
            try await sealed.store.decideAbsence(
                own, of: "lea", granted: true, for: try await sealed.hospital.caller("lea"), at: now)
        }
        try await sealed.store.close()
    }

    @Test("are noted by whoever may decide them, and cover a part of a day", arguments: StoreKind.allCases)
    func noted(kind: StoreKind) async throws {
        var sealed = try await Sealed(try await ScratchStore(kind))
        let day = Hospital.date("2026-02-02")
        let away = try Away(
            first: day, last: day, from: LocalTime("13:30"), until: LocalTime("17:00"))
        let id = try await sealed.store.noteAbsence(
            of: "mia", away, because: Confidential(try AbsenceGround(.training)),
            for: try await sealed.hospital.caller("lea"), at: now, using: &sealed.random)
        #expect(try await seen(sealed, by: "pia").away == [away])
        #expect(try await sealed.open(id, as: "max") == AbsenceGround(.training))
        for reader in ["pia", "rita", "olof"] as [PersonID] {
            let caller = try await sealed.hospital.caller(reader)
            await #expect(throws: Refusal.self) {
                try await sealed.store.noteAbsence(
                    of: "mia", away, because: Confidential(try AbsenceGround(.other)), for: caller, at: now,
                    using: &sealed.random)
            }
        }
        try await sealed.store.close()
    }

    @Test("look the same to whoever may not know why, whatever their kind and reason", arguments: StoreKind.allCases)
    func twins(kind: StoreKind) async throws {
        var views: [[PersonAbsences]] = []
        for (ground, reason) in [(AbsenceGround.Kind.illness, "pneumonia"), (.training, "")] {
            var sealed = try await Sealed(try await ScratchStore(kind))
            let absence = try await sealed.ask(ground, reason)
            try await sealed.ask(ground, reason)
            let lea = try await sealed.hospital.caller("lea")
            try await sealed.store.decideAbsence(absence, of: "mia", granted: true, for: lea, at: now)
            var seen: [PersonAbsences] = []
            for reader in ["pia", "lea", "rita", "vera"] as [PersonID] {
                seen.append(try await self.seen(sealed, by: reader))
            }
            views.append(seen)
            try await sealed.store.close()
        }
        #expect(views[0] == views[1])
    }

    @Test("of a unit, with whoever is not fit, are what its planner gets", arguments: StoreKind.allCases)
    func forPlanners(kind: StoreKind) async throws {
        var sealed = try await Sealed(try await ScratchStore(kind))
        let store = sealed.store
        let absence = try await sealed.ask()
        try await sealed.ask(as: "pia")
        try await store.decideAbsence(
            absence, of: "mia", granted: true, for: try await sealed.hospital.caller("lea"), at: now)
        try await sealed.decide(.notFitUntil(Hospital.date("2026-01-20")), of: "lea")
        try await sealed.decide(.fitWithLimits([.noNights]), of: "pia")
        let (first, last) = (Hospital.date("2026-01-14"), Hospital.date("2026-02-10"))
        func absences(for reader: PersonID) async throws -> [Absence] {
            try await store.unitAbsences(
                in: "ward-7", from: first, through: last, for: try await sealed.hospital.caller(reader))
        }
        let expected = [
            Absence(person: "mia", first: Hospital.date("2026-01-12"), last: Hospital.date("2026-01-16")),
            Absence(person: "lea", first: first, last: Hospital.date("2026-01-19")),
        ]
        #expect(try await absences(for: "pia") == expected)
        #expect(try await absences(for: "vera") == expected)
        for reader in ["mia", "rita", "max", "olof", "paul"] as [PersonID] {
            await #expect(throws: Refusal.forbidden, "\(reader)") { try await absences(for: reader) }
        }
        let later = try await store.unitAbsences(
            in: "ward-7", from: Hospital.date("2026-02-01"), through: last,
            for: try await sealed.hospital.caller("pia"))
        #expect(later.isEmpty)
        try await store.close()
    }

    @Test("are taken within limits", arguments: StoreKind.allCases)
    func limits(kind: StoreKind) async throws {
        var sealed = try await Sealed(try await ScratchStore(kind))
        for _ in 0..<AbsenceRecord.mostAsked { try await sealed.ask() }
        await #expect { try await sealed.ask() } throws: { recordCode($0) == .tooMany }
        // Of everybody by themselves, and again once some are decided.
        try await sealed.ask(as: "pia")
        let request = try #require(try await seen(sealed, by: "lea").requests?.first)
        try await sealed.store.decideAbsence(
            request.id, of: "mia", granted: false, for: try await sealed.hospital.caller("lea"), at: now)
        try await sealed.ask()
        try await sealed.store.close()
    }
}
