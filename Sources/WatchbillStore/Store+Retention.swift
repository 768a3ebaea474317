package import CrewRecords
package import RotaModel

/// How long entries are kept, and erasing them.
extension Store {
    package func retention(for caller: Caller) async throws -> Retention {
        try await read { book in
            try book.permit(caller, to: ChangeSettings.self, on: WholeOrganisation())
            return try book.retention.read()
        }
    }

    /// Replaces the rules. What is due by them is erased when the job next runs.
    ///
    /// - Parameter expected: what they are to take the place of; nil: whatever there is.
    /// - Throws: `StoreError`, `changedMeanwhile`, if there are others.
    package func setRetention(
        _ retention: Retention, replacing expected: Retention? = nil, for caller: Caller
    ) async throws {
        try await write { book in
            try book.permit(caller, to: ChangeSettings.self, on: WholeOrganisation())
            if let expected, try book.retention.read() != expected {
                throw StoreError(
                    .changedMeanwhile, "The rules were changed by somebody else meanwhile. Maybe look at them again.")
            }
            try book.retention.write(retention)
        }
    }

    /// Erases the entries, absences and decisions on fitness that may no longer be kept, one person after the other.
    ///
    /// - Returns: how many.
    /// - Throws: `Refusal` as soon as it comes to somebody whose entries the caller may not erase.
    package func eraseDue(at now: Instant, for caller: Caller) async throws -> Int {
        let people = try await read { book in
            try book.peopleWithDue(for: caller, at: now)
        }
        var count = 0
        for person in people {
            // In a transaction of its own, so that nobody waits for all of them; and looked at anew.
            count += try await write { book in
                let due = try book.due(of: person, by: try book.retention.read(), for: caller, at: now)
                try book.records.erase(due.entries, at: now)
                try book.absences.erase(due.absences)
                try book.fitness.erase(due.decisions)
                return due.count
            }
        }
        if count > 0 { try await database.forget() }
        return count
    }

    /// Erases what is kept about a person: their file, their account with all that opens it, ranks, qualifications and
    /// contracts, and their name. The days on which they belonged to units stay, as do rotas, with nobody's name in them;
    /// and the log of readings, which says nothing of what was read.
    ///
    /// - Parameter document: a problem's document as it is without the person's name; nil if it has not got it.
    /// - Throws: `Refusal`, also if there is no such person. What `document` throws; then nothing is erased.
    package func erasePerson(
        _ person: PersonID, for caller: Caller, at now: Instant,
        rewriting document: @escaping @Sendable (_ document: [UInt8]) throws -> [UInt8]?
    ) async throws {
        try await write { book in
            try book.permit(caller, to: ErasePerson.self, on: try book.subject(person, at: now))
            try book.erase(person, at: now, rewriting: document)
        }
        try await database.forget()
    }
}

extension Book {
    fileprivate struct Due {
        var entries: [EntryID]
        var absences: [EntryID] = []
        var decisions: [EntryID] = []

        var count: Int { entries.count + absences.count + decisions.count }
    }

    fileprivate func peopleWithDue(for caller: Caller, at now: Instant) throws -> [PersonID] {
        let retention = try retention.read()
        var people = Set(try records.people(in: Array(retention.rules.keys)))
        if retention.coversHealth { people.formUnion(try absences.people() + fitness.people()) }
        return try people.sorted().filter { try due(of: $0, by: retention, for: caller, at: now).count > 0 }
    }

    fileprivate func due(
        of person: PersonID, by retention: Retention, for caller: Caller, at now: Instant
    ) throws -> Due {
        try permit(caller, to: ErasePerson.self, on: try subject(person, at: now))
        let state = try directory()
        let left = state.person(person).flatMap { state.lastDay(of: $0, at: now) }
        let today = Zone.utc.date(at: now)
        var due = Due(
            entries: try retention.due(in: try records.file(of: person), left: left, by: today, isNeeded: isNeeded))
        if retention.coversHealth {
            due.absences = retention.due(in: try absences.all(of: person), left: left, by: today)
            due.decisions = retention.due(in: try fitness.all(of: person), left: left, by: today)
        }
        return due
    }

    /// Whether something runs out in an entry that is needed for a duty or a qualification.
    private func isNeeded(_ entry: RecordEntry) throws -> Bool {
        do {
            return try expiryDays(of: entry).map { $0.need != .nothing } ?? false
        } catch is SealingError {
            // It may be needed, and must not keep all others from being erased.
            return true
        }
    }
}
