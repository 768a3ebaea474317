package import CrewRecords
package import RotaModel

extension Store {
    /// The addresses of the caller's own calendar, revoked ones, too; the oldest first.
    package func calendars(for caller: Caller) async throws -> [CalendarFeed] {
        try await read { book in
            try book.permit(caller, to: ManageSessions.self, on: try book.subject(caller))
            return try book.calendars.all(of: try book.account(of: caller).id)
        }
    }

    /// A new secret address at which the caller's own shifts can be fetched. Its secret is known to nobody afterwards.
    ///
    /// - Throws: `AccountError`, `calendarTermsUnusable`: no name, or too many of them.
    package func makeCalendar(
        name: String, for caller: Caller, at now: Instant, using random: inout some RandomNumberGenerator
    ) async throws -> Token<CalendarFeed> {
        let (account, others) = try await read { book in try book.accountForCalendars(of: caller) }
        let (record, token) = try CalendarFeed.make(for: account, name: name, beside: others, at: now, using: &random)
        try await write { book in
            let (account, others) = try book.accountForCalendars(of: caller)
            try account.checkEnabled()
            try CalendarFeed.checkRoom(beside: others)
            try book.calendars.insert(record)
        }
        return token
    }

    /// Revokes an address, the caller's own or somebody else's: it opens nothing from then on. Does nothing if it was
    /// revoked before.
    package func revokeCalendar(_ id: CalendarFeedID, for caller: Caller, at now: Instant) async throws {
        try await write { book in
            guard let feed = try book.calendars.find(id), let account = try book.accounts.find(feed.account) else {
                throw Refusal.hidden
            }
            try book.permit(caller, to: ManageSessions.self, on: try book.subject(account.person, at: now))
            try book.calendars.revoke(id, at: now)
        }
    }
}

extension Book {
    fileprivate func accountForCalendars(of caller: Caller) throws -> (account: Account, feeds: [CalendarFeed]) {
        try permit(caller, to: IssueToken.self, on: try subject(caller))
        let account = try account(of: caller)
        return (account, try calendars.all(of: account.id))
    }
}
