package import RotaModel

/// The hard rules on single people's rows, each by itself, so that any of them can be left out.
package struct RowLaws {
    private let problem: RotaProblem
    private let compiler: RowCompiler
    private let dutyCount: Int
    /// By person.
    private let laws: [[Law]]
    private let bans: [[Ban]]

    private struct Law {
        /// Nil: nature's.
        var requirement: Requirement?
        var parts: RowParts
    }

    private struct Ban {
        var requirement: Requirement
        var day: Int
        var duty: Int
    }

    /// `problem` has passed `validate()`.
    package init(_ problem: RotaProblem) {
        self.problem = problem
        dutyCount = problem.shiftTypes.count + 1
        let times = ShiftTimes(problem)
        let scopes = RuleScopes(problem)
        let fairness = FairShares(problem, scopes: scopes)
        compiler = RowCompiler(
            problem, times: times, scopes: scopes, minutes: CompiledProblem.minutes(of: problem, times: times),
            history: CompiledProblem.history(of: problem, scopes: scopes))
        var laws = problem.people.map { _ in [Law]() }
        for (number, rule) in problem.rules.enumerated() where rule.severity == .hard {
            var parts = problem.people.map { _ in RowParts() }
            compiler.add(rule, fairness, to: &parts)
            for (person, parts) in parts.enumerated() where !parts.isEmpty {
                laws[person].append(Law(requirement: .rule(number, person: person), parts: parts))
            }
        }
        if compiler.needsOverlap {
            for person in laws.indices { laws[person].append(Law(parts: RowParts(automata: [.overlap]))) }
        }
        self.laws = laws
        var bans = problem.people.map { _ in [Ban]() }
        _ = CellCosts(problem, times: times, scopes: scopes) { requirement, person, day, duty in
            bans[person].append(Ban(requirement: requirement, day: day, duty: duty))
        }
        self.bans = bans
    }

    /// All that is required of one person's row by itself, each once.
    package func requirements(of person: Int) -> [Requirement] {
        var seen: Set<Requirement> = []
        return (laws[person].compactMap(\.requirement) + bans[person].map(\.requirement)).filter {
            seen.insert($0).inserted
        }
    }

    /// The rows of a person that keep what `keeps` names, and perhaps some that do not, if telling them apart took more
    /// than `room` nodes a day.
    ///
    /// - Parameter goOn: asked now and then whether to go on.
    /// - Returns: nil if it was not to go on.
    package func diagram(
        of person: Int, room: Int, keeping keeps: (Requirement) -> Bool, goOn: () -> Bool
    ) -> RowDiagram? {
        var allowed = Array(repeating: true, count: problem.dayCount * dutyCount)
        for ban in bans[person] where keeps(ban.requirement) { allowed[ban.day * dutyCount + ban.duty] = false }
        var chosen = RowParts()
        for law in laws[person] where law.requirement.map(keeps) ?? true { chosen.append(law.parts) }
        var isWhole = true
        while goOn() {
            let builder = DiagramBuilder(
                chosen, person: person, problem: problem, compiler: compiler, allowed: allowed, room: room)
            switch builder.build(goOn: goOn) {
            case .built(let layers):
                return RowDiagram(
                    dayCount: problem.dayCount, dutyCount: dutyCount, layers: layers, isWhole: isWhole)
            case .stopped: return nil
            case .tooLarge:
                // Sums tell the most rows apart, then windows; without any of them the rest still holds.
                isWhole = false
                if !chosen.counters.isEmpty {
                    chosen.counters.removeLast()
                } else if !chosen.windows.isEmpty {
                    chosen.windows.removeLast()
                } else {
                    chosen.automata.removeLast()
                }
            }
        }
        return nil
    }
}

extension RowParts {
    var isEmpty: Bool { automata.isEmpty && counters.isEmpty && windows.isEmpty }

    mutating func append(_ other: RowParts) {
        automata += other.automata
        counters += other.counters
        windows += other.windows
    }
}
