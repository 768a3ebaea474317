package import RotaModel

/// The only place where callers are made. Whoever calls these has proven who is asking: signing in, the check of a
/// token, the runner of jobs. A test holds the list of files that may.
package enum Admission {
    /// Somebody whose session has been checked.
    package static func person(_ person: PersonID, _ standing: Standing) -> Caller {
        Caller(identity: .person(person), standing: standing)
    }

    /// A program whose token has been checked; `person` issued it.
    package static func token(of person: PersonID, scope: Set<TokenRight>, _ standing: Standing) -> Caller {
        Caller(identity: .token(of: person, scope: scope), standing: standing)
    }

    /// A calendar program whose secret address has been checked.
    ///
    /// - Parameter standing: without grants, so that it has no roles.
    package static func calendar(of person: PersonID, _ standing: Standing) -> Caller {
        Caller(identity: .calendar(of: person), standing: standing)
    }

    /// A station whose signature has been checked.
    ///
    /// - Parameter standing: without grants.
    package static func station(_ station: StationID, in unit: UnitID, _ standing: Standing) -> Caller {
        Caller(identity: .station(station, in: unit), standing: standing)
    }

    /// Watchbill itself. A job has no roles: what it may do, the table of permissions says.
    package static func job(_ job: SystemJob, _ standing: Standing) -> Caller {
        Caller(identity: .job(job), standing: standing)
    }
}

/// What the store knows at one moment that decides what somebody may do. A test holds the list of files that make one.
package struct Standing: Sendable {
    package let organisation: OrganisationID
    package let ancestry: UnitAncestry
    /// May hold grants of others and such as do not hold now; they count for nothing.
    package let grants: [RoleGrant]
    /// May hold those of others and such as have expired; they count for nothing.
    package let glass: [GlassGrant]
    package let now: Instant

    package init(
        organisation: OrganisationID, ancestry: UnitAncestry, grants: [RoleGrant] = [], glass: [GlassGrant] = [],
        now: Instant
    ) {
        self.organisation = organisation
        self.ancestry = ancestry
        self.grants = grants
        self.glass = glass
        self.now = now
    }
}
