package import CrewRecords
package import RotaModel

/// People's files. Whoever may not see something is told what is told of things that there are not.
extension Store {
    /// Writes an entry into a person's file.
    ///
    /// - Parameters:
    ///   - files: what goes with it; sealed if the entry is.
    ///   - superseded: the entry of the same file and category that it stands for instead.
    /// - Throws: `RecordError`: the category has no such class; the other entry has been superseded, or would become more
    ///   open; there are too many files. `StoreError`, `noMasterKey`, if it is sealed and there is no key.
    package func writeEntry(
        _ content: Confidential<EntryContent>, attaching files: [Confidential<AttachedFile>] = [],
        in category: RecordCategory, _ recordClass: RecordClass, of person: PersonID,
        superseding superseded: EntryID? = nil, for caller: Caller, at now: Instant,
        using random: inout some RandomNumberGenerator
    ) async throws -> EntryID {
        let draft = EntryDraft(files, using: &random)
        return try await write { book in
            let subject = try book.subject(person, at: now)
            guard let place = EntrySubject(subject, category, recordClass) else {
                // Whoever may not write there is not told what could be written.
                if let usual = EntrySubject(subject, category, category.defaultClass) {
                    try book.permit(caller, to: WriteEntry.self, on: usual)
                }
                try category.check(recordClass)
                throw Refusal.hidden
            }
            let permit = try book.permit(caller, to: WriteEntry.self, on: place)
            var numbers = draft.numbers
            // Whoever writes what is not sealed need not know of sealed entries.
            let shelves = category.classes.filter { $0 != .sealed || recordClass == .sealed }
            let entry = try RecordEntry.write(
                content, as: draft.id, by: permit, superseding: superseded,
                in: try book.records.file(of: person, on: shelves.map { EntryReach.Shelf(category, $0) }),
                at: now, with: try book.ring(), using: &numbers)
            try book.keep(entry, with: draft, using: &numbers)
            return entry.id
        }
    }

    /// Says how the caller is reached, in an entry of their own file.
    ///
    /// - Parameter superseded: the entry on that which it stands for instead.
    /// - Throws: as `writeEntry`.
    package func correctContact(
        _ content: Confidential<EntryContent>, attaching files: [Confidential<AttachedFile>] = [],
        _ recordClass: RecordClass, superseding superseded: EntryID? = nil, for caller: Caller, at now: Instant,
        using random: inout some RandomNumberGenerator
    ) async throws -> EntryID {
        let draft = EntryDraft(files, using: &random)
        return try await write { book in
            let permit = try book.permit(caller, to: CorrectContact.self, on: try book.subject(caller))
            var numbers = draft.numbers
            let shelves = RecordCategory.contact.classes.map { EntryReach.Shelf(.contact, $0) }
            let entry = try RecordEntry.correctContact(
                content, recordClass, as: draft.id, by: permit, superseding: superseded,
                in: try book.records.file(of: permit.subject.person, on: shelves), at: now, with: try book.ring(),
                using: &numbers)
            try book.keep(entry, with: draft, using: &numbers)
            return entry.id
        }
    }

    /// Says what is wrong with an entry of the caller's own file.
    ///
    /// - Returns: the contest, an entry of the same category and class.
    package func contest(
        _ entry: EntryID, _ content: Confidential<EntryContent>, attaching files: [Confidential<AttachedFile>] = [],
        for caller: Caller, at now: Instant, using random: inout some RandomNumberGenerator
    ) async throws -> EntryID {
        let draft = EntryDraft(files, using: &random)
        return try await write { book in
            guard let contested = try book.records.find(entry) else { throw Refusal.hidden }
            let permit = try book.permit(
                caller, to: ContestEntry.self, on: try book.subject(contested.person, at: now))
            var numbers = draft.numbers
            let contest = try contested.contest(
                content, as: draft.id, by: permit, at: now, with: try book.ring(), using: &numbers)
            try book.keep(contest, with: draft, using: &numbers)
            return contest.id
        }
    }

    /// As much of a file as the caller may read. Sealed entries are told of and not opened.
    ///
    /// - Throws: `Refusal.hidden` if the caller may read no entry there, were there one.
    package func file(of person: PersonID, for caller: Caller, at now: Instant) async throws -> PersonFile {
        try await read { book in
            let subject = try book.subject(person, at: now)
            let visible = try book.visible(of: subject, for: caller)
            let entries = try book.filed(visible, labels: try book.attachments.labels(of: visible.map(\.entry)))
            return PersonFile(
                person: person, name: try book.directory().person(person)?.name ?? person.rawValue, entries: entries,
                writable: RecordCategory.allCases.filter { category in
                    EntrySubject(subject, category, category.defaultClass).map {
                        book.permits(caller, to: WriteEntry.self, on: $0)
                    } ?? false
                }, mayContest: book.permits(caller, to: ContestEntry.self, on: subject),
                mayErase: book.permits(caller, to: ErasePerson.self, on: subject))
        }
    }

    /// One entry with what it says. Reading a sealed one is logged.
    package func readEntry(_ id: EntryID, for caller: Caller, at now: Instant) async throws -> FiledEntry {
        let open = try await read { book -> FiledEntry? in
            let (entry, permit) = try book.entry(id, for: caller, at: now)
            guard case .open = permit else { return nil }
            return try book.opened(entry, by: permit, for: caller, at: now)
        }
        if let open { return open }
        return try await write { book in
            let (entry, permit) = try book.entry(id, for: caller, at: now)
            return try book.opened(entry, by: permit, for: caller, at: now)
        }
    }

    /// A file that goes with an entry. Reading one of a sealed entry is logged as a reading of the entry.
    package func attachment(
        _ id: AttachmentID, of entry: EntryID, for caller: Caller, at now: Instant
    ) async throws -> AttachedFile {
        let open = try await read { book -> AttachedFile? in
            let (entry, permit) = try book.entry(entry, for: caller, at: now)
            guard case .open(let permit) = permit else { return nil }
            guard let attachment = try book.attachments.find(id, of: entry.id) else { throw Refusal.hidden }
            return try entry.file(of: attachment, for: permit).reveal()
        }
        if let open { return open }
        return try await write { book in
            let (entry, permit) = try book.entry(entry, for: caller, at: now)
            guard let attachment = try book.attachments.find(id, of: entry.id) else { throw Refusal.hidden }
            guard case .sealed(let permit) = permit else { throw Refusal.hidden }
            let reading = try book.enter(entry.id, by: permit, at: now)
            return try entry.file(of: attachment, for: reading, with: try book.ring()).reveal()
        }
    }

    /// What can be known and done of a person.
    package func card(of person: PersonID, for caller: Caller, at now: Instant) async throws -> PersonCard {
        try await read { book in
            let subject = try book.subject(person, at: now)
            try book.permit(caller, to: ReadPerson.self, on: subject)
            let state = try book.directory()
            guard let entry = state.person(person) else { throw Refusal.hidden }
            let date = subject.units.min().map { state.date(in: $0, at: now) } ?? Zone.utc.date(at: now)
            func mayAny<O: EntryOperation>(_ operation: O.Type, _ classes: [RecordClass]) -> Bool {
                RecordCategory.allCases.contains { category in
                    classes.contains { recordClass in
                        EntrySubject(subject, category, recordClass).map {
                            book.permits(caller, to: operation, on: $0)
                        } ?? false
                    }
                }
            }
            return PersonCard(
                member: state.member(entry, on: date),
                maySeeFile: mayAny(ReadEntry.self, [.unit, .leads, .keepers])
                    || mayAny(ReadSealedEntry.self, [.sealed]),
                maySeeAbsences: book.permits(caller, to: ReadSchedule.self, on: subject),
                maySeeFitness: book.permits(caller, to: ReadFitness.self, on: subject),
                mayBreakGlass: mayAny(BreakGlass.self, [.sealed]),
                mayChange: book.permits(caller, to: ChangePerson.self, on: subject))
        }
    }
}

/// An entry about to be written, with all that chance decides of it.
struct EntryDraft: Sendable {
    let id: EntryID
    let files: [Confidential<AttachedFile>]
    let ids: [AttachmentID]
    let numbers: DrawnNumbers

    init(_ files: [Confidential<AttachedFile>], using random: inout some RandomNumberGenerator) {
        id = EntryID(random: &random)
        self.files = files
        ids = files.map { _ in AttachmentID(random: &random) }
        numbers = DrawnNumbers(forSealing: 1 + files.count, using: &random)
    }
}

extension Book {
    func keep(_ entry: RecordEntry, with draft: EntryDraft, using numbers: inout DrawnNumbers) throws {
        let attachments = try entry.attaching(
            draft.files, as: draft.ids, in: organisation.id, with: try ring(), using: &numbers)
        try records.insert(entry)
        try self.attachments.insert(attachments, of: entry)
    }

    fileprivate func opened(
        _ entry: RecordEntry, by permit: ReadingPermit, for caller: Caller, at now: Instant
    ) throws -> FiledEntry {
        let visible = try visible(of: try subject(entry.person, at: now), for: caller).map(\.entry)
        return try opened(entry, by: permit, among: visible, at: now).entry
    }
}
