import HTTPTypes

/// One request by one asker.
struct Question: Sendable, CustomStringConvertible {
    /// The address with its method, as the product declares it.
    var place: String
    var asker: Asker
    var ask: Ask
    /// Sent with the token that the asker's pages give their forms.
    var needsFormToken = false

    var description: String {
        let tag = ask.headers[.ifNoneMatch].map { " with If-None-Match: \($0)" } ?? ""
        return "\(ask.method.rawValue) \(ask.uri)\(tag) by \(asker)"
    }
}
