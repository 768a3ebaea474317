package import CrewRecords
internal import RotaModel

/// The number by which the store knows one thing of a kind, counted over the whole store from 1. Two kinds do not mix.
package struct Serial<Kind>: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let value: Int64

    package init(_ value: Int64) {
        self.value = value
    }

    package var description: String { String(value) }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// The number of a unit's problem of one period.
package typealias ProblemID = Serial<StoredProblem>
/// The number of a build.
package typealias BuildID = Serial<StoredBuild>
/// The number of a role that was given to somebody.
package typealias GrantID = Serial<RoleGrant>
/// The number of an organisation. Everything in a store is one organisation's.
package typealias OrganisationNumber = Serial<Organisation>
/// How often the directory has been changed.
package typealias DirectoryVersion = Serial<Directory>
/// The number of one run of a server on a store, from its start to its end.
typealias ServerID = Serial<ServerRun>
/// A kind of number alone.
enum ServerRun {}

extension OrganisationNumber {
    /// The organisation that every store has.
    package static var first: Self { Self(1) }

    /// As everything outside the store knows it.
    var id: OrganisationID { OrganisationID(String(value)) }
}
