package import CrewRecords
package import RotaModel

extension Store {
    /// How a person signs in; nil if they have no account.
    package func accountState(
        of person: PersonID, lasting lifetime: Session.Lifetime = .usual, for caller: Caller
    ) async throws -> AccountState? {
        try await read { book in
            let now = caller.admittedAt
            let subject = try book.subject(person, at: now)
            try book.permit(caller, to: ManageSessions.self, on: subject)
            guard let account = try book.accounts.find(of: person) else { return nil }
            return AccountState(
                login: account.login, hasPassword: account.passwordHash != nil, isConnected: account.subject != nil,
                disabled: account.disabled,
                sessions: Session.list(
                    try book.sessions.unended(of: account.id), of: account.id, at: now, for: lifetime),
                tokens: try book.tokens.all(of: account.id).filter { $0.revoked == nil && now < $0.expires },
                calendars: try book.calendars.all(of: account.id).filter { $0.revoked == nil },
                mayDisable: try book.mayDisable(subject, for: caller))
        }
    }

    /// Of these people, those whose `accountState` the caller may see. Never refuses.
    package func manageable(_ people: [PersonID], for caller: Caller) async throws -> Set<PersonID> {
        try await read { book in
            let now = caller.admittedAt
            let state = try book.directory()
            let known = people.filter { state.person($0) != nil }
            return Set(
                try known.filter { person in
                    book.permits(caller, to: ManageSessions.self, on: try book.subject(person, at: now))
                })
        }
    }
}

extension Book {
    fileprivate func mayDisable(_ subject: PersonSubject, for caller: Caller) throws -> Bool {
        do {
            try permit(caller, to: DisableAccount.self, on: subject)
            try checkMayGiveRoles(of: subject.person, for: caller)
            return true
        } catch is Refusal {
            return false
        }
    }
}
