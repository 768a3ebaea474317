package import RotaModel

/// What has become of something that runs out. It makes an entry that supersedes the one before.
package enum ExpiryChange: Hashable, Sendable {
    /// A newer paper. Without a first day it follows on the one before; of issuer and number what is not said is the same.
    case renewal(Validity, issuer: String? = nil, number: String? = nil)
    /// It was written down wrongly. What is not said is as it was.
    case correction(
        from: FirstDay = .asBefore, until: CalendarDate? = nil, issuer: String? = nil, number: String? = nil)
    /// A supply was counted, and with it, maybe, how much goes from now on.
    case count(Stock, use: DailyUse?)
    /// Some of a supply comes, or is to come.
    case delivery(Stock)
    /// Nothing asks for it any more: it is kept as an entry that does not run out.
    case end

    /// The first day of a paper whose dates were written down wrongly.
    package enum FirstDay: Hashable, Sendable {
        case asBefore
        /// It has none.
        case open
        case on(CalendarDate)
    }
}

extension EntryContent {
    /// What it says after a change.
    ///
    /// - Parameter today: by the clock of the person's unit.
    /// - Throws: `RecordError`: it is of another kind, or the change does not go with what it says.
    package func changed(by change: ExpiryChange, on today: CalendarDate) throws(RecordError) -> EntryContent {
        switch (change, terms?.thing) {
        case (.renewal(let renewed, let issuer, let number), .paper(let paper)):
            let next = renewed.from ?? valid.until.map { $0.advanced(by: 1) }
            guard let next else {
                throw RecordError(
                    .badExpiry, "The paper before has no last day, so a newer one needs a first day.")
            }
            // With all its days, also those on which the newer one holds: that one's first day may be put right later.
            let new = try Paper(
                issuer: issuer ?? paper.issuer, number: number ?? paper.number, earlier: paper.earlier + [valid])
            return try with(.paper(new), Validity(from: next, until: renewed.until))
        case (.correction(let first, let until, let issuer, let number), .paper(let paper)):
            let new = try Paper(
                issuer: issuer ?? paper.issuer, number: number ?? paper.number, earlier: paper.earlier)
            let from: CalendarDate? =
                switch first {
                case .asBefore: valid.from
                case .open: nil
                case .on(let date): date
                }
            return try with(.paper(new), Validity(from: from, until: until ?? valid.until))
        case (.count(let stock, let use), .supply(let supply)):
            return try with(.supply(try supply.counted(stock, use: use, on: today)), valid)
        case (.delivery(let stock), .supply(let supply)):
            return try with(.supply(try supply.delivered(stock)), valid)
        case (.end, .some):
            return try EntryContent(title: title, body: body, valid: valid)
        default:
            throw RecordError(
                .badExpiry, "Papers are renewed; supplies are counted and delivered. This entry is of another kind.")
        }
    }

    private func with(_ thing: ExpiryTerms.Thing, _ valid: Validity) throws(RecordError) -> EntryContent {
        try EntryContent(
            title: title, body: body, valid: valid,
            terms: ExpiryTerms(thing, neededFor: terms?.need ?? .nothing))
    }
}
