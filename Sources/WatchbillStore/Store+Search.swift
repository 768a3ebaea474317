package import CrewRecords
package import RotaModel

extension Store {
    /// How many people a search shows at most.
    fileprivate static let mostPeople = 10

    /// Looks for people by name, and for words in entries that are not sealed: among those alone that the caller may read.
    ///
    /// - Parameters:
    ///   - last: goes on after that entry of an earlier page; people are on the first page alone.
    ///   - limit: how many entries at most.
    package func search(
        _ query: SearchQuery, after last: EntryID? = nil, limit: Int, for caller: Caller, at now: Instant
    ) async throws -> SearchPage {
        try await read { book in
            let state = try book.directory()
            // A page that began after an entry which has gone, or may not be seen, would begin nowhere.
            if let last { _ = try book.entry(last, for: caller, at: now) }
            let reach = try book.searchReach(of: caller, at: now)
            let found = reach.isEmpty ? [] : try book.records.search(query, in: reach, after: last, limit: limit + 1)
            let hits = try found.prefix(limit).map { entry in
                guard case .open(let permit) = try book.permitReading(entry, for: caller, at: now) else {
                    throw Refusal.hidden
                }
                let content = try entry.content(for: permit).reveal()
                return SearchHit(
                    id: entry.id, person: entry.person, name: state.person(entry.person)?.name ?? entry.person.rawValue,
                    category: entry.category, recordClass: entry.recordClass, writtenAt: entry.writtenAt,
                    title: content.title, excerpt: Excerpt(of: content.body, for: query))
            }
            return SearchPage(
                people: last == nil ? try book.people(named: query, for: caller, at: now) : [], hits: Array(hits),
                next: found.count > limit ? hits.last?.id : nil)
        }
    }
}

extension Book {
    fileprivate func searchReach(of caller: Caller, at now: Instant) throws -> SearchReach {
        // Callers of another organisation reach nothing here.
        guard caller.organisation == organisation.id else { throw Refusal.hidden }
        return SearchReach(caller.entryReach, in: try directory(), at: now)
    }

    fileprivate func people(named query: SearchQuery, for caller: Caller, at now: Instant) throws -> [CrewMember] {
        let state = try directory()
        let words = state.names.words(of: state.directory.people)
        var people: [CrewMember] = []
        for (person, words) in zip(state.directory.people, words) where query.isFound(among: words) {
            let subject = try subject(person.id, at: now)
            guard permits(caller, to: ReadPerson.self, on: subject) else { continue }
            let date = subject.units.min().map { state.date(in: $0, at: now) } ?? Zone.utc.date(at: now)
            people.append(state.member(person, on: date))
            if people.count == Store.mostPeople { break }
        }
        return people
    }
}
