package import CrewRecords
package import RotaModel

/// What somebody was told of broken glass, with the names of those it is about.
package struct StoredNotice: Hashable, Sendable {
    package let glass: GlassID
    package let reader: String
    package let person: PersonID
    package let personName: String
    package let category: RecordCategory
    package let until: Instant
    package let told: Instant
    /// Nil until whoever was told says so.
    package let seen: Instant?
}
