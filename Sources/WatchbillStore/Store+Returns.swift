package import CrewRecords
package import RotaModel

/// Being back at one's post before an absence is over.
extension Store {
    /// The caller says when they are back; whoever decides absences agrees or not.
    ///
    /// - Throws: `RecordError` if they would not be away any more then.
    package func sayBack(
        on date: CalendarDate, from absence: EntryID, telling words: String, for caller: Caller, at now: Instant
    ) async throws {
        try await write { book in
            let subject = try book.permit(caller, to: AskAbsence.self, on: try book.subject(caller)).subject
            guard let record = try book.absences.find(absence), record.person == subject.person else {
                throw Refusal.hidden
            }
            try record.checkReturn(on: date)
            try book.absences.insert(
                AbsenceReturn(absence: absence, backOn: date, saidBy: subject.person, saidAt: now))
            let leads = Set(try subject.units.flatMap { try book.leads(of: $0, at: now) })
            let link = "/crew/\(subject.person)/away"
            try book.tell(
                leads.filter { $0 != subject.person }.sorted().map {
                    Notice(to: $0, words, link: link, isConfidential: true)
                },
                at: now)
        }
    }

    /// Whoever decides absences says or agrees when somebody is back: from then on they are not away, for every check.
    ///
    /// - Parameters:
    ///   - told: those who were planned around them, and what they are told; the reason is in none of it.
    /// - Throws: `RecordError` if they would not be away any more then.
    package func agreeBack(
        on date: CalendarDate, from absence: EntryID, of person: PersonID, telling told: [Notice], for caller: Caller,
        at now: Instant
    ) async throws {
        try await write { book in
            try book.permit(caller, to: DecideAbsence.self, on: try book.subject(person, at: now))
            guard let decider = caller.person, let record = try book.absences.find(absence), record.person == person
            else { throw Refusal.hidden }
            try record.checkReturn(on: date)
            let said = try book.absences.returns(from: absence).last { $0.backOn == date && $0.agreedBy == nil }
            try book.absences.insert(
                AbsenceReturn(
                    absence: absence, backOn: date, saidBy: said?.saidBy ?? decider, saidAt: said?.saidAt ?? now,
                    agreedBy: decider, agreedAt: now))
            try book.tell(told, at: now)
        }
    }

    /// The granted absences of somebody that can end before their last date, and from when they said to be back, where that
    /// waits to be agreed. For themselves and for whoever decides.
    package func returns(of person: PersonID, for caller: Caller, at now: Instant) async throws -> [OpenReturn] {
        try await read { book in
            let subject = try book.subject(person, at: now)
            if !book.permits(caller, to: DecideAbsence.self, on: subject) {
                try book.permit(caller, to: AskAbsence.self, on: subject)
            }
            let unit = try subject.units.min() ?? book.root()
            let today = try book.directory().date(in: unit, at: now)
            return try book.absences.all(of: person).filter {
                $0.state == .granted && $0.away.first < $0.away.last && $0.away.last >= today
            }.map { record in
                let last = try book.absences.returns(from: record.id).last
                return OpenReturn(
                    absence: record.id, away: record.away, asked: last?.agreedBy == nil ? last?.backOn : nil,
                    decidedAt: record.at)
            }
        }
    }
}

/// An absence that can end early.
package struct OpenReturn: Hashable, Sendable {
    package let absence: EntryID
    package let away: Away
    /// Since when the person wants to be back; nil: they have not said.
    package let asked: CalendarDate?
    /// When it was granted: rotas published later are planned around it.
    package let decidedAt: Instant
}
