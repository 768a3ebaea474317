package import RotaModel

/// What asks something of a rota, as planners count it. The same in two problems if both ask the same.
package enum CostSource: Hashable, Sendable {
    /// All demand for the same shift types and qualification.
    case demand([ShiftTypeID], QualificationID?)
    case rule(Rule)
    /// Everybody's requests together.
    case requests
    case absences, pins, eligibility, employment, overlaps
}

/// What a rota misses of one source.
package struct SourceCost: Hashable, Sendable {
    package var source: CostSource
    /// How many findings there are, hard and soft.
    package var findings = 0
    /// How many of them are hard.
    package var breaches = 0
    /// The sum over them.
    package var penalty = Penalty.zero

    package init(_ source: CostSource) {
        self.source = source
    }

    fileprivate mutating func add(_ finding: Finding) {
        findings += 1
        if finding.isHard { breaches += 1 }
        penalty = penalty + finding.penalty
    }
}

/// What two rotas miss of one source.
package struct SourceDifference: Hashable, Sendable {
    package var source: CostSource
    /// Nil: the problem of the one asks no such thing, or the other one's.
    package var before: SourceCost?
    package var after: SourceCost?

    /// Of the penalty; negative is better.
    package var change: Int { (after?.penalty.value ?? 0) - (before?.penalty.value ?? 0) }

    /// One for each source of either side: first those of the second in its order, then those of the first alone.
    package static func all(from before: [SourceCost], to after: [SourceCost]) -> [SourceDifference] {
        let old = Dictionary(before.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
        let new = Set(after.map(\.source))
        return after.map { SourceDifference(source: $0.source, before: old[$0.source], after: $0) }
            + before.filter { !new.contains($0.source) }.map {
                SourceDifference(source: $0.source, before: $0, after: nil)
            }
    }
}

extension Judge {
    /// What an assessment by this judge comes to, source by source: their penalties add up to that of the rota.
    ///
    /// All demand, rules and requests of the problem are there, each source once and in the problem's order, also those of
    /// which nothing is missed; the rest only where something is.
    package func costs(_ assessment: Assessment) -> [SourceCost] {
        var costs: [SourceCost] = []
        var places: [CostSource: Int] = [:]
        func place(of source: CostSource) -> Int {
            if let known = places[source] { return known }
            places[source] = costs.count
            costs.append(SourceCost(source))
            return costs.count - 1
        }
        for demand in problem.demand { _ = place(of: CostSource(demand)) }
        for rule in problem.rules { _ = place(of: .rule(rule)) }
        if !problem.requests.isEmpty { _ = place(of: .requests) }
        for finding in assessment.findings {
            let place = place(of: source(of: finding))
            costs[place].add(finding)
        }
        return costs
    }

    private func source(of finding: Finding) -> CostSource {
        switch finding.origin {
        case .demand(let line): CostSource(problem.demand[line])
        case .rule(let rule): .rule(problem.rules[rule])
        case .request: .requests
        case .absence: .absences
        case .pin: .pins
        case .eligibility: .eligibility
        case .employment: .employment
        case .overlap: .overlaps
        }
    }
}

extension CostSource {
    fileprivate init(_ demand: Demand) {
        self = .demand(demand.shiftTypes, demand.qualification)
    }
}
