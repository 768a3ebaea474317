package import CrewRecords
package import RotaModel

extension Store {
    /// The caller's own open sessions, the one used last first.
    package func sessions(
        lasting lifetime: Session.Lifetime = .usual, for caller: Caller
    ) async throws -> [Session] {
        try await read { book in
            try book.permit(caller, to: ManageSessions.self, on: try book.subject(caller))
            let account = try book.account(of: caller)
            return Session.list(
                try book.sessions.unended(of: account.id), of: account.id, at: caller.admittedAt, for: lifetime)
        }
    }

    /// Ends a session, the caller's own or somebody else's. Does nothing if it has ended.
    package func endSession(_ id: SessionID, for caller: Caller, at now: Instant) async throws {
        try await write { book in
            guard let session = try book.sessions.find(id), let account = try book.accounts.find(session.account) else {
                throw Refusal.hidden
            }
            try book.permit(caller, to: ManageSessions.self, on: try book.subject(account.person, at: now))
            try book.sessions.noteEnds(of: [session.ended(at: now, because: .endedByOwner)])
        }
    }

    /// Gives the caller's own account a new password and ends all its other sessions.
    ///
    /// - Parameter kept: the session in which it is changed.
    package func changePassword(
        to hash: PasswordHash, keeping kept: SessionID?, for caller: Caller, at now: Instant
    ) async throws {
        try await write { book in
            try book.permit(caller, to: ChangeSignIn.self, on: try book.subject(caller))
            _ = try book.changePassword(of: try book.account(of: caller), to: hash, keeping: kept, at: now)
        }
    }
}
