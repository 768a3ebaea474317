package import CrewRecords
package import RotaModel

/// A request to which its sender has given a key, so that what it asks for is done once, however often it comes.
package struct KeyedRequest: Sendable {
    /// How long keys are remembered, in seconds.
    package static let memory = 86_400

    package let account: AccountID
    /// Of the sender's key.
    package let key: Fingerprint
    /// What is asked for, in a few words without values.
    package let operation: String
    /// Of everything that makes it this request and no other.
    package let request: Fingerprint
    package let now: Instant

    package init(account: AccountID, key: Fingerprint, operation: String, request: Fingerprint, now: Instant) {
        self.account = account
        self.key = key
        self.operation = operation
        self.request = request
        self.now = now
    }
}

/// What was answered to a request with a key, to be answered again.
package struct KeptAnswer: Hashable, Sendable {
    package let status: Int
    package let body: [UInt8]
    package let location: String?

    package init(status: Int, body: [UInt8], location: String?) {
        self.status = status
        self.body = body
        self.location = location
    }
}

/// Why a request is not carried out: another one came with its key within `KeyedRequest.memory`.
package enum EarlierRequest: Error, Hashable, Sendable {
    /// The same one, which was carried out, and answered so.
    case answered(KeptAnswer)
    /// The same one, which was carried out. Its answer held a secret and is not kept.
    case secretly
    /// Another one.
    case another
}
