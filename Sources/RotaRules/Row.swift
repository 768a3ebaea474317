internal import RotaModel

/// One person's known days: the history's, then the period's.
struct Row: Sendable {
    let person: PersonIndex
    private(set) var duties: [Duty]
    let historyDays: Int

    init(person: PersonIndex, duties: [Duty], historyDays: Int) {
        self.person = person
        self.duties = duties
        self.historyDays = historyDays
    }

    /// The duty of a known day, counted from the period's first.
    subscript(day: Int) -> Duty { duties[day + historyDays] }
}

/// Days in a row that a rule judges, and since when the days before them are known.
struct Stretch: Hashable, Sendable {
    /// At most `first`.
    let firstKnown: Int
    let first: Int
    /// Included, at least `first`.
    let last: Int
}

/// A person whom a rule is about, and the stretches of days on which it is.
struct Scope: Sendable {
    let person: PersonIndex
    let stretches: [Stretch]
}

extension Facts {
    /// Whom a rule judges and when: by person, without those whom it judges on no day.
    func scopes(of appliesTo: AppliesTo) -> [Scope] {
        switch appliesTo {
        case .everyone: everyone
        case .people(let ids): Set(ids.compactMap(index)).sorted().map { everyone[$0.value] }
        case .contracts(let ids):
            problem.personIndices.compactMap { person in
                let stretches = stretches(of: problem[person], under: ids)
                return stretches.isEmpty ? nil : Scope(person: person, stretches: stretches)
            }
        }
    }

    /// The longest stretches of the period on which the person is under one of the contracts. Days before the period
    /// are known to a stretch that begins with it, and to no other.
    private func stretches(of person: Person, under contracts: [ContractID]) -> [Stretch] {
        let held = person.contracts.filter { contracts.contains($0.id) }.compactMap {
            Self.days(of: $0.valid, in: problem)
        }
        var merged: [ClosedRange<Int>] = []
        for days in held.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, days.lowerBound <= last.upperBound + 1 {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, days.upperBound)
            } else {
                merged.append(days)
            }
        }
        return merged.map { days in
            Stretch(
                firstKnown: days.lowerBound == 0 ? -historyDays : days.lowerBound, first: days.lowerBound,
                last: days.upperBound)
        }
    }
}
