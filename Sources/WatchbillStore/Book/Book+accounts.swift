internal import CrewRecords
internal import RotaModel

extension Book {
    /// The caller's own account.
    ///
    /// - Throws: `Refusal.hidden` for a job.
    func account(of caller: Caller) throws -> Account {
        guard let account = try caller.person.flatMap({ try accounts.find(of: $0) }) else { throw Refusal.hidden }
        return account
    }

    /// Sets a new password, takes back links that would set another, and ends all sessions but the one kept.
    func changePassword(
        of account: Account, to hash: PasswordHash, keeping kept: SessionID?, at now: Instant
    ) throws -> Account {
        let (changed, ended) = try account.changingPassword(
            to: hash, sessions: try sessions.unended(of: account.id), keeping: kept, at: now)
        try accounts.update(changed)
        try sessions.noteEnds(of: ended)
        try links.revoke(of: account.id, at: now)
        return changed
    }

    /// Whoever lets somebody in by a link, or shuts them out, has the roles of that person in their hands: only those may
    /// who may give each of them.
    func checkMayGiveRoles(of person: PersonID, for caller: Caller) throws {
        for stored in try grants.all(of: person) where stored.isInForce(from: caller.admittedAt) {
            let subject = RoleSubject(stored.grant.role, in: stored.grant.unit, for: person)
            try permit(caller, to: GiveRole.self, on: subject)
        }
    }
}
