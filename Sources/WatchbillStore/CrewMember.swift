package import CrewRecords
package import RotaModel

/// A person as everybody of their unit may know them: without what they are qualified for and contracted to.
package struct CrewMember: Hashable, Sendable {
    package let id: PersonID
    package let name: String
    /// On the date that was asked for; nil: none.
    package let rank: Rank?
    /// Those that the person belongs to on that date.
    package let units: [UnitID]
}

extension DirectoryState {
    func member(_ person: PersonEntry, on date: CalendarDate) -> CrewMember {
        let rank = person.rank(on: date).flatMap { id in directory.ranks.first { $0.id == id } }
        return CrewMember(id: person.id, name: person.name, rank: rank, units: person.units(on: date))
    }
}
