package import RotaModel

/// What of something that runs out is used without anybody reading it: its days, and what it is needed for.
package struct ExpiryDays: Hashable, Sendable {
    package let need: ExpiryTerms.Need
    /// When it holds, and those that it renews have held.
    package let cover: [Validity]
    /// Of a supply, since its day is not sure; nil of a paper, whose days the cover tells.
    fileprivate let guess: LastDay?

    /// The last day as somebody knows it on a day. Of a paper that day is the end of the days without a gap on which it holds then;
    /// in a gap it has run out, until the newer one begins.
    package func last(on day: CalendarDate) -> LastDay {
        if let guess { return guess }
        let spells = cover.spells
        // Before all of them nothing has run out yet.
        let spell = spells.last { spell in spell.from.map { $0 <= day } ?? true } ?? spells.first
        return LastDay(spell?.until)
    }
}

extension EntryContent {
    /// Nil of what does not run out.
    package var expiryDays: ExpiryDays? {
        guard let terms else { return nil }
        switch terms.thing {
        case .paper(let paper):
            return ExpiryDays(need: terms.need, cover: paper.earlier.cut(before: valid) + [valid], guess: nil)
        case .supply(let supply):
            let last = supply.lastDay
            return ExpiryDays(need: terms.need, cover: [Validity(until: last.expected)], guess: last)
        }
    }
}

extension [Validity] {
    /// The days on which each of them counts, if each counts no more from the first day of any later one on. Those that then never
    /// count are left out.
    fileprivate func cut(before newest: Validity) -> [Validity] {
        var cut: [Validity] = []
        var next = newest.from
        for valid in reversed() {
            // One without a first day takes the place of all before it.
            guard let first = next else { break }
            let eve = first.advanced(by: -1)
            if valid.from.map({ $0 <= eve }) ?? true {
                cut.append(Validity(from: valid.from, until: Swift.min(valid.until ?? eve, eve)))
            }
            next = valid.from.map { Swift.min($0, first) }
        }
        return cut.reversed()
    }

    /// The same dates, by date, in as few as may be: between any two of them there is a gap.
    fileprivate var spells: [Validity] {
        let far = CalendarDate(dayNumber: .min)
        return sorted { ($0.from ?? far) < ($1.from ?? far) }.reduce(into: []) { spells, valid in
            guard let last = spells.last else { return spells.append(valid) }
            guard let until = last.until else { return }
            if let from = valid.from, from > until.advanced(by: 1) { return spells.append(valid) }
            spells[spells.count - 1].until = valid.until.map { Swift.max($0, until) }
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
