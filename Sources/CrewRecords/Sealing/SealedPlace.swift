package import RotaModel

/// Where a sealed field belongs. A field opens nowhere else, so that it cannot be moved to another person or entry.
package struct SealedPlace: Hashable, Sendable {
    /// What is sealed of an entry.
    package enum Field: String, CaseIterable, Hashable, Sendable {
        case entry, attachment, absenceGround, fitnessReason, glassReason
    }

    package let organisation: OrganisationID
    package let person: PersonID
    package let category: RecordCategory
    package let entry: EntryID
    package let field: Field

    package init(
        _ organisation: OrganisationID, _ person: PersonID, _ category: RecordCategory, _ entry: EntryID, _ field: Field
    ) {
        self.organisation = organisation
        self.person = person
        self.category = category
        self.entry = entry
        self.field = field
    }

    /// What is authenticated beside the field itself.
    func context(under key: DataKeyNumber) -> [UInt8] {
        var context = CanonicalBytes()
        context.add("watchbill sealed field 1")
        context.add(organisation.rawValue)
        context.add(person.rawValue)
        context.add(category.rawValue)
        context.add(entry.rawValue)
        context.add(field.rawValue)
        context.add(Int(key.value))
        return context.bytes
    }
}
