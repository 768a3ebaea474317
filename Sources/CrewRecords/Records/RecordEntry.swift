package import RotaModel

package typealias EntryID = Identifier<RecordEntry>

/// One entry of a person's file. It is never changed: what is wrong or out of date is superseded by another.
package struct RecordEntry: Hashable, Sendable {
    /// An entry's content, as it is kept.
    package enum Content: Hashable, Sendable {
        case open(Confidential<EntryContent>)
        case sealed(SealedEnvelope)
    }

    package let id: EntryID
    package let person: PersonID
    package let category: RecordCategory
    package let recordClass: RecordClass
    package let content: Content
    package let writtenBy: PersonID
    package let writtenAt: Instant
    package let reference: Reference?

    /// What an entry has to do with another of the same person and category.
    package enum Reference: Hashable, Sendable {
        /// It stands for that one instead.
        case supersedes(EntryID)
        /// The person concerned says in it what is wrong with that one.
        case contests(EntryID)
    }

    /// An entry as the store holds it.
    ///
    /// - Throws: `RecordError` if its class is none of its category's, or its content is not kept as its class demands.
    package init(
        id: EntryID, person: PersonID, category: RecordCategory, recordClass: RecordClass, content: Content,
        writtenBy: PersonID, writtenAt: Instant, reference: Reference? = nil
    ) throws(RecordError) {
        let isSealed = if case .sealed = content { true } else { false }
        guard category.classes.contains(recordClass), isSealed == (recordClass == .sealed) else {
            throw RecordError(
                .damaged, "An entry is not kept as its class demands. Maybe the database was changed by hand.")
        }
        self.id = id
        self.person = person
        self.category = category
        self.recordClass = recordClass
        self.content = content
        self.writtenBy = writtenBy
        self.writtenAt = writtenAt
        self.reference = reference
    }

    /// The entry that this one stands for instead.
    package var supersedes: EntryID? { if case .supersedes(let id) = reference { id } else { nil } }

    /// The entry that this one contests.
    package var contests: EntryID? { if case .contests(let id) = reference { id } else { nil } }

    /// What an entry that is not sealed says.
    ///
    /// - Throws: `Refusal.hidden` if the permit is for entries of another person, category or class.
    package func content(for permit: Permit<ReadEntry>) throws(Refusal) -> Confidential<EntryContent> {
        guard permit.subject.person.person == person, permit.subject.category == category,
            permit.subject.recordClass == recordClass, case .open(let content) = content
        else { throw .hidden }
        return content
    }

    /// What a sealed entry says, its reading having been logged.
    package func content(
        for reading: LoggedReading, with ring: KeyRing
    ) throws -> Confidential<EntryContent> {
        guard case .sealed(let envelope) = content else { throw Refusal.hidden }
        return try ring.open(
            envelope, at: SealedPlace(ring.organisation, person, category, id, .entry), for: reading)
    }
}
