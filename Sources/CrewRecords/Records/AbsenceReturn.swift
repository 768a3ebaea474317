package import RotaModel

/// That somebody is back at their post before their absence is over. It ends the absence as soon as somebody who decides
/// absences agrees, and says nothing of why they were away.
package struct AbsenceReturn: Hashable, Sendable {
    package let absence: EntryID
    /// The first date on which they work again.
    package let backOn: CalendarDate
    package let saidBy: PersonID
    package let saidAt: Instant
    /// Nil: it waits to be agreed.
    package let agreedBy: PersonID?
    package let agreedAt: Instant?

    package init(
        absence: EntryID, backOn: CalendarDate, saidBy: PersonID, saidAt: Instant, agreedBy: PersonID? = nil,
        agreedAt: Instant? = nil
    ) {
        self.absence = absence
        self.backOn = backOn
        self.saidBy = saidBy
        self.saidAt = saidAt
        self.agreedBy = agreedBy
        self.agreedAt = agreedAt
    }
}

extension AbsenceRecord {
    /// - Throws: `RecordError` unless that is a date on which they would still be away, after the first.
    package func checkReturn(on date: CalendarDate) throws(RecordError) {
        guard state == .granted, away.first < date, date <= away.last else {
            throw RecordError(
                .datesSwapped,
                "Somebody can be back at their post from \(away.first.advanced(by: 1)) to \(away.last), while they are away."
            )
        }
    }

    /// The absence without the dates from which they work again.
    package func ended(by back: AbsenceReturn) throws(RecordError) -> AbsenceRecord {
        guard away.first < back.backOn, back.backOn <= away.last else { return self }
        return AbsenceRecord(
            id: id, person: person,
            away: try Away(first: away.first, last: back.backOn.advanced(by: -1), from: away.from), state: state,
            by: by,
            at: at)
    }
}
