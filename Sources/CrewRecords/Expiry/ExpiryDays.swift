package import RotaModel

/// What of something that runs out is used without anybody reading it: its days, and what it is needed for.
package struct ExpiryDays: Hashable, Sendable {
    package let need: ExpiryTerms.Need
    /// When it holds, and those that it renews have held.
    package let cover: [Validity]
    package let last: LastDay
}

extension EntryContent {
    /// Nil of what does not run out.
    package var expiryDays: ExpiryDays? {
        guard let terms else { return nil }
        switch terms.thing {
        case .paper(let paper):
            return ExpiryDays(need: terms.need, cover: paper.earlier + [valid], last: LastDay(valid.until))
        case .supply(let supply):
            let last = supply.lastDay
            return ExpiryDays(need: terms.need, cover: [Validity(until: last.expected)], last: last)
        }
    }
}

extension Sequence<Validity> {
    /// The dates of a range on which none of them holds.
    package func gaps(in range: ClosedRange<CalendarDate>) -> [ClosedRange<CalendarDate>] {
        var gaps: [ClosedRange<CalendarDate>] = []
        var next = range.lowerBound
        for valid in sorted(by: { ($0.from ?? range.lowerBound) < ($1.from ?? range.lowerBound) }) {
            let from = valid.from ?? range.lowerBound
            if from > range.upperBound { break }
            if from > next { gaps.append(next...from.advanced(by: -1)) }
            guard let until = valid.until else { return gaps }
            next = Swift.max(next, until.advanced(by: 1))
        }
        if next <= range.upperBound { gaps.append(next...range.upperBound) }
        return gaps
    }
}

extension Sequence<ClosedRange<CalendarDate>> {
    /// The same dates in as few ranges as may be, by date: nothing tells of how many they were made.
    package var merged: [ClosedRange<CalendarDate>] {
        sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, range in
            if let last = merged.last, range.lowerBound <= last.upperBound.advanced(by: 1) {
                merged[merged.count - 1] = last.lowerBound...Swift.max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
    }
}
