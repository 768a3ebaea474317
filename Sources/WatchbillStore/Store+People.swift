package import CrewRecords
package import RotaModel

/// Changing the directory by hand, one person at a time.
extension Store {
    /// What the directory has of a person, and what else it could have.
    ///
    /// - Throws: `Refusal` unless the caller may change it.
    package func details(of person: PersonID, for caller: Caller) async throws -> PersonDetails {
        try await read { book in
            try book.permit(caller, to: ChangePerson.self, on: try book.subject(person, at: caller.admittedAt))
            guard let entry = try book.directory().person(person) else { throw Refusal.hidden }
            return PersonDetails(person: entry, choices: try book.detailChoices(of: entry, for: caller))
        }
    }

    /// What somebody who is new could be and have.
    ///
    /// - Throws: `Refusal` if there is no unit to which the caller may add people.
    package func detailChoices(for caller: Caller) async throws -> DetailChoices {
        try await checkSomewhere(AddPeople.self, for: caller)
        return try await read { book in try book.detailChoices(of: nil, for: caller) }
    }

    /// Takes in somebody who is not in the directory yet, at its end.
    ///
    /// - Parameter person: with an empty id: one is given, `p1` and so on, which says nothing of the person.
    /// - Returns: the id.
    /// - Throws: `Refusal`: to add people to each of the person's units; of somebody without units, to the whole
    ///   organisation. `StoreError`, `unusableDirectory`: there is such an id already, or the details contradict themselves.
    package func add(_ person: PersonEntry, for caller: Caller) async throws -> PersonID {
        try await write { book in
            let state = try book.directory()
            try book.permitJoining(Set(person.memberships.map(\.id)), for: caller)
            if person.memberships.isEmpty { try book.permit(caller, to: AddPeople.self, on: try book.root()) }
            var person = person
            if person.id.rawValue.isEmpty { person.id = state.freeID }
            var directory = state.directory
            directory.people.append(person)
            try book.replaceDirectory(by: directory)
            return person.id
        }
    }

    /// Puts other details in the place of a person's.
    ///
    /// - Parameter known: the details that they are to take the place of; nil: whichever there are.
    /// - Throws: `Refusal`: to change the person, and to add people to units for days on which the person was not in them. `StoreError`,
    ///   `unusableDirectory`: the details contradict themselves. `changedMeanwhile`: there are others than `known`.
    package func change(_ person: PersonEntry, from known: PersonEntry? = nil, for caller: Caller) async throws {
        try await write { book in
            try book.permit(caller, to: ChangePerson.self, on: try book.subject(person.id, at: caller.admittedAt))
            let state = try book.directory()
            guard let place = state.directory.people.firstIndex(where: { $0.id == person.id }) else {
                throw Refusal.hidden
            }
            let before = state.directory.people[place]
            if let known, known != before {
                throw StoreError(
                    .changedMeanwhile,
                    "The details were changed by somebody else meanwhile. Look at them again, and put your changes into those."
                )
            }
            // Whoever was in a unit once does not come back there by a later last day.
            let joining = person.memberships.filter { new in
                !before.memberships.contains { $0.id == new.id && $0.valid.intersection(new.valid) == new.valid }
            }
            try book.permitJoining(Set(joining.map(\.id)), for: caller)
            var directory = state.directory
            directory.people[place] = person
            try book.replaceDirectory(by: directory)
        }
    }
}

extension Book {
    /// - Parameter units: of one that there is not, the whole organisation is asked.
    fileprivate func permitJoining(_ units: Set<UnitID>, for caller: Caller) throws {
        let known = Set(try directory().ancestry.units)
        for unit in units.sorted() {
            try permit(caller, to: AddPeople.self, on: known.contains(unit) ? unit : try root())
        }
    }

    fileprivate func detailChoices(of person: PersonEntry?, for caller: Caller) throws -> DetailChoices {
        let state = try directory()
        let own = Set(person?.memberships.map(\.id) ?? [])
        let all = state.root.map { [$0] + state.tree.units(below: $0) } ?? []
        return DetailChoices(
            units: all.filter { own.contains($0) || permits(caller, to: AddPeople.self, on: $0) }.compactMap {
                state.tree[$0]
            },
            ranks: state.directory.ranks, qualifications: state.directory.qualifications,
            contracts: state.directory.contracts)
    }

    fileprivate func replaceDirectory(by directory: Directory) throws {
        try directory.checkUsableByHand()
        try directoryTables.change(try self.directory().directory, into: directory)
    }
}

extension DirectoryState {
    /// The first of `p1`, `p2`, … after all that there are.
    fileprivate var freeID: PersonID {
        let numbers = directory.people.compactMap { person -> Int? in
            guard person.id.rawValue.first == "p" else { return nil }
            return Int(person.id.rawValue.dropFirst())
        }
        return PersonID("p\((numbers.filter { $0 < 1_000_000_000 }.max() ?? 0) + 1)")
    }
}
