import CrewRecords
import Foundation
import RotaFormats
import RotaModel
import Testing

@Suite("The demo hospital")
struct DemoHospitalTests {
    let hospital: Directory
    let ward: RotaProblem

    init() throws {
        hospital = try DemoHospital.directory()
        ward = try DemoWard.problem()
    }

    @Test("it is a valid directory, of at least three levels, with something of everything")
    func everything() {
        #expect(hospital.validate().isEmpty)
        let tree = UnitTree(hospital)
        #expect(tree.path(of: "ward-7") == ["hospital", "surgery", "ward-7"])
        #expect(hospital.units.contains { tree.path(of: $0.unit.id).count == 4 })
        #expect(hospital.people.count > ward.people.count + 15)
        #expect(hospital.people.contains { $0.ranks.count > 1 })
        #expect(hospital.people.contains { Set($0.memberships.map(\.id)).count > 1 })
        #expect(hospital.people.contains { $0.qualifications.contains { $0.valid.from != nil } })
        for unit in hospital.units {
            #expect(!hospital.members(of: unit.unit.id, on: ward.start).isEmpty, "\(unit.unit.name)")
        }
        for rank in hospital.ranks {
            #expect(hospital.people.contains { $0.ranks.contains { $0.id == rank.id } }, "\(rank.name)")
        }
    }

    @Test("its Ward 7 is the demo ward's unit, with exactly the demo ward's people")
    func demoWard() {
        #expect(UnitTree(hospital)["ward-7"] == ward.unit)
        #expect(hospital.people(of: "ward-7", over: ward.start...ward.end) == ward.people)
        #expect(Set(ward.qualifications).isSubset(of: hospital.qualifications))
        #expect(Set(ward.contracts).isSubset(of: hospital.contracts))
        // Others have been there before or come later.
        let others = hospital.people.filter { entry in
            entry.memberships.contains { $0.id == "ward-7" } && !ward.people.contains { $0.id == entry.id }
        }
        #expect(others.count == 3)
    }

    @Test("Examples/hospital is the same directory as tables; `watchbill demo --directory` makes it anew")
    func example() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
        let folder = root.appending(path: "Examples/hospital")
        for table in DirectoryFile.tables(of: hospital) {
            let file = folder.appending(path: table.name)
            // As bytes, since reading it as text would drop the byte order mark.
            #expect(try Data(contentsOf: file) == Data(table.text.utf8), "\(table.name)")
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.sorted() == DirectoryFile.tableNames.sorted())
    }
}
