package import RotaModel

/// What an operation is done to. Subjects are made by the store, from what it holds at that moment.
package protocol Subject: Sendable {
    static var kind: SubjectKind { get }
    var facts: SubjectFacts { get }
}

/// The kinds of subject, as the table of permissions groups them.
package enum SubjectKind: String, CaseIterable, Hashable, Sendable {
    case organisation, unit, person, entry, role
}

/// As much of a subject as decides a permission.
package struct SubjectFacts: Hashable, Sendable {
    /// A role must be held in one of these or above it. None: over the whole organisation.
    package var units: Set<UnitID>
    package var person: PersonID?
    package var category: RecordCategory?
    package var variant: Variant

    package init(
        units: Set<UnitID>, person: PersonID? = nil, category: RecordCategory? = nil, variant: Variant = .only
    ) {
        self.units = units
        self.person = person
        self.category = category
        self.variant = variant
    }

    /// What tells apart the rows of one operation.
    package enum Variant: Hashable, Sendable {
        case only
        case recordClass(RecordClass)
        case role(Role)
    }
}

/// Everything there is.
package struct WholeOrganisation: Subject {
    package static let kind = SubjectKind.organisation
    package var facts: SubjectFacts { SubjectFacts(units: []) }

    package init() {}
}

extension Identifier: Subject where Kind == CrewUnit {
    package static var kind: SubjectKind { .unit }
    package var facts: SubjectFacts { SubjectFacts(units: [self]) }
}

/// A person, and where they are. A test holds the list of files that make one, since who may do what follows from it.
package struct PersonSubject: Subject, Hashable {
    package static let kind = SubjectKind.person
    package let person: PersonID
    /// Those that the person is in now; of somebody who has left, those they were in last; of somebody who is yet to come,
    /// those they will be in first. Somebody in none is seen and kept only by those whose role is held over the whole
    /// organisation.
    package let units: Set<UnitID>
    package var facts: SubjectFacts { SubjectFacts(units: units, person: person) }

    package init(_ person: PersonID, in units: Set<UnitID>) {
        self.person = person
        self.units = units
    }
}

/// Entries of one category and class in a person's file.
package struct EntrySubject: Subject, Hashable {
    package static let kind = SubjectKind.entry
    package let person: PersonSubject
    package let category: RecordCategory
    package let recordClass: RecordClass
    package var facts: SubjectFacts {
        SubjectFacts(
            units: person.units, person: person.person, category: category, variant: .recordClass(recordClass))
    }

    /// Nil if the category has no entries of that class: there are none on health that are not sealed.
    package init?(_ person: PersonSubject, _ category: RecordCategory, _ recordClass: RecordClass) {
        guard category.classes.contains(recordClass) else { return nil }
        self.person = person
        self.category = category
        self.recordClass = recordClass
    }
}

/// A role in a unit that a person is to get, or to lose.
package struct RoleSubject: Subject, Hashable {
    package static let kind = SubjectKind.role
    package let role: Role
    package let unit: UnitID
    package let person: PersonID
    package var facts: SubjectFacts { SubjectFacts(units: [unit], person: person, variant: .role(role)) }

    package init(_ role: Role, in unit: UnitID, for person: PersonID) {
        self.role = role
        self.unit = unit
        self.person = person
    }
}
