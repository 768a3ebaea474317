import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("Asking before anything is read")
struct CheckTests {
    @Test("lets those through who may appoint somebody, or plan somewhere", arguments: StoreKind.allCases)
    func appointing(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        for (person, expected) in [
            ("lea", nil), (Hospital.administrator.rawValue, nil), ("sven", nil), ("pia", Refusal.forbidden),
            ("mia", .forbidden), ("olof", .forbidden),
        ] as [(String, Refusal?)] {
            let caller = try await hospital.caller(PersonID(person))
            do {
                try await store.checkMayAppoint(in: "ward-7", for: caller)
                #expect(expected == nil, "\(person)")
            } catch let refusal as Refusal {
                #expect(refusal == expected, "\(person)")
            }
            do {
                try await store.checkSomewhere(BuildRota.self, for: caller)
                #expect(person == "pia", "\(person)")
            } catch let refusal as Refusal {
                #expect(person != "pia" && refusal == .forbidden, "\(person)")
            }
        }
        try await store.close()
    }
}
