package import CrewRecords

/// Something to be fetched from the provider.
package struct ProviderRequest: Sendable {
    package var address: WebAddress
    /// The value of `Authorization`.
    package var authorization: Secret?
    /// `application/x-www-form-urlencoded`, to be posted; nil: nothing is sent.
    package var form: Secret?
    /// Of the answer, in bytes.
    package var longest: Int

    package init(address: WebAddress, authorization: Secret? = nil, form: Secret? = nil, longest: Int) {
        self.address = address
        self.authorization = authorization
        self.form = form
        self.longest = longest
    }
}

/// Sends a request to the provider and gives the body of its answer, which has status 200.
///
/// - Throws: `ProviderFailure`.
package typealias ProviderFetch = @Sendable (ProviderRequest) async throws -> [UInt8]

/// Why there is no answer that could be read. Fit for the log.
package enum ProviderFailure: Error, Hashable, Sendable, CustomStringConvertible {
    case late(Duration)
    case tooLong(Int)
    case status(Int)
    /// No connection, no name, no certificate that is trusted: the system's own words.
    case network(String)

    package var description: String {
        switch self {
        case .late(let patience): "no answer after \(patience)"
        case .tooLong(let most): "an answer of more than \(most) bytes"
        case .status(let status): "an answer with status \(status)"
        case .network(let words): words
        }
    }
}
