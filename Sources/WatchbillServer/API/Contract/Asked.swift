internal import CrewRecords

/// Which rows of the table of permissions an address asks.
struct Asked: Sendable {
    /// All of these, always.
    var always: [any Operation.Type] = []
    /// These too, as far as what is asked for goes.
    var also: [any Operation.Type] = []
    /// One of these, if there are any: whichever lets somebody in.
    var either: [any Operation.Type] = []
}

/// An address of the server, as documents and tests look at it.
package struct Address: Sendable {
    /// With `:name` for what differs.
    package let path: String
    package let method: String
    /// Whether it answers people who are not signed in.
    package let isOpen: Bool
    /// The operations of the table of permissions that are always asked, by their names.
    package let asks: [String]
    /// Those that are asked as well, as far as what is asked for goes.
    package let also: [String]
    /// Those of which one must let somebody in; none: no more than `asks` is needed.
    package let either: [String]
}
