package import RotaModel
internal import RotaRules

/// Prices of rules and demands from the multipliers of the floor.
///
/// With L(price; problem) as in `LagrangianBound`, whatever the prices are, L(price; loosened) is a floor of the loosened
/// problem. So a problem that gives way somewhere has a best rota that costs no less than the floor less the saving
///
///     saving = L(price; problem) - L(price; loosened)
///
/// at the prices of the best floor. For one more person on a line it is the price itself, the dual of linear programming.
package enum PriceSearch {
    /// - Parameters:
    ///   - problem: one that has passed `validate()`.
    ///   - rota: a good one, which prices start from; it need not be legal.
    ///   - stop: ends the search within 100 ms when raised.
    ///   - share: asked often: how much of the time is over, 1 or more to end. The floor takes the first half.
    /// - Returns: nil if there is no legal rota, or was no time for any floor.
    package static func run(
        _ problem: RotaProblem, rota: Rota, stop: StopSignal, share: @escaping () -> Double
    ) -> PriceList? {
        let tables = ProblemTables(CompiledProblem(problem))
        let search = ColumnSearch(
            tables, start: rota.duties.map(\.rawValue), hardPrice: Schedule(problem).hardPrice,
            random: SeededGenerator(seed: 1), stop: stop)
        _ = search.prove { share() < 0.5 }
        let bound = search.bound
        let prices = bound.bestPrices
        guard let floor = bound.bound,
            let base = bound.evaluate(prices, most: 1, stop: stop, row: { _, _ in })
        else { return nil }
        let scale = Double(bound.scale)
        var list = PriceList(
            floor: Penalty(floor), people: people(problem, prices: base.prices, scale: scale),
            demands: demands(problem, bound, prices: base.prices), rules: [], rulesLeft: 0, rulesUnseen: 0)
        let reckoning = Reckoning(
            problem: problem, prices: Array(prices[..<tables.lineCount]), scale: bound.scale,
            counterPrices: Array(prices[tables.lineCount...]), shares: base.shares)
        for number in problem.rules.indices {
            guard isSeen(problem.rules[number].kind) else {
                list.rulesUnseen += 1
                continue
            }
            guard share() < 1, !stop.isRaised else {
                list.rulesLeft += 1
                continue
            }
            list.rules += reckoning.savings(ofRule: number, stop: stop)
        }
        list.rules.sort { $0.saving > $1.saving }
        return list
    }

    private static func isSeen(_ kind: Rule.Kind) -> Bool {
        switch kind {
        case .minutesInWindow, .together, .apart, .qualifiedOnShift: false
        default: true
        }
    }

    /// Shifts with a price, and the qualifications that make a person worth more there.
    private static func people(_ problem: RotaProblem, prices: [Int], scale: Double) -> [PriceList.ExtraPerson] {
        var found: [PriceList.ExtraPerson] = []
        var linesOfDay = Array(repeating: [Int](), count: problem.dayCount)
        for (line, demand) in problem.demand.enumerated() {
            if let day = problem.day(of: demand.date) { linesOfDay[day.value].append(line) }
        }
        for day in problem.days {
            for shift in problem.shiftIndices {
                let lines = linesOfDay[day.value].filter {
                    problem.demand[$0].shiftTypes.contains(problem[shift].id) && prices[$0] != 0
                }
                let needed = problem[shift].qualifications
                func saving(holding qualification: QualificationID?) -> Double {
                    let sum = lines.reduce(0) { sum, line in
                        guard let asked = problem.demand[line].qualification else { return sum - prices[line] }
                        return asked == qualification || needed.contains(asked) ? sum - prices[line] : sum
                    }
                    return Double(sum) / scale
                }
                let plain = saving(holding: nil)
                if plain > 0 {
                    found.append(.init(day: day, shift: shift, qualification: nil, saving: plain))
                }
                for qualification in problem.qualifications.map(\.id) where !needed.contains(qualification) {
                    let more = saving(holding: qualification)
                    guard more > max(0, plain) else { continue }
                    found.append(.init(day: day, shift: shift, qualification: qualification, saving: more))
                }
            }
        }
        return found.sorted { $0.saving > $1.saving }
    }

    private static func demands(
        _ problem: RotaProblem, _ bound: LagrangianBound, prices: [Int]
    ) -> [PriceList.LessDemand] {
        var loosened = problem
        for line in problem.demand.indices { loosened.demand[line] = problem.demand[line].less ?? problem.demand[line] }
        let cover = CompiledProblem(loosened).cover
        return problem.demand.indices.compactMap { line -> PriceList.LessDemand? in
            guard problem.demand[line].less != nil, let before = bound.best(of: line, price: prices[line]).cost else {
                return nil
            }
            let costs = (0...problem.people.count).map { cover.tables[cover.lineTable[line] + $0] }
            let after = costs.enumerated().filter { $0.element.hard == 0 }.map { count, cost in
                cost.soft * bound.scale - prices[line] * count
            }.min()
            guard let after, after < before else { return nil }
            return .init(line: line, saving: Double(before - after) / Double(bound.scale))
        }.sorted { $0.saving > $1.saving }
    }
}

extension Demand {
    /// With one less wanted, or else one less needed; nil if there is nothing to want less of.
    package var less: Demand? {
        var less = self
        if let wanted, wanted > 0, belowWanted > .zero {
            less.wanted = wanted - 1
            less.minimum = min(minimum, wanted - 1)
        } else if minimum > 0 {
            less.minimum = minimum - 1
        } else {
            return nil
        }
        return less
    }
}

/// Reckons floors of problems in which one rule gives way, at the prices of the floor.
private struct Reckoning {
    let problem: RotaProblem
    /// By line, and by counter of each person, times the scale.
    let prices: [Double]
    let scale: Int
    let counterPrices: [Double]
    /// By person: what the floor has of them, times the scale.
    let shares: [Int]

    func savings(ofRule number: Int, stop: StopSignal) -> [PriceList.LooserRule] {
        let requirement = Requirement.rule(number, person: 0)
        let step = step(of: problem.rules[number].kind)
        let sides: [Loosening] = [.most(by: step), .least(by: step)].filter {
            $0.applied(to: requirement, of: problem) != nil
        }
        return (sides.isEmpty ? [.without] : sides).compactMap { loosening in
            var loosened = loosening.applied(to: requirement, of: problem) ?? problem
            if loosening == .without {
                // A rule that costs nothing and breaks nothing takes its place, so that positions stay.
                loosened.rules[number].appliesTo = .people([])
            }
            return saving(number, loosening, loosened, stop: stop)
        }
    }

    private func step(of kind: Rule.Kind) -> Int {
        switch kind {
        case .totalMinutes: ((problem.shiftTypes.map(\.length.value).max() ?? 60) + 59) / 60
        default: 1
        }
    }

    private func saving(
        _ rule: Int, _ loosening: Loosening, _ loosened: RotaProblem, stop: StopSignal
    ) -> PriceList.LooserRule? {
        let tables = ProblemTables(CompiledProblem(loosened))
        let bound = LagrangianBound(tables)
        // A coarser scale may be needed than before; counters that are reckoned exactly now have no price.
        var all = prices + counterPrices
        guard all.count == bound.lowest.count else { return nil }
        for place in all.indices {
            let price = all[place] * Double(bound.scale) / Double(scale)
            all[place] = min(bound.highest[place], max(bound.lowest[place], price))
        }
        guard let floor = bound.evaluate(all, most: 1, stop: stop, row: { _, _ in }) else { return nil }
        var people: [(person: PersonIndex, saving: Double)] = []
        for person in shares.indices {
            let saving = Double(shares[person]) / Double(scale) - Double(floor.shares[person]) / Double(bound.scale)
            if saving >= 0.05 { people.append((PersonIndex(person), saving)) }
        }
        people.sort { $0.saving > $1.saving }
        let saving = people.reduce(0) { $0 + $1.saving }
        guard saving > 0 else { return nil }
        return PriceList.LooserRule(rule: rule, loosening: loosening, saving: saving, shares: people)
    }
}
