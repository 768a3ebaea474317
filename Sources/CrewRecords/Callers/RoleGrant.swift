package import RotaModel

/// A role that a person has in a unit, and so in all units below it, for a time.
package struct RoleGrant: Hashable, Sendable {
    package let person: PersonID
    package let unit: UnitID
    package let role: Role
    package let term: Term

    package init(person: PersonID, unit: UnitID, role: Role, term: Term) {
        self.person = person
        self.unit = unit
        self.role = role
        self.term = term
    }

    /// The grant that comes of a permit to give a role.
    ///
    /// - Parameter held: all grants of that person that hold now or later.
    /// - Throws: `AppointmentError` if the person would keep sealed entries and run the system at one time, in whatever
    ///   units: who gives out roles and keys must not read what they protect.
    package static func give(
        by permit: Permit<GiveRole>, for term: Term, beside held: [RoleGrant]
    ) throws(AppointmentError) -> RoleGrant {
        let subject = permit.subject
        let grant = RoleGrant(person: subject.person, unit: subject.unit, role: subject.role, term: term)
        if term.until.map({ $0 <= term.from }) ?? false { throw .neverHolds }
        for other in held where other.person == grant.person && other.term.overlaps(term) {
            let roles = [grant.role, other.role]
            if roles.contains(.administrator), roles.contains(where: \.isKeeper) { throw .keeperAndAdministrator }
        }
        return grant
    }
}

/// Why a role is not given although the caller may give roles.
package enum AppointmentError: String, Error, Hashable, Sendable, CustomStringConvertible {
    case keeperAndAdministrator, neverHolds

    package var description: String {
        switch self {
        case .keeperAndAdministrator:
            "Nobody keeps records and is administrator at the same time. Maybe let the other role end before this begins."
        case .neverHolds:
            "The role would end before it begins. Maybe the two dates are swapped."
        }
    }
}
