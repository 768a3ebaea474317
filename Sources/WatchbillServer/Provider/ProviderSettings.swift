package import CrewRecords

/// The sign-in provider by which people may sign in, and what it knows this server by.
package struct ProviderSettings: Sendable {
    package var issuer: WebAddress
    package var client: String
    /// Nil for a public client.
    package var secret: Secret?
    /// As people call it.
    package var name: String

    package init(issuer: WebAddress, client: String, secret: Secret?, name: String) {
        self.issuer = issuer
        self.client = client
        self.secret = secret
        self.name = name
    }
}
