package import CrewRecords
package import RotaModel

/// What runs out: papers, medicals and supplies. They are entries of people's files, written as any other; here is what is asked of
/// them besides.
extension Store {
    /// Renews, counts, delivers or ends: an entry that supersedes the one before, with what has changed. Of a sealed one its reading
    /// is logged.
    ///
    /// - Throws: `RecordError`: the change does not go with it, it is a count of a day to come, it has been superseded already, there
    ///   are too many files.
    package func changeExpiry(
        _ entry: EntryID, of person: PersonID, by change: ExpiryChange,
        attaching files: [Confidential<AttachedFile>] = [], for caller: Caller, at now: Instant,
        using random: inout some RandomNumberGenerator
    ) async throws -> EntryID {
        let draft = EntryDraft(files, using: &random)
        return try await write { book in
            let (old, reading) = try book.entry(entry, for: caller, at: now)
            guard old.person == person,
                let place = EntrySubject(try book.subject(person, at: now), old.category, old.recordClass)
            else { throw Refusal.hidden }
            let permit = try book.permit(caller, to: WriteEntry.self, on: place)
            let content =
                switch reading {
                case .open(let permit): try old.content(for: permit).reveal()
                case .sealed(let permit):
                    try old.content(for: try book.enter(old.id, by: permit, at: now), with: try book.ring()).reveal()
                }
            var numbers = draft.numbers
            let shelf = EntryReach.Shelf(old.category, old.recordClass)
            let closer = old.category.classes.filter { $0 != .sealed || old.recordClass == .sealed }
            let new = try RecordEntry.write(
                Confidential(
                    try content.changed(by: change, on: try book.zone(of: person, at: now).date(at: now))),
                as: draft.id, by: permit, superseding: old.id, ending: change == .end,
                in: try book.records.file(of: person, on: closer.map { EntryReach.Shelf(shelf.category, $0) }),
                at: now, with: try book.ring(), using: &numbers)
            try book.keep(new, with: draft, using: &numbers)
            return new.id
        }
    }

    /// What runs out in a file, as far as the caller may read it.
    ///
    /// - Parameters:
    ///   - person: nil: the caller.
    ///   - opening: whether sealed entries that run out are opened, each with a line in the log.
    /// - Throws: `Refusal.hidden` if the caller may read no entry there, were there one.
    package func expiry(
        of person: PersonID?, opening: Bool = false, for caller: Caller, at now: Instant
    ) async throws -> PersonExpiry {
        let body: @Sendable (Book) throws -> PersonExpiry = { book in
            let subject = try book.subject(person ?? caller.person, at: now)
            let today = try book.zone(of: subject.person, at: now).date(at: now)
            let (entries, hasSealed) = try book.expiring(
                of: subject, on: today, opening: opening, for: caller, at: now)
            let writable = RecordCategory.allCases.filter { category in
                EntrySubject(subject, category, category.defaultClass).map {
                    book.permits(caller, to: WriteEntry.self, on: $0)
                } ?? false
            }
            return PersonExpiry(
                person: subject.person, name: try book.name(of: subject.person),
                entries: entries.sorted(by: ExpiringEntry.isSooner), hasSealed: hasSealed, writable: writable,
                qualifications: try book.directory().directory.qualifications)
        }
        return opening ? try await write(body) : try await read(body)
    }

    /// The clock by which what runs out for a person is told and written down: that of their unit, of several the first.
    ///
    /// - Throws: `Refusal.hidden` if the caller may read no entry there, were there one.
    package func expiry(clockOf person: PersonID, for caller: Caller, at now: Instant) async throws -> Zone {
        try await read { book in
            let subject = try book.subject(person, at: now)
            let mayRead = EntryReach.Shelf.all.contains { shelf in
                (try? book.permitReading(shelf.category, shelf.recordClass, of: subject, for: caller)) != nil
            }
            guard mayRead else { throw Refusal.hidden }
            return try book.zone(of: person, at: now)
        }
    }

    /// What runs out among the people who belong to a unit or those below it between two dates, as far as the caller may read it;
    /// and, for whoever plans there, when they are not eligible while they belong there.
    ///
    /// - Parameter opening: whether sealed entries that run out between the dates are opened, each with a line in the log.
    package func expiry(
        in unit: UnitID, over dates: ClosedRange<CalendarDate>, opening: Bool = false, for caller: Caller,
        at now: Instant
    ) async throws -> UnitExpiry {
        let body: @Sendable (Book) throws -> UnitExpiry = { book in
            try book.permit(caller, to: ReadUnit.self, on: unit)
            let state = try book.directory()
            guard let place = state.tree[unit] else { throw Refusal.hidden }
            let isPlanner = book.permits(caller, to: ReadDrafts.self, on: unit)
            let units = Set([place.id] + state.tree.units(below: place.id))
            // As it is today; of dates that are all to come, or past, as it is then.
            let day = min(max(state.date(in: unit, at: now), dates.lowerBound), dates.upperBound)
            var (entries, hasSealed) = ([ExpiringEntry](), false)
            var ineligible: [NotEligible] = []
            for person in state.directory.people {
                let stays = person.stays(in: units, over: dates)
                guard let stay = stays.first(where: { $0.dates.upperBound >= day }) ?? stays.last,
                    let last = stays.map(\.dates.upperBound).max()
                else { continue }
                let subject = try book.subject(person.id, at: now)
                if book.permits(caller, to: ReadPerson.self, on: subject),
                    let found = try book.expiringIfAny(
                        of: subject, on: day, over: dates.lowerBound...last, opening: opening, for: caller, at: now)
                {
                    entries += found.entries
                    hasSealed = hasSealed || found.hasSealed
                }
                // Somebody who is yet to come is planned, and so asked for, as of the day on which they will be there. Nobody is
                // asked for as of a day in the past: by that, units would go on to see who has moved elsewhere.
                let then = try book.subject(
                    person.id, at: max(now, state.noon(of: stay.dates.lowerBound, in: stay.unit)))
                guard isPlanner, book.permits(caller, to: ReadPerson.self, on: then),
                    book.permits(caller, to: ReadSchedule.self, on: then),
                    book.permits(caller, to: ReadFitness.self, on: then)
                else { continue }
                ineligible += try stays.flatMap { try book.notEligible(person.id, over: $0.dates) }.merged.map {
                    NotEligible(
                        person: person.id, name: try book.name(of: person.id), first: $0.lowerBound,
                        last: $0.upperBound)
                }
            }
            return UnitExpiry(
                entries: entries.sorted(by: ExpiringEntry.isSooner), hasSealed: hasSealed,
                notEligible: isPlanner
                    ? ineligible.sorted { ($0.first, $0.name, $0.person) < ($1.first, $1.name, $1.person) } : nil,
                qualifications: state.directory.qualifications)
        }
        return opening ? try await write(body) : try await read(body)
    }

    /// Reminds the people concerned, and the keepers of the category, of what soon runs out or just has: each of each day once, on
    /// the morning of the unit's clock.
    ///
    /// - Returns: who was told.
    package func remindOfExpiry(
        at now: Instant, telling words: @escaping ExpiryWords, for caller: Caller
    ) async throws -> Set<PersonID> {
        let people = try await read { book in
            try book.permit(caller, to: DeliverMessages.self, on: WholeOrganisation())
            return try book.records.runningPeople()
        }
        var told: Set<PersonID> = []
        var fault: (any Error)?
        for person in people {
            do {
                let isDue = try await read { book in
                    try book.permit(caller, to: DeliverMessages.self, on: WholeOrganisation())
                    return try !book.reminders(for: person, at: now).isEmpty
                }
                guard isDue else { continue }
            } catch {
                // One file that cannot be read must not keep all others from being told.
                fault = fault ?? error
                continue
            }
            // In a transaction of its own, and looked at anew: another server may have been faster.
            told.formUnion(
                try await write { book in
                    try book.permit(caller, to: DeliverMessages.self, on: WholeOrganisation())
                    return try book.remind(of: try book.reminders(for: person, at: now), telling: words, at: now)
                })
        }
        if let fault, told.isEmpty { throw fault }
        return told
    }
}

extension PersonEntry {
    /// When somebody belongs to one of the units, the first first, and of which unit they are then.
    fileprivate func stays(
        in units: Set<UnitID>, over dates: ClosedRange<CalendarDate>
    ) -> [(unit: UnitID, dates: ClosedRange<CalendarDate>)] {
        let whole = Validity(from: dates.lowerBound, until: dates.upperBound)
        return memberships.filter { units.contains($0.id) }.compactMap { membership in
            membership.valid.intersection(whole).map {
                (membership.id, ($0.from ?? dates.lowerBound)...($0.until ?? dates.upperBound))
            }
        }.sorted {
            ($0.dates.lowerBound, $0.dates.upperBound, $0.unit) < ($1.dates.lowerBound, $1.dates.upperBound, $1.unit)
        }
    }
}

extension ExpiringEntry {
    /// By the day on which it may end; what does not end comes last.
    fileprivate static func isSooner(_ one: ExpiringEntry, _ two: ExpiringEntry) -> Bool {
        let far = CalendarDate(dayNumber: .max)
        let (first, second) = (one.last.earliest ?? far, two.last.earliest ?? far)
        return (first, one.name, one.content.title, one.id) < (second, two.name, two.content.title, two.id)
    }
}

/// Something that is due to be reminded of.
private struct DueReminder {
    let entry: RecordEntry
    let last: CalendarDate
    let isSure: Bool
    let today: CalendarDate
    let units: Set<UnitID>
}

extension Book {
    private static let morning = 7 * 60

    /// What runs out in a file and the caller may read.
    ///
    /// - Parameters:
    ///   - day: as of which their last days are told.
    ///   - dates: only what may end on those; nil: whenever it ends.
    fileprivate func expiring(
        of subject: PersonSubject, on day: CalendarDate, over dates: ClosedRange<CalendarDate>? = nil, opening: Bool,
        for caller: Caller, at now: Instant
    ) throws -> (entries: [ExpiringEntry], hasSealed: Bool) {
        let visible = try visible(of: subject, for: caller)
        let sight = FileSight(visible.map(\.entry))
        var (entries, hasSealed) = ([ExpiringEntry](), false)
        for (entry, permit) in visible where sight.isCurrent(entry.id) && entry.contests == nil {
            let content: EntryContent
            switch permit {
            case .open(let permit):
                content = try entry.content(for: permit).reveal()
            case .sealed(let permit):
                guard opening else {
                    hasSealed = true
                    continue
                }
                // What does not run out, or at another time, need not be opened.
                let ring = try ring()
                guard let days = try ring.expiryDays(of: entry), days.last(on: day).isIn(dates) else { continue }
                content = try entry.content(for: try enter(entry.id, by: permit, at: now), with: ring).reveal()
            }
            guard let last = content.expiryDays?.last(on: day), last.isIn(dates) else { continue }
            let mayChange = EntrySubject(subject, entry.category, entry.recordClass).map {
                permits(caller, to: WriteEntry.self, on: $0)
            }
            entries.append(
                ExpiringEntry(
                    id: entry.id, person: entry.person, name: try name(of: entry.person), category: entry.category,
                    recordClass: entry.recordClass, content: content, last: last, mayChange: mayChange ?? false))
        }
        return (entries, hasSealed)
    }

    /// The same; nil where the caller may read no entry.
    fileprivate func expiringIfAny(
        of subject: PersonSubject, on day: CalendarDate, over dates: ClosedRange<CalendarDate>, opening: Bool,
        for caller: Caller, at now: Instant
    ) throws -> (entries: [ExpiringEntry], hasSealed: Bool)? {
        do {
            return try expiring(of: subject, on: day, over: dates, opening: opening, for: caller, at: now)
        } catch is Refusal {
            return nil
        }
    }

    /// What is due of one file. Nothing of whoever has left, or in whose unit the morning is yet to come.
    fileprivate func reminders(for person: PersonID, at now: Instant) throws -> [DueReminder] {
        let state = try directory()
        guard let entry = state.person(person), state.lastDay(of: entry, at: now) == nil else { return [] }
        let units = state.units(of: entry, at: now)
        guard let zone = units.min().flatMap({ state.tree[$0]?.zone }) else { return [] }
        let today = zone.date(at: now)
        guard zone.instant(of: today, minutes: Self.morning, edge: .start) <= now else { return [] }
        return try records.running(of: person).compactMap { entry in
            guard let days = try expiryDays(of: entry)?.last(on: today), let last = days.earliest,
                ExpiryReminder.isDue(of: last, on: today, told: try reminders.days(of: entry.id))
            else { return nil }
            return DueReminder(
                entry: entry, last: last, isSure: days.earliest == days.latest, today: today, units: units)
        }
    }

    fileprivate func remind(
        of due: [DueReminder], telling words: ExpiryWords, at now: Instant
    ) throws -> Set<PersonID> {
        var told: Set<PersonID> = []
        for reminder in due {
            let entry = reminder.entry
            try reminders.insert(entry.id, on: reminder.today)
            let isSealed = entry.recordClass == .sealed
            var what: ExpiryReminded.Told?
            if case .open(let content) = entry.content {
                what = ExpiryReminded.Told(
                    title: content.reveal().title, last: reminder.last, isSure: reminder.isSure, today: reminder.today)
            }
            let keepers = try holders(of: entry.category.keeper, over: reminder.units, at: now)
            let name = try name(of: entry.person)
            let own = Notice(
                to: entry.person, words(ExpiryReminded(name: nil, told: what)), link: "/me/expiry",
                isConfidential: true, isSealed: isSealed)
            let others = keepers.subtracting([entry.person]).sorted().map {
                Notice(
                    to: $0, words(ExpiryReminded(name: name, told: what)), link: "/expiry", isConfidential: true,
                    isSealed: isSealed)
            }
            try tell([own] + others, at: now)
            told.formUnion([entry.person] + keepers)
        }
        return told
    }
}

extension LastDay {
    /// Whether it may end on one of those dates; nil: whenever.
    fileprivate func isIn(_ dates: ClosedRange<CalendarDate>?) -> Bool {
        guard let dates else { return true }
        guard let earliest else { return false }
        return earliest <= dates.upperBound && (latest ?? dates.upperBound) >= dates.lowerBound
    }
}
