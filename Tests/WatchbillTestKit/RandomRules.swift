internal import RotaModel

/// Random rules of each kind, for a problem that has everything else.
enum RandomRules {
    static let kindCount = 22

    static func rule(
        _ number: Int, kind: Int, for problem: RotaProblem, _ random: inout SeededGenerator
    ) -> Rule {
        var rule = Rule(
            id: RuleID("rule\(number)"), self.kind(kind, problem, &random), appliesTo: appliesTo(problem, &random),
            severity: random.chance(percent: 30) ? .hard : .soft(Penalty(random.number(in: 1...50))),
            source: random.chance(percent: 20) ? "Ward contract" : nil)
        if rule.kind.isAboutWeekends, random.chance(percent: 40) {
            rule.weekend = random.pick([
                [.friday, .saturday, .sunday], [.saturday, .sunday, .monday], [.wednesday], [.monday, .tuesday],
                [.friday, .saturday, .sunday, .monday],
            ])
        }
        if rule.kind.isAboutRuns, random.chance(percent: 40) { rule.edges = .closed }
        return rule
    }

    private static func appliesTo(_ problem: RotaProblem, _ random: inout SeededGenerator) -> AppliesTo {
        switch random.below(5) {
        case 0, 1: .contracts(random.pickSome(problem.contracts.map(\.id)))
        case 2: .people(random.pickSome(problem.people.map(\.id)))
        default: .everyone
        }
    }

    private static func kind(_ kind: Int, _ problem: RotaProblem, _ random: inout SeededGenerator) -> Rule.Kind {
        let days = problem.dayCount
        return switch kind {
        case 0: .shiftsInARow(shiftSet(problem, &random), limits(1...3, &random))
        case 1: .daysOffInARow(limits(1...3, &random))
        case 2:
            .totalMinutes(timeLimits(from: days * 60, by: days * 120, &random))
        case 3: .shiftCount(shiftSet(problem, &random), limits(0...days / 2, &random))
        case 4:
            .minutesInWindow(days: random.number(in: 1...9), maximum: Minutes(random.number(in: 4...160) * 15))
        case 5: .rest(minimum: Minutes(random.number(in: 20...120) * 15))
        case 6:
            .forbiddenSequence(
                duties(1...3, problem, &random), startingOn: random.chance(percent: 40) ? weekdays(&random) : nil)
        case 7: .wishedSequence(after: duties(1...3, problem, &random), then: duties(1...3, problem, &random))
        case 8: .weekendsWorked(limits(0...2, &random))
        case 9: .completeWeekends
        case 10: .sameShiftInWeekend
        case 11: .noWork(on: weekdays(&random))
        case 12: .alternatingWork(on: weekdays(&random))
        // Nobody is together with or apart from themselves.
        case 13, 14: problem.people.count > 1 ? pair(kind, problem, &random) : .completeWeekends
        case 15: .qualifiedOnShift(random.pick(problem.qualifications).id, shiftSet(problem, &random))
        // Every second one shares unpopular shifts instead.
        case 16: .fairness(problem.rules.count % 2 == 0 ? .nights : .unpopular, tolerance: random.number(in: 0...2))
        case 17: .fairness(.weekends, tolerance: random.number(in: 0...2))
        case 18: .fairness(.holidays, tolerance: random.number(in: 0...2))
        case 19: .weekendsInARow(limits(1...3, &random))
        case 20: .qualificationNeeded(random.pick(problem.qualifications).id, shiftSet(problem, &random))
        default: .fairness(.requests, tolerance: random.number(in: 0...2))
        }
    }

    private static func limits(_ range: ClosedRange<Int>, _ random: inout SeededGenerator) -> Limits<Int> {
        let minimum = random.number(in: range)
        let maximum = minimum + random.number(in: 0...2)
        return switch random.below(3) {
        case 0: Limits(minimum: minimum)
        case 1: Limits(maximum: maximum)
        default: Limits(minimum: minimum, maximum: maximum)
        }
    }

    private static func timeLimits(
        from least: Int, by spread: Int, _ random: inout SeededGenerator
    ) -> Limits<Minutes> {
        let minimum = least + random.below(spread)
        let maximum = minimum + random.below(spread)
        return switch random.below(3) {
        case 0: Limits(minimum: Minutes(minimum))
        case 1: Limits(maximum: Minutes(maximum))
        default: Limits(minimum: Minutes(minimum), maximum: Minutes(maximum))
        }
    }

    private static func shiftSet(_ problem: RotaProblem, _ random: inout SeededGenerator) -> ShiftSet {
        switch random.below(4) {
        case 0: .nights
        case 1, 2: .types(random.pickSome(problem.shiftTypes.map(\.id)))
        default: .all
        }
    }

    private static func duties(
        _ length: ClosedRange<Int>, _ problem: RotaProblem, _ random: inout SeededGenerator
    ) -> [DutySet] {
        let types = problem.shiftTypes.map(\.id)
        return (0..<random.number(in: length)).map { _ in
            switch random.below(7) {
            case 0, 1: .off
            case 2: .work
            case 3: .any
            case 4, 5: .shifts(random.pickSome(types))
            default: .not(random.pickSome(types))
            }
        }
    }

    private static func weekdays(_ random: inout SeededGenerator) -> Set<Weekday> {
        Set(random.pickSome([.monday, .tuesday, .wednesday, .friday, .sunday]))
    }

    private static func pair(_ kind: Int, _ problem: RotaProblem, _ random: inout SeededGenerator) -> Rule.Kind {
        let first = random.below(problem.people.count)
        let second = (first + 1 + random.below(problem.people.count - 1)) % problem.people.count
        let ids = (problem.people[first].id, problem.people[second].id)
        return kind == 13 ? .together(ids.0, with: ids.1) : .apart(ids.0, ids.1)
    }
}
