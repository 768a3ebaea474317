import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("A person's own file")
struct OwnFileTests {
    let now = Sample.now

    @Test("holds everything, open, and logs what was sealed", arguments: StoreKind.allCases)
    func everything(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let file = try AttachedFile(name: "a.pdf", declared: nil, bytes: Filing.pdf)
        let drill = try await filing.write("Drill", files: [file])
        try await filing.write("Kept", "", .identity, .keepers)
        let sealed = try await filing.write("Migraine", "no nights", .health, files: [file])
        try await filing.write("Somebody else's", of: "olof")
        _ = try await filing.store.readEntry(sealed, for: filing.max, at: now)
        let mia = try await filing.hospital.visit("mia")
        let own = try await filing.store.ownFile(for: mia.caller, at: now)
        #expect(own.person.name == "Mia" && own.account?.login.text == "mia" && own.sessions.count == 1)
        #expect(own.entries.map { $0.entry.content?.title } == ["Drill", "Kept", "Migraine"])
        #expect(own.entries.map(\.files) == [[file], [], [file]])
        #expect(own.entries[0].entry.id == drill)
        #expect(own.readings.map(\.reader) == ["Max", "Mia"])
        #expect(own.readings.map(\.reading.reason) == [.role(.medicalKeeper), .own])
        #expect(own.directory.people.map(\.id) == ["mia"] && own.directory.units.map(\.unit.id) == ["ward-7"])
        try await filing.store.close()
    }
}
