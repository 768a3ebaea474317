import CrewRecords
import RotaModel
import WatchbillStore

/// What the page of a person's file shows.
struct FilePageRequest: Sendable {
    var file: PersonFile
    /// Whether it is the page about oneself.
    var isOwn: Bool
    var zone: Zone
    /// Nil: nothing is written there.
    var form: String?
    var refusal: String?
    /// What was typed, if it was refused.
    var typed: FormBody?
}

extension PageRenderer {
    /// One entry, as lists show it.
    struct EntryLine: Sendable {
        let title: String
        let address: String
        let note: String
        let valid: String
        let openTo: String
        let state: String
        let files: String
    }

    func filePage(_ request: FilePageRequest) -> String {
        struct Section: Sendable {
            let id: String
            let title: String
            let entries: [EntryLine]
            let older: [EntryLine]
            let hasNone: Bool
            let hasOlder: Bool
        }
        struct Model: Sendable {
            let title: String
            let intro: String
            let address: String
            let isOwn: Bool
            let sections: [Section]
            let isEmpty: Bool
            let refusal: String?
            /// Where the form leads that writes an entry.
            let writesTo: String
            let writeTitle: String
            let hasForm: Bool
            let writing: EntryFields?
            let mayErase: Bool
        }
        let file = request.file
        let sections = RecordCategory.allCases.compactMap { category -> Section? in
            let entries = file.entries.filter { $0.category == category }
            guard !entries.isEmpty else { return nil }
            let lines = entries.filter(\.isCurrent).reversed().map { line($0, of: file, in: request.zone) }
            let older = entries.filter { !$0.isCurrent }.reversed().map { line($0, of: file, in: request.zone) }
            return Section(
                id: category.rawValue, title: words(for: category), entries: lines, older: older,
                hasNone: lines.isEmpty, hasOlder: !older.isEmpty)
        }
        let title = request.isOwn ? language[.fileOwn] : language.text(.fileOf, ["name": file.name])
        // Of themselves people say how they are reached.
        let writable = request.isOwn ? [] : file.writable
        let mayWrite = request.form != nil && (request.isOwn || !writable.isEmpty)
        var frame = frame(.me, title: title, problem: nil, style: "text")
        frame.form = request.form
        return render(
            "file",
            Model(
                title: title, intro: language[request.isOwn ? .fileOwnIntro : .fileIntro],
                address: cardAddress(file.person), isOwn: request.isOwn, sections: sections, isEmpty: sections.isEmpty,
                refusal: request.refusal,
                writesTo: request.isOwn ? "/me/contact" : "\(cardAddress(file.person))/file",
                writeTitle: language[request.isOwn ? .contactTitle : .entryNew], hasForm: mayWrite,
                writing: mayWrite
                    ? fields(
                        of: writable,
                        classes: request.isOwn ? RecordCategory.contact.classes : RecordClass.allCases,
                        typed: request.typed, content: nil, usual: request.isOwn ? .leads : nil) : nil,
                mayErase: request.form != nil && !request.isOwn && file.mayErase), frame: frame)
    }

    func line(_ entry: FiledEntry, of file: PersonFile, in zone: Zone) -> EntryLine {
        EntryLine(
            title: title(of: entry), address: entryAddress(entry.id, of: file.person),
            note: language.text(
                .entryWritten, ["name": entry.writer, "time": language.moment(entry.writtenAt, in: zone)]),
            valid: entry.content.map { words(for: $0.valid) } ?? "", openTo: words(for: entry.recordClass),
            state: state(of: entry),
            files: entry.attachments.isEmpty
                ? "" : language.text(.entryFiles, ["count": "\(entry.attachments.count)"]))
    }

    func title(of entry: FiledEntry) -> String { entry.content?.title ?? language[.entrySealed] }

    /// `superseded`, `contested`, `contests another entry`.
    func state(of entry: FiledEntry) -> String {
        var states: [Phrase] = []
        if !entry.isCurrent { states.append(.entrySuperseded) }
        if entry.isContested { states.append(.entryContested) }
        if case .contests = entry.reference { states.append(.entryContests) }
        if case .supersedes = entry.reference { states.append(.entrySupersedes) }
        return states.map { language[$0] }.joined(separator: ", ")
    }
}
