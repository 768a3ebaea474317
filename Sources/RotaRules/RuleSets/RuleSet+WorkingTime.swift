internal import RotaModel

extension RuleSet {
    /// Directive 2003/88/EC of the European Parliament and of the Council of 4 November 2003 concerning certain aspects
    /// of the organisation of working time.
    static let workingTime = RuleSet(
        id: "eu-working-time", name: "EU Working Time Directive", source: "Directive 2003/88/EC",
        approximations: [
            "Daily rest is asked for between shifts, and no shift may last more than 13 hours, so that each 24 hours"
                + " from the start of a shift have 11 hours of rest.",
            "Weekly rest is asked for as one date in seven without a shift; after a night the rest around it may be"
                + " shorter than 24 + 11 hours.",
            "The 48 hours are an average over 17 weeks in a row where the period and the known days before it are that"
                + " long; over shorter ones it is the average of what is known, which is stricter than four months.",
            "Leave and sickness are not taken out of the average, which is less strict than the Directive.",
            "Breaks within a shift (Article 4), annual leave (Article 7), the length of night work (Article 8) and"
                + " whoever has opted out (Article 22) are left to the planner.",
        ]
    ) { problem in
        let known = problem.dayCount + problem.historyDayCount
        let window = min(referenceDays, known)
        return [
            RuleDraft(
                name: "daily-rest", kind: .rest(minimum: .hours(11)),
                source: "Directive 2003/88/EC, Article 3: \"a minimum daily rest period of 11 consecutive hours per"
                    + " 24-hour period\""),
            RuleDraft(
                name: "longest-shift", kind: .minutesInWindow(days: 1, maximum: .hours(13)),
                source: "Directive 2003/88/EC, Article 3: 24 hours less 11 hours of daily rest"),
            RuleDraft(
                name: "weekly-rest", kind: .shiftsInARow(.all, Limits(maximum: 6)),
                source: "Directive 2003/88/EC, Article 5: \"per each seven-day period … a minimum uninterrupted rest"
                    + " period of 24 hours plus the 11 hours' daily rest\""),
            RuleDraft(
                name: "weekly-hours",
                kind: .minutesInWindow(days: window, maximum: Minutes(window * 48 * 60 / 7)),
                source: "Directive 2003/88/EC, Article 6(b): \"the average working time for each seven-day period,"
                    + " including overtime, does not exceed 48 hours\"; Article 16(b): over at most four months"),
        ]
    }

    /// The reference period of Article 16(b), at most four months, in whole weeks: 17.
    private static let referenceDays = 17 * 7
}
