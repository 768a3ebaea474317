package import RotaModel

/// All entries that a caller may read without opening a seal, as something a search can ask for: the same table, turned
/// into sets of units. Sealed entries are never searched.
package struct EntryReach: Sendable {
    /// A category with a class.
    package struct Shelf: Hashable, Comparable, Sendable {
        package let category: RecordCategory
        package let recordClass: RecordClass

        package init(_ category: RecordCategory, _ recordClass: RecordClass) {
            self.category = category
            self.recordClass = recordClass
        }

        /// All that there are.
        package static let all = RecordCategory.allCases.flatMap { category in
            category.classes.map { Shelf(category, $0) }
        }

        /// `training unit`.
        package var name: String { "\(category.rawValue) \(recordClass.rawValue)" }

        package static func < (left: Self, right: Self) -> Bool { left.name < right.name }
    }

    /// Whose own entries are all in it.
    package let own: PersonID?
    /// The units whose people's entries are in it.
    package let units: [Shelf: Set<UnitID>]
    /// Those whose entries are in it even of people in no unit.
    package let whole: Set<Shelf>

    /// Whether one entry is in it.
    package func contains(_ entry: EntrySubject) -> Bool {
        guard entry.recordClass != .sealed else { return false }
        if entry.person.person == own { return true }
        let shelf = Shelf(entry.category, entry.recordClass)
        if entry.person.units.isEmpty { return whole.contains(shelf) }
        return !(units[shelf] ?? []).isDisjoint(with: entry.person.units)
    }
}

extension Caller {
    /// What the caller may read and search.
    ///
    /// - Complexity: units x (6 roles x depth + 24 shelves).
    package var entryReach: EntryReach {
        let reached = held.keys.reduce(into: [Role: Set<UnitID>]()) { reached, role in
            reached[role] = Set(ancestry.units.filter { holds(role, over: [$0]) })
        }
        var own: PersonID?
        var units: [EntryReach.Shelf: Set<UnitID>] = [:]
        var whole: Set<EntryReach.Shelf> = []
        for category in RecordCategory.allCases {
            for recordClass in category.classes {
                guard let row = Permission.row(ReadEntry.self, .recordClass(recordClass)), row.admits(identity) else {
                    continue
                }
                own = person
                let shelf = EntryReach.Shelf(category, recordClass)
                let roles = row.roles(for: category)
                units[shelf] = roles.reduce(into: []) { $0.formUnion(reached[$1] ?? []) }
                if roles.contains(where: { holds($0, over: []) }) { whole.insert(shelf) }
            }
        }
        return EntryReach(own: own, units: units, whole: whole)
    }
}
