package import RotaModel

/// Who belongs to a unit, and who of them a rota can count on.
extension Directory {
    /// The people who belong to the unit itself on that date, not to one below it.
    /// - Complexity: Linear in the number of people and what they have.
    package func members(of unit: UnitID, on date: CalendarDate) -> [PersonEntry] {
        people.filter { $0.units(on: date).contains(unit) }
    }

    /// The unit's people for a rota of that period: whoever belongs to it and is under a contract on at least one of its
    /// dates, in the directory's order.
    ///
    /// A person's contracts hold there only while the person belongs to the unit, so that the rota counts on nobody before
    /// they come or after they have left. Of contracts and qualifications there are those that hold within the period;
    /// the rank is the first one within it.
    /// - Complexity: Linear in the number of people and what they have, and in the length of the period.
    package func people(of unit: UnitID, over period: ClosedRange<CalendarDate>) -> [Person] {
        let names = Dictionary(ranks.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let dates = Validity(from: period.lowerBound, until: period.upperBound)
        return people.compactMap { entry in
            let contracts = entry.contracts.flatMap { contract in
                entry.memberships.filter { $0.id == unit }.compactMap { membership in
                    contract.valid.intersection(membership.valid).map { Held(contract.id, valid: $0) }
                }
            }.filter { $0.valid.intersection(dates) != nil }
            guard !contracts.isEmpty else { return nil }
            let rank = period.lazy.compactMap { entry.rank(on: $0) }.first
            return Person(
                id: entry.id, name: entry.name, rank: rank.flatMap { names[$0] },
                qualifications: entry.qualifications.filter { $0.valid.intersection(dates) != nil },
                contracts: contracts)
        }
    }
}
