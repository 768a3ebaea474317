import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("The directory, one person at a time")
struct DetailTests {
    /// A hospital, and a caller who keeps the records of surgery and its ward alone.
    private func run(
        _ kind: StoreKind, _ body: @Sendable (Store, _ rita: Caller, _ lea: Caller) async throws -> Void
    ) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let administrator = try await hospital.caller(Hospital.administrator)
        try await store.give(
            .recordsKeeper, in: "surgery", to: "lea", term: Term(from: Sample.now), for: administrator)
        try await body(store, try await hospital.caller("rita"), try await hospital.caller("lea"))
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    @Test(
        "takes in somebody new under an id of their own, or under one that says nothing", arguments: StoreKind.allCases)
    func add(kind: StoreKind) async throws {
        try await run(kind) { store, rita, _ in
            func nils(_ id: PersonID) -> PersonEntry {
                PersonEntry(
                    id: id, name: "Nils", ranks: [Held("nurse")], contracts: [Held("half")],
                    memberships: [Held("ward-7", valid: Validity(from: Hospital.date("2026-01-05")))])
            }
            let named = try await store.add(nils("nils"), for: rita)
            #expect(named == "nils")
            #expect(try await store.details(of: "nils", for: rita).person == nils("nils"))
            #expect(try await store.crew(of: "ward-7", on: Hospital.date("2026-01-05"), for: rita).last?.id == "nils")
            await #expect { _ = try await store.add(nils("nils"), for: rita) } throws: {
                code($0) == .unusableDirectory
            }
            var given: [PersonID] = []
            for id in ["", "", "p41", ""] as [PersonID] { given.append(try await store.add(nils(id), for: rita)) }
            #expect(given == ["p1", "p2", "p41", "p42"])
        }
    }

    @Test("changes what one person is and has, and nobody else", arguments: StoreKind.allCases)
    func change(kind: StoreKind) async throws {
        try await run(kind) { store, rita, _ in
            let before = try await store.exportDirectory(for: rita)
            var directory = before
            let place = try #require(directory.people.firstIndex { $0.id == "mia" })
            directory.people[place].name = "Mia Ek"
            directory.people[place].ranks = [
                Held("nurse", valid: Validity(until: Hospital.date("2026-01-31"))),
                Held("head", valid: Validity(from: Hospital.date("2026-02-01"))),
            ]
            directory.people[place].qualifications = []
            try await store.change(directory.people[place], from: before.people[place], for: rita)
            #expect(try await store.exportDirectory(for: rita) == directory)

            // Of two who have seen the same, one wins.
            await #expect {
                try await store.change(before.people[place], from: before.people[place], for: rita)
            } throws: { code($0) == .changedMeanwhile }
            for ranks in [[Held<RankID>("nurse"), Held("head")], [Held("nobody")]] {
                var wrong = directory.people[place]
                wrong.ranks = ranks
                let refused = wrong
                await #expect { try await store.change(refused, for: rita) } throws: { code($0) == .unusableDirectory }
            }
            await #expect(throws: Refusal.hidden) {
                try await store.change(PersonEntry(id: "nobody", name: "N"), for: rita)
            }
        }
    }

    @Test(
        "has its units, ranks, qualifications and contracts changed, without its people", arguments: StoreKind.allCases)
    func outline(kind: StoreKind) async throws {
        try await run(kind) { store, rita, lea in
            let administrator = try await Hospital(store: store).caller(Hospital.administrator)
            let before = try await store.exportDirectory(for: administrator)
            let known = try await store.outline(for: administrator)
            #expect(known.people.isEmpty)
            func change(_ change: (inout Directory) -> Void, by caller: Caller) async throws {
                var outline = known
                change(&outline)
                try await store.replaceOutline(by: outline, from: known, for: caller, at: Sample.now)
            }
            // A records keeper changes no units; people have "full"; ward 7 has roles.
            await #expect(throws: Refusal.forbidden) {
                try await change({ $0.units[1].unit.name = "Surgical" }, by: rita)
            }
            await #expect { try await change({ $0.contracts.removeFirst() }, by: administrator) } throws: {
                code($0) == .stillNeeded && "\($0)".contains("“Full time” cannot be taken out: Mia")
            }
            await #expect(throws: Refusal.forbidden) { _ = try await store.outline(for: lea) }
            #expect(try await store.exportDirectory(for: administrator) == before)

            try await change(
                {
                    $0.units.append(
                        UnitEntry(CrewUnit(id: "ward-9", name: "Ward 9", zone: .utc), parent: "surgery"))
                    $0.ranks.removeLast()
                    $0.qualifications.append(Qualification(id: "airway", name: "Airway"))
                }, by: administrator)
            var after = before
            after.units.append(UnitEntry(CrewUnit(id: "ward-9", name: "Ward 9", zone: .utc), parent: "surgery"))
            after.ranks.removeLast()
            after.qualifications.append(Qualification(id: "airway", name: "Airway"))
            #expect(try await store.exportDirectory(for: administrator) == after)
            // Whoever knows what was there before changes nothing now.
            await #expect { try await change({ $0.organisation = "Other" }, by: administrator) } throws: {
                code($0) == .changedMeanwhile
            }
        }
    }

    @Test("puts nobody into a unit to which the caller may not add people", arguments: StoreKind.allCases)
    func joining(kind: StoreKind) async throws {
        try await run(kind) { store, rita, lea in
            let choices = try await store.detailChoices(for: lea)
            #expect(choices.units.map(\.id) == ["surgery", "ward-7"])
            #expect(choices.contracts.map(\.id) == ["full", "half"])
            var mia = try await store.details(of: "mia", for: lea).person
            mia.memberships.append(Held("ward-3", valid: Validity(from: Hospital.date("2027-01-01"))))
            let refused = mia
            await #expect(throws: Refusal.forbidden) { try await store.change(refused, for: lea) }
            await #expect(throws: Refusal.forbidden) {
                _ = try await store.add(PersonEntry(id: "", name: "N", memberships: [Held("ward-3")]), for: lea)
            }
            // Somebody who belongs nowhere is the whole organisation's.
            await #expect(throws: Refusal.forbidden) {
                _ = try await store.add(PersonEntry(id: "", name: "N"), for: lea)
            }
            try await store.change(mia, for: rita)
            // What is there already stays, and is among the choices.
            let known = try await store.details(of: "mia", for: lea)
            #expect(known.choices.units.map(\.id) == ["surgery", "ward-7", "ward-3"])
            mia.name = "Mia Ek"
            try await store.change(mia, from: known.person, for: lea)
            // For more days than before it is joining again; for fewer it is not.
            let place = mia.memberships.count - 1
            mia.memberships[place].valid = .always
            let longer = mia
            await #expect(throws: Refusal.forbidden) { try await store.change(longer, for: lea) }
            mia.memberships[place].valid = Validity(
                from: Hospital.date("2027-01-01"), until: Hospital.date("2027-02-01"))
            try await store.change(mia, for: lea)
            await #expect(throws: Refusal.hidden) { _ = try await store.details(of: "olof", for: lea) }
            let pia = try await Hospital(store: store).caller("pia")
            await #expect(throws: Refusal.forbidden) { _ = try await store.detailChoices(for: pia) }
        }
    }
}
