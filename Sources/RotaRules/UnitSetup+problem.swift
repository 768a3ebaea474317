package import RotaModel

extension UnitSetup {
    /// Fills a problem that has its unit, period, people, holidays and what else there is of them with shift types, demand and
    /// rules, the ready-made sets' first.
    ///
    /// - Returns: the unit's own rules that are left out, since all people or contracts that they are about are gone. A rule
    ///   about several goes on for those who are left.
    package func fill(_ problem: inout RotaProblem) -> [Rule] {
        problem.shiftTypes = shiftTypes
        problem.demand = demand(
            from: problem.start, days: problem.dayCount, holidays: Set(problem.holidays.map(\.date)))
        let (own, gone) = ownRules(in: problem)
        problem.rules = []
        problem.rules = RuleSet.all.filter { ruleSets.contains($0.id) }.flatMap { $0.rules(for: problem) } + own
        return gone
    }

    private func ownRules(in problem: RotaProblem) -> (left: [Rule], gone: [Rule]) {
        let people = Set(problem.people.map(\.id))
        let contracts = Set(problem.contracts.map(\.id))
        var left: [Rule] = []
        var gone: [Rule] = []
        for rule in rules {
            var rule = rule
            var isAboutNobody = false
            switch rule.appliesTo {
            case .everyone: break
            case .people(let ids):
                rule.appliesTo = .people(ids.filter(people.contains))
                isAboutNobody = rule.appliesTo == .people([])
            case .contracts(let ids):
                rule.appliesTo = .contracts(ids.filter(contracts.contains))
                isAboutNobody = rule.appliesTo == .contracts([])
            }
            switch rule.kind {
            case .together(let one, let other), .apart(let one, let other):
                isAboutNobody = isAboutNobody || !people.contains(one) || !people.contains(other)
            default: break
            }
            if isAboutNobody { gone.append(rule) } else { left.append(rule) }
        }
        return (left, gone)
    }

    /// What is wrong with it, each with a pointer into the set-up's own document; nothing for one that can be used. Rules about
    /// people and contracts that are gone are nothing wrong: they are left out of what is made of it.
    ///
    /// - Parameter known: has the unit and its people, qualifications and contracts; the rest counts for nothing.
    package func validate(in known: RotaProblem) -> [Diagnostic] {
        var probe = probe(in: known)
        probe.rules = ownRules(in: probe).left
        return probe.validate()
    }

    /// A problem of one date with the set-up's shift types and own rules, and a line of demand for each row, so that places in
    /// the problem are those in the set-up's document.
    package func probe(in known: RotaProblem) -> RotaProblem {
        var probe = RotaProblem(
            unit: known.unit, start: known.start, dayCount: 1, shiftTypes: shiftTypes,
            qualifications: known.qualifications, contracts: known.contracts, people: known.people, rules: rules)
        // A unit is set up before anybody belongs to it.
        if probe.people.isEmpty { probe.people = [Person(id: "nobody", name: "Nobody")] }
        probe.holidays = holidays
        probe.demand = demand.map { row in
            let counts = row.week + [row.holidays] + row.exceptions.map(\.headcount)
            let count = counts.compactMap(\.self).first ?? Headcount(0)
            return Demand(
                date: known.start, shiftTypes: row.shiftTypes, qualification: row.qualification, minimum: count.minimum,
                wanted: count.wanted, maximum: count.maximum, belowMinimum: row.weights.belowMinimum,
                belowWanted: row.weights.belowWanted, aboveWanted: row.weights.aboveWanted,
                aboveMaximum: row.weights.aboveMaximum)
        }
        return probe
    }

    /// What a problem was made of, as far as it goes on from period to period. Of its demand each row has what most of its
    /// dates have of a weekday; what single dates have otherwise belongs to them and is not taken over.
    package init(of problem: RotaProblem) {
        let made = RuleSet.all.map { set in (set.id, Set(set.rules(for: problem).map(\.id))) }
        let there = Set(problem.rules.map(\.id))
        let sets = made.filter { !$0.1.isEmpty && !$0.1.isDisjoint(with: there) }
        let ofSets = sets.reduce(into: Set<RuleID>()) { $0.formUnion($1.1) }
        self.init(
            shiftTypes: problem.shiftTypes, demand: DemandRow.rows(of: problem), ruleSets: Set(sets.map(\.0)),
            rules: problem.rules.filter { !ofSets.contains($0.id) })
    }
}

extension DemandRow {
    /// What lines of demand have in common that are of one row.
    private struct Key: Hashable {
        let shiftTypes: [ShiftTypeID]
        let qualification: QualificationID?
        let weights: DemandWeights
        /// How many lines of that kind there are before it on its date.
        let number: Int
    }

    fileprivate static func rows(of problem: RotaProblem) -> [DemandRow] {
        let holidays = Set(problem.holidays.map(\.date))
        var order: [Key] = []
        var counts: [Key: [CalendarDate: Headcount]] = [:]
        var seen: [CalendarDate: [Key: Int]] = [:]
        for line in problem.demand {
            let weights = DemandWeights(
                belowMinimum: line.belowMinimum, belowWanted: line.belowWanted, aboveWanted: line.aboveWanted,
                aboveMaximum: line.aboveMaximum)
            func key(_ number: Int) -> Key {
                Key(
                    shiftTypes: line.shiftTypes, qualification: line.qualification, weights: weights, number: number)
            }
            let number = seen[line.date, default: [:]][key(0), default: 0]
            seen[line.date, default: [:]][key(0)] = number + 1
            if counts[key(number)] == nil { order.append(key(number)) }
            counts[key(number), default: [:]][line.date] = Headcount(
                line.minimum, wanted: line.wanted, maximum: line.maximum)
        }
        let dates = problem.days.map { problem.date(of: $0) }
        return order.map { key in
            let row = counts[key] ?? [:]
            let ordinary = dates.filter { !holidays.contains($0) }
            let free = dates.filter { holidays.contains($0) }
            let week = Weekday.allCases.map { weekday in
                let such = ordinary.filter { $0.weekday == weekday }
                // Of a weekday on which all are holidays nothing else is known.
                return mostFrequent((such.isEmpty ? free.filter { $0.weekday == weekday } : such).map { row[$0] })
            }
            let onHolidays = free.isEmpty ? nil : mostFrequent(free.map { row[$0] })
            let isOtherwise = free.contains { row[$0] != week[$0.weekday.rawValue] }
            return DemandRow(
                shiftTypes: key.shiftTypes, qualification: key.qualification, week: week,
                holidays: isOtherwise ? onHolidays : nil, weights: key.weights)
        }
    }

    /// Of those that are equally frequent the one that comes first; nil where there are none.
    private static func mostFrequent(_ counts: [Headcount?]) -> Headcount? {
        var best: (count: Headcount?, times: Int) = (nil, 0)
        for count in counts {
            let times = counts.count { $0 == count }
            if times > best.times { best = (count, times) }
        }
        return best.count
    }
}
