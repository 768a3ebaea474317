internal import RotaModel

/// Demand, and shifts that need somebody of a qualification, as costs of counts.
package struct CompiledCover: Sendable {
    /// Lines of demand, and where in `tables` the cost of a count of 0 stands.
    package let lineCount: Int
    package let lineTable: [Int]
    /// Costs of counts 0 ... people, one table after the other; equal ones once.
    package let tables: [Cost]
    /// Line x duties + duty: whether a person on that duty counts.
    package let lineCovers: [Bool]
    /// Person x days + day: people of the same group count for the same lines on that day.
    package let groupOf: [Int32]
    package let groupCount: Int
    /// Group x duties + duty: where its lines begin in `lines`; one more at the end.
    package let lineStart: [Int32]
    package let lines: [Int32]
    /// Shifts that need somebody of a qualification; none for most problems.
    package let needs: [Need]
    /// Day x duties + duty: the needs of that shift.
    package let needsAt: [[Int]]

    /// A shift on which, if anybody works it, somebody of some people shall.
    package struct Need: Sendable {
        package var day: Int
        package var duty: Int
        package var price: Cost
        /// By person.
        package var holds: [Bool]

        /// What it costs with so many people on the shift, so many of them holding the qualification.
        @inlinable @inline(__always)
        package func cost(people: Int, holding: Int) -> Cost { people > 0 && holding == 0 ? price : .zero }
    }

    init(_ problem: RotaProblem, scopes: RuleScopes) {
        let dutyCount = problem.shiftTypes.count + 1
        let people = problem.people
        var tables: [Cost] = []
        var tableOf: [[Cost]: Int] = [:]
        var lineTable: [Int] = []
        var lineCovers: [Bool] = []
        var linesOnDay = Array(repeating: [Int](), count: problem.dayCount)
        for (number, demand) in problem.demand.enumerated() {
            let table = (0...people.count).map { demand.cost(of: $0) }
            if let known = tableOf[table] {
                lineTable.append(known)
            } else {
                tableOf[table] = tables.count
                lineTable.append(tables.count)
                tables += table
            }
            lineCovers += scopes.members(of: DutySet.shifts(demand.shiftTypes))
            if let day = problem.day(of: demand.date) { linesOnDay[day.value].append(number) }
        }

        var groupOf = Array(repeating: Int32(0), count: people.count * problem.dayCount)
        var lineStart: [Int32] = []
        var lines: [Int32] = []
        var groupCount = 0
        for day in 0..<problem.dayCount {
            let date = problem.date(of: DayIndex(day))
            var groups: [[Int]: Int32] = [:]
            for (position, person) in people.enumerated() {
                let fitting = linesOnDay[day].filter { line in
                    problem.demand[line].qualification.map { person.holds($0, on: date) } ?? true
                }
                if groups[fitting] == nil {
                    groups[fitting] = Int32(groupCount)
                    groupCount += 1
                    for duty in 0..<dutyCount {
                        lineStart.append(Int32(lines.count))
                        lines += fitting.filter { lineCovers[$0 * dutyCount + duty] }.map { Int32($0) }
                    }
                }
                groupOf[position * problem.dayCount + day] = groups[fitting] ?? 0
            }
        }
        lineStart.append(Int32(lines.count))

        var needs: [Need] = []
        var needsAt = Array(repeating: [Int](), count: problem.dayCount * dutyCount)
        for rule in problem.rules {
            guard case .qualifiedOnShift(let qualification, let set) = rule.kind else { continue }
            let members = scopes.members(of: set)
            for day in 0..<problem.dayCount {
                let date = problem.date(of: DayIndex(day))
                let holds = people.map { $0.holds(qualification, on: date) }
                for duty in 0..<dutyCount where members[duty] {
                    needsAt[day * dutyCount + duty].append(needs.count)
                    needs.append(Need(day: day, duty: duty, price: rule.severity.price, holds: holds))
                }
            }
        }

        lineCount = problem.demand.count
        self.lineTable = lineTable
        self.tables = tables
        self.lineCovers = lineCovers
        self.groupOf = groupOf
        self.groupCount = groupCount
        self.lineStart = lineStart
        self.lines = lines
        self.needs = needs
        self.needsAt = needsAt
    }
}

extension Demand {
    /// What so many people on it cost.
    func cost(of count: Int) -> Cost {
        var cost = Cost.zero
        func add(_ price: Cost, times amount: Int) {
            guard amount > 0 else { return }
            cost += Cost(hard: price.hard * amount, soft: price.soft * amount)
        }
        add(belowMinimum.price, times: minimum - count)
        if let wanted {
            add(Cost(hard: 0, soft: belowWanted.value), times: wanted - count)
            add(Cost(hard: 0, soft: aboveWanted.value), times: count - wanted)
        }
        if let maximum { add(aboveMaximum.price, times: count - maximum) }
        return cost
    }
}

/// Two people who shall, or shall not, be on the same shift.
package struct CompiledPair: Sendable {
    package var first: Int
    package var second: Int
    package var isTogether: Bool
    package var price: Cost

    /// What the two duties on one day cost.
    @inlinable @inline(__always)
    package func cost(first: UInt8, second: UInt8) -> Cost {
        guard first != 0 else { return .zero }
        return (first == second) != isTogether ? price : .zero
    }

    static func all(in problem: RotaProblem, scopes: RuleScopes) -> [CompiledPair] {
        problem.rules.compactMap { rule in
            let (one, other, isTogether): (PersonID, PersonID, Bool)
            switch rule.kind {
            case .together(let first, let second): (one, other, isTogether) = (first, second, true)
            case .apart(let first, let second): (one, other, isTogether) = (first, second, false)
            default: return nil
            }
            guard let first = scopes.person[one], let second = scopes.person[other] else { return nil }
            return CompiledPair(first: first, second: second, isTogether: isTogether, price: rule.severity.price)
        }
    }
}
