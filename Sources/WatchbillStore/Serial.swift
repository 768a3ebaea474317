package import CrewRecords
package import RotaModel

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
