package import CrewRecords
internal import RotaModel

/// A role that was given to somebody, with the number by which it is taken away.
package struct StoredGrant: Hashable, Sendable {
    package let id: GrantID
    package let grant: RoleGrant

    package init(id: GrantID, grant: RoleGrant) {
        self.id = id
        self.grant = grant
    }

    /// Whether it holds at that instant or will later.
    func isInForce(from now: Instant) -> Bool {
        guard let until = grant.term.until else { return true }
        return now < until && grant.term.from < until
    }
}
