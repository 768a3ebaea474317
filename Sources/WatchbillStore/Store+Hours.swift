package import CrewRecords
package import RotaModel

/// A planned shift that somebody will not be rested for.
package struct UnrestedShift: Hashable, Sendable {
    package var unit: UnitID
    package var person: PersonID
    package var date: CalendarDate
    package var shift: ShiftTypeID
    /// What the person is told, and where it leads.
    package var words: String
    package var link: String
    /// What those are told who lead the unit, and where it leads.
    package var leadWords: String
    package var leadLink: String

    package init(
        unit: UnitID, person: PersonID, date: CalendarDate, shift: ShiftTypeID, words: String, link: String,
        leadWords: String, leadLink: String
    ) {
        self.unit = unit
        self.person = person
        self.date = date
        self.shift = shift
        self.words = words
        self.link = link
        self.leadWords = leadWords
        self.leadLink = leadLink
    }
}

/// Signatures under months of hours, and what follows from hours for rest.
extension Store {
    /// The caller signs their own hours of a month.
    ///
    /// - Parameters:
    ///   - month: its first date.
    ///   - fingerprint: of the sheet as they have seen it.
    /// - Throws: `StoreError`, `unusableEntry`, if they do not belong to the unit, and did not.
    @discardableResult
    package func signHours(
        in unit: UnitID, of month: CalendarDate, as fingerprint: Fingerprint, for caller: Caller, at now: Instant
    ) async throws -> HoursSignatureID {
        try await write { book in
            let person = try book.permit(caller, to: SignHours.self, on: try book.subject(caller)).subject.person
            try book.checkBelongs(person, to: unit)
            return try book.hours.insert(.person, under: fingerprint, of: person, in: unit, month, by: person, at: now)
        }
    }

    /// Somebody who leads the unit in which hours were worked signs them after the person, who may have moved since.
    ///
    /// - Throws: `StoreError`, `unusableEntry`, if the person has not signed exactly that; `Refusal`, also if they do not belong
    ///   to the unit, and did not.
    @discardableResult
    package func countersignHours(
        of person: PersonID, in unit: UnitID, of month: CalendarDate, as fingerprint: Fingerprint, for caller: Caller,
        at now: Instant
    ) async throws -> HoursSignatureID {
        try await write { book in
            try book.permit(caller, to: CountersignHours.self, on: try book.worker(person, in: unit))
            try book.permit(caller, to: ReadAttendance.self, on: unit)
            guard let signer = caller.person else { throw Refusal.forbidden }
            let signed = try book.hours.all(
                "personID = ? AND unitID = ? AND month = ?", person, unit, month, called: book.name)
            guard signed.last(where: { $0.part == .person })?.fingerprint == fingerprint else {
                throw StoreError(
                    .unusableEntry,
                    "\(person) has not signed these hours as they are now. A lead signs after the person whose they are."
                )
            }
            return try book.hours.insert(.lead, under: fingerprint, of: person, in: unit, month, by: signer, at: now)
        }
    }

    /// All signatures under a month's hours of a unit's people, in the order in which they were given.
    package func hoursSignatures(
        in unit: UnitID, of month: CalendarDate, for caller: Caller
    ) async throws -> [HoursSignature] {
        try await read { book in
            try book.permit(caller, to: ReadAttendance.self, on: unit)
            return try book.hours.all("unitID = ? AND month = ?", unit, month, called: book.name)
        }
    }

    /// All signatures under a month's hours of the caller, in all units.
    package func ownHoursSignatures(of month: CalendarDate, for caller: Caller) async throws -> [HoursSignature] {
        try await read { book in
            let person = try book.permit(caller, to: ReadSchedule.self, on: try book.subject(caller)).subject.person
            return try book.hours.all("personID = ? AND month = ?", person, month, called: book.name)
        }
    }

    /// What was told of when people were on watch, in whatever unit, about times of that interval and of a week to either side.
    /// For whoever may see it of the whole organisation: hours in one unit count for rest in all of them.
    package func attendance(
        of people: [PersonID], over interval: ClosedRange<Instant>, for caller: Caller
    ) async throws -> [AttendanceEvent] {
        try await read { book in
            try book.permit(caller, to: ReadAttendance.self, on: try book.root())
            return try book.attendance(of: people, over: interval)
        }
    }

    /// The units in which anything was told of attendance since then, and all others to which those people have belonged since, or
    /// will: hours in one unit count for rest in all of them.
    package func unitsConcernedByAttendance(since then: Instant, for caller: Caller) async throws -> [UnitID] {
        try await read { book in
            try book.permit(caller, to: ReadAttendance.self, on: try book.root())
            let told = try book.attendance.told(since: then)
            let state = try book.directory()
            let memberships = told.people.compactMap { state.person($0) }.flatMap(\.memberships)
            let lasting = memberships.filter { membership in
                membership.valid.until.map { $0 >= state.date(in: membership.id, at: then) } ?? true
            }
            return told.units.union(lasting.map(\.id)).sorted()
        }
    }

    /// Tells people, and those who lead them, of shifts that they will not be rested for: of each once.
    ///
    /// - Returns: whom it was told.
    @discardableResult
    package func tell(
        of shifts: [UnrestedShift], for caller: Caller, at now: Instant
    ) async throws -> Set<PersonID> {
        try await write { book in
            try book.permit(caller, to: DeliverMessages.self, on: WholeOrganisation())
            var told: Set<PersonID> = []
            for shift in shifts {
                guard try !book.hours.isTold(shift) else { continue }
                try book.hours.noteTold(shift, at: now)
                let leads = try book.leads(of: shift.unit, at: now).filter { $0 != shift.person }
                try book.tell(
                    [Notice(to: shift.person, shift.words, link: shift.link)]
                        + leads.map { Notice(to: $0, shift.leadWords, link: shift.leadLink) }, at: now)
                told.formUnion(leads + [shift.person])
            }
            return told
        }
    }
}

extension Book {
    var hours: HoursTable { HoursTable(connection, organisation) }

    fileprivate func checkBelongs(_ person: PersonID, to unit: UnitID) throws {
        let entry = try directory().directory.people.first { $0.id == person }
        guard entry?.memberships.contains(where: { $0.id == unit }) ?? false else {
            throw StoreError(.unusableEntry, "\(person) does not belong to \(unit), and did not.")
        }
    }
}
