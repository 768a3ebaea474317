import CrewRecords
import RotaModel

/// Something that somebody does in the history of both worlds, or of one.
struct Deed: Sendable, CustomStringConvertible {
    /// What it is; deeds of one kind look the same in the log.
    enum Kind: String, Hashable, Sendable {
        case look, read
        case write, supersede, contest, erase, setRetention, writePaper, writeSupply
        /// The server's own jobs.
        case eraseDue, remindOfExpiry
        case askAbsence, noteAbsence, decideAbsence, openGround, decideFitness, openReason, breakGlass
        case giveRole, endRole, issueToken, sendMessage

        /// How pages link to what such a deed makes; nil if nothing later needs it.
        var links: Regex<(Substring, Substring)>? {
            switch self {
            case .askAbsence, .noteAbsence: /name="absence" value="([^"]+)"/
            case .decideFitness: /name="decision" value="([^"]+)"/
            case .write, .supersede, .contest, .writePaper, .writeSupply: /\/file\/([A-Za-z0-9_%-]{10,})/
            default: nil
            }
        }
    }

    /// A form that is sent.
    struct Form: Sendable {
        var address: String
        var fields: [(name: String, value: Twin<String>)]
        /// Sent as forms with files are.
        var isUpload = false
        var file: Twin<Upload>?
    }

    var number: Int
    var at: Instant
    var by: PersonID
    var kind: Kind
    /// Looked at before, in both worlds.
    var page: String
    /// Nil: looking is all.
    var form: Form?
    /// Nil: it happens in both.
    var only: Side?
    /// What it tells in confidence.
    var fact: Fact?

    var description: String {
        let place = only.map { ", in \($0) only" } ?? ""
        return "deed \(number) (\(kind.rawValue) by \(by)\(place))"
    }

    func happens(in side: Side) -> Bool { only.map { $0 == side } ?? true }
}

/// Something told in confidence that is not the same in both worlds.
struct Fact: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// A sealed entry, an absence's ground or a reason on fitness: for who may read sealed entries of its category.
        case entry(RecordCategory)
        /// Why the glass was broken: for the person concerned alone.
        case glassReason
    }

    let person: PersonID
    let kind: Kind
    /// Who has written it down, and so knows it.
    let author: PersonID

    /// Whether somebody has the right to it, or has written it themselves. It is the table of permissions that says so.
    func isOpen(to asker: Asker, _ caller: Caller?) -> Bool {
        if case .session(author) = asker.way { return true }
        guard let caller else { return false }
        let subject = PersonSubject(person, in: [TwinHospital.ward])
        switch kind {
        case .entry(let category):
            guard let entries = EntrySubject(subject, category, .sealed) else { return false }
            return (try? caller.permit(ReadSealedEntry.self, on: entries)) != nil
        case .glassReason:
            return (try? caller.permit(ReadReadings.self, on: subject)) != nil
        }
    }
}
