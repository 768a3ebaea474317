import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("What is told in confidence, in one's own file")
struct OwnSealedTests {
    @Test("is open there, each reading logged, and gone once the person is erased", arguments: StoreKind.allCases)
    func ownFile(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var sealed = try await Sealed(scratch)
        let absence = try await sealed.ask(.illness, "a slipped disc")
        let decision = try await sealed.decide(.notFitUntil(Hospital.date("2026-02-01")), because: "cannot lift")
        try await sealed.breakGlass()
        // Of somebody else, who must not be in it.
        try await sealed.ask(.holiday, "the sea", as: "pia")

        let mia = try await sealed.hospital.caller("mia")
        let file = try await sealed.store.ownFile(for: mia, at: Sample.now)
        #expect(file.absences.map(\.absence.id) == [absence])
        #expect(try file.absences.map { $0.ground.reveal() } == [AbsenceGround(.illness, reason: "a slipped disc")])
        #expect(file.fitness.map(\.decision.id) == [decision])
        #expect(file.fitness.map { $0.reason.reveal() } == ["cannot lift"])
        #expect(file.fitness.map(\.decision.decidedBy) == ["Max"])
        #expect(file.glass.map { $0.reason.reveal() } == ["found unconscious in the corridor"])
        #expect(file.readings.map(\.reading.subject) == [absence, decision], "with this very reading")
        #expect(file.readings.allSatisfy { $0.reading.reason == .own })

        let rita = try await sealed.hospital.caller("rita")
        try await sealed.store.erasePerson("mia", for: rita, at: Sample.now) { _ in nil }
        #expect(try await scratch.byHand("SELECT personID FROM absence") == "pia")
        #expect(try await scratch.byHand("SELECT count(*) FROM fitnessDecision") == "0")
        #expect(try await sealed.audit().fault == nil, "the log stays as it is")
        #expect(try await sealed.audit().log.count == 2)
        try await sealed.store.close()
    }
}
