internal import CrewRecords
internal import RotaModel

extension Book {
    /// Erases all that is kept about a person and may go.
    func erase(
        _ person: PersonID, at now: Instant, rewriting document: ([UInt8]) throws -> [UInt8]?
    ) throws {
        try records.erase(try records.file(of: person).map(\.id), at: now)
        try absences.erase(of: person)
        try fitness.erase(of: person)
        try asking.erase(of: person)
        try outbox.erase(of: person)
        try attendance.erase(of: person)
        try stations.eraseCode(of: person)
        for stored in try grants.all(of: person) where stored.isInForce(from: now) {
            try grants.end(stored.id, at: max(now, stored.grant.term.from))
        }
        try eraseAccount(of: person)
        try eraseFromDirectory(person, at: now)
        for problem in try problems.all() {
            guard let rewritten = try document(problem.document) else { continue }
            try problems.replaceDocument(of: problem.id, by: rewritten)
        }
    }

    private func eraseAccount(of person: PersonID) throws(StoreError) {
        try connection.run(
            "DELETE FROM oneTimeLink WHERE organisationID = ? AND personID = ?", organisation, person)
        guard let account = try accounts.find(of: person) else { return }
        for table in ["session", "apiToken", "calendarFeed", "oneTimeLink"] {
            try connection.run(
                "DELETE FROM \(table) WHERE organisationID = ? AND accountID = ?", organisation, account.id)
        }
        try connection.run("DELETE FROM account WHERE organisationID = ? AND id = ?", organisation, account.id)
    }

    /// Leaves the id, which rotas and the log of readings name, and when the person was in which unit.
    private func eraseFromDirectory(_ person: PersonID, at now: Instant) throws {
        let state = try directory()
        var new = state.directory
        guard let index = new.people.firstIndex(where: { $0.id == person }) else { throw Refusal.hidden }
        let memberships = new.people[index].memberships.compactMap { membership -> Held<UnitID>? in
            let today = state.date(in: membership.id, at: now)
            if let from = membership.valid.from, from > today { return nil }
            var ended = membership
            ended.valid.until = min(membership.valid.until ?? today, today)
            return ended
        }
        new.people[index] = PersonEntry(id: person, name: PersonEntry.erasedName, memberships: memberships)
        try new.checkUsable()
        try directoryTables.change(state.directory, into: new)
    }
}
