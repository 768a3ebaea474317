import CrewRecords
import RotaModel

/// A hospital of four divisions with five departments each and ten wards in each of those, and people spread over the wards.
struct MadeCrew: Sendable {
    let people: Int
    let root: UnitID = "hospital"

    private static let divisions = 4
    private static let departments = 5
    private static let wards = 10

    private var wardCount: Int { Self.divisions * Self.departments * Self.wards }

    func person(_ number: Int) -> PersonID { PersonID("p\(number)") }

    private func ward(_ number: Int) -> UnitID { UnitID("ward-\(number)") }

    var directory: Directory {
        func unit(_ id: UnitID, in parent: UnitID?) -> UnitEntry {
            UnitEntry(CrewUnit(id: id, name: id.rawValue, zone: .utc), parent: parent)
        }
        var units = [unit(root, in: nil)]
        for division in 0..<Self.divisions {
            units.append(unit(UnitID("division-\(division)"), in: root))
            for department in 0..<Self.departments {
                let number = division * Self.departments + department
                units.append(unit(UnitID("department-\(number)"), in: UnitID("division-\(division)")))
                for place in 0..<Self.wards {
                    units.append(unit(ward(number * Self.wards + place), in: UnitID("department-\(number)")))
                }
            }
        }
        let crew = (0..<people).map { number in
            PersonEntry(
                id: person(number), name: "Person \(number) of \(number % 97)",
                memberships: [Held(ward(number % wardCount))])
        }
        let staff = roles.map { PersonEntry(id: $0.person, name: $0.person.rawValue) }
        return Directory(organisation: "Made hospital", units: units, people: crew + staff)
    }

    var roles: [(person: PersonID, unit: UnitID, role: Role)] {
        [
            ("keeper", root, .recordsKeeper), ("division-keeper", "division-1", .recordsKeeper),
            ("department-lead", "department-7", .lead), ("ward-planner", "ward-11", .planner),
        ]
    }

    /// Who searches, and over how many people.
    var searchers: [(person: PersonID, reach: Int)] {
        [
            ("keeper", people), ("division-keeper", people / Self.divisions),
            ("department-lead", people / (Self.divisions * Self.departments)), ("ward-planner", people / wardCount),
        ]
    }
}
