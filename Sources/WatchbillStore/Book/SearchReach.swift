internal import CrewRecords
internal import RotaModel

/// All entries that a caller may read without opening a seal, with the people whose they are at this moment.
struct SearchReach {
    /// People and the shelves of their files that may be read.
    struct Part {
        /// Nil: everybody.
        let people: [PersonID]?
        let shelves: [EntryReach.Shelf]
    }

    let own: PersonID?
    let parts: [Part]

    init(_ reach: EntryReach, in state: DirectoryState, at now: Instant) {
        own = reach.own
        // Whoever holds a role over the whole reaches everybody, those in no unit among them.
        let everybodys = reach.whole.sorted()
        let others = Dictionary(grouping: reach.units.keys.filter { !reach.whole.contains($0) }.sorted()) {
            reach.units[$0] ?? []
        }
        var parts: [Part] = everybodys.isEmpty ? [] : [Part(people: nil, shelves: everybodys)]
        for (units, shelves) in others.sorted(by: { $0.value[0] < $1.value[0] }) {
            let people = state.people(in: units, at: now)
            if !people.isEmpty { parts.append(Part(people: people, shelves: shelves)) }
        }
        self.parts = parts
    }

    var isEmpty: Bool { own == nil && parts.isEmpty }

    /// Whose entries may be in it; nil: anybody's.
    var people: [PersonID]? {
        if parts.contains(where: { $0.people == nil }) { return nil }
        return Set(parts.flatMap { $0.people ?? [] } + [own].compactMap(\.self)).sorted()
    }
}
