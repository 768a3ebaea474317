/// The request by which the server fetches the ID token for a code: a form to be posted, the answer to which `idToken`
/// reads.
package struct TokenRequest: Sendable {
    /// In bytes.
    package static let longestAnswer = 65_536

    package let address: WebAddress
    /// The value of `Authorization`, if the client has a secret and the provider takes it there.
    package let authorization: Secret?
    /// `application/x-www-form-urlencoded`.
    package let body: Secret

    package init(code: Secret, of pending: ProviderSignIn, provider: OpenIDProvider, client: OpenIDClient) {
        var fields: [(name: String, value: String)] = [
            ("grant_type", "authorization_code"), ("code", code.revealedText()),
            ("redirect_uri", client.redirect.text), ("client_id", client.id),
            ("code_verifier", pending.verifier.revealedText()),
        ]
        var authorization: Secret?
        if let secret = client.secret?.revealedText() {
            if provider.takesBasic {
                // Both are escaped before they are joined (RFC 6749, 2.3.1).
                let pair = FormEncoding.escaped(client.id) + ":" + FormEncoding.escaped(secret)
                authorization = Secret(text: "Basic " + Base64.standard.padded(pair.utf8))
            } else {
                fields.append(("client_secret", secret))
            }
        }
        address = provider.tokenEndpoint
        self.authorization = authorization
        body = Secret(text: FormEncoding.text(fields))
    }

    private struct Answer: Decodable {
        var idToken: String
    }

    /// The ID token in the answer's body, not yet validated.
    ///
    /// - Throws: `AccountError`, `providerAnswerUnusable`.
    package static func idToken(from body: [UInt8]) throws(AccountError) -> Secret {
        let answer = try ProviderAnswer.read(
            Answer.self, from: body, what: "the token answer", longest: longestAnswer)
        return Secret(text: answer.idToken)
    }
}
