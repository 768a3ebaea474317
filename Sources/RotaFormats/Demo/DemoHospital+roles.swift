package import CrewRecords
package import RotaModel

extension DemoHospital {
    /// Who has which role where; that people are members of their units follows from the directory.
    package static let roles: [(person: PersonID, unit: UnitID, role: Role)] = [
        ("novotna", "hospital", .administrator),
        ("adeyemi", "hospital", .recordsKeeper),
        ("fitzgerald", "hospital", .medicalKeeper),
        ("sandstrom", "hospital", .lead),
        ("halvorsen", "surgery", .lead),
        ("takahashi", "surgery", .planner),
        ("lindqvist", "ward-7", .lead),
        ("lindqvist", "ward-7", .planner),
        ("ramirez", "medicine", .lead),
        ("ito", "ward-3", .planner),
        ("mbeki", "emergency", .lead),
    ]
}
