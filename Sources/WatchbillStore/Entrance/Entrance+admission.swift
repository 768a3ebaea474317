package import CrewRecords
package import RotaModel

/// Finding out who is asking, with what they may do at that moment.
extension Entrance {
    /// What the token of a browser's session opens; writes down that the session was seen.
    ///
    /// - Returns: nil if there is no such session, it has ended or run out, its account is disabled, or the directory no
    ///   longer has the person.
    package func admit(
        _ token: Token<Session>, for lifetime: Session.Lifetime, at now: Instant
    ) async throws -> Visit? {
        let found = try await store.read { book -> (visit: Visit, isNews: Bool)? in
            guard let session = try book.sessions.find(token),
                let account = try book.accounts.find(session.account), token.matches(session.digest),
                let used = try? session.used(by: account, at: now, for: lifetime),
                let person = try book.directory().person(account.person)
            else { return nil }
            let caller = Admission.person(person.id, try book.standing(of: person.id, at: now))
            return (Visit(caller: caller, account: account, session: used, person: person), used != session)
        }
        if let found, found.isNews, let session = found.visit.session {
            try await store.write { book in try book.sessions.noteSeen(session) }
        }
        return found?.visit
    }

    /// What an API token opens; writes down that it was used.
    ///
    /// - Returns: nil if there is no such token, it is revoked or has run out, its account is disabled, or the directory no
    ///   longer has the person.
    package func admit(_ token: Token<APIToken>, at now: Instant) async throws -> Visit? {
        let found = try await store.read { book -> (visit: Visit, used: APIToken?)? in
            guard let record = try book.tokens.find(token), let account = try book.accounts.find(record.account),
                let used = try? record.used(with: token, by: account, at: now),
                let person = try book.directory().person(account.person)
            else { return nil }
            let caller = Admission.token(
                of: person.id, scope: record.rights, try book.standing(of: person.id, at: now))
            let visit = Visit(caller: caller, account: account, session: nil, person: person)
            return (visit, used == record ? nil : used)
        }
        if let used = found?.used { try await store.write { book in try book.tokens.noteUse(of: used) } }
        return found?.visit
    }

    /// What a calendar's secret address opens; writes down that it was fetched.
    ///
    /// - Returns: nil if there is no such address, it is revoked, its account is disabled, or the directory no longer has
    ///   the person.
    package func admit(_ token: Token<CalendarFeed>, at now: Instant) async throws -> Visit? {
        let found = try await store.read { book -> (visit: Visit, fetched: CalendarFeed?)? in
            guard let record = try book.calendars.find(token), let account = try book.accounts.find(record.account),
                let fetched = record.fetched(with: token, by: account, at: now),
                let person = try book.directory().person(account.person)
            else { return nil }
            let caller = Admission.calendar(of: person.id, try book.standing(of: nil, at: now))
            let visit = Visit(caller: caller, account: account, session: nil, person: person)
            return (visit, fetched == record ? nil : fetched)
        }
        if let fetched = found?.fetched { try await store.write { book in try book.calendars.noteFetch(of: fetched) } }
        return found?.visit
    }

    /// Watchbill itself, in one of its jobs.
    package func admit(_ job: SystemJob, at now: Instant) async throws -> Caller {
        try await store.read { book in Admission.job(job, try book.standing(of: nil, at: now)) }
    }
}
