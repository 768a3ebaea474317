package import CrewRecords
package import RotaModel

/// Absences. When somebody is away, many see; why, the person, the medical keeper and whoever has broken the glass, each
/// time with an entry in the log of readings.
/// What a person is told of an absence of theirs: from its first date to its last, and never why.
package typealias AbsenceWords = @Sendable (_ first: CalendarDate, _ last: CalendarDate) -> String

extension Store {
    /// The caller asks to be away.
    ///
    /// - Throws: `RecordError` if too many requests of theirs wait already; `SealingError`; `StoreError`, `noMasterKey`.
    @discardableResult
    package func askAbsence(
        _ away: Away, because ground: Confidential<AbsenceGround>, for caller: Caller, at now: Instant,
        using random: inout some RandomNumberGenerator
    ) async throws -> EntryID {
        let (permit, ring) = try await sealing(AskAbsence.self, for: caller) { try $0.subject(caller) }
        let (absence, ground) = try AbsenceRecord.ask(
            away, because: ground, as: EntryID(random: &random), by: permit, at: now, with: ring, using: &random)
        return try await write { book in
            try book.permit(caller, to: AskAbsence.self, on: try book.subject(caller))
            let waiting = try book.absences.all(of: absence.person).filter { $0.state == .asked }
            try AbsenceRecord.checkRoom(asked: waiting.count)
            try book.absences.insert(absence, because: ground)
            return absence.id
        }
    }

    /// Notes that a person is away, without having been asked.
    @discardableResult
    package func noteAbsence(
        of person: PersonID, _ away: Away, because ground: Confidential<AbsenceGround>, for caller: Caller,
        at now: Instant, using random: inout some RandomNumberGenerator
    ) async throws -> EntryID {
        let (permit, ring) = try await sealing(DecideAbsence.self, for: caller) { try $0.subject(person, at: now) }
        let (absence, ground) = try AbsenceRecord.note(
            away, because: ground, as: EntryID(random: &random), by: permit, at: now, with: ring, using: &random)
        return try await write { book in
            try book.permit(caller, to: DecideAbsence.self, on: try book.subject(person, at: now))
            try book.absences.insert(absence, because: ground)
            return absence.id
        }
    }

    /// Grants or refuses what was asked, by its dates alone.
    ///
    /// - Throws: `RecordError` if it has been decided already.
    package func decideAbsence(
        _ id: EntryID, of person: PersonID, granted: Bool, telling words: AbsenceWords? = nil, for caller: Caller,
        at now: Instant
    ) async throws {
        try await write { book in
            let permit = try book.permit(caller, to: DecideAbsence.self, on: try book.subject(person, at: now))
            guard let absence = try book.absences.find(id), absence.person == person else { throw Refusal.hidden }
            try book.absences.noteState(of: try absence.decided(granted: granted, by: permit, at: now))
            if let words {
                let text = words(absence.away.first, absence.away.last)
                try book.tell([Notice(to: person, text, link: "/me/away", isConfidential: true)], at: now)
            }
        }
    }

    /// When a person is away, and what else the caller may know of their absences.
    package func absences(of person: PersonID, for caller: Caller, at now: Instant) async throws -> PersonAbsences {
        try await read { book in
            let subject = try book.subject(person, at: now)
            let schedule = try book.permit(caller, to: ReadSchedule.self, on: subject)
            let mayDecide = book.permits(caller, to: DecideAbsence.self, on: subject)
            let mayOpen = book.permits(caller, to: ReadSealedEntry.self, on: try book.health(of: person, at: now))
            let unit = try subject.units.min() ?? book.root()
            let today = try book.directory().date(in: unit, at: now)
            let all = try book.absences.all(of: person)
            return PersonAbsences(
                name: try book.name(of: person),
                away: try all.compactMap { try $0.shown(to: schedule) }.filter { $0.last >= today },
                requests: mayDecide ? all.filter { $0.state == .asked }.map(StoredAbsence.init) : nil,
                records: mayOpen ? all.map(StoredAbsence.init) : nil)
        }
    }

    /// Why somebody is, or asks to be, away. The reading is logged.
    ///
    /// - Throws: `Refusal.hidden`; `SealingError` if it cannot be opened: then it is not logged either.
    package func absenceGround(
        _ id: EntryID, of person: PersonID, for caller: Caller, at now: Instant
    ) async throws -> Confidential<AbsenceGround> {
        try await write { book in
            let permit = try book.permit(caller, to: ReadSealedEntry.self, on: try book.health(of: person, at: now))
            guard let absence = try book.absences.find(id), absence.person == person else { throw Refusal.hidden }
            return try absence.open(
                try book.absences.ground(of: absence), for: try book.enter(id, by: permit, at: now),
                with: try book.ring())
        }
    }

    /// When people of a unit cannot work between two dates, for whoever plans there: granted absences, and what is left of
    /// the time until which somebody is not fit, which nothing tells apart; and when something has run out that they need for
    /// duty, by the one word *not eligible*, whatever it is.
    package func unitAbsences(
        in unit: UnitID, from first: CalendarDate, through last: CalendarDate, for caller: Caller
    ) async throws -> [Absence] {
        try await read { book in
            try book.permit(caller, to: ReadDrafts.self, on: unit)
            let state = try book.directory()
            var absences: [Absence] = []
            for person in state.directory.people {
                // Somebody who is yet to come is asked for as of the day on which they will be there.
                guard let day = person.firstDay(in: unit, from: first, through: last) else { continue }
                let subject = try book.subject(person.id, at: state.noon(of: day, in: unit))
                let schedule = try book.permit(caller, to: ReadSchedule.self, on: subject)
                let fitness = try book.permit(caller, to: ReadFitness.self, on: subject)
                for away in try book.absences.all(of: person.id).compactMap({ try $0.shown(to: schedule) })
                where away.first <= last && away.last >= first {
                    absences.append(
                        Absence(
                            person: person.id, first: away.first, last: away.last, from: away.from, until: away.until))
                }
                if let decided = try book.fitness.all(of: person.id).first,
                    case .notFitUntil(let again) = try decided.shown(to: fitness).on(first)
                {
                    absences.append(Absence(person: person.id, first: first, last: again.advanced(by: -1)))
                }
                for dates in try book.notEligible(person.id, over: first...last) {
                    absences.append(
                        Absence(
                            person: person.id, first: dates.lowerBound, last: dates.upperBound, word: .notEligible))
                }
            }
            return absences
        }
    }

    /// The people of a rota with each qualification for as long as the papers hold that it needs, as far as that is known by
    /// now: never longer than the rota has it. Who is not of the unit on those dates is left as they are.
    package func qualified(
        _ people: [Person], in unit: UnitID, over dates: ClosedRange<CalendarDate>, for caller: Caller
    ) async throws -> [Person] {
        try await read { book in
            try book.permit(caller, to: ReadDrafts.self, on: unit)
            let state = try book.directory()
            return try people.map { person in
                let entry = state.person(person.id)
                guard entry?.firstDay(in: unit, from: dates.lowerBound, through: dates.upperBound) != nil else {
                    return person
                }
                return try book.qualified(person, over: dates)
            }
        }
    }
}

extension PersonEntry {
    /// The first day of a period on which somebody belongs to a unit; nil if there is none.
    func firstDay(
        in unit: UnitID, from first: CalendarDate, through last: CalendarDate
    ) -> CalendarDate? {
        memberships.filter { $0.id == unit }.map { max(first, $0.valid.from ?? first) }.filter { day in
            day <= last && memberships.contains { $0.id == unit && $0.valid.contains(day) }
        }.min()
    }
}
