package import CrewRecords
package import RotaModel

/// Something that runs out, as somebody sees it who may read it.
package struct ExpiringEntry: Hashable, Sendable {
    package let id: EntryID
    package let person: PersonID
    /// As the directory has it.
    package let name: String
    package let category: RecordCategory
    package let recordClass: RecordClass
    /// With its terms.
    package let content: EntryContent
    package let last: LastDay
    /// Whether the reader may write what supersedes it.
    package let mayChange: Bool
}

/// What runs out in one file, as far as somebody may read it.
package struct PersonExpiry: Sendable {
    package let person: PersonID
    package let name: String
    /// What ends first comes first.
    package let entries: [ExpiringEntry]
    /// Whether there are sealed entries that the reader may open and that were not opened: whether any of them runs out they do not
    /// tell.
    package let hasSealed: Bool
    /// The categories in which the reader may write.
    package let writable: [RecordCategory]
    /// What a paper may be needed for.
    package let qualifications: [Qualification]
}

/// When somebody is not eligible for any duty; why, does not show.
package struct NotEligible: Hashable, Sendable {
    package let person: PersonID
    package let name: String
    package let first: CalendarDate
    /// The last one, of those that were asked for.
    package let last: CalendarDate
}

/// What runs out among the people of a unit and those below it.
package struct UnitExpiry: Sendable {
    /// That somebody may read, what ends first first.
    package let entries: [ExpiringEntry]
    /// Whether there are sealed entries that the reader may open and that were not opened.
    package let hasSealed: Bool
    /// By date; nil for whoever does not plan there.
    package let notEligible: [NotEligible]?
    /// What a paper may be needed for.
    package let qualifications: [Qualification]
}

/// What people are reminded of.
package struct ExpiryReminded: Hashable, Sendable {
    /// Nil for the person concerned; else whose it is.
    package let name: String?
    /// Nil of what is sealed: then nothing of it is told.
    package let told: Told?

    package struct Told: Hashable, Sendable {
        package let title: String
        package let last: CalendarDate
        /// Of a supply it is the earliest day that it may be, if it may be another.
        package let isSure: Bool
        package let today: CalendarDate
    }
}

/// The words in which people are reminded.
package typealias ExpiryWords = @Sendable (ExpiryReminded) -> String
