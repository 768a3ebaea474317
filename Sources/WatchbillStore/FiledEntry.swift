package import CrewRecords
package import RotaModel

/// An entry of a file as somebody sees it who may. What they may not see is not there, nor is it counted or referred to.
package struct FiledEntry: Hashable, Sendable {
    package let id: EntryID
    package let person: PersonID
    package let category: RecordCategory
    package let recordClass: RecordClass
    package let writtenBy: PersonID
    /// The writer's, as the directory has it now.
    package let writer: String
    package let writtenAt: Instant
    /// To an entry that the same reader may see.
    package let reference: RecordEntry.Reference?
    /// Nil of a sealed one that was not opened.
    package let content: EntryContent?
    /// None of a sealed one that was not opened.
    package let attachments: [AttachmentLabel]
    /// Whether no entry that the reader may see supersedes it.
    package let isCurrent: Bool
    /// Whether the person concerned contests it and has not been answered.
    package let isContested: Bool
}

/// What a list says of an attachment.
package struct AttachmentLabel: Hashable, Sendable {
    package let id: AttachmentID
    package let name: String
    package let type: AttachmentType
    /// In bytes.
    package let size: Int

    init(id: AttachmentID, name: String, type: AttachmentType, size: Int) {
        self.id = id
        self.name = name
        self.type = type
        self.size = size
    }

    init(_ id: AttachmentID, _ file: AttachedFile) {
        self.init(id: id, name: file.name, type: file.type, size: file.bytes.count)
    }
}

/// As much of a person's file as somebody may see.
package struct PersonFile: Sendable {
    package let person: PersonID
    package let name: String
    /// In the order of writing.
    package let entries: [FiledEntry]
    /// The categories in which the reader may write, with the classes.
    package let writable: [RecordCategory]
    /// Whether the reader may contest entries: the person concerned may.
    package let mayContest: Bool
    package let mayErase: Bool
}

/// What can be known and done of a person, for the page that leads there.
package struct PersonCard: Sendable {
    package let member: CrewMember
    package let maySeeFile: Bool
    package let maySeeAbsences: Bool
    package let maySeeFitness: Bool
    package let mayBreakGlass: Bool
    package let mayChange: Bool
}
