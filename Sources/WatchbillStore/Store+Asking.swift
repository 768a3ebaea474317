package import CrewRecords
package import RotaModel

/// What people ask for themselves: shifts and days off.
extension Store {
    /// What somebody has asked for, by dates.
    ///
    /// - Throws: `Refusal` unless it is the caller.
    package func ownRequests(for caller: Caller) async throws -> [StoredRequest] {
        try await read { book in
            let permit = try book.permit(caller, to: AskShifts.self, on: try book.subject(caller))
            return try book.asking.requests(of: permit.subject.person)
        }
    }

    /// Asks for a date, in place of what the caller asked for it before.
    ///
    /// - Parameter today: requests for dates before it do not count among those that may be open.
    /// - Throws: `StoreError`: `tooMany`; `unusableEntry`, if the unit does not take requests for that date any more.
    package func ask(
        for wish: Request.Wish, on date: CalendarDate, today: CalendarDate, for caller: Caller, at now: Instant
    ) async throws {
        try await write { book in
            let person = try book.permit(caller, to: AskShifts.self, on: try book.subject(caller)).subject.person
            try book.checkMayAsk(person, for: date, today: today)
            let open = try book.asking.requests(of: person).filter { $0.date >= today && $0.date != date }
            guard open.count < StoredRequest.mostOpen else {
                throw StoreError(
                    .tooMany,
                    "\(StoredRequest.mostOpen) requests for dates to come are there already. Maybe withdraw one first.")
            }
            try book.asking.insert(wish, of: person, on: date, at: now)
        }
    }

    /// Takes back what the caller has asked for a date; nothing if it was nothing.
    package func withdrawRequest(on date: CalendarDate, for caller: Caller) async throws {
        try await write { book in
            let person = try book.permit(caller, to: AskShifts.self, on: try book.subject(caller)).subject.person
            try book.asking.delete(requestOf: person, on: date)
        }
    }

    // MARK: Accounts of the year

    /// What was added by hand to the caller's own account of a year.
    package func ownAccountEntries(in year: Int, for caller: Caller) async throws -> [AccountEntry] {
        try await read { book in
            let person = try book.permit(caller, to: ReadSchedule.self, on: try book.subject(caller)).subject.person
            return try book.asking.entries(of: person, in: year)
        }
    }

    /// What was added by hand to somebody's account of a year.
    package func accountEntries(
        of person: PersonID, in year: Int, for caller: Caller, at now: Instant
    ) async throws -> [AccountEntry] {
        try await read { book in
            try book.permit(caller, to: CorrectAccount.self, on: try book.subject(person, at: now))
            return try book.asking.entries(of: person, in: year)
        }
    }

    /// Adds to somebody's account of a year. What stands there stays.
    package func enter(_ entry: AccountEntry, for caller: Caller) async throws {
        try await write { book in
            try book.permit(caller, to: CorrectAccount.self, on: try book.subject(entry.person, at: entry.at))
            precondition(caller.person == nil || caller.person == entry.by, "Nobody enters in another's name.")
            try book.asking.insert(entry)
        }
    }

    /// A unit's published versions that are in force on one of those dates, the oldest first.
    package func published(
        in unit: UnitID, over dates: ClosedRange<CalendarDate>, for caller: Caller
    ) async throws -> [PublishedRota] {
        try await read { book in
            try book.permit(caller, to: ReadRota.self, on: unit)
            return try book.deciding(over: dates, in: unit).map(book.published)
        }
    }
}
