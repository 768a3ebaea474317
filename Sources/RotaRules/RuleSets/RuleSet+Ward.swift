internal import RotaModel

extension RuleSet {
    /// A contract of ours, for wards that have none written down yet.
    static let wardContract = RuleSet(
        id: "ward", name: "Plain ward contract", source: "Plain ward contract",
        approximations: [
            "Hours are 40 a week for full time and in proportion for each contract's share. Under a contract that holds"
                + " for a part of the period only, the hours are those of the whole period, and no minimum is asked for."
        ]
    ) { problem in
        runs(problem) + weekends(problem) + hours(problem) + fairness(problem)
    }

    private static func nights(of problem: RotaProblem) -> [ShiftTypeID] {
        problem.shiftTypes.filter(\.isNight).map(\.id)
    }

    private static func runs(_ problem: RotaProblem) -> [RuleDraft] {
        var drafts = [
            RuleDraft(
                name: "shifts-in-a-row", kind: .shiftsInARow(.all, Limits(maximum: 5)),
                source: "Plain ward contract, 1: at most five shifts in a row"),
            RuleDraft(
                name: "days-off", kind: .daysOffInARow(Limits(minimum: 2)), severity: .soft(Penalty(20)),
                source: "Plain ward contract, 2: days off come in twos where that can be done"),
        ]
        let nights = nights(of: problem)
        guard !nights.isEmpty else { return drafts }
        drafts.append(
            RuleDraft(
                name: "nights-in-a-row", kind: .shiftsInARow(.nights, Limits(maximum: 4)),
                source: "Plain ward contract, 3: at most four nights in a row"))
        drafts.append(
            RuleDraft(
                name: "off-after-nights", kind: .wishedSequence(after: [.shifts(nights), .off], then: [.off]),
                source: "Plain ward contract, 4: two days off after the last of the nights"))
        if nights.count < problem.shiftTypes.count {
            let days = problem.shiftTypes.map(\.id).filter { !nights.contains($0) }
            drafts.append(
                RuleDraft(
                    name: "no-day-after-night", kind: .forbiddenSequence([.shifts(nights), .shifts(days)]),
                    source: "Plain ward contract, 5: no other shift on the date after a night"))
        }
        return drafts
    }

    private static func weekends(_ problem: RotaProblem) -> [RuleDraft] {
        // Half of the weekends that begin within the period, rounded up.
        let first = problem.unit.weekend.first
        let count = problem.days.count { problem.date(of: $0).weekday == first }
        return [
            RuleDraft(
                name: "weekends", kind: .weekendsWorked(Limits(maximum: (count + 1) / 2)), severity: .soft(Penalty(30)),
                source: "Plain ward contract, 6: every second weekend is free"),
            RuleDraft(
                name: "whole-weekends", kind: .completeWeekends, severity: .soft(Penalty(15)),
                source: "Plain ward contract, 7: a weekend is worked or free as a whole"),
        ]
    }

    /// Ten per cent above the contract's hours at most, and below them at least, per contract.
    private static func hours(_ problem: RotaProblem) -> [RuleDraft] {
        problem.contracts.enumerated().map { position, contract in
            let minutes = problem.dayCount * 40 * 60 * contract.share / 700
            let holdsThroughout = problem.people.allSatisfy { person in
                person.contracts.allSatisfy { held in
                    held.id != contract.id
                        || held.valid.contains(problem.start) && held.valid.contains(problem.end)
                }
            }
            let limits = Limits(
                minimum: holdsThroughout ? Minutes(minutes * 9 / 10) : nil, maximum: Minutes(minutes * 11 / 10))
            return RuleDraft(
                name: "hours-\(position + 1)", kind: .totalMinutes(limits), appliesTo: .contracts([contract.id]),
                severity: .soft(Penalty(5)),
                source: "Plain ward contract, 8: 40 hours a week for full time, give or take ten per cent")
        }
    }

    private static func fairness(_ problem: RotaProblem) -> [RuleDraft] {
        var measures: [FairnessMeasure] = [.weekends]
        if !nights(of: problem).isEmpty { measures.insert(.nights, at: 0) }
        if !problem.holidays.isEmpty { measures.append(.holidays) }
        return measures.map { measure in
            RuleDraft(
                name: "fair-\(measure.rawValue)", kind: .fairness(measure, tolerance: 1), severity: .soft(Penalty(10)),
                source: "Plain ward contract, 9: \(measure.rawValue) are shared fairly over the year")
        }
    }
}
