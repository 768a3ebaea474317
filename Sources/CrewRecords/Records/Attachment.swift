package import RotaModel

package typealias AttachmentID = Identifier<Attachment>

/// A file that goes with an entry, as it is kept. Like the entry it is never changed, and sealed if the entry is, its name
/// and its type with it.
package struct Attachment: Sendable {
    package enum Content: Sendable {
        case open(Confidential<AttachedFile>)
        case sealed(SealedEnvelope)
    }

    package let id: AttachmentID
    package let entry: EntryID
    package let content: Content

    /// An attachment as the store holds it.
    package init(id: AttachmentID, entry: EntryID, content: Content) {
        self.id = id
        self.entry = entry
        self.content = content
    }
}

extension RecordEntry {
    /// The files that are written together with the entry.
    ///
    /// - Parameters:
    ///   - ids: as many as there are files.
    ///   - ring: asked for only if the entry is sealed.
    /// - Throws: `RecordError` if there are too many; `SealingError`.
    package func attaching(
        _ files: [Confidential<AttachedFile>], as ids: [AttachmentID], in organisation: OrganisationID,
        with ring: @autoclosure () throws -> KeyRing, using generator: inout some RandomNumberGenerator
    ) throws -> [Attachment] {
        guard files.count <= AttachedFile.mostTogether else {
            throw RecordError(
                .tooManyAttachments,
                "An entry has at most \(AttachedFile.mostTogether) attachments. Maybe write a second entry.")
        }
        precondition(files.count == ids.count, "Each attachment has an id of its own.")
        return try zip(files, ids).map { file, attachment in
            guard recordClass == .sealed else { return Attachment(id: attachment, entry: id, content: .open(file)) }
            let sealed = Confidential(SealedAttachment(id: attachment, file: file.reveal()))
            let place = attachmentPlace(in: organisation)
            return Attachment(
                id: attachment, entry: id,
                content: .sealed(try ring().seal(sealed, at: place, using: &generator)))
        }
    }

    /// The file, the reading of its entry having been logged.
    ///
    /// - Throws: `SealingError` if it cannot be opened, or stands in the place of another one of the entry's.
    package func file(
        of attachment: Attachment, for reading: LoggedReading, with ring: KeyRing
    ) throws -> Confidential<AttachedFile> {
        guard attachment.entry == id, case .sealed(let envelope) = attachment.content else { throw Refusal.hidden }
        let opened: Confidential<SealedAttachment> = try ring.open(
            envelope, at: attachmentPlace(in: ring.organisation), for: reading)
        guard opened.reveal().id == attachment.id else { throw SealedEnvelope.notOpened }
        return Confidential(opened.reveal().file)
    }

    /// The file of an entry that is not sealed.
    ///
    /// - Throws: `Refusal.hidden` if the permit is for entries of another person, category or class.
    package func file(
        of attachment: Attachment, for permit: Permit<ReadEntry>
    ) throws(Refusal) -> Confidential<AttachedFile> {
        _ = try content(for: permit)
        guard attachment.entry == id, case .open(let file) = attachment.content else { throw .hidden }
        return file
    }

    private func attachmentPlace(in organisation: OrganisationID) -> SealedPlace {
        SealedPlace(organisation, person, category, id, .attachment)
    }
}

/// What is sealed of an attachment. All of an entry's are sealed for the same place: the id tells them apart.
struct SealedAttachment: Hashable, Sendable {
    let id: AttachmentID
    let file: AttachedFile
}

extension SealedAttachment: SealedValue {
    var sealedBytes: [UInt8] {
        var bytes = CanonicalBytes()
        bytes.add(id.rawValue)
        bytes.add(file.name)
        bytes.add(file.type.rawValue)
        bytes.add(file.bytes)
        return bytes.bytes
    }

    init?(sealedBytes: [UInt8]) {
        var reader = CanonicalReader(sealedBytes)
        guard let id = reader.text(), let name = reader.text(),
            let type = reader.text().flatMap(AttachmentType.init(rawValue:)), let bytes = reader.field(),
            reader.isAtEnd
        else { return nil }
        self.init(id: AttachmentID(id), file: AttachedFile(name: name, type: type, bytes: bytes))
    }
}
