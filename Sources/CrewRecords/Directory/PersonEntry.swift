package import RotaModel

/// A person in the directory, with all they were, are and will be. `Person` is what a rota of one unit needs of it.
package struct PersonEntry: Hashable, Sendable {
    package var id: PersonID
    package var name: String
    /// One at a time.
    package var ranks: [Held<RankID>]
    package var qualifications: [Held<QualificationID>]
    package var contracts: [Held<ContractID>]
    /// The units the person belongs to, not the ones above them.
    package var memberships: [Held<UnitID>]

    package init(
        id: PersonID, name: String, ranks: [Held<RankID>] = [], qualifications: [Held<QualificationID>] = [],
        contracts: [Held<ContractID>] = [], memberships: [Held<UnitID>] = []
    ) {
        self.id = id
        self.name = name
        self.ranks = ranks
        self.qualifications = qualifications
        self.contracts = contracts
        self.memberships = memberships
    }

    /// What stands in the place of the name of somebody of whom everything was erased.
    package static let erasedName = "Erased person"

    package func rank(on date: CalendarDate) -> RankID? { ids(ranks, on: date).first }

    package func qualifications(on date: CalendarDate) -> [QualificationID] { ids(qualifications, on: date) }

    /// More than one if the person has, say, two part-time contracts.
    package func contracts(on date: CalendarDate) -> [ContractID] { ids(contracts, on: date) }

    package func units(on date: CalendarDate) -> [UnitID] { ids(memberships, on: date) }

    private func ids<ID>(_ held: [Held<ID>], on date: CalendarDate) -> [ID] {
        held.filter { $0.valid.contains(date) }.map(\.id)
    }
}
