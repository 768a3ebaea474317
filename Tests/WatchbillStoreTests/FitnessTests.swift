import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("Fitness")
struct FitnessTests {
    private func seen(
        _ sealed: Sealed, by reader: PersonID, at now: Instant = Sample.now
    ) async throws -> PersonFitness {
        try await sealed.store.fitness(of: "mia", for: try await sealed.hospital.caller(reader, at: now), at: now)
    }

    @Test("is fit until something else is decided; then the newest decision holds", arguments: StoreKind.allCases)
    func newest(kind: StoreKind) async throws {
        var sealed = try await Sealed(try await ScratchStore(kind))
        #expect(try await seen(sealed, by: "pia").fitness == .fit)
        for fitness in [
            .notFitUntil(Hospital.date("2026-02-01")), .fitWithLimits([.noHeavyLifting, .noNights]), .fit,
        ] as [Fitness] {
            try await sealed.decide(fitness)
            #expect(try await seen(sealed, by: "pia").fitness == fitness)
        }
        #expect(try await seen(sealed, by: "max").decisions?.count == 3)
        #expect(try await seen(sealed, by: "max").decisions?.first?.fitness == .fit)
        try await sealed.store.close()
    }

    @Test("comes back on the day that was said, by the unit's clock", arguments: StoreKind.allCases)
    func again(kind: StoreKind) async throws {
        var sealed = try await Sealed(try await ScratchStore(kind))
        let again = Hospital.date("2026-02-01")
        try await sealed.decide(.notFitUntil(again))
        let midnight = try #require(Zone(name: "Europe/Stockholm")).instant(of: again, minutes: 0, edge: .start)
        #expect(
            try await seen(sealed, by: "pia", at: Instant(seconds: midnight.seconds - 1)).fitness == .notFitUntil(again)
        )
        #expect(try await seen(sealed, by: "pia", at: midnight).fitness == .fit)
        try await sealed.store.close()
    }

    @Test(
        "is told to planners, leads and the medical keeper, and why to nobody but the latter",
        arguments: StoreKind.allCases)
    func roles(kind: StoreKind) async throws {
        var sealed = try await Sealed(try await ScratchStore(kind))
        let decision = try await sealed.decide(.fitWithLimits([.noNights]), because: "epilepsy")
        for (reader, decides, opens) in [
            ("mia", false, true), ("pia", false, false), ("lea", false, false), ("max", true, true),
        ] as [(PersonID, Bool, Bool)] {
            let fitness = try await seen(sealed, by: reader)
            #expect(fitness.fitness == .fitWithLimits([.noNights]), "\(reader)")
            #expect(fitness.mayDecide == decides, "\(reader)")
            #expect((fitness.decisions?.count == 1) == opens, "\(reader)")
            let caller = try await sealed.hospital.caller(reader)
            if opens {
                let reason = try await sealed.store.fitnessReason(decision, of: "mia", for: caller, at: Sample.now)
                #expect(reason.reveal() == "epilepsy")
            } else {
                await #expect(throws: Refusal.hidden, "\(reader)") {
                    try await sealed.store.fitnessReason(decision, of: "mia", for: caller, at: Sample.now)
                }
            }
            if !decides {
                await #expect(throws: Refusal.forbidden, "\(reader)") {
                    try await sealed.store.decideFitness(
                        .fit, of: "mia", because: Confidential(""), for: caller, at: Sample.now, using: &sealed.random)
                }
            }
        }
        for (reader, refusal) in [
            ("rita", Refusal.forbidden), (Hospital.administrator, .forbidden), ("olof", .hidden),
        ] as [(PersonID, Refusal)] {
            await #expect(throws: refusal, "\(reader)") { try await seen(sealed, by: reader) }
        }
        try await sealed.store.close()
    }
}
