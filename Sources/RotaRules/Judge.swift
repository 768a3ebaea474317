package import RotaModel

/// The only definition of a rota's penalty: checks every rule directly, one by one, and shares nothing with what
/// searches.
///
/// A person's rules are judged by that person's row alone, and all else by one day alone; `explain` rests on that.
package struct Judge: Sendable {
    package let problem: RotaProblem
    let facts: Facts
    private let demand: DemandCheck
    /// In the problem's order.
    let rules: [RuleCheck]
    /// In the problem's order.
    let requests: [RequestCheck?]
    private let absences: [AbsenceCheck?]
    private let pins: [PinCheck?]

    /// `problem` has passed `validate()`.
    package init(_ problem: RotaProblem) {
        self.problem = problem
        let facts = Facts(problem)
        self.facts = facts
        demand = DemandCheck(facts)
        rules = problem.rules.map { RuleCheck($0, facts) }
        requests = problem.requests.map { RequestCheck($0, facts) }
        absences = problem.absences.map { AbsenceCheck($0, facts) }
        pins = problem.pins.map { PinCheck($0, facts) }
    }

    /// Every violation and missed wish of `rota`, which has the problem's dimensions and shift types.
    ///
    /// - Complexity: linear in the cells, for each rule.
    package func assess(_ rota: Rota) -> Assessment {
        Assessment(findings: findings(in: rota, of: nil))
    }

    /// A cell that findings may depend on.
    struct Cell {
        let person: PersonIndex
        let day: Int
    }

    /// All findings in their order; with a cell, those that may depend on it: of its person's row and of its day.
    func findings(in rota: Rota, of cell: Cell?) -> [Finding] {
        precondition(
            rota.peopleCount == problem.people.count && rota.dayCount == problem.dayCount,
            "The rota has other dimensions than the problem it is judged by.")
        let people = cell.map { $0.person..<$0.person.advanced(by: 1) } ?? problem.personIndices
        let rows = people.map { facts.row(of: $0, in: rota) }
        let first = people.lowerBound.value
        func row(of person: PersonIndex) -> Row? { people.contains(person) ? rows[person.value - first] : nil }

        var found = demand.findings(in: rota, on: cell?.day, facts)
        for (index, check) in rules.enumerated() {
            let severity = problem.rules[index].severity
            switch check {
            case .rows(let check, let scopes):
                for scope in scopes {
                    guard let row = row(of: scope.person) else { continue }
                    for stretch in scope.stretches {
                        found += check.breaches(of: row, on: stretch, facts).map {
                            Finding($0, origin: .rule(index), person: scope.person, severity)
                        }
                    }
                }
            case .days(let check):
                for day in cell.map({ $0.day..<$0.day + 1 }) ?? 0..<facts.dayCount {
                    found += check.breaches(in: rota, on: day, facts).map {
                        Finding($0, origin: .rule(index), person: check.person, severity)
                    }
                }
            }
        }
        for (index, check) in requests.enumerated() {
            guard let check, let breach = row(of: check.person).flatMap({ check.breach(in: $0, facts) }) else {
                continue
            }
            found.append(
                Finding(breach, origin: .request(index), person: check.person, .soft(check.weight)))
        }
        for (index, check) in absences.enumerated() {
            guard let check, let row = row(of: check.person) else { continue }
            found += check.breaches(in: row, facts).map {
                Finding($0, origin: .absence(index), person: check.person, .hard)
            }
        }
        for (index, check) in pins.enumerated() {
            guard let check, let breach = row(of: check.person).flatMap({ check.breach(in: $0, facts) }) else {
                continue
            }
            found.append(Finding(breach, origin: .pin(index), person: check.person, .hard))
        }
        let cellChecks: [(any RowCheck, Finding.Origin)] = [
            (EligibilityCheck(), .eligibility), (EmploymentCheck(), .employment), (OverlapCheck(), .overlap),
        ]
        for (check, origin) in cellChecks {
            for row in rows {
                found += check.breaches(of: row, on: facts.period, facts).map {
                    Finding($0, origin: origin, person: row.person, .hard)
                }
            }
        }
        return found
    }

    // MARK: What explanations and totals look up

    /// How many people each demand line has, in the problem's order.
    package func coverage(_ rota: Rota) -> [Int] { demand.counts(in: rota, facts) }

    /// How many people one demand line has.
    func coverage(of line: Int, in rota: Rota) -> Int { demand.count(of: line, in: rota, facts) }

    /// The demand lines of a day that count the person on that shift, by position.
    func demandLines(on day: Int, counting person: PersonIndex, on shift: ShiftIndex) -> [Int] {
        demand.lines(on: day, counting: person, on: shift, facts)
    }

    func isPinned(_ cell: Cell) -> Bool {
        pins.contains { $0?.person == cell.person && $0?.day == cell.day }
    }
}
