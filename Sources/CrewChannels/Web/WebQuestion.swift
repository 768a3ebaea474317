package import CrewRecords

/// A header's field of a request.
package struct WebField: Hashable, Sendable {
    package let name: String
    package let value: Confidential<String>

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = Confidential(value)
    }
}

/// What another server is asked over HTTP.
package struct WebQuestion: Sendable {
    package var method: String
    /// All of it; it may itself be what lets somebody in.
    package var address: Confidential<String>
    package var fields: [WebField]
    package var body: Secret?
    /// Of the answer's body, in bytes: no more is kept.
    package var longest: Int
    /// For all of it, the answer included; nil: however long it takes.
    package var patience: Duration?

    package init(
        _ method: String = "GET", _ address: Confidential<String>, fields: [WebField] = [], body: Secret? = nil,
        longest: Int, patience: Duration?
    ) {
        self.method = method
        self.address = address
        self.fields = fields
        self.body = body
        self.longest = longest
        self.patience = patience
    }
}

/// What another server has answered.
package struct WebAnswer: Sendable {
    /// Why not all of an answer is there.
    package enum Cut: Hashable, Sendable {
        case tooLong, late
        case broken(String)
    }

    package var status: Int
    /// The media type in lower case, without parameters; empty if there is none.
    package var type: String
    package var retryAfter: String?
    package var body: [UInt8]
    /// Nil: all of it is there.
    package var cut: Cut?
}

/// Why there is no answer.
package enum WebFailure: Error, Hashable, Sendable {
    case late
    case cancelled
    /// More is asked at a time than is taken on.
    case tooBusy
    /// No connection, no name, no certificate that is trusted: libcurl's own words, which hold nothing of the question.
    case network(String)
}
