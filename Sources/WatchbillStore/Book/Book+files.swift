internal import CrewRecords
internal import RotaModel

/// What somebody may see of files.
extension Book {
    /// Proof that an entry may be read, by the way it is kept.
    enum ReadingPermit {
        case open(Permit<ReadEntry>)
        case sealed(Permit<ReadSealedEntry>)
    }

    /// - Throws: the refusal, which is always `hidden`.
    func permitReading(
        _ category: RecordCategory, _ recordClass: RecordClass, of person: PersonSubject, for caller: Caller
    ) throws(Refusal) -> ReadingPermit {
        guard let subject = EntrySubject(person, category, recordClass) else { throw .hidden }
        if recordClass == .sealed { return .sealed(try permit(caller, to: ReadSealedEntry.self, on: subject)) }
        return .open(try permit(caller, to: ReadEntry.self, on: subject))
    }

    /// One entry, with the proof that the caller may read it.
    ///
    /// - Throws: `Refusal.hidden`, in the same way if there is no such entry.
    func entry(_ id: EntryID, for caller: Caller, at now: Instant) throws -> (RecordEntry, ReadingPermit) {
        guard let entry = try records.find(id) else { throw Refusal.hidden }
        return (entry, try permitReading(entry, for: caller, at: now))
    }

    func permitReading(_ entry: RecordEntry, for caller: Caller, at now: Instant) throws -> ReadingPermit {
        try permitReading(entry.category, entry.recordClass, of: try subject(entry.person, at: now), for: caller)
    }

    /// All that the caller may read of a file, each with the proof.
    ///
    /// - Throws: `Refusal.hidden` if the caller may read no entry there, were there one.
    func visible(of person: PersonSubject, for caller: Caller) throws -> [(entry: RecordEntry, permit: ReadingPermit)] {
        var permits: [EntryReach.Shelf: ReadingPermit] = [:]
        for shelf in EntryReach.Shelf.all {
            permits[shelf] = try? permitReading(shelf.category, shelf.recordClass, of: person, for: caller)
        }
        if permits.isEmpty { throw Refusal.hidden }
        return try records.file(of: person.person, on: permits.keys).compactMap { entry in
            permits[EntryReach.Shelf(entry.category, entry.recordClass)].map { (entry, $0) }
        }
    }

    /// Entries as their reader sees them; sealed ones stay closed.
    ///
    /// - Parameters:
    ///   - labels: of the attachments of entries that are not sealed.
    func filed(
        _ visible: [(entry: RecordEntry, permit: ReadingPermit)], labels: [EntryID: [AttachmentLabel]]
    ) throws -> [FiledEntry] {
        let entries = visible.map(\.entry)
        let sight = FileSight(entries)
        let state = try directory()
        return try visible.map { entry, permit in
            var content: EntryContent?
            if case .open(let permit) = permit { content = try entry.content(for: permit).reveal() }
            return FiledEntry(
                entry, content: content, attachments: labels[entry.id] ?? [],
                writer: state.person(entry.writtenBy)?.name,
                in: sight)
        }
    }

    /// One entry with what it says, and the files that go with it; of a sealed one the reading is logged here.
    ///
    /// - Parameter visible: all that the reader may read of the file.
    func opened(
        _ entry: RecordEntry, by permit: ReadingPermit, among visible: [RecordEntry], at now: Instant
    ) throws -> (entry: FiledEntry, files: [AttachedFile]) {
        let attachments = try attachments.all(of: entry.id)
        let content: EntryContent
        let files: [AttachedFile]
        switch permit {
        case .open(let permit):
            content = try entry.content(for: permit).reveal()
            files = try attachments.map { try entry.file(of: $0, for: permit).reveal() }
        case .sealed(let permit):
            let (ring, reading) = (try ring(), try enter(entry.id, by: permit, at: now))
            content = try entry.content(for: reading, with: ring).reveal()
            files = try attachments.map { try entry.file(of: $0, for: reading, with: ring).reveal() }
        }
        let filed = FiledEntry(
            entry, content: content, attachments: zip(attachments, files).map { AttachmentLabel($0.id, $1) },
            writer: try directory().person(entry.writtenBy)?.name, in: FileSight(visible))
        return (filed, files)
    }
}

/// How the entries that one reader sees hang together.
struct FileSight {
    private let ids: Set<EntryID>
    private let current: Set<EntryID>
    private let contested: Set<EntryID>

    init(_ entries: [RecordEntry]) {
        ids = Set(entries.map(\.id))
        current = Set(entries.current.map(\.id))
        contested = Set(entries.openContests.compactMap(\.contests))
    }

    func isCurrent(_ entry: EntryID) -> Bool { current.contains(entry) }

    func isContested(_ entry: EntryID) -> Bool { contested.contains(entry) }

    func reference(of entry: RecordEntry) -> RecordEntry.Reference? {
        guard let other = entry.supersedes ?? entry.contests, ids.contains(other) else { return nil }
        return entry.reference
    }
}

extension FiledEntry {
    init(
        _ entry: RecordEntry, content: EntryContent?, attachments: [AttachmentLabel], writer: String?,
        in sight: FileSight
    ) {
        self.init(
            id: entry.id, person: entry.person, category: entry.category, recordClass: entry.recordClass,
            writtenBy: entry.writtenBy, writer: writer ?? entry.writtenBy.rawValue, writtenAt: entry.writtenAt,
            reference: sight.reference(of: entry), content: content, attachments: attachments,
            isCurrent: sight.isCurrent(entry.id), isContested: sight.isContested(entry.id))
    }
}
