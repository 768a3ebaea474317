internal import RotaModel

extension RuleSet {
    /// Hours of rest at sea: the Maritime Labour Convention, 2006, Standard A2.3, and the STCW Code, Section A-VIII/1.
    static let hoursOfRest = RuleSet(
        id: "hours-of-rest", name: "Hours of rest at sea (MLC, STCW)",
        source: "MLC, 2006, Standard A2.3; STCW Code, Section A-VIII/1",
        approximations: [
            "A person has one shift on a date, so the 10 hours of rest are asked for in one piece; the Convention lets"
                + " them be two, of which one lasts at least 6 hours.",
            "The seven days are dates: a shift counts with its date for all of its length.",
            "Musters, drills, emergencies and the exceptions that a flag state allows are left to the planner.",
        ]
    ) { _ in
        let standard = "MLC, 2006, Standard A2.3, paragraph 5(b)"
        let code = "STCW Code, Section A-VIII/1, paragraph 2"
        return [
            RuleDraft(
                name: "daily-rest", kind: .rest(minimum: .hours(10)),
                source: "\(standard)(i): minimum hours of rest \"ten hours in any 24-hour period\"; \(code)"),
            RuleDraft(
                name: "longest-shift", kind: .minutesInWindow(days: 1, maximum: .hours(14)),
                source: "\(standard)(i): 24 hours less ten hours of rest; paragraph 5(a)(i): \"14 hours in any 24-hour"
                    + " period\"; \(code)"),
            RuleDraft(
                name: "weekly-rest", kind: .minutesInWindow(days: 7, maximum: .hours(7 * 24 - 77)),
                source: "\(standard)(ii): \"77 hours in any seven-day period\", so at most 91 hours of work; \(code)"),
        ]
    }
}
