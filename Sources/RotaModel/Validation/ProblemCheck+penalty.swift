/// What the worst rota of the problem may cost.
extension ProblemCheck {
    /// Reports a problem whose penalties could add up to more than stays exact. Called for what is valid otherwise.
    mutating func checkPenalty() {
        let total = worstDemand.adding(worstRequests).adding(worstRules)
        let limit = ProblemLimits.totalPenalty
        if total > limit {
            report(
                "", "The penalties of a rota could add up to more than \(limit); smaller weights or limits are needed.")
        }
    }

    private var worstDemand: Int {
        problem.demand.reduce(0) { sum, line in
            func weight(_ severity: Severity) -> Int {
                if case .soft(let weight) = severity { weight.value } else { 0 }
            }
            let people = problem.people.count
            return sum.adding(weight(line.belowMinimum).times(line.minimum))
                .adding(line.belowWanted.value.times(line.wanted ?? 0))
                .adding(line.aboveWanted.value.times(people)).adding(weight(line.aboveMaximum).times(people))
        }
    }

    private var worstRequests: Int { problem.requests.reduce(0) { $0.adding($1.weight.value) } }

    private var worstRules: Int {
        problem.rules.reduce(0) { sum, rule in
            guard case .soft(let weight) = rule.severity else { return sum }
            return sum.adding(weight.value.times(worstAmount(of: rule.kind)))
        }
    }

    /// No rota breaks a rule of the kind by more.
    private func worstAmount(of kind: Rule.Kind) -> Int {
        let people = problem.people.count
        let days = problem.dayCount + problem.historyDayCount
        // A shift lasts 24 hours on the clock and up to 27 on its longest day; with absences' credit twice that and more.
        let hours = days.times(27).adding(problem.absences.count.times(24).times(days))
        return switch kind {
        case .shiftsInARow(_, let limits), .daysOffInARow(let limits), .shiftCount(_, let limits),
            .weekendsWorked(let limits), .weekendsInARow(let limits):
            people.times(days).times((limits.minimum ?? 0).adding(1))
        case .totalMinutes(let limits): people.times(hours.adding(limits.minimum?.hoursBegun ?? 0))
        case .minutesInWindow(let window, _): people.times(days).times(window).times(27)
        case .rest(let minimum): people.times(days).times(minimum.hoursBegun.adding(27))
        case .forbiddenSequence, .wishedSequence, .completeWeekends, .sameShiftInWeekend, .noWork, .alternatingWork,
            .qualificationNeeded:
            people.times(days)
        case .together, .apart: days
        case .qualifiedOnShift: days.times(problem.shiftTypes.count)
        case .fairness:
            // Nobody is further from the fair share than all there is to share out.
            people.times(
                problem.ledger.reduce(days.times(people).adding(problem.requests.count)) { sum, entry in
                    sum.adding(max(entry.nights, entry.weekends, entry.holidays, entry.unpopular, entry.requestsMade))
                }.adding(problem.demand.reduce(0) { $0.adding(max($1.minimum, $1.wanted ?? 0)) }))
        }
    }
}

/// Sums and products of numbers of 0 and above that stop at the largest.
extension Int {
    fileprivate func adding(_ other: Int) -> Int {
        let (sum, overflows) = addingReportingOverflow(other)
        return overflows ? .max : sum
    }

    fileprivate func times(_ other: Int) -> Int {
        let (product, overflows) = multipliedReportingOverflow(by: other)
        return overflows ? .max : product
    }
}
