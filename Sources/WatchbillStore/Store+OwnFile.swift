package import CrewRecords
package import RotaModel

extension Store {
    /// Everything that is kept about the caller. Each sealed entry of theirs is opened, and that logged.
    package func ownFile(for caller: Caller, at now: Instant) async throws -> OwnFile {
        try await write { book in
            let subject = try book.subject(caller)
            try book.permit(caller, to: DownloadFile.self, on: subject)
            let readings = try book.permit(caller, to: ReadReadings.self, on: subject)
            return try book.ownFile(of: subject, for: caller, showing: readings, at: now)
        }
    }
}

extension Book {
    fileprivate func ownFile(
        of subject: PersonSubject, for caller: Caller, showing readings: Permit<ReadReadings>, at now: Instant
    ) throws -> OwnFile {
        let state = try directory()
        guard let person = state.person(subject.person) else { throw Refusal.hidden }
        let visible = try visible(of: subject, for: caller)
        let account = try accounts.find(of: person.id)
        let entries = try visible.map { entry, permit in
            try ownEntry(entry, by: permit, among: visible.map(\.entry), at: now)
        }
        let health = try permit(caller, to: ReadSealedEntry.self, on: try health(of: person.id, at: now))
        let absences = try absences.all(of: person.id).map { absence in
            OwnAbsence(
                absence: StoredAbsence(absence),
                ground: try absence.open(
                    try self.absences.ground(of: absence), for: try enter(absence.id, by: health, at: now),
                    with: try ring()))
        }
        let fitness = try fitness.all(of: person.id).map { decision in
            OwnFitness(
                decision: StoredFitness(decision, by: try name(of: decision.decidedBy)),
                reason: try decision.open(
                    try self.fitness.reason(of: decision), for: try enter(decision.id, by: health, at: now),
                    with: try ring()))
        }
        return OwnFile(
            person: person, directory: state.directory.part(of: person), account: account,
            sessions: try account.map { try sessions.all(of: $0.id) } ?? [],
            tokens: try account.map { try tokens.all(of: $0.id) } ?? [],
            calendars: try account.map { try calendars.all(of: $0.id) } ?? [],
            roles: try grants.all(of: person.id).map(\.grant), requests: try asking.requests(of: person.id),
            exchanges: try asking.exchanges(of: person.id, limit: .max).map(named),
            accountEntries: try asking.entries(of: person.id),
            attendance: try attendance.all("personID = ?", person.id),
            signatures: try hours.all("personID = ?", person.id, called: name), entries: entries,
            absences: absences, fitness: fitness, glass: try brokenGlass(by: readings),
            readings: ReadingsLog.shown(try self.readings.all(of: person.id), to: readings).map {
                NamedReading(reading: $0, reader: state.person($0.reader)?.name ?? $0.reader.rawValue)
            })
    }

    /// One reading for the entry and all that goes with it.
    private func ownEntry(
        _ entry: RecordEntry, by permit: ReadingPermit, among visible: [RecordEntry], at now: Instant
    ) throws -> OwnEntry {
        let (opened, files) = try opened(entry, by: permit, among: visible, at: now)
        return OwnEntry(entry: opened, files: files)
    }
}

extension Directory {
    /// What is needed to name what the person has, and nobody else.
    fileprivate func part(of person: PersonEntry) -> Directory {
        let has = (
            units: Set(person.memberships.map(\.id)), ranks: Set(person.ranks.map(\.id)),
            qualifications: Set(person.qualifications.map(\.id)), contracts: Set(person.contracts.map(\.id))
        )
        return Directory(
            organisation: organisation, units: units.filter { has.units.contains($0.unit.id) },
            ranks: ranks.filter { has.ranks.contains($0.id) },
            qualifications: qualifications.filter { has.qualifications.contains($0.id) },
            contracts: contracts.filter { has.contracts.contains($0.id) }, people: [person])
    }
}
