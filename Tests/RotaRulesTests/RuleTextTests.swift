import RotaModel
import RotaRules
import Testing

@Suite("Sentences of rules")
struct RuleTextTests {
    @Test("Each kind says what it asks, of whom and how strictly")
    func kinds() throws {
        var problem = try Ward.problem(days: 7)
        problem.qualifications = [Qualification(id: "iv", name: "IV line")]
        problem.contracts = [Contract(id: "full", name: "Full time"), Contract(id: "half", name: "Half time")]
        let kinds: [(Rule.Kind, String)] = [
            (.shiftsInARow(.all, Limits(maximum: 5)), "At most 5 shifts in a row, for everyone (hard)"),
            (.shiftsInARow(.nights, Limits(minimum: 2, maximum: 4)), "2 to 4 nights in a row, for everyone (hard)"),
            (
                .shiftsInARow(.types(["E", "L"]), Limits(minimum: 1)),
                "At least 1 E or L shift in a row, for everyone (hard)"
            ),
            (.daysOffInARow(Limits(minimum: 2)), "At least 2 days off in a row, for everyone (hard)"),
            (.daysOffInARow(Limits(minimum: 1, maximum: 1)), "Exactly 1 day off in a row, for everyone (hard)"),
            (
                .totalMinutes(Limits(minimum: .hours(140), maximum: Minutes(9630))),
                "140 h to 160 h 30 min of work in all, for everyone (hard)"
            ),
            (.shiftCount(.types(["N"]), Limits(maximum: 6)), "At most 6 N shifts in all, for everyone (hard)"),
            (
                .minutesInWindow(days: 7, maximum: .hours(60)),
                "At most 60 h of work in any 7 days in a row, for everyone (hard)"
            ),
            (.minutesInWindow(days: 1, maximum: .hours(13)), "At most 13 h of work in any day, for everyone (hard)"),
            (.rest(minimum: .hours(11)), "At least 11 h of rest between shifts, for everyone (hard)"),
            (
                .forbiddenSequence([.shifts(["N"]), .any, .not(["N"])]),
                "No N, then anything, then anything but N, for everyone (hard)"
            ),
            (
                .wishedSequence(after: [.shifts(["N"]), .work], then: [.off]),
                "After N, then any shift: off, for everyone (hard)"
            ),
            (.weekendsWorked(Limits(maximum: 2)), "At most 2 weekends worked in all, for everyone (hard)"),
            (.completeWeekends, "Each weekend worked on all of its days or on none, for everyone (hard)"),
            (.sameShiftInWeekend, "The same shift type all through a weekend, for everyone (hard)"),
            (.noWork(on: [.sunday, .monday]), "No work on Mondays or Sundays, for everyone (hard)"),
            (.alternatingWork(on: [.sunday]), "No work on two Sundays in a row, for everyone (hard)"),
            (.together("ann", with: "bo"), "Whenever Ann works, Bo is on the same shift (hard)"),
            (.apart("ann", "bo"), "Ann and Bo never on the same shift (hard)"),
            (.qualifiedOnShift("iv", .nights), "At least one with IV line on each night that anybody works (hard)"),
            (
                .fairness(.nights, tolerance: 1),
                "Nights worked over the year to date within 1 of the fair share, for everyone (hard)"
            ),
            (
                .fairness(.requests, tolerance: 2),
                "Requests granted over the year to date at most 2 below the fair share, for everyone (hard)"
            ),
        ]
        let others: [(Rule, String)] = [
            (
                Rule(
                    id: "r", .weekendsInARow(Limits(maximum: 2)), weekend: [.friday, .saturday, .sunday], edges: .closed
                ),
                "At most 2 Friday to Sunday weekends worked in a row, also at the edges of what is known, for everyone"
                    + " (hard)"
            ),
            (
                Rule(id: "r", .forbiddenSequence([.shifts(["N"]), .off], startingOn: [.sunday, .friday])),
                "No N, then off from a Friday or Sunday on, for everyone (hard)"
            ),
            (Rule(id: "r", .qualificationNeeded("iv", .nights)), "IV line needed on each night, for everyone (hard)"),
        ]
        for (rule, sentence) in others { #expect(rule.sentence(in: problem) == sentence) }
        for (kind, sentence) in kinds { #expect(Rule(id: "r", kind).sentence(in: problem) == sentence) }
        let people = Rule(id: "r", .completeWeekends, appliesTo: .people(["bo", "ann"]), severity: .soft(Penalty(15)))
        #expect(
            people.sentence(in: problem)
                == "Each weekend worked on all of its days or on none, for Bo and Ann (weight 15)")
        let contracts = Rule(id: "r", .rest(minimum: .hours(11)), appliesTo: .contracts(["full", "half"]))
        #expect(
            contracts.sentence(in: problem)
                == "At least 11 h of rest between shifts, under Full time or Half time (hard)")
    }
}
