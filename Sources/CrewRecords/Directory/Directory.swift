package import RotaModel

/// The organisation as it is known to Watchbill: its tree of units, what people can be and have there, and its people.
///
/// A value made by hand may contradict itself; `validate()` tells. Its questions are answered of valid ones only. Lists keep
/// their order: it is that of pages and files, and means nothing else.
package struct Directory: Hashable, Sendable {
    /// The organisation's name.
    package var organisation: String
    /// 1 to 10,000, with different ids; one of them has no parent, and all others are below it.
    package var units: [UnitEntry]
    package var ranks: [Rank]
    package var qualifications: [Qualification]
    package var contracts: [Contract]
    /// Up to 100,000, with different ids.
    package var people: [PersonEntry]

    package init(
        organisation: String, units: [UnitEntry], ranks: [Rank] = [], qualifications: [Qualification] = [],
        contracts: [Contract] = [], people: [PersonEntry] = []
    ) {
        self.organisation = organisation
        self.units = units
        self.ranks = ranks
        self.qualifications = qualifications
        self.contracts = contracts
        self.people = people
    }
}
