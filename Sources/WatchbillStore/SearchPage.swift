package import CrewRecords
package import RotaModel

/// What a search has found, as far as the searcher may know of it.
package struct SearchPage: Sendable {
    /// Whose names have all the words, in the directory's order; a few.
    package let people: [CrewMember]
    /// Those written last first.
    package let hits: [SearchHit]
    /// Where the next page goes on; nil if there is no more.
    package let next: EntryID?
}

/// An entry that was found.
package struct SearchHit: Sendable {
    package let id: EntryID
    package let person: PersonID
    /// Of the person whose file it is in.
    package let name: String
    package let category: RecordCategory
    package let recordClass: RecordClass
    package let writtenAt: Instant
    package let title: String
    package let excerpt: Excerpt
}
