package import CrewRecords
package import RotaModel

/// Changing by hand what the directory has besides people: units, ranks, qualifications and contracts.
extension Store {
    /// The directory without its people.
    ///
    /// - Throws: `Refusal` unless the caller may change it.
    package func outline(for caller: Caller) async throws -> Directory {
        try await read { book in
            try book.permit(caller, to: AddPeople.self, on: try book.root())
            return try book.directory().directory.outline
        }
    }

    /// Puts other units, ranks, qualifications and contracts in the place of those there are. People stay as they are.
    ///
    /// - Parameters:
    ///   - outline: the people in it count for nothing.
    ///   - known: the outline that it is to take the place of.
    /// - Throws: `Refusal`: as for an import of the whole directory. `StoreError`, `unusableDirectory`: it contradicts itself.
    ///   `stillNeeded`: people have, or had, what it lacks; units that it lacks have problems or roles. `changedMeanwhile`:
    ///   there is another one than `known`.
    package func replaceOutline(
        by outline: Directory, from known: Directory, for caller: Caller, at now: Instant
    ) async throws {
        try await write { book in
            let state = try book.directory()
            var directory = outline
            directory.people = state.directory.people
            let change = try DirectoryImport(directory, into: book)
            try change.checkPermits(of: caller, at: now)
            guard state.directory.outline == known.outline else {
                throw StoreError(
                    .changedMeanwhile,
                    "Units, ranks, qualifications or contracts were changed by somebody else meanwhile. Look at them again, "
                        + "and put your changes into those.")
            }
            try state.directory.checkNothingHeld(isGoneFrom: outline)
            try directory.checkUsableByHand()
            try change.checkNothingIsLost()
            try change.write()
        }
    }
}

extension Directory {
    /// - Throws: `StoreError`, `stillNeeded`, that names the first thing that people have and another directory lacks.
    fileprivate func checkNothingHeld(isGoneFrom other: Directory) throws(StoreError) {
        func check<Thing, Kind>(
            _ things: [Thing], _ left: [Thing], _ id: (Thing) -> Identifier<Kind>, _ name: (Thing) -> String,
            _ held: (PersonEntry) -> [Held<Identifier<Kind>>]
        ) throws(StoreError) {
            let kept = Set(left.map(id))
            for thing in things where !kept.contains(id(thing)) {
                let holders = people.filter { person in held(person).contains { $0.id == id(thing) } }
                guard let first = holders.first else { continue }
                let others = holders.count > 1 ? ", and \(holders.count - 1) more have or had it" : " has or had it"
                throw StoreError(
                    .stillNeeded,
                    "“\(name(thing))” cannot be taken out: \(first.name)\(others). It is kept for the time when they did; "
                        + "maybe rename it instead.")
            }
        }
        try check(units, other.units, { $0.unit.id }, { $0.unit.name }, \.memberships)
        try check(ranks, other.ranks, { $0.id }, { $0.name }, \.ranks)
        try check(qualifications, other.qualifications, { $0.id }, { $0.name }, \.qualifications)
        try check(contracts, other.contracts, { $0.id }, { $0.name }, \.contracts)
    }

    fileprivate var outline: Directory {
        var outline = self
        outline.people = []
        return outline
    }
}
