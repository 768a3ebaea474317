internal import CrewRecords
internal import RotaModel

extension Book {
    /// What is told of somebody's health, as the subject of an operation.
    ///
    /// - Throws: `Refusal.hidden` if there is no such person.
    func health(of person: PersonID?, at now: Instant) throws -> EntrySubject {
        try entries(.health, of: person, at: now)
    }

    /// The sealed entries of one category in somebody's file, as the subject of an operation.
    ///
    /// - Throws: `Refusal.hidden` if there is no such person, or nothing sealed in that category.
    func entries(_ category: RecordCategory, of person: PersonID?, at now: Instant) throws -> EntrySubject {
        guard let entries = EntrySubject(try subject(person, at: now), category, .sealed) else { throw Refusal.hidden }
        return entries
    }

    /// Everybody who holds a role in one of the units or above.
    func holders(of role: Role, over units: Set<UnitID>, at now: Instant) throws -> Set<PersonID> {
        let ancestry = try directory().ancestry
        let grants = try grants.all().map(\.grant).filter { $0.role == role && $0.term.contains(now) }
        let places = Dictionary(grouping: grants, by: \.person).mapValues { Set($0.map(\.unit)) }
        return Set(places.filter { ancestry.reaches(units, from: $0.value) }.keys)
    }

    /// The name by which pages call somebody.
    func name(of person: PersonID) throws -> String { try directory().person(person)?.name ?? person.rawValue }
}

extension Store {
    /// A permit and the keys to seal what comes of it. Whoever writes that down asks for the permit again.
    ///
    /// - Throws: `StoreError`, `noMasterKey`.
    func sealing<O: Operation>(
        _ operation: O.Type, for caller: Caller, on subject: @escaping @Sendable (Book) throws -> O.On
    ) async throws -> (permit: Permit<O>, ring: KeyRing) {
        try await read { book in
            (permit: try book.permit(caller, to: operation, on: try subject(book)), ring: try book.ring())
        }
    }
}
