package import RotaModel

/// What one person's row of a rota comes to over the period.
package struct PersonTotals: Hashable, Sendable {
    /// Elapsed working time of the shifts that start in the period.
    package var worked: Minutes
    /// Working time credited for absences on dates of the period.
    package var credited: Minutes
    /// Night shifts.
    package var nights: Int
    /// Weekends with any work.
    package var weekends: Int
    /// Shifts by shift type, in the problem's order.
    package var shifts: [Int]
    /// How far the rule on total minutes that is missed by most is missed: negative below its minimum, positive above
    /// its maximum, 0 where all are kept. Nil: no such rule applies.
    package var balance: Minutes?

    package init(
        worked: Minutes, credited: Minutes, nights: Int, weekends: Int, shifts: [Int], balance: Minutes?
    ) {
        self.worked = worked
        self.credited = credited
        self.nights = nights
        self.weekends = weekends
        self.shifts = shifts
        self.balance = balance
    }
}

extension Judge {
    /// What each person's row comes to, in the problem's order.
    package func totals(_ rota: Rota) -> [PersonTotals] {
        let balances = balances(rota)
        let days = 0...problem.dayCount - 1
        return problem.personIndices.map { person in
            let row = facts.row(of: person, in: rota)
            var shifts = Array(repeating: 0, count: problem.shiftTypes.count)
            for day in days {
                if let shift = row[day].shift { shifts[shift.value] += 1 }
            }
            return PersonTotals(
                worked: Minutes(days.reduce(0) { $0 + facts.minutes(of: row[$1], on: $1) }),
                credited: facts.credited(to: person, on: facts.period),
                nights: problem.shiftIndices.reduce(0) { $0 + (problem[$1].isNight ? shifts[$1.value] : 0) },
                weekends: facts.weekends.worked(row, days), shifts: shifts, balance: balances[person.value])
        }
    }

    private func balances(_ rota: Rota) -> [Minutes?] {
        var balances: [Minutes?] = problem.people.map { _ in nil }
        for case .rows(let check as TotalMinutesCheck, let scopes) in rules {
            for scope in scopes {
                let row = facts.row(of: scope.person, in: rota)
                let balance = scope.stretches.reduce(Minutes.zero) { $0 + check.balance(of: row, on: $1, facts) }
                if let other = balances[scope.person.value], abs(other.value) >= abs(balance.value) { continue }
                balances[scope.person.value] = balance
            }
        }
        return balances
    }
}
