/// What a provider knows this server by.
package struct OpenIDClient: Equatable, Sendable {
    package var id: String
    /// Nil for a public client.
    package var secret: Secret?
    /// Where the provider sends browsers back to; told to it beforehand, to the letter.
    package var redirect: WebAddress

    package init(id: String, secret: Secret?, redirect: WebAddress) {
        self.id = id
        self.secret = secret
        self.redirect = redirect
    }
}
