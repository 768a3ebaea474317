import CrewRecords
import RotaModel
import WatchbillStore

/// What the page of one entry shows.
struct EntryPageRequest: Sendable {
    /// Opened.
    var entry: FiledEntry
    /// The file it is in.
    var file: PersonFile
    var zone: Zone
    /// Nil: nothing is written there.
    var form: String?
    var refusal: String?
    /// What was typed, if it was refused.
    var typed: FormBody?
}

extension PageRenderer {
    struct AttachmentLine: Sendable {
        let name: String
        let address: String
        let note: String
    }

    func entryPage(_ request: EntryPageRequest) -> String {
        struct Link: Sendable {
            let words: String
            let title: String
            let address: String
        }
        struct Model: Sendable {
            let title: String
            let fileTitle: String
            let file: String
            let address: String
            let facts: [String]
            let body: [String]
            let links: [Link]
            let attachments: [AttachmentLine]
            let hasAttachments: Bool
            let refusal: String?
            let category: String
            /// Where the form leads that supersedes it.
            let writesTo: String
            let superseding: EntryFields?
            let contesting: EntryFields?
        }
        let (entry, file) = (request.entry, request.file)
        let address = entryAddress(entry.id, of: file.person)
        func link(_ phrase: Phrase, _ id: EntryID) -> Link? {
            file.entries.first { $0.id == id }.map {
                Link(words: language[phrase], title: title(of: $0), address: entryAddress(id, of: file.person))
            }
        }
        var links: [Link?] = []
        switch entry.reference {
        case .supersedes(let other): links.append(link(.entrySupersedes, other))
        case .contests(let other): links.append(link(.entryContests, other))
        case nil: break
        }
        for other in file.entries {
            switch other.reference {
            case .supersedes(entry.id): links.append(link(.entrySupersededBy, other.id))
            case .contests(entry.id): links.append(link(.entryContestedBy, other.id))
            default: break
            }
        }
        let facts =
            [
                words(for: entry.category), words(for: entry.recordClass),
                entry.content.map { words(for: $0.valid) } ?? "",
                language.text(
                    .entryWritten, ["name": entry.writer, "time": language.moment(entry.writtenAt, in: request.zone)]),
                state(of: entry),
            ].filter { !$0.isEmpty } + (entry.content.map { self.facts(of: $0, []) } ?? [])
        // What runs out is renewed and counted where that is told.
        let runsOut = entry.isCurrent && entry.content?.terms != nil
        if runsOut {
            let address = file.mayContest ? "/me/expiry" : expiryAddress(file.person)
            links.append(Link(words: "", title: language[.expiry], address: address))
        }
        // How they are reached people say themselves.
        let isOwnContact = file.mayContest && entry.category == .contact
        let mayWrite =
            request.form != nil && entry.isCurrent && !runsOut
            && (isOwnContact || file.writable.contains(entry.category))
        let mayContest = request.form != nil && file.mayContest && entry.isCurrent
        var frame = frame(.me, title: title(of: entry), problem: nil, style: "text")
        frame.form = request.form
        return render(
            "entry",
            Model(
                title: title(of: entry), fileTitle: language.text(.fileOf, ["name": file.name]),
                file: "\(cardAddress(file.person))/file", address: address, facts: facts,
                body: paragraphs(of: entry), links: links.compactMap(\.self),
                attachments: lines(of: entry, at: address), hasAttachments: !entry.attachments.isEmpty,
                refusal: request.refusal, category: entry.category.rawValue,
                writesTo: isOwnContact ? "/me/contact" : "\(cardAddress(file.person))/file",
                superseding: mayWrite
                    ? fields(
                        of: [], classes: entry.category.classes.filter { $0 >= entry.recordClass },
                        typed: request.typed, content: entry.content, superseding: entry.id.rawValue) : nil,
                contesting: mayContest
                    ? fields(of: [], classes: [], typed: request.typed, content: nil) : nil), frame: frame)
    }

    /// An entry's text by its lines, without empty ones.
    func paragraphs(of entry: FiledEntry) -> [String] {
        (entry.content?.body ?? "").split(whereSeparator: \.isNewline).map(String.init)
    }

    private func lines(of entry: FiledEntry, at address: String) -> [AttachmentLine] {
        entry.attachments.map {
            AttachmentLine(
                name: $0.name, address: "\(address)/attachments/\(LocalAddress.inQuery($0.id.rawValue))",
                note: "\(words(for: $0.type)), \(size($0.size))")
        }
    }

    func words(for type: AttachmentType) -> String {
        switch type {
        case .pdf: language[.typePDF]
        case .png, .jpeg, .webp: language[.typePicture]
        case .text: language[.typeText]
        }
    }
}
