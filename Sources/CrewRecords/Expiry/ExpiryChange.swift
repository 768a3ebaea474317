package import RotaModel

/// What has become of something that runs out. It makes an entry that supersedes the one before.
package enum ExpiryChange: Hashable, Sendable {
    /// A newer paper. Without a first day it follows on the one before; without a number it has the same.
    case renewal(Validity, number: String?)
    /// The dates were written down wrongly.
    case correction(Validity, number: String?)
    /// A supply was counted, and with it, maybe, how much goes from now on.
    case count(Stock, use: DailyUse?)
    /// Some of a supply comes, or is to come.
    case delivery(Stock)
    /// Nothing asks for it any more: it is kept as an entry that does not run out.
    case end
}

extension EntryContent {
    /// What it says after a change.
    ///
    /// - Throws: `RecordError`: it is of another kind, or the change does not go with what it says.
    package func changed(by change: ExpiryChange) throws(RecordError) -> EntryContent {
        switch (change, terms?.thing) {
        case (.renewal(let renewed, let number), .paper(let paper)):
            let next = renewed.from ?? valid.until.map { $0.advanced(by: 1) }
            guard let next else {
                throw RecordError(
                    .badExpiry, "The paper before has no last day, so a newer one needs a first day.")
            }
            // From the newer one's first day on the one before counts no more, however long it would have held.
            let eve = next.advanced(by: -1)
            let isBefore = valid.from.map { $0 <= eve } ?? true
            let held = Validity(from: valid.from, until: min(valid.until ?? eve, eve))
            let new = try Paper(
                issuer: paper.issuer, number: number ?? paper.number, earlier: paper.earlier + (isBefore ? [held] : []))
            return try with(.paper(new), Validity(from: next, until: renewed.until))
        case (.correction(let right, let number), .paper(let paper)):
            let new = try Paper(issuer: paper.issuer, number: number ?? paper.number, earlier: paper.earlier)
            return try with(.paper(new), right)
        case (.count(let stock, let use), .supply(let supply)):
            return try with(.supply(try supply.counted(stock, use: use)), valid)
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
