import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("The log of readings")
struct ReadingTests {
    @Test("has every reading, which the person concerned sees with who and why", arguments: StoreKind.allCases)
    func seen(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var sealed = try await Sealed(scratch)
        let absence = try await sealed.ask()
        let decision = try await sealed.decide(.fitWithLimits([.noNights]))
        _ = try await sealed.open(absence, as: "max")
        _ = try await sealed.open(absence, as: "mia")
        _ = try await sealed.store.fitnessReason(
            decision, of: "mia", for: try await sealed.hospital.caller("max"), at: Sample.now)
        // The newest first.
        let readings = try await sealed.readings()
        #expect(readings.map(\.reader) == ["Max", "Mia", "Max"])
        #expect(readings.map(\.reading.reason) == [.role(.medicalKeeper), .own, .role(.medicalKeeper)])
        #expect(readings.map(\.reading.subject) == [decision, absence, absence])
        #expect(readings.allSatisfy { $0.reading.category == .health && $0.reading.at == Sample.now })
        #expect(try await sealed.readings(of: "pia").isEmpty, "others see nothing of it")
        let (log, fault) = try await sealed.audit()
        #expect(log.count == 3)
        #expect(fault == nil)
        try await sealed.store.close()
    }

    @Test("has no reading that was refused or came to nothing", arguments: StoreKind.allCases)
    func refused(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var sealed = try await Sealed(scratch)
        let absence = try await sealed.ask()
        for reader in ["lea", "pia", "rita", "vera", "olof", "sven", Hospital.administrator] as [PersonID] {
            await #expect(throws: Refusal.hidden, "\(reader)") { try await sealed.open(absence, as: reader) }
        }
        await #expect(throws: Refusal.hidden) { try await sealed.open("none", as: "max") }
        // At another person's address there is no such absence.
        await #expect(throws: Refusal.hidden) { try await sealed.open(absence, of: "pia", as: "max") }
        try await scratch.byHand("DELETE FROM absence")
        await #expect(throws: Refusal.hidden) { try await sealed.open(absence, as: "max") }
        let log = try await sealed.audit().log
        #expect(log == ReadingsLog(of: "1"))
        try await sealed.store.close()
    }

    @Test("is shown a page at a time", arguments: StoreKind.allCases)
    func pages(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var sealed = try await Sealed(scratch)
        let absence = try await sealed.ask()
        for second in 0..<7 {
            _ = try await sealed.open(absence, as: "max", at: Instant(seconds: Sample.now.seconds + second))
        }
        let mia = try await sealed.hospital.caller("mia")
        var seconds: [Int] = []
        for skipped in stride(from: 0, to: 9, by: 3) {
            let page = try await sealed.store.readings(skipping: skipped, limit: 3, for: mia)
            seconds += page.map { $0.reading.at.seconds - Sample.now.seconds }
        }
        #expect(seconds == [6, 5, 4, 3, 2, 1, 0])
        try await sealed.store.close()
    }

    @Test("is one chain, whichever of two servers writes it")
    func twoServers() async throws {
        let scratch = try await ScratchStore(.postgres)
        var first = try await Sealed(scratch)
        let second = try await Sealed(scratch)
        let absence = try await first.ask()
        let max = try await first.hospital.caller("max")
        try await withThrowingTaskGroup { group in
            for number in 0..<60 {
                let store = number.isMultiple(of: 2) ? first.store : second.store
                group.addTask {
                    _ = try await store.absenceGround(absence, of: "mia", for: max, at: Sample.now)
                }
            }
            try await group.waitForAll()
        }
        let (log, fault) = try await second.audit()
        #expect(log.count == 60)
        #expect(fault == nil)
        try await first.store.close()
        try await second.store.close()
    }
}
