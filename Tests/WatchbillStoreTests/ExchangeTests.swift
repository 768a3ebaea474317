import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("Exchanges of published shifts")
struct ExchangeTests {
    let now = Sample.now
    let monday = Hospital.date("2026-01-05")

    /// Ward 7's version 1: Mia is on on Monday, Pia on Tuesday.
    private func publish(in store: Store, for pia: Caller) async throws -> Rota {
        let problem = try await store.add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: now, for: pia)
        var outcome = Sample.outcome(penalty: 1)
        outcome.rota = Rota(peopleCount: 2, dayCount: 3)
        outcome.rota[0, 0] = Duty(rawValue: 1)
        outcome.rota[1, 1] = Duty(rawValue: 1)
        let build = try await store.startBuild(Sample.order(problem), at: now, for: pia)
        try await store.end(build, as: .finished, outcome: outcome, at: now, for: pia)
        let plan = RotaPlan(start: monday, people: ["mia", "pia"])
        try await store.publish(build, of: plan, at: now, for: pia)
        return outcome.rota
    }

    private let swap = ExchangeProposal(
        asker: "mia", other: "pia", date: Hospital.date("2026-01-05"), shift: "E",
        otherDate: Hospital.date("2026-01-06"),
        otherShift: "E")

    private func swapped(_ rota: Rota) -> Rota {
        var rota = rota
        for day in 0..<2 {
            let place = DayIndex(day)
            let first = rota[0, place]
            rota[0, place] = rota[1, place]
            rota[1, place] = first
        }
        return rota
    }

    @Test(
        "are asked, agreed and approved, and are a version then that amends the one before",
        arguments: StoreKind.allCases)
    func approved(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let (mia, pia) = (try await hospital.caller("mia"), try await hospital.caller("pia"))
        let (lea, olof) = (try await hospital.caller("lea"), try await hospital.caller("olof"))
        let rota = try await publish(in: store, for: pia)
        let judged = JudgedExchange(version: 1, rota: swapped(rota))
        // Nobody asks for another, nor in another ward.
        await #expect(throws: Refusal.self) {
            try await store.ask(for: swap, in: Hospital.ward, judged: judged, for: pia, at: now)
        }
        await #expect(throws: Refusal.self) {
            try await store.ask(for: swap, in: "ward-3", judged: judged, for: mia, at: now)
        }
        let id = try await store.ask(for: swap, in: Hospital.ward, judged: judged, for: mia, at: now)
        await #expect(throws: StoreError.self, "not twice") {
            try await store.ask(for: swap, in: Hospital.ward, judged: judged, for: mia, at: now)
        }
        let seen = try await store.ownExchanges(limit: 9, for: pia)
        #expect(seen.map(\.exchange.id) == [id] && seen[0].exchange.state == .asked)
        #expect(seen[0].exchange.proposal == swap && seen[0].asker == "Mia" && seen[0].other == "Pia")
        // Only who was asked answers, only who asked withdraws, only who publishes decides, and only once it is agreed.
        for stranger in [mia, lea, olof] {
            await #expect(throws: Refusal.self) { try await store.answer(id, with: judged, for: stranger, at: now) }
        }
        for stranger in [pia, lea, olof] {
            await #expect(throws: Refusal.self) { try await store.withdrawExchange(id, for: stranger, at: now) }
        }
        for stranger in [mia, olof] {
            await #expect(throws: Refusal.self) { try await store.decide(id, with: judged, for: stranger, at: now) }
        }
        await #expect(throws: Refusal.self) { _ = try await store.exchange(id, for: olof) }
        await #expect(throws: StoreError.self) { try await store.decide(id, with: judged, for: lea, at: now) }
        #expect(try await store.exchangesToDecide(for: lea).isEmpty)
        try await store.answer(id, with: judged, for: pia, at: now)
        await #expect(throws: StoreError.self) { try await store.answer(id, with: nil, for: pia, at: now) }
        #expect(try await store.exchangesToDecide(for: lea).map(\.exchange.id) == [id])
        #expect(try await store.exchangesToDecide(for: try await hospital.caller("paul")).isEmpty)
        // Nothing but its cells may change.
        var more = judged
        more.rota[0, 2] = Duty(rawValue: 1)
        await #expect(throws: StoreError.self) { try await store.decide(id, with: more, for: lea, at: now) }
        #expect(try await store.versions(of: Hospital.ward, limit: 9, for: mia).count == 1)
        try await store.decide(id, with: judged, for: lea, at: now)
        let versions = try await store.versions(of: Hospital.ward, limit: 9, for: mia)
        #expect(versions.map(\.number) == [2, 1] && versions[0].supersedes == 1 && versions[0].publishedBy == "lea")
        #expect(versions[0].note == "Exchange \(id)")
        #expect(try await store.version(2, of: Hospital.ward, for: mia).rota == swapped(rota))
        #expect(try await store.version(1, of: Hospital.ward, for: mia).rota == rota)
        await #expect(throws: StoreError.self, "it is over") {
            try await store.withdrawExchange(id, for: mia, at: now)
        }
        #expect(try await store.ownExchanges(limit: 9, for: mia)[0].exchange.state == .done)
        try await store.close()
    }

    @Test(
        "are nothing any more once another rota is in force, and can be withdrawn, declined and refused",
        arguments: StoreKind.allCases)
    func ended(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let (mia, pia) = (try await hospital.caller("mia"), try await hospital.caller("pia"))
        let rota = try await publish(in: store, for: pia)
        let judged = JudgedExchange(version: 1, rota: swapped(rota))
        for (end, state) in [
            ("withdraw", StoredExchange.State.withdrawn), ("decline", .declined), ("refuse", .refused),
        ] {
            let id = try await store.ask(for: swap, in: Hospital.ward, judged: judged, for: mia, at: now)
            switch end {
            case "withdraw": try await store.withdrawExchange(id, for: mia, at: now)
            case "decline": try await store.answer(id, with: nil, for: pia, at: now)
            default:
                try await store.answer(id, with: judged, for: pia, at: now)
                try await store.decide(id, with: nil, for: pia, at: now)
            }
            #expect(try await store.exchange(id, for: mia).exchange.state == state)
        }
        let id = try await store.ask(for: swap, in: Hospital.ward, judged: judged, for: mia, at: now)
        var other = Sample.outcome(penalty: 2)
        other.rota = Rota(peopleCount: 2, dayCount: 3)
        let problem = try await store.problems(of: Hospital.ward, limit: 1, for: pia)[0].id
        let build = try await store.startBuild(Sample.order(problem), at: now, for: pia)
        try await store.end(build, as: .finished, outcome: other, at: now, for: pia)
        try await store.publish(build, of: RotaPlan(start: monday, people: ["mia", "pia"]), at: now, for: pia)
        await #expect(throws: StoreError.self) { try await store.answer(id, with: judged, for: pia, at: now) }
        #expect(try await store.exchange(id, for: mia).exchange.state == .asked)
        try await store.close()
    }

    @Test(
        "with free exchanges two suffice, open shifts are taken at once, and only one gets each",
        arguments: StoreKind.allCases)
    func free(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let (mia, pia) = (try await hospital.caller("mia"), try await hospital.caller("pia"))
        let rota = try await publish(in: store, for: pia)
        try await store.keepSetup([1], hasFreeExchanges: true, of: Hospital.ward, after: 0, at: now, for: pia)
        let id = try await store.ask(
            for: swap, in: Hospital.ward, judged: JudgedExchange(version: 1, rota: swapped(rota)), for: mia, at: now)
        try await store.answer(id, with: JudgedExchange(version: 1, rota: swapped(rota)), for: pia, at: now)
        #expect(try await store.versions(of: Hospital.ward, limit: 1, for: mia).first?.number == 2)
        // Both want the open shift of Wednesday, at the same time.
        let takes = [(0, mia, "mia"), (1, pia, "pia")].map { row, caller, person -> (Caller, ExchangeProposal, Rota) in
            var taken = swapped(rota)
            taken[PersonIndex(row), 2] = Duty(rawValue: 1)
            let proposal = ExchangeProposal(asker: PersonID(person), date: monday.advanced(by: 2), shift: "E")
            return (caller, proposal, taken)
        }
        let got = await withTaskGroup(of: Bool.self) { group in
            for (caller, proposal, rota) in takes {
                group.addTask {
                    do {
                        try await store.ask(
                            for: proposal, in: Hospital.ward, judged: JudgedExchange(version: 2, rota: rota),
                            for: caller,
                            at: now)
                        return true
                    } catch {
                        return false
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(got.sorted { $0 && !$1 } == [true, false])
        let last = try await store.versions(of: Hospital.ward, limit: 1, for: mia)[0]
        #expect(last.number == 3)
        let onWednesday = try await store.version(3, of: Hospital.ward, for: mia).rota
        #expect([onWednesday[0, 2], onWednesday[1, 2]].count { $0.shift != nil } == 1)
        try await store.close()
    }
}

@Suite("What people ask for, and their accounts")
struct AskingTests {
    @Test(
        "one request for a date, which goes into the next problem, until it is withdrawn", arguments: StoreKind.allCases
    )
    func requests(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let (mia, pia) = (try await hospital.caller("mia"), try await hospital.caller("pia"))
        let date = Hospital.date("2026-02-02")
        try await store.ask(for: .dayOff, on: date, today: date, for: mia, at: Sample.now)
        try await store.ask(for: .shiftOn("E"), on: date, today: date, for: mia, at: Sample.now)
        try await store.ask(for: .dayOn, on: date.advanced(by: 40), today: date, for: mia, at: Sample.now)
        let own = try await store.ownRequests(for: mia)
        #expect(own.map(\.wish) == [.shiftOn("E"), .dayOn])
        #expect(try await store.ownRequests(for: pia).isEmpty)
        let basis = try await store.basis(of: Hospital.ward, over: date...date.advanced(by: 27), for: pia)
        #expect(
            basis.requests == [
                Request(person: "mia", date: date, wish: .shiftOn("E"), weight: StoredRequest.weight)
            ])
        try await store.withdrawRequest(on: date, for: mia)
        #expect(try await store.ownRequests(for: mia).map(\.wish) == [.dayOn])
        for number in 0..<StoredRequest.mostOpen {
            try await store.ask(for: .dayOff, on: date.advanced(by: number), today: date, for: mia, at: Sample.now)
        }
        await #expect(throws: StoreError.self) {
            try await store.ask(for: .dayOff, on: date.advanced(by: 300), today: date, for: mia, at: Sample.now)
        }
        try await store.close()
    }

    @Test("what is added to an account stays, and goes into the problems of that year", arguments: StoreKind.allCases)
    func accounts(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let (mia, lea, pia) = (
            try await hospital.caller("mia"), try await hospital.caller("lea"), try await hospital.caller("pia")
        )
        let entry = AccountEntry(
            person: "mia", year: 2026, change: LedgerEntry(person: "mia", nights: 5, weekends: -1, presence: 900),
            note: "From Ward 3", by: "lea", at: Sample.now)
        try await store.enter(entry, for: lea)
        #expect(try await store.accountEntries(of: "mia", in: 2026, for: pia, at: Sample.now) == [entry])
        #expect(try await store.ownAccountEntries(in: 2026, for: mia) == [entry])
        #expect(try await store.ownAccountEntries(in: 2025, for: mia) == [])
        let date = Hospital.date("2026-02-02")
        #expect(try await store.basis(of: Hospital.ward, over: date...date, for: pia).accounts == [entry])
        await #expect(throws: Refusal.self) {
            try await store.accountEntries(of: "mia", in: 2026, for: mia, at: Sample.now)
        }
        try await store.close()
    }
}
