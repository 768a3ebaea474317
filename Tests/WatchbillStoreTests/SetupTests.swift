import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("Set-ups of units")
struct SetupTests {
    @Test(
        "each change is a further one; whoever was not shown the newest changes nothing", arguments: StoreKind.allCases)
    func changes(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let (pia, mia) = (try await hospital.caller("pia"), try await hospital.caller("mia"))
        #expect(try await store.setup(of: Hospital.ward, for: pia) == nil)
        try await store.keepSetup([1], hasFreeExchanges: false, of: Hospital.ward, after: 0, at: Sample.now, for: pia)
        try await store.keepSetup([2], hasFreeExchanges: false, of: Hospital.ward, after: 1, at: Sample.now, for: pia)
        await #expect(throws: StoreError.self) {
            try await store.keepSetup(
                [3], hasFreeExchanges: false, of: Hospital.ward, after: 1, at: Sample.now, for: pia)
        }
        let kept = try await store.setup(of: Hospital.ward, for: pia)
        #expect(kept?.number == 2 && kept?.document == [2] && kept?.savedBy == "pia" && kept?.savedAt == Sample.now)
        #expect(try await store.setup(of: "ward-3", for: try await hospital.caller("paul")) == nil)
        await #expect(throws: Refusal.self) { try await store.setup(of: Hospital.ward, for: mia) }
        await #expect(throws: Refusal.self) {
            try await store.keepSetup(
                [3], hasFreeExchanges: false, of: Hospital.ward, after: 2, at: Sample.now, for: mia)
        }
        try await store.close()
    }

    @Test(
        "a period is made from the people of then, and from what is published before it", arguments: StoreKind.allCases)
    func basis(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let pia = try await hospital.caller("pia")
        let monday = Hospital.date("2026-01-05")
        let basis = try await store.basis(of: Hospital.ward, over: monday...monday.advanced(by: 27), for: pia)
        let directory = Hospital.directory()
        #expect(basis.unit.id == Hospital.ward)
        #expect(basis.people == directory.people(of: Hospital.ward, over: monday...monday.advanced(by: 27)))
        #expect(basis.contracts == directory.contracts && basis.qualifications == directory.qualifications)
        let none = try await store.past(
            of: Hospital.ward, people: basis.people.map(\.id), over: monday..<monday.advanced(by: 7), for: pia)
        #expect(none[Hospital.ward]?.isEmpty == true)
        #expect(try await store.plannedUnits(for: pia).map(\.id).contains(Hospital.ward))
        #expect(try await store.plannedUnits(for: try await hospital.caller("mia")).isEmpty)
        try await store.close()
    }
}
