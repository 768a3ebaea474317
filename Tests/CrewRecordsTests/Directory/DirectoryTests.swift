import CrewRecords
import RotaModel
import Testing
import WatchbillTestKit

@Suite("What a directory answers")
struct DirectoryTests {
    let hospital = SmallHospital.sound()

    static func day(_ text: String) -> CalendarDate { SmallHospital.day(text) }

    @Test("The path of a unit leads from the whole organisation down to it")
    func path() {
        let tree = UnitTree(hospital)
        #expect(tree.path(of: "recovery") == ["hospital", "surgery", "theatre", "recovery"])
        #expect(tree.path(of: "hospital") == ["hospital"])
        #expect(tree.path(of: "kitchen") == [])
        #expect(tree["theatre"]?.name == "The theatre")
        #expect(tree["kitchen"] == nil)
    }

    @Test("The units below one are all its parts and theirs")
    func below() {
        let tree = UnitTree(hospital)
        #expect(tree.units(below: "hospital") == ["surgery", "ward-7", "theatre", "recovery", "medicine"])
        #expect(tree.units(below: "theatre") == ["recovery"])
        #expect(tree.units(below: "ward-7") == [])
        #expect(tree.units(below: "kitchen") == [])
    }

    @Test("A unit is below exactly those on its path")
    func pathsAndBelow() {
        for seed in 0..<UInt64(200) {
            let directory = RandomDirectory.make(seed: seed)
            let tree = UnitTree(directory)
            let ids = directory.units.map(\.unit.id)
            for unit in ids {
                let above = Set(ids.filter { tree.units(below: $0).contains(unit) } + [unit])
                #expect(Set(tree.path(of: unit)) == above, "seed \(seed), unit \(unit)")
            }
            let root = directory.units.first { $0.parent == nil }?.unit.id ?? ""
            #expect(tree.units(below: root).count == ids.count - 1, "seed \(seed)")
        }
    }

    @Test("Rank, qualifications, contracts and units are those of the date, its last one included")
    func onADate() throws {
        let ada = try #require(hospital.people.first { $0.id == "ada" })
        #expect(ada.rank(on: Self.day("2025-12-31")) == "nurse")
        #expect(ada.rank(on: Self.day("2026-01-01")) == "sister")
        #expect(ada.qualifications(on: Self.day("2024-12-31")) == ["infusion"])
        #expect(ada.qualifications(on: Self.day("2025-01-01")) == [])
        let bo = try #require(hospital.people.first { $0.id == "bo" })
        #expect(bo.contracts(on: Self.day("2026-01-11")) == ["half"])
        #expect(bo.contracts(on: Self.day("2026-01-12")) == ["full"])
        #expect(bo.units(on: Self.day("2026-01-07")) == [])
        #expect(bo.units(on: Self.day("2026-01-14")) == ["ward-7"])
        #expect(bo.units(on: Self.day("2026-01-15")) == ["theatre"])
    }

    @Test("The members of a unit are those of the date, and not those of the units below it")
    func members() {
        func ids(_ unit: UnitID, _ date: String) -> [PersonID] {
            hospital.members(of: unit, on: Self.day(date)).map(\.id)
        }
        #expect(ids("ward-7", "2026-01-07") == ["ada", "cy"])
        #expect(ids("ward-7", "2026-01-08") == ["ada", "bo", "cy"])
        #expect(ids("surgery", "2026-01-08") == [])
        #expect(ids("theatre", "2026-01-20") == ["bo"])
    }

    @Test("A rota counts on people while they belong to the unit and are under a contract")
    func people() {
        let period = Self.day("2026-01-05")...Self.day("2026-01-18")
        // Cy has no contract. Bo is in the ward for a week, within which one contract follows the other; Ada was made
        // sister before, and once more learns infusions in the period.
        #expect(
            hospital.people(of: "ward-7", over: period) == [
                Person(
                    id: "ada", name: "Ada Ek", rank: "Sister",
                    qualifications: [Held("infusion", valid: Validity(from: Self.day("2026-01-10")))],
                    contracts: [Held("full")]),
                Person(
                    id: "bo", name: "Bo Dahl", rank: "Nurse",
                    contracts: [
                        Held("half", valid: Validity(from: Self.day("2026-01-08"), until: Self.day("2026-01-11"))),
                        Held("full", valid: Validity(from: Self.day("2026-01-12"), until: Self.day("2026-01-14"))),
                    ]),
            ])
        #expect(
            hospital.people(of: "ward-7", over: Self.day("2026-02-01")...Self.day("2026-02-02")).map(\.id) == ["ada"])
        #expect(hospital.people(of: "surgery", over: period) == [])
    }

    @Test("A rota's person may work on a date exactly if the directory has them in the unit and under a contract")
    func peopleDayByDay() {
        var comparisons = 0
        for seed in 0..<UInt64(300) {
            let directory = RandomDirectory.make(seed: seed)
            let start = Self.day("2026-01-01").advanced(by: Int(seed) * 3 - 500)
            let period = start...start.advanced(by: 30)
            for unit in directory.units.map(\.unit.id) {
                let people = directory.people(of: unit, over: period)
                for entry in directory.people {
                    let person = people.first { $0.id == entry.id }
                    for date in period {
                        let belongs = entry.units(on: date).contains(unit)
                        let contracts = belongs ? entry.contracts(on: date) : []
                        let found = person.map { person in
                            directory.contracts.map(\.id).filter { person.isUnder($0, on: date) }
                        }
                        if Set(found ?? []) != Set(contracts)
                            || (person?.isEmployed(on: date) ?? false) == contracts.isEmpty
                        {
                            Issue.record(
                                "seed \(seed), unit \(unit), \(entry.id) on \(date): \(contracts), \(found ?? [])")
                        }
                        if !contracts.isEmpty { comparisons += 1 }
                    }
                }
            }
        }
        #expect(comparisons > 1000)
    }
}
