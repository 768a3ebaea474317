import CrewMessages
import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

/// Cover calls as they are kept: over both databases.
@Suite("Cover calls in the store")
struct CoverTests {
    let now = Sample.now
    let monday = Hospital.date("2026-01-05")

    private func later(_ minutes: Int) -> Instant { now.adding(.minutes(minutes)) }

    /// Ward 7's version 1: Mia is on on Monday; Pia and Lea are off.
    private func published(_ kind: StoreKind) async throws -> (ScratchStore, Hospital, Rota) {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let pia = try await hospital.caller("pia")
        let problem = try await store.add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: now, for: pia)
        var outcome = Sample.outcome(penalty: 1)
        outcome.rota = Rota(peopleCount: 3, dayCount: 2)
        outcome.rota[0, 0] = Duty(rawValue: 1)
        let build = try await store.startBuild(Sample.order(problem), at: now, for: pia)
        try await store.end(build, as: .finished, outcome: outcome, at: now, for: pia)
        try await store.publish(
            build, of: RotaPlan(start: monday, people: ["mia", "pia", "lea"]), at: now, for: pia)
        return (scratch, hospital, outcome.rota)
    }

    private func new(_ order: CoverCall.Order) -> NewCover {
        NewCover(
            unit: Hospital.ward, date: monday, shift: "E", leaver: "mia", order: order, closesAt: later(120),
            candidates: [("lea", "Lea"), ("pia", "Pia")].map {
                StoredCover.Candidate(person: $0, name: $1, carried: 0, minutes: .zero, cost: 0)
            }, text: "Can you take E on Monday?", choices: ["Yes", "No"])
    }

    /// The rota in which somebody has taken Mia's shift.
    private func judged(_ rota: Rota, _ row: Int, besides day: DayIndex? = nil) -> JudgedExchange {
        var rota = rota
        if let day { rota[1, day] = Duty(rawValue: 1) }
        rota[0, 0] = .off
        rota[PersonIndex(row), 0] = Duty(rawValue: 1)
        return JudgedExchange(version: 1, rota: rota)
    }

    @Test("asks in turn, awards to the first yes, amends the rota and tells everybody", arguments: StoreKind.allCases)
    func inTurn(kind: StoreKind) async throws {
        let (scratch, hospital, rota) = try await published(kind)
        let store = hospital.store
        let (mia, pia, lea) = (
            try await hospital.caller("mia"), try await hospital.caller("pia"), try await hospital.caller("lea")
        )
        let olof = try await hospital.caller("olof")
        let job = try await store.entrance.admit(.messages, at: now)
        let inTurn = new(.inTurn(patience: Minutes(15)))
        for caller in [mia, olof] {
            await #expect(throws: Refusal.self) { try await store.startCover(inTurn, for: caller, at: now) }
        }
        let id = try await store.startCover(inTurn, for: pia, at: now)
        await #expect { try await store.startCover(inTurn, for: pia, at: now) } throws: { code($0) == .tooMany }
        #expect(try await store.inbox(limit: 9, for: lea).map(\.text) == ["Can you take E on Monday?"])
        #expect(try await store.lookAfterCovers(at: later(14), limit: 9, for: job) == 0)
        #expect(try await store.lookAfterCovers(at: later(15), limit: 9, for: job) == 1)
        #expect(try await store.cover(id, for: pia).call.offers.map(\.offeredAt) == [now, later(15)])
        // Whoever was asked sees their own part; whoever was not sees nothing, and answers nothing.
        await #expect(throws: Refusal.hidden) { _ = try await store.cover(id, for: olof) }
        await #expect(throws: Refusal.hidden) {
            _ = try await store.answerCover(id, "Yes", with: judged(rota, 0), for: mia, at: later(16))
        }
        // It is not answered as an ordinary message.
        let message = try await store.cover(id, for: pia).message
        await #expect { try await store.answer(message, with: "Yes", for: lea, at: later(16)) } throws: {
            code($0) == .notReady
        }
        // Nothing but the two cells may change.
        let more = judged(rota, 2, besides: DayIndex(1))
        await #expect {
            _ = try await store.answerCover(id, "Yes", with: more, for: lea, at: later(16))
        } throws: {
            code($0) == .changedMeanwhile
        }
        #expect(try await store.cover(id, for: pia).call.end == nil)
        let reply = try await store.answerCover(id, "Yes", with: judged(rota, 2), for: lea, at: later(17))
        #expect(reply.verdict == .awarded && reply.version == 2)
        let late = try await store.answerCover(id, "Yes", with: judged(rota, 1), for: pia, at: later(17))
        #expect(late.verdict == .taken(by: "lea"))
        let versions = try await store.versions(of: Hospital.ward, limit: 9, for: mia)
        #expect(versions.map(\.number) == [2, 1] && versions[0].note == "Cover call \(id)")
        #expect(try await store.version(2, of: Hospital.ward, for: mia).rota == judged(rota, 2).rota)
        #expect(try await store.inbox(limit: 9, for: lea)[0].text == "E on 2026-01-05 is yours: the rota has it.")
        #expect(try await store.inbox(limit: 9, for: mia)[0].text == "Lea takes your E on 2026-01-05.")
        let told = try await store.inbox(limit: 9, for: pia).compactMap(\.text)
        #expect(told.contains("Lea takes E on 2026-01-05.") && told.contains("E on 2026-01-05 is taken. Thank you."))
        #expect(try await store.owed(for: pia).isEmpty)
        let ledger = try await store.cover(id, for: pia).call
        #expect(ledger.end == .awarded(to: "lea", at: later(17)))
        #expect(ledger.offers.map(\.answer) == [CoverCall.Reply(isYes: true, at: later(17)), nil])
        try await store.close()
        for statement in ["DELETE FROM coverCall", "DELETE FROM coverOffer", "UPDATE coverCall SET awardedTo = 'pia'"] {
            await #expect(throws: (any Error).self, "\(statement)") { try await scratch.byHand(statement) }
        }
    }

    @Test("goes on at once after a no, and ends with nobody", arguments: StoreKind.allCases)
    func nobody(kind: StoreKind) async throws {
        let (scratch, hospital, _) = try await published(kind)
        let store = hospital.store
        let (pia, lea) = (try await hospital.caller("pia"), try await hospital.caller("lea"))
        let job = try await store.entrance.admit(.messages, at: now)
        let id = try await store.startCover(new(.inTurn(patience: Minutes(60))), for: pia, at: now)
        #expect(try await store.answerCover(id, "No", with: nil, for: lea, at: later(1)).verdict == .noted)
        #expect(try await store.lookAfterCovers(at: later(1), limit: 9, for: job) == 1)
        #expect(try await store.cover(id, for: pia).call.offers[1].offeredAt == later(1))
        _ = try await store.answerCover(id, "No", with: nil, for: pia, at: later(2))
        _ = try await store.lookAfterCovers(at: later(2), limit: 9, for: job)
        #expect(try await store.cover(id, for: pia).call.end == .nobody(at: later(2)))
        let again = try await store.startCover(new(.allAtOnce), for: lea, at: later(3))
        await #expect(throws: Refusal.self) {
            try await store.withdrawCover(again, for: try await hospital.caller("mia"), at: later(4))
        }
        try await store.withdrawCover(again, for: pia, at: later(4))
        #expect(
            try await store.covers(limit: 9, for: lea).map(\.call.end) == [
                .withdrawn(at: later(4)), .nobody(at: later(2)),
            ])
        #expect(try await store.lookAfterCovers(at: later(500), limit: 9, for: job) == 0)
        #expect(try await store.versions(of: Hospital.ward, limit: 9, for: pia).count == 1)
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    @Test("gives the shift to exactly one of a thousand who say yes at once", arguments: StoreKind.allCases)
    func thousand(kind: StoreKind) async throws {
        let (scratch, hospital, rota) = try await published(kind)
        let store = hospital.store
        let callers = [(1, try await hospital.caller("pia")), (2, try await hospital.caller("lea"))]
        let id = try await store.startCover(new(.allAtOnce), for: callers[0].1, at: now)
        let verdicts = try await withThrowingTaskGroup(of: CoverCall.Verdict.self) { group in
            for number in 0..<1000 {
                let (row, caller) = callers[number % 2]
                let judged = judged(rota, row)
                group.addTask {
                    try await store.answerCover(id, "Yes", with: judged, for: caller, at: now).verdict
                }
            }
            return try await group.reduce(into: [CoverCall.Verdict]()) { $0.append($1) }
        }
        #expect(verdicts.filter { $0 == .awarded }.count == 1)
        #expect(verdicts.filter { $0 == .theirsAlready }.count == 499)
        #expect(try await store.versions(of: Hospital.ward, limit: 9, for: callers[0].1).map(\.number) == [2, 1])
        try await store.close()
        withExtendedLifetime(scratch) {}
    }
}
