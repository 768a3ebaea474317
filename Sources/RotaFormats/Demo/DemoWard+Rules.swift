internal import RotaModel

extension DemoWard {
    /// They take no nights, by agreement, and so no part in sharing them out.
    static let withoutNights: [PersonID] = ["lindqvist", "byrne", "holm"]

    static var rules: [Rule] { restRules + sequenceRules + hourRules + weekendRules + personalRules + fairnessRules }

    private static let restRules = [
        Rule(
            id: "rest", .rest(minimum: .hours(11)), source: "EU Working Time Directive 2003/88/EC, Article 3"),
        Rule(
            id: "seven-days", .minutesInWindow(days: 7, maximum: .hours(48)),
            source: "EU Working Time Directive 2003/88/EC, Article 6, without its averaging"),
        Rule(id: "days-in-a-row", .shiftsInARow(.all, Limits(maximum: 5)), source: "Ward agreement"),
        Rule(id: "nights-in-a-row", .shiftsInARow(.nights, Limits(maximum: 4)), source: "Ward agreement"),
        Rule(
            id: "two-off-after-nights", .wishedSequence(after: [.shifts(["N"]), .off], then: [.off]),
            source: "Ward agreement"),
    ]

    private static let sequenceRules = [
        soft(4, "single-shift", .shiftsInARow(.all, Limits(minimum: 2))),
        soft(20, "single-night", .shiftsInARow(.nights, Limits(minimum: 2))),
        soft(4, "single-day-off", .daysOffInARow(Limits(minimum: 2))),
        soft(3, "lates-in-a-row", .shiftsInARow(.types(["L"]), Limits(maximum: 3))),
        soft(6, "early-then-night", .forbiddenSequence([.shifts(["E", "D"]), .shifts(["N"])])),
        soft(4, "short-change", .forbiddenSequence([.shifts(["L"]), .shifts(["D"])])),
    ]

    /// Hours over the five weeks: what must not be passed, and what is aimed at.
    private static let hourRules: [Rule] = [
        ("full", 172...196, 180...190), ("c80", 136...158, 144...152), ("c75", 127...149, 135...143),
        ("c50", 82...102, 88...96), ("night", 120...150, 129...140), ("joining", 78...98, 84...92),
    ].flatMap { (contract: ContractID, legal: ClosedRange<Int>, wanted: ClosedRange<Int>) in
        [
            Rule(id: RuleID("hours-\(contract)"), .totalMinutes(hours(legal)), appliesTo: .contracts([contract])),
            soft(2, RuleID("hours-\(contract)-wanted"), .totalMinutes(hours(wanted)), .contracts([contract])),
        ]
    }

    private static let weekendRules = [
        Rule(id: "weekends", .weekendsWorked(Limits(maximum: 3)), source: "Ward agreement"),
        soft(12, "weekends-wanted", .weekendsWorked(Limits(maximum: 2))),
        soft(15, "whole-weekends", .completeWeekends),
        soft(3, "same-in-weekend", .sameShiftInWeekend),
        soft(8, "every-other-saturday", .alternatingWork(on: [.saturday]), .contracts(["c50"])),
    ]

    private static let personalRules = [
        Rule(
            id: "nights-only", .shiftCount(.types(["E", "D", "L"]), Limits(maximum: 0)),
            appliesTo: .contracts(["night"])),
        Rule(id: "no-nights", .shiftCount(.nights, Limits(maximum: 0)), appliesTo: .people(withoutNights)),
        Rule(id: "few-nights", .shiftCount(.nights, Limits(maximum: 3)), appliesTo: .contracts(["c50"])),
        Rule(
            id: "most-nights", .shiftCount(.nights, Limits(maximum: 7)),
            appliesTo: .contracts(["full", "c80", "c75", "joining"])),
        Rule(id: "sister-weekends", .weekendsWorked(Limits(maximum: 1)), appliesTo: .people(["lindqvist"])),
        Rule(id: "novak-wednesdays", .noWork(on: [.wednesday]), appliesTo: .people(["novak"])),
        Rule(id: "children-at-home", .apart("abdi", "rostami")),
        soft(12, "mentor", .together("dahl", with: "virtanen")),
        Rule(id: "nurse-on-shift", .qualifiedOnShift("nurse", .all), source: "Ward agreement"),
        soft(15, "infusion-by-day", .qualifiedOnShift("infusion", .types(["E", "L"]))),
    ]

    /// Shared out over the year to date among those who take their part in it.
    private static var fairnessRules: [Rule] {
        let sharingNights = Member.all.filter { $0.contract != "night" && !withoutNights.contains($0.person.id) }
        let sharingLates = Member.all.filter { $0.contract != "night" && $0.person.id != "lindqvist" }
        let sharingWeekends = Member.all.filter { $0.person.id != "lindqvist" }
        return [
            soft(5, "fair-nights", .fairness(.nights, tolerance: 1), .people(sharingNights.map(\.person.id))),
            soft(8, "fair-weekends", .fairness(.weekends, tolerance: 1), .people(sharingWeekends.map(\.person.id))),
            soft(2, "fair-lates", .fairness(.unpopular, tolerance: 1), .people(sharingLates.map(\.person.id))),
            soft(10, "fair-holidays", .fairness(.holidays, tolerance: 1), .people(sharingWeekends.map(\.person.id))),
            soft(5, "fair-requests", .fairness(.requests, tolerance: 1)),
        ]
    }

    private static func soft(
        _ weight: Int, _ id: RuleID, _ kind: Rule.Kind, _ appliesTo: AppliesTo = .everyone
    ) -> Rule {
        Rule(id: id, kind, appliesTo: appliesTo, severity: .soft(Penalty(weight)), source: "Ward agreement")
    }

    private static func hours(_ range: ClosedRange<Int>) -> Limits<Minutes> {
        Limits(minimum: .hours(range.lowerBound), maximum: .hours(range.upperBound))
    }
}
