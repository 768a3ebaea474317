/// A provider as its discovery document describes it (OpenID Connect Discovery 1.0).
package struct OpenIDProvider: Hashable, Sendable {
    /// In bytes; the largest seen have a tenth of it.
    package static let longestDocument = 65_536

    package let issuer: WebAddress
    package let authorisationEndpoint: WebAddress
    package let tokenEndpoint: WebAddress
    /// Of its keys.
    package let keysAddress: WebAddress
    /// Whether it says who it is when it sends the browser back (RFC 9207).
    package let namesItself: Bool
    /// How a client with a secret proves itself: in a header, or else in the form.
    package let takesBasic: Bool

    private struct Document: Decodable {
        var issuer: String
        var authorizationEndpoint: String
        var tokenEndpoint: String
        var jwksUri: String
        var responseTypesSupported: [String]
        var idTokenSigningAlgValuesSupported: [String]
        var codeChallengeMethodsSupported: [String]?
        var authorizationResponseIssParameterSupported: Bool?
        var tokenEndpointAuthMethodsSupported: [String]?
    }

    /// Where the discovery document of an issuer is.
    package static func documentAddress(of issuer: WebAddress) -> String {
        let text = issuer.text.hasSuffix("/") ? String(issuer.text.dropLast()) : issuer.text
        return text + "/.well-known/openid-configuration"
    }

    /// Reads the discovery document that was found at the issuer's address.
    ///
    /// - Throws: `AccountError`: `providerAnswerUnusable`, or `providerUnusable` where the provider is another than was
    ///   asked, lacks something that is needed, or sends us to this machine itself without being on it.
    package init(document bytes: [UInt8], of issuer: WebAddress) throws(AccountError) {
        let document = try ProviderAnswer.read(
            Document.self, from: bytes, what: "the discovery document", longest: Self.longestDocument)
        guard document.issuer == issuer.text else {
            throw Self.unusable(
                issuer, "its discovery document names another issuer; both must be the same to the letter")
        }
        func address(_ text: String, _ name: String) throws(AccountError) -> WebAddress {
            guard let address = WebAddress(text), issuer.isLoopback || !address.isLoopback else {
                throw Self.unusable(issuer, "its \(name) is no https address")
            }
            return address
        }
        authorisationEndpoint = try address(document.authorizationEndpoint, "authorization_endpoint")
        tokenEndpoint = try address(document.tokenEndpoint, "token_endpoint")
        keysAddress = try address(document.jwksUri, "jwks_uri")
        guard document.responseTypesSupported.contains("code") else {
            throw Self.unusable(issuer, "it does not support the response type code")
        }
        guard document.idTokenSigningAlgValuesSupported.contains(where: { KeySet.Algorithm(rawValue: $0) != nil })
        else { throw Self.unusable(issuer, "it signs with neither RS256 nor ES256") }
        // Many providers take it without saying so.
        guard document.codeChallengeMethodsSupported?.contains("S256") ?? true else {
            throw Self.unusable(issuer, "it does not support PKCE with S256")
        }
        self.issuer = issuer
        namesItself = document.authorizationResponseIssParameterSupported ?? false
        // What holds if nothing is said.
        takesBasic = document.tokenEndpointAuthMethodsSupported?.contains("client_secret_basic") ?? true
    }

    private static func unusable(_ issuer: WebAddress, _ reason: String) -> AccountError {
        AccountError(.providerUnusable, "The sign-in provider \(issuer) cannot be used: \(reason).")
    }
}
