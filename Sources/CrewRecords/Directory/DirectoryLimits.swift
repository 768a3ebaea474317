/// How large a directory may be.
package enum DirectoryLimits {
    package static let units = 1...10_000
    /// Units from the whole organisation down to the lowest, both counted.
    package static let depth = 1...20
    /// Ranks; qualifications; contracts.
    package static let kinds = 0...10_000
    package static let people = 0...100_000
    /// What all people together have: ranks; qualifications; contracts; memberships.
    package static let holdings = 0...1_000_000
}
