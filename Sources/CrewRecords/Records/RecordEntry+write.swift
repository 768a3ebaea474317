package import RotaModel

extension RecordEntry {
    /// Writes an entry; a sealed one is sealed here.
    ///
    /// - Parameters:
    ///   - superseded: the entry that it stands for instead. Superseding a contest answers it.
    ///   - ends: whether what runs out by the other is not needed any more.
    ///   - file: the entries of that person's file, in which `superseded` is looked up.
    ///   - ring: asked for only if the entry is sealed.
    /// - Throws: `Refusal.hidden` if `superseded` is not among them, of another category, or sealed where this one is not;
    ///   `RecordError` if it has been superseded already, would become more open, or is open where this one is sealed:
    ///   then whoever may not read this one could tell from the other that it is there; or if it is open and tells of something
    ///   that runs out, and this one does not. `SealingError`.
    package static func write(
        _ content: Confidential<EntryContent>, as id: EntryID, by permit: Permit<WriteEntry>,
        superseding superseded: EntryID? = nil, ending ends: Bool = false, in file: [RecordEntry] = [],
        at now: Instant, with ring: @autoclosure () throws -> KeyRing,
        using generator: inout some RandomNumberGenerator
    ) throws -> RecordEntry {
        let subject = permit.subject
        try check(superseded, by: subject, keepsTerms: ends || content.reveal().terms != nil, in: file)
        return try keep(
            content, as: id, of: subject.person.person, subject.category, subject.recordClass, by: permit.caller,
            referring: superseded.map(Reference.supersedes), at: now, with: try ring(), using: &generator)
    }

    /// The person concerned says how they are reached.
    ///
    /// - Parameters: as of `write`.
    /// - Throws: the same; `RecordError` too if contacts have no such class.
    package static func correctContact(
        _ content: Confidential<EntryContent>, _ recordClass: RecordClass, as id: EntryID,
        by permit: Permit<CorrectContact>, superseding superseded: EntryID? = nil, in file: [RecordEntry] = [],
        at now: Instant, with ring: @autoclosure () throws -> KeyRing,
        using generator: inout some RandomNumberGenerator
    ) throws -> RecordEntry {
        try RecordCategory.contact.check(recordClass)
        guard let subject = EntrySubject(permit.subject, .contact, recordClass) else { throw Refusal.hidden }
        try check(superseded, by: subject, keepsTerms: content.reveal().terms != nil, in: file)
        return try keep(
            content, as: id, of: permit.subject.person, .contact, recordClass, by: permit.caller,
            referring: superseded.map(Reference.supersedes), at: now, with: try ring(), using: &generator)
    }

    /// Whether one entry may stand for another.
    ///
    /// - Parameter keepsTerms: whether what runs out by the other goes on by this one, or is ended on purpose.
    private static func check(
        _ superseded: EntryID?, by subject: EntrySubject, keepsTerms: Bool, in file: [RecordEntry]
    ) throws {
        guard let superseded else { return }
        guard let old = file.first(where: { $0.id == superseded }), old.person == subject.person.person,
            old.category == subject.category,
            // Whoever writes what is not sealed need not know of sealed entries.
            old.recordClass != .sealed || subject.recordClass == .sealed
        else { throw Refusal.hidden }
        guard old.recordClass == .sealed || subject.recordClass != .sealed else {
            throw RecordError(
                .sealsOpen,
                "A sealed entry supersedes no other: whoever may not read it goes on seeing that one. "
                    + "Maybe write it beside, and say in an open one what no longer holds.")
        }
        guard !file.contains(where: { $0.supersedes == superseded }) else {
            throw RecordError(
                .alreadySuperseded, "That entry has been superseded meanwhile. Maybe supersede the newer one.")
        }
        guard old.recordClass <= subject.recordClass else {
            throw RecordError(.moreOpen, "An entry is not superseded by one that is open to more people.")
        }
        // Of a sealed one nobody is told by this whether it runs out.
        if !keepsTerms, case .open(let content) = old.content, content.reveal().terms != nil {
            throw RecordError(
                .badExpiry,
                "That entry tells of something that runs out, and by this one nobody would be reminded of it any more. "
                    + "Renew, count or end it where it is told what runs out, or by watchbill expiry.")
        }
    }

    /// The person concerned contests an entry of their own file. The contest is an entry of the same category and class,
    /// so whoever may read the one may read the other, and nobody else.
    ///
    /// - Throws: `Refusal.hidden` if the permit is for another person; `SealingError`.
    package func contest(
        _ content: Confidential<EntryContent>, as id: EntryID, by permit: Permit<ContestEntry>, at now: Instant,
        with ring: @autoclosure () throws -> KeyRing, using generator: inout some RandomNumberGenerator
    ) throws -> RecordEntry {
        guard permit.subject.person == person else { throw Refusal.hidden }
        return try Self.keep(
            content, as: id, of: person, category, recordClass, by: permit.caller, referring: .contests(self.id),
            at: now, with: try ring(), using: &generator)
    }

    private static func keep(
        _ content: Confidential<EntryContent>, as id: EntryID, of person: PersonID, _ category: RecordCategory,
        _ recordClass: RecordClass, by caller: Caller, referring reference: Reference?, at now: Instant,
        with ring: @autoclosure () throws -> KeyRing, using generator: inout some RandomNumberGenerator
    ) throws -> RecordEntry {
        guard let writer = caller.person else { throw Refusal.forbidden }
        if recordClass == .sealed, case .qualification = content.reveal().terms?.need {
            throw RecordError(
                .badExpiry,
                "What is sealed is needed for no single qualification: which one it is would tell of it. "
                    + "Maybe it is needed for any duty, or is not sealed.")
        }
        var kept = Content.open(content)
        if recordClass == .sealed {
            let place = SealedPlace(caller.organisation, person, category, id, .entry)
            kept = .sealed(try ring().seal(content, at: place, using: &generator))
        }
        return try RecordEntry(
            id: id, person: person, category: category, recordClass: recordClass, content: kept, writtenBy: writer,
            writtenAt: now, reference: reference)
    }
}

extension Sequence<RecordEntry> {
    /// Those that no other supersedes, in their order.
    package var current: [RecordEntry] {
        let old = Set(compactMap(\.supersedes))
        return filter { !old.contains($0.id) }
    }

    /// The contests that nobody has answered: neither they nor what they contest have been superseded.
    package var openContests: [RecordEntry] {
        let current = current
        let ids = Set(current.map(\.id))
        return current.filter { $0.contests.map(ids.contains) ?? false }
    }
}
