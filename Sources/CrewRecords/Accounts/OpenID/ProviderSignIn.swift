internal import Crypto
package import RotaModel

/// A sign-in by a provider that has been begun: the authorisation code flow with PKCE (RFC 7636), a state and a nonce. The
/// browser keeps it, sealed, in a cookie until it comes back; the server keeps nothing.
package struct ProviderSignIn: Equatable, Sendable {
    package static let lifetime = Duration.seconds(600)
    /// What the provider may send us, each in bytes.
    package static let longestField = 4096

    /// What it is for.
    package enum Purpose: Equatable, Sendable {
        /// Signs in whoever has connected their account, and leads on to that address of ours.
        case signIn(to: String)
        /// Connects the account of that session.
        case connect(SessionID)
        /// Makes the account that a link invites to.
        case invitation(Token<OneTimeLink>)
    }

    package let purpose: Purpose
    /// Comes back in the address: the answer is to this request.
    package let state: Secret
    /// Comes back in the ID token: the token was made for this request.
    package let nonce: Secret
    /// Proves to the provider that who fetches the token is who sent the browser.
    package let verifier: Secret
    package let expires: Instant

    package init(purpose: Purpose, state: Secret, nonce: Secret, verifier: Secret, expires: Instant) {
        self.purpose = purpose
        self.state = state
        self.nonce = nonce
        self.verifier = verifier
        self.expires = expires
    }
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

    package static func begin(
        _ purpose: Purpose, at now: Instant, using random: inout some RandomNumberGenerator
    ) -> ProviderSignIn {
        func secret() -> Secret { Secret(text: Base64.url.text(random.randomBytes(32))) }
        return ProviderSignIn(
            purpose: purpose, state: secret(), nonce: secret(), verifier: secret(), expires: now.adding(lifetime))
    }

    /// Where the browser is sent.
    package func authorisationAddress(at provider: OpenIDProvider, for client: OpenIDClient) -> Secret {
        let challenge = Base64.url.text(SHA256.hash(data: verifier.reveal()))
        var fields: [(name: String, value: String)] = [
            ("response_type", "code"), ("scope", "openid"), ("client_id", client.id),
            ("redirect_uri", client.redirect.text), ("state", state.revealedText()),
            ("nonce", nonce.revealedText()), ("code_challenge", challenge), ("code_challenge_method", "S256"),
        ]
        // What lasts is not made of whoever happens to be signed in at the provider in a browser that people share.
        if case .signIn = purpose {} else { fields.append(("prompt", "login")) }
        return Secret(text: provider.authorisationEndpoint.adding(fields))
    }

    /// The answer to whatever comes back without a sign-in that was begun.
    package static let notBegun = ProviderAnswer.unusable(
        "it is to no sign-in that was begun in this browser in the last ten minutes")

    /// The code to fetch the ID token with. Whatever comes of it, this sign-in is then over and is forgotten.
    ///
    /// - Throws: `AccountError`: `providerAnswerUnusable`, or `providerRefused` if the provider or the person said no.
    package func code(
        from answer: Answer, provider: OpenIDProvider, at now: Instant
    ) throws(AccountError) -> Secret {
        guard now < expires, let sent = answer.state, sent.utf8.count <= Self.longestField,
            Secret(text: sent) == state
        else { throw Self.notBegun }
        guard answer.issuer.map({ $0 == provider.issuer.text }) ?? !provider.namesItself else {
            throw ProviderAnswer.unusable("it comes from another provider than was asked")
        }
        if let error = answer.error { throw ProviderAnswer.refused(error) }
        guard let code = answer.code, (1...Self.longestField).contains(code.utf8.count) else {
            throw ProviderAnswer.unusable("it brings no code")
        }
        return Secret(text: code)
    }
}
