import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("The stored directory")
struct DirectoryTests {
    let now = Sample.now

    /// The hospital's directory as it is stored: with whoever the first link has made.
    private var stored: Directory {
        var directory = Hospital.directory()
        directory.people.append(PersonEntry(id: Hospital.administrator, name: "Ada Ming"))
        return directory
    }

    @Test("is what was put in, in its order, also after the store was closed and opened", arguments: StoreKind.allCases)
    func roundTrip(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var store = try await scratch.open()
        var administrator = try await Hospital.open(in: store).caller(Hospital.administrator)
        #expect(try await store.exportDirectory(for: administrator) == stored)

        var changed = stored
        changed.organisation = "Lindö's \"new\" Hospital ☂"
        changed.units.swapAt(1, 3)
        changed.units[1].unit.firstWeekday = .sunday
        changed.units[1].unit.weekend = [.thursday, .friday]
        changed.units.append(UnitEntry(CrewUnit(id: "annex", name: "Annex", zone: .utc), parent: "ward-7"))
        changed.ranks.reverse()
        changed.ranks.remove(at: 0)
        changed.contracts[0].share = 90
        changed.people.reverse()
        changed.people[3].name = "O'Neill"
        changed.people[3].memberships = [
            Held("annex", valid: Validity(until: Hospital.date("2026-02-01"))),
            Held("ward-3", valid: Validity(from: Hospital.date("2026-02-02"))), Held("annex"),
        ]
        changed.people[3].memberships.removeLast()
        changed.people[4].contracts = []
        try await store.importDirectory(changed, for: administrator, at: now)
        #expect(try await store.exportDirectory(for: administrator) == changed)
        try await store.close()

        store = try await scratch.open()
        administrator = try await Hospital(store: store).caller(Hospital.administrator)
        #expect(try await store.exportDirectory(for: administrator) == changed)
        try await store.importDirectory(stored, for: administrator, at: now)
        #expect(try await store.exportDirectory(for: administrator) == stored)
        try await store.close()
    }

    @Test("takes random changes, one after the other", arguments: StoreKind.allCases, 0..<2)
    func randomChanges(kind: StoreKind, seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let administrator = try await Hospital.open(in: store).caller(Hospital.administrator)
        var directory = stored
        for step in 0..<12 {
            RandomChange.apply(to: &directory, using: &generator)
            try #require(directory.validate() == [], "seed \(seed), step \(step)")
            try await store.importDirectory(directory, for: administrator, at: now)
            #expect(try await store.exportDirectory(for: administrator) == directory, "seed \(seed), step \(step)")
        }
        try await store.close()
    }

    @Test("holds ten thousand people", arguments: StoreKind.allCases)
    func manyPeople(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let administrator = try await hospital.caller(Hospital.administrator)
        var directory = stored
        for number in 0..<10_000 {
            directory.people.append(
                PersonEntry(
                    id: PersonID("p\(number)"), name: "Person \(number)", ranks: [Held("nurse")],
                    qualifications: [Held("infusion")], contracts: [Held("full"), Held("half")],
                    memberships: [Held(number % 2 == 0 ? "ward-7" : "ward-3")]))
        }
        try await store.importDirectory(directory, for: administrator, at: now)
        #expect(try await store.exportDirectory(for: administrator) == directory)
        let paul = try await hospital.caller("paul")
        let crew = try await store.crew(of: "ward-3", on: Hospital.date("2026-01-05"), for: paul)
        #expect(crew.count == 5002)
        try await store.close()
    }

    @Test("shows a crew's names, ranks and units, and nothing else of them", arguments: StoreKind.allCases)
    func crew(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let mia = try await Hospital.open(in: store).caller("mia")
        let crew = try await store.crew(of: "ward-7", on: Hospital.date("2026-01-05"), for: mia)
        #expect(crew.map(\.id) == ["mia", "pia", "lea"])
        #expect(crew[0].rank == Rank(id: "nurse", name: "Staff nurse"))
        #expect(crew[0].units == ["ward-7"])
        let later = try await store.crew(of: "ward-7", on: Hospital.date("2026-03-01"), for: mia)
        #expect(later.map(\.id) == ["mia", "pia", "lea", "new"])
        #expect(try await store.person("lea", on: Hospital.date("2026-01-05"), for: mia).name == "Lea")
        for hidden in ["olof", "nobody"] as [PersonID] {
            await #expect(throws: Refusal.hidden) {
                try await store.person(hidden, on: Hospital.date("2026-01-05"), for: mia)
            }
        }
        try await store.close()
    }

    @Test(
        "is not changed at all by a directory that contradicts itself or lacks somebody",
        arguments: StoreKind.allCases)
    func refuses(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let administrator = try await Hospital.open(in: store).caller(Hospital.administrator)
        let planner = try await Hospital.planner(of: store)
        _ = try await store.add(problem: [1], name: "Ward 7", unit: "ward-7", at: now, for: planner)

        func refusal(_ change: (inout Directory) -> Void) async throws -> String {
            var directory = stored
            change(&directory)
            let changed = directory
            let error = await #expect(throws: StoreError.self) {
                try await store.importDirectory(changed, for: administrator, at: now)
            }
            #expect(try await store.exportDirectory(for: administrator) == stored)
            return "\(error.map { "\($0.code): \($0.message)" } ?? "")"
        }
        let contradiction = try await refusal { $0.people[0].memberships = [Held("nowhere")] }
        #expect(contradiction.contains("unusableDirectory") && contradiction.contains("nowhere"))
        let missing = try await refusal { $0.people.removeAll { $0.id == "mia" || $0.id == "olof" } }
        #expect(missing.hasPrefix("stillNeeded: The new directory lacks Mia (mia), Olof (olof)."))
        let unit = try await refusal { directory in
            directory.units.removeAll { $0.unit.id == "ward-7" }
            for index in directory.people.indices { directory.people[index].memberships = [Held("hospital")] }
        }
        #expect(unit.hasPrefix("stillNeeded: ") && unit.contains("ward-7"))
        let top = try await refusal { directory in
            directory.units[0].parent = "surgery"
            directory.units[1].parent = nil
        }
        #expect(top.contains("unusableDirectory") && top.contains("\"hospital\""))
        try await store.close()
    }

    @Test("keeps whoever has nothing there, and its root under another id", arguments: StoreKind.allCases)
    func keeps(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let vera = try await hospital.caller("vera")
        let problem = try await store.add(problem: [1], name: "All", unit: "hospital", at: now, for: vera)
        var directory = Hospital.directory()
        for index in directory.units.indices {
            if directory.units[index].unit.id == "hospital" { directory.units[index].unit.id = "lindo" }
            if directory.units[index].parent == "hospital" { directory.units[index].parent = "lindo" }
        }
        for index in directory.people.indices where directory.people[index].memberships[0].id == "hospital" {
            directory.people[index].memberships[0].id = "lindo"
        }
        try await store.importDirectory(directory, for: try await hospital.caller(Hospital.administrator), at: now)
        let administrator = try await hospital.visit(Hospital.administrator)
        #expect(administrator.person.name == "Ada Ming")
        let roles = try await store.ownRoles(for: administrator.caller)
        let expectedRole = RoleGrant(
            person: Hospital.administrator, unit: "lindo", role: .administrator, term: Term(from: now))
        #expect(roles == [expectedRole])
        var expected = directory
        expected.people.append(administrator.person)
        #expect(try await store.exportDirectory(for: administrator.caller) == expected)
        #expect(try await store.problem(problem, for: try await hospital.caller("vera")).id == problem)
        try await store.close()
    }

    @Test("asks for each thing that an import changes", arguments: StoreKind.allCases)
    func importPermits(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let rita = try await Hospital.open(in: store).caller("rita")
        var directory = stored
        directory.people.insert(PersonEntry(id: "nils", name: "Nils", memberships: [Held("ward-7")]), at: 2)
        directory.people[0].name = "Mia Ek"
        try await store.importDirectory(directory, for: rita, at: now)
        #expect(try await store.exportDirectory(for: rita) == directory)
        let before = directory
        directory.units[2].parent = "hospital"
        let moved = directory
        await #expect(throws: Refusal.forbidden) { try await store.importDirectory(moved, for: rita, at: now) }
        #expect(try await store.exportDirectory(for: rita) == before)
        try await store.close()
    }
}
