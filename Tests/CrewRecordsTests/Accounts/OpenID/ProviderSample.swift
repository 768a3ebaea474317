import CrewRecords
import RotaModel
import Testing

/// A provider, its client here, and a sign-in that has been begun.
struct ProviderSample {
    static let document = """
        {"issuer": "https://id.example", "authorization_endpoint": "https://id.example/authorize",
         "token_endpoint": "https://id.example/token", "jwks_uri": "https://id.example/keys",
         "response_types_supported": ["code", "id_token"], "subject_types_supported": ["public"],
         "id_token_signing_alg_values_supported": ["RS256", "ES256", "none"],
         "code_challenge_methods_supported": ["plain", "S256"],
         "authorization_response_iss_parameter_supported": true,
         "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"]}
        """

    let issuer: WebAddress
    let provider: OpenIDProvider
    let client: OpenIDClient
    let pending: ProviderSignIn

    init() throws {
        issuer = try #require(WebAddress("https://id.example"))
        provider = try OpenIDProvider(document: Array(Self.document.utf8), of: issuer)
        client = OpenIDClient(
            id: "watchbill", secret: Secret(text: "s3cr%t"),
            redirect: try #require(WebAddress("https://crew.example/signed-in")))
        var random = SeededGenerator(seed: 1)
        let begun = ProviderSignIn.begin(.signIn(to: "/"), at: Sample.now, using: &random)
        // With the nonce of the tokens that another program has made.
        pending = ProviderSignIn(
            purpose: begun.purpose, state: begun.state, nonce: Secret(text: "n-0S6_WzA2Mj"), verifier: begun.verifier,
            expires: begun.expires)
    }

    /// Of a provider without what some offer.
    static func document(replacing text: String, by other: String) -> [UInt8] {
        Array(document.replacing(text, with: other).utf8)
    }
}
