package import CrewRecords

/// What a session or token opens at this moment.
package struct Visit: Sendable {
    package let caller: Caller
    package let account: Account
    /// Nil for a program with a token.
    package let session: Session?
    /// The account's, as the directory has them.
    package let person: PersonEntry
}

/// What a one-time link is for, to show before it is followed.
package struct LinkUse: Sendable {
    package let purpose: OneTimeLink.Purpose
    /// Nil where it makes the first account of all: nobody is known yet.
    package let person: PersonEntry?
    /// Nil where it is chosen with the link.
    package let login: LoginName?
}
