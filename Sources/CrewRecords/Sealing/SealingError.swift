/// What can go wrong with keys and seals. Messages name the place a key was looked for, never a byte of it, and never
/// whose field it was.
package struct SealingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Fit for a metric's label: no values in it.
    package enum Code: String, Sendable {
        case noMasterKey, unreadableMasterKey, exposedMasterKey, malformedMasterKey, wrongMasterKey
        case damagedDataKey, dataKeyTwice, noDataKey, missingDataKey, tooLong, malformedEnvelope, notOpened, notLogged
    }

    package let code: Code
    /// Name, place, reason and, where there is one, the way out.
    package let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
