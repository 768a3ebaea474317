import CrewRecords
import RotaModel
import WatchbillServer

/// The organisation of both worlds: a ward with people who tell something in confidence, their colleagues, and somebody
/// for each role in each place around it.
///
/// ```
/// hospital ── surgery ── w3 ── section
///        │           └─ w4
///        └─── medicine
/// ```
enum TwinHospital {
    static let units: [(id: UnitID, parent: UnitID?)] = [
        ("hospital", nil), ("surgery", "hospital"), ("w3", "surgery"), ("section", "w3"), ("w4", "surgery"),
        ("medicine", "hospital"),
    ]

    /// Of the ward `w3`, each with something of their own to keep.
    static let concerned: [PersonID] = ["a", "b", "c", leaving]
    /// Of those, somebody whose file is erased in the end.
    static let leaving: PersonID = "f"
    /// Who tell nothing: of the ward itself, of the section below, beside, elsewhere, of no unit.
    static let colleagues: [PersonID] = ["d&e", "s-below", "s-beside", "s-elsewhere", "s-nowhere"]

    /// The unit of those concerned.
    static let ward: UnitID = "w3"

    static func holder(_ role: Role, in unit: UnitID) -> PersonID { PersonID("\(role.rawValue)-\(unit)") }

    /// Everybody who holds a role, each only that one.
    static let holders: [(person: PersonID, unit: UnitID, role: Role)] = units.flatMap { unit in
        Role.allCases.map { (holder($0, in: unit.id), unit.id, $0) }
    }

    static func organisation() throws -> DemoOrganisation {
        let problem = try SmallWard.problem()
        let crew = problem.people.map { person in
            PersonEntry(
                id: person.id, name: person.name, qualifications: person.qualifications, contracts: person.contracts,
                memberships: [Held(ward)])
        }
        let others: [(PersonID, [Held<UnitID>])] = [
            ("s-below", [Held("section")]), ("s-beside", [Held("w4")]), ("s-elsewhere", [Held("medicine")]),
            ("s-nowhere", []),
        ]
        return DemoOrganisation(
            directory: Directory(
                organisation: "Hospital",
                units: units.map { unit in
                    UnitEntry(
                        unit.id == ward
                            ? problem.unit
                            : CrewUnit(id: unit.id, name: "The \(unit.id)", zone: problem.unit.zone),
                        parent: unit.parent)
                },
                qualifications: problem.qualifications, contracts: problem.contracts,
                people: crew + others.map { PersonEntry(id: $0, name: "Colleague \($0)", memberships: $1) }
                    + holders.map { PersonEntry(id: $0.person, name: "The \($0.role.words) of \($0.unit)") }),
            roles: holders, problem: problem)
    }
}
