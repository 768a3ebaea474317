extension Language {
    /// What runs out.
    static let englishExpiryPhrases: [Phrase: String] = [
        .expiry: "What runs out",
        .expiryOwn: "What runs out for you",
        .expiryOf: "What runs out for {name}",
        .expiryIn: "What runs out in {unit}",
        .expiryOwnIntro:
            "Papers, medicals and supplies, each with its last day. You are reminded 60, 30, 14 and 7 days before, on the day "
            + "before, and when it has run out. If a paper is renewed, or a count is not right, tell whoever keeps it, with a scan.",
        .expiryIntro:
            "Papers, medicals and supplies, each with its last day. The person and whoever keeps them are reminded 60, 30, 14 "
            + "and 7 days before, on the day before, and when it has run out.",
        .expiryInIntro:
            "What ends {days}, with the units below. The last day of a supply is the earliest that it may be.",
        .expiryNone: "Nothing that you may read runs out here.",
        .expiryLastDays: "Last days",
        .expirySealed:
            "There are sealed entries, too. Whether they run out shows when they are opened, which is logged.",
        .expiryOpen: "Open what runs out",
        .expiryEndless: "no last day in sight",
        .expiryUntil: "until {date}",
        .expiryAbout: "until about {date}",
        .expiryBetween: "between {first} and {last}",
        .expiryNotBefore: "not before {first}",
        .expiryToday: "today is the last day",
        .expiryTomorrow: "tomorrow is the last day",
        .expiryInDays: "in {days} days",
        .expiryYesterday: "ran out yesterday",
        .expiryAgo: "ran out {days} days ago",
        .expiryDuty: "needed for any duty",
        .expiryFor: "needed for {qualification}",
        .expiryIssued: "issued by {issuer}",
        .expiryNumbered: "no. {number}",
        .expiryThere: "{amount} {measure} on {date}",
        .expiryUse: "{amount} {measure} a day",
        .expiryUseRange: "{amount} {measure} a day, {least} to {most}",
        .expiryUseCounted: "{amount} {measure} a day, told from {count} counts",
        .expiryToCome: "{amount} {measure} to come on {date}",
        .expiryRenew: "Renew",
        .expiryCount: "Count",
        .expiryTell: "Tell the keeper",
        .expiryAddPaper: "Add a paper",
        .expiryAddSupply: "Add a supply",
        .expiryNewPaper: "A paper of {name}",
        .expiryNewSupply: "A supply of {name}",
        .expiryPaper: "The paper",
        .expirySupply: "The supply",
        .expiryPaperIntro:
            "A certificate, a medical, a licence. With the category health it is sealed: planners see that the person is not "
            + "eligible from the day after its last, and nothing else.",
        .expirySupplyIntro:
            "Something of which some goes each day. With the category health it is sealed: planners see that the person is not "
            + "eligible from the day after its last, and nothing else.",
        .expiryDates: "When it holds",
        .expiryRenewHint:
            "What it says now is in the fields. Of a newer paper put in its last day; if the first is left as it is, or empty, it is "
            + "the one after the last paper's end.",
        .expiryNoNewLastDay:
            "The last day of the newer paper is missing, or is that of the one before. If it only was written down "
            + "wrongly, choose that.",
        .expiryNoLastDay:
            "Its last day is missing: without it, it would hold for ever. Put it in, or end what is not needed any more.",
        .expiryIssuer: "Issued by",
        .expiryNumber: "Number",
        .expiryNeed: "Needed for",
        .expiryNeedNothing: "nothing: only remind",
        .expiryNeedDuty: "any duty",
        .expiryNeedFor: "the qualification {qualification}",
        .expiryStock: "What there is and what goes",
        .expiryOn: "On",
        .expiryQuantity: "How much",
        .expiryMeasure: "Counted in",
        .expiryUseUsual: "Goes in a usual day",
        .expiryUseLeast: "At least",
        .expiryUseMost: "At most",
        .expiryUseHint:
            "Count in the morning, before the day's use. What goes in a day need not be said where there are three counts: then "
            + "it is told from them. Amounts have up to three decimals.",
        .expiryNoAmount: "“{value}” is no amount; one such as 12 or 12.5 is expected.",
        .expiryWhat: "What has happened",
        .expiryRenewed: "There is a newer paper",
        .expiryCorrected: "It was written down wrongly",
        .expiryCounted: "It was counted",
        .expiryDelivered: "Some has come, or is to come",
        .expiryEnded: "It is not needed any more",
        .expiryKeep: "Keep",
        .expiryFrom: "From",
        .expiryTable: "Take as a table (CSV)",
        .expiryNotEligibleTitle: "Not eligible for duty",
        .expiryNotEligible: "{name}: not eligible {days}",
        .expiryNotEligibleFrom: "{name}: not eligible from {date}",
        .expiryAllEligible: "Everybody is eligible.",
        .noticeExpiry: "{title} runs out: {date} is the last day, in {days} days.",
        .noticeExpiryTomorrow: "{title} runs out: tomorrow, {date}, is the last day.",
        .noticeExpiryToday: "{title} runs out: today, {date}, is the last day.",
        .noticeExpiryGone: "{title} has run out: {date} was the last day.",
        .noticeExpiryMay: "{title} may run out from {date} on. Count what is left.",
        .noticeExpirySealed: "Something sealed in your file runs out soon, or has.",
        .noticeExpirySealedOf: "Something sealed in the file of {name} runs out soon, or has.",
    ]
}
