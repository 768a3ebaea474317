internal import RotaModel

/// The limits that a fairness rule comes to for each person's count in the period.
///
/// Fair share: (sum of the ledger + expected in the period) x presence / sum of presence. Known beforehand, so that
/// fairness is a limit on each person's own count.
struct FairShares {
    private let problem: RotaProblem
    private let scopes: RuleScopes
    private let requestCounts: [PersonID: Int]
    /// Of whole days.
    private let absences: [PersonID: [Absence]]
    private let ledgers: [LedgerEntry]

    init(_ problem: RotaProblem, scopes: RuleScopes) {
        self.problem = problem
        self.scopes = scopes
        requestCounts = Dictionary(problem.requests.map { ($0.person, 1) }, uniquingKeysWith: +)
        absences = Dictionary(grouping: problem.absences.filter(\.isLeave), by: \.person)
        let entries = Dictionary(problem.ledger.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
        ledgers = problem.people.map { entries[$0.id] ?? LedgerEntry(person: $0.id) }
    }

    /// By person: limits of the count within the period; nil: the rule does not hold for the person.
    func limits(of rule: Rule, measure: FairnessMeasure, tolerance: Int) -> [(minimum: Int, maximum: Int)?] {
        let people = problem.people.indices
        let inScope = people.map { !scopes.stretches(of: rule, person: $0).isEmpty }
        if measure == .requests {
            let made = people.filter { inScope[$0] }.reduce(0) { $0 + ledgers[$1].requestsMade }
            let granted = people.filter { inScope[$0] }.reduce(0) { $0 + ledgers[$1].requestsGranted }
            return people.map { person in
                guard inScope[person] else { return nil }
                let own = requestCounts[problem.people[person].id] ?? 0
                let total = ledgers[person].requestsMade + own
                let share = made == 0 ? total : total * granted / made
                return (share - tolerance - ledgers[person].requestsGranted, .max)
            }
        }
        let presences = people.map { inScope[$0] ? ledgers[$0].presence + presence(of: $0) : 0 }
        let wholePresence = presences.reduce(0, +)
        let openings = ledgers.map { $0.opening(of: measure) }
        let whole = people.filter { inScope[$0] }.reduce(0) { $0 + openings[$1] } + expected(measure)
        return people.map { person in
            guard inScope[person], wholePresence > 0 else { return nil }
            let (floor, rest) = (whole * presences[person]).quotientAndRemainder(dividingBy: wholePresence)
            let ceiling = floor + (rest > 0 ? 1 : 0)
            let minimum = max(0, floor - tolerance)
            return (minimum - openings[person], ceiling + tolerance - openings[person])
        }
    }

    /// Percent of full time, summed over the days of the period on which the person is there.
    private func presence(of person: Int) -> Int {
        let contracts = Dictionary(problem.contracts.map { ($0.id, $0.share) }, uniquingKeysWith: { first, _ in first })
        let who = problem.people[person]
        let absences = absences[who.id] ?? []
        return (0..<problem.dayCount).reduce(0) { sum, day in
            let date = problem.date(of: DayIndex(day))
            guard who.isEmployed(on: date) else { return sum }
            if absences.contains(where: { $0.first <= date && date <= $0.last }) { return sum }
            if who.contracts.isEmpty { return sum + 100 }
            let shares = who.contracts.filter { $0.valid.contains(date) }.compactMap { contracts[$0.id] }
            return sum + (shares.max() ?? 0)
        }
    }

    /// How many of them the demand of the period brings.
    private func expected(_ measure: FairnessMeasure) -> Int {
        let plain = problem.demand.filter { $0.qualification == nil }
        let lines = plain.isEmpty ? problem.demand : plain
        let nights = Set(problem.shiftTypes.filter(\.isNight).map(\.id))
        let unpopular = Set(problem.shiftTypes.filter(\.isUnpopular).map(\.id))
        let holidays = Set(problem.holidays.map(\.date))
        let sum = lines.filter { line in
            switch measure {
            case .nights: line.shiftTypes.allSatisfy(nights.contains)
            case .weekends: problem.unit.weekend.contains(line.date.weekday)
            case .holidays: holidays.contains(line.date)
            case .unpopular: line.shiftTypes.allSatisfy(unpopular.contains)
            case .requests: false
            }
        }.reduce(0) { $0 + ($1.wanted ?? $1.minimum) }
        guard measure == .weekends else { return sum }
        return (sum + problem.unit.weekend.count - 1) / problem.unit.weekend.count
    }
}

extension LedgerEntry {
    fileprivate func opening(of measure: FairnessMeasure) -> Int {
        switch measure {
        case .nights: nights
        case .weekends: weekends
        case .holidays: holidays
        case .unpopular: unpopular
        case .requests: requestsGranted
        }
    }
}
