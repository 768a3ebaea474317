/// What can go wrong when the store is opened or used.
package struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Fit for a metric's label: no values in it.
    package enum Code: String, Sendable {
        case cannotOpen, notOurs, newerSchema, inUse, notDurable, damaged, noSuchBuild, alreadyEnded
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
