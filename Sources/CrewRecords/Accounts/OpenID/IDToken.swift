package import RotaModel

/// What a provider says of somebody who signed in there: a signed JWT, validated by OpenID Connect Core 1.0, 3.1.3.7.
package enum IDToken {
    /// In bytes.
    package static let longest = 16_384
    /// By how much the provider's clock may differ from ours, in seconds.
    static let leeway = 60

    private struct Header: Decodable {
        var alg: String
        var kid: String?
        var crit: [String]?
    }

    /// One or several.
    private struct Audience: Decodable {
        var names: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let name = try? container.decode(String.self) {
                names = [name]
            } else {
                names = try container.decode([String].self)
            }
        }
    }

    private struct Claims: Decodable {
        var iss: String
        var sub: String
        var aud: Audience
        var azp: String?
        var exp: Double
        var iat: Double
        var nbf: Double?
        var nonce: String?
    }

    /// Who signed in.
    ///
    /// - Throws: `AccountError`: `providerKeyUnknown` if the provider has a newer key than the set, which is then worth
    ///   fetching again, once; `providerAnswerUnusable` for everything else.
    package static func validate(
        _ token: Secret, keys: KeySet, provider: OpenIDProvider, client: OpenIDClient, pending: ProviderSignIn,
        at now: Instant
    ) throws(AccountError) -> OpenIDSubject {
        let bytes = token.reveal()
        guard bytes.count <= longest else { throw unusable("is longer than \(longest) bytes") }
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let headerBytes = Base64.url.bytes(parts[0]),
            let claimsBytes = Base64.url.bytes(parts[1]), let signature = Base64.url.bytes(parts[2])
        else { throw unusable("is no signed JWT") }

        let header = try ProviderAnswer.read(
            Header.self, from: headerBytes, what: "the ID token's header", longest: longest)
        guard let algorithm = KeySet.Algorithm(rawValue: header.alg) else {
            throw unusable("is signed by neither RS256 nor ES256")
        }
        guard header.crit == nil else { throw unusable("asks for something that is not known here") }
        let message = Array(bytes.prefix(parts[0].count + 1 + parts[1].count))
        guard let isGenuine = keys.verify(signature, of: message, by: algorithm, key: header.kid) else {
            throw AccountError(
                .providerKeyUnknown,
                "The sign-in provider's ID token is signed with a key that its key set does not have. Try again.")
        }
        guard isGenuine else { throw unusable("has a false signature") }

        let claims = try ProviderAnswer.read(
            Claims.self, from: claimsBytes, what: "the ID token's content", longest: longest)
        try check(claims, provider, client, pending, now)
        guard let subject = OpenIDSubject(issuer: provider.issuer, subject: claims.sub) else {
            throw unusable("names nobody")
        }
        return subject
    }

    private static func check(
        _ claims: Claims, _ provider: OpenIDProvider, _ client: OpenIDClient, _ pending: ProviderSignIn, _ now: Instant
    ) throws(AccountError) {
        let time = Double(now.seconds)
        let early = time - Double(leeway)
        let late = time + Double(leeway)
        guard claims.iss == provider.issuer.text else { throw unusable("is another issuer's") }
        guard claims.aud.names.contains(client.id), claims.azp ?? client.id == client.id,
            claims.aud.names.count == 1 || claims.azp != nil
        else { throw unusable("was made for another client") }
        guard early < claims.exp else { throw unusable("has run out") }
        guard claims.iat <= late, claims.nbf ?? time <= late else {
            throw unusable("is not valid yet; maybe the clock here or there is wrong")
        }
        guard let nonce = claims.nonce, Secret(text: nonce) == pending.nonce else {
            throw unusable("was made for another sign-in")
        }
    }

    private static func unusable(_ reason: String) -> AccountError {
        ProviderAnswer.unusable("the ID token \(reason)")
    }
}
