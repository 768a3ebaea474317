internal import Crypto
package import RotaModel

/// A sign-in by a provider that has been begun: the authorisation code flow with PKCE (RFC 7636), a state and a nonce. It
/// is kept until the browser comes back, which knows it again by a token in a cookie.
package struct ProviderSignIn: Equatable, Sendable {
    package static let lifetime = Duration.seconds(600)
    /// What the provider may send us, each in bytes.
    package static let longestField = 4096

    package let digest: TokenDigest<ProviderSignIn>
    /// Comes back in the address: the answer is to this request.
    package let state: Secret
    /// Comes back in the ID token: the token was made for this request.
    package let nonce: Secret
    /// Proves to the provider that who fetches the token is who sent the browser.
    package let verifier: Secret
    package let expires: Instant

    package init(
        digest: TokenDigest<ProviderSignIn>, state: Secret, nonce: Secret, verifier: Secret, expires: Instant
    ) {
        self.digest = digest
        self.state = state
        self.nonce = nonce
        self.verifier = verifier
        self.expires = expires
    }
}

extension ProviderSignIn: TokenKind {
    package static let tokenPrefix = ""
}

extension ProviderSignIn {
    /// What a browser brings back from the provider: the fields of the address's query.
    package struct Answer: Sendable {
        package var state: String?
        package var code: String?
        package var issuer: String?
        package var error: String?

        package init(state: String?, code: String?, issuer: String?, error: String?) {
            self.state = state
            self.code = code
            self.issuer = issuer
            self.error = error
        }
    }

    /// A new one, with the token for the browser's cookie.
    package static func begin(
        at now: Instant, using random: inout some RandomNumberGenerator
    ) -> (pending: ProviderSignIn, token: Token<ProviderSignIn>) {
        func secret() -> Secret { Secret(text: Base64.url.text(random.randomBytes(32))) }
        let token = Token<ProviderSignIn>(using: &random)
        let pending = ProviderSignIn(
            digest: token.digest, state: secret(), nonce: secret(), verifier: secret(), expires: now.adding(lifetime))
        return (pending, token)
    }

    /// Where the browser is sent.
    package func authorisationAddress(at provider: OpenIDProvider, for client: OpenIDClient) -> Secret {
        let challenge = Base64.url.text(SHA256.hash(data: verifier.revealed()))
        return Secret(
            text: provider.authorisationEndpoint.adding([
                ("response_type", "code"), ("scope", "openid"), ("client_id", client.id),
                ("redirect_uri", client.redirect.text), ("state", state.revealedText()),
                ("nonce", nonce.revealedText()), ("code_challenge", challenge), ("code_challenge_method", "S256"),
            ]))
    }

    /// The code to fetch the ID token with. Whatever comes of it, this sign-in is then over and is forgotten.
    ///
    /// - Throws: `AccountError`: `providerAnswerUnusable`, or `providerRefused` if the provider or the person said no.
    package func code(
        from answer: Answer, token: Token<ProviderSignIn>, provider: OpenIDProvider, at now: Instant
    ) throws(AccountError) -> Secret {
        guard token.matches(digest), now < expires, let sent = answer.state, sent.utf8.count <= Self.longestField,
            Secret(text: sent) == state
        else {
            throw ProviderAnswer.unusable("it is to no sign-in that was begun in this browser in the last ten minutes")
        }
        guard answer.issuer.map({ $0 == provider.issuer.text }) ?? !provider.namesItself else {
            throw ProviderAnswer.unusable("it comes from another provider than was asked")
        }
        guard answer.error == nil else {
            throw AccountError(
                .providerRefused, "The sign-in provider did not sign you in. Maybe try again, or use a password.")
        }
        guard let code = answer.code, (1...Self.longestField).contains(code.utf8.count) else {
            throw ProviderAnswer.unusable("it brings no code")
        }
        return Secret(text: code)
    }
}
