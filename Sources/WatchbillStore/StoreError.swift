/// What can go wrong when the store is opened or used.
package struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Fit for a metric's label: no values in it.
    package enum Code: String, Sendable {
        // When it is opened.
        case cannotOpen, notOurs, newerSchema, olderSchema, inUse, notDurable, noSuchOrganisation
        /// Sealed fields cannot be opened or made.
        case noMasterKey
        // When it is used.
        case damaged, alreadyEnded
        // When a rota is published.
        case notReady, alreadyPublished
        /// Somebody has as many of something as they may have.
        case tooMany
        // When a directory is taken in.
        case unusableDirectory, stillNeeded, notEmpty, changedMeanwhile
        /// The database's own guards refuse what was to be written.
        case refused
        /// What was handed in cannot be kept as it is: the message says why.
        case unusableEntry
        case unusableText, diskFull, closed, failed
        /// Somebody else holds what is needed; may be tried again.
        case busy
        /// There is no connection to the database. Nothing was written.
        case unreachable
        /// The connection was lost during a commit: it was written, or it was not.
        case outcomeUnknown
        // When it is copied.
        case copyExists, copyDamaged, cannotCopy
    }

    package let code: Code
    /// Name, value, reason and, where there is one, the way out.
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
