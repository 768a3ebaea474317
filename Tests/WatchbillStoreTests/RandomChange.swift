import CrewRecords
import RotaModel
import WatchbillTestKit

/// One change of a directory that leaves it valid, and nobody out.
enum RandomChange {
    static func apply(to directory: inout Directory, using generator: inout SeededGenerator) {
        let number = Int.random(in: 0..<1_000_000, using: &generator)
        switch Int.random(in: 0..<8, using: &generator) {
        case 0:
            let parent = directory.units[Int.random(in: 0..<directory.units.count, using: &generator)].unit.id
            let unit = CrewUnit(id: UnitID("u\(number)"), name: "Unit \(number)", zone: .utc)
            directory.units.insert(
                UnitEntry(unit, parent: parent), at: Int.random(in: 0...directory.units.count, using: &generator))
        case 1:
            let parents = directory.units.map(\.parent)
            let homes = Set(directory.people.flatMap(\.memberships).map(\.id))
            directory.units.removeAll { entry in
                let id = entry.unit.id
                return id.rawValue.hasPrefix("u") && !parents.contains(id) && !homes.contains(id)
            }
        case 2: directory.units.shuffle(using: &generator)
        case 3: directory.people.shuffle(using: &generator)
        case 4:
            directory.people.append(PersonEntry(id: PersonID("n\(number)"), name: "N \(number)", ranks: [Held("head")]))
        case 5:
            let index = Int.random(in: 0..<directory.people.count, using: &generator)
            directory.people[index].name = "Name \(number)"
            directory.people[index].qualifications = []
        case 6:
            let index = Int.random(in: 0..<directory.people.count, using: &generator)
            let units = directory.units.shuffled(using: &generator).prefix(3).map(\.unit.id)
            directory.people[index].memberships = units.map { Held($0) }
            directory.people[index].ranks = [
                Held("nurse", valid: Validity(until: Hospital.date("2026-01-31"))),
                Held("head", valid: Validity(from: Hospital.date("2026-02-01"))),
            ]
        default:
            directory.contracts.append(Contract(id: ContractID("c\(number)"), name: "C", share: 1 + number % 200))
            directory.contracts.shuffle(using: &generator)
        }
    }
}
