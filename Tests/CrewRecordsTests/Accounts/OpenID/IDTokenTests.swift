import CrewRecords
import Crypto
import CryptoExtras
import Foundation
import RotaModel
import Testing

@Suite("ID tokens")
struct IDTokenTests {
    let sample: ProviderSample
    let foreign: KeySet

    init() throws {
        sample = try ProviderSample()
        foreign = try KeySet(document: Array(ForeignTokens.keys.utf8))
    }

    private func validate(
        _ token: String, keys: KeySet? = nil, at now: Instant = Sample.later(10)
    ) throws(AccountError) -> OpenIDSubject {
        try IDToken.validate(
            Secret(text: token), keys: keys ?? foreign, provider: sample.provider, client: sample.client,
            pending: sample.pending, at: now)
    }

    @Test("made by another program are taken while they last", arguments: [ForeignTokens.rs256, ForeignTokens.es256])
    func foreignTokens(token: String) throws {
        #expect(try validate(token) == OpenIDSubject(issuer: sample.issuer, subject: "248289761001"))
        // They end 300 seconds after the sample's time, and clocks may differ by 60.
        #expect(try validate(token, at: Sample.later(359)).subject == "248289761001")
        #expect(refusal { try validate(token, at: Sample.later(360)) } == .providerAnswerUnusable)
        #expect(try validate(token, at: Sample.later(-60)).subject == "248289761001")
        #expect(refusal { try validate(token, at: Sample.later(-61)) } == .providerAnswerUnusable)
    }

    @Test("are for one sign-in, one client and one issuer")
    func another() throws {
        func outcome(provider: OpenIDProvider, client: OpenIDClient, pending: ProviderSignIn) -> AccountError.Code? {
            refusal {
                try IDToken.validate(
                    Secret(text: ForeignTokens.rs256), keys: foreign, provider: provider, client: client,
                    pending: pending, at: Sample.now)
            }
        }
        let (provider, client, pending) = (sample.provider, sample.client, sample.pending)
        #expect(outcome(provider: provider, client: client, pending: pending) == nil)
        var random = SeededGenerator(seed: 3)
        let other = ProviderSignIn.begin(.signIn(to: "/"), at: Sample.now, using: &random)
        #expect(outcome(provider: provider, client: client, pending: other) == .providerAnswerUnusable)
        var otherClient = client
        otherClient.id = "other"
        #expect(outcome(provider: provider, client: otherClient, pending: pending) == .providerAnswerUnusable)
        let issuer = try #require(WebAddress("https://id2.example"))
        let document = ProviderSample.document(replacing: "https://id.example", by: "https://id2.example")
        let otherProvider = try OpenIDProvider(document: document, of: issuer)
        #expect(outcome(provider: otherProvider, client: client, pending: pending) == .providerAnswerUnusable)
    }

    @Test("changed by a single bit anywhere are refused")
    func changed() {
        for token in [ForeignTokens.rs256, ForeignTokens.es256] {
            for place in stride(from: 0, to: token.utf8.count, by: 3) {
                var bytes = Array(token.utf8)
                bytes[place] ^= 1
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(refusal { try validate(text) } != nil, "place \(place)")
            }
        }
    }

    /// A token of our own making, by an ES256 key that is in the set.
    private func own(
        header: String = #"{"alg":"ES256","kid":"k1"}"#, claims: String, seal: (([UInt8]) throws -> [UInt8])? = nil
    ) throws -> (token: String, keys: KeySet) {
        let key = P256.Signing.PrivateKey()
        let raw = key.publicKey.rawRepresentation
        let set = """
            {"keys": [{"kty": "EC", "kid": "k1", "crv": "P-256",
                       "x": "\(Self.encoded(raw.prefix(32)))", "y": "\(Self.encoded(raw.suffix(32)))"}]}
            """
        let message = Self.encoded(Array(header.utf8)) + "." + Self.encoded(Array(claims.utf8))
        let signature =
            try seal?(Array(message.utf8)) ?? Array(key.signature(for: Array(message.utf8)).rawRepresentation)
        return (message + "." + Self.encoded(signature), try KeySet(document: Array(set.utf8)))
    }

    private static func encoded(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static let claims =
        #"{"iss":"https://id.example","sub":"7","aud":"watchbill","exp":1767600300,"iat":1767600000,"nonce":"n-0S6_WzA2Mj"}"#

    @Test("without a signature, by HMAC with the public key, or with demands that are not known are refused")
    func algorithms() throws {
        let (good, keys) = try own(claims: Self.claims)
        #expect(try validate(good, keys: keys).subject == "7")
        for header in [
            #"{"alg":"none"}"#, #"{"alg":"HS256","kid":"k1"}"#, #"{"alg":"ES384","kid":"k1"}"#, #"{"alg":"es256"}"#,
            #"{"alg":"ES256","kid":"k1","crit":["b64"],"b64":false}"#, "{}", "[]", "", #"{"kid":"k1"}"#,
        ] {
            let (token, keys) = try own(header: header, claims: Self.claims)
            #expect(refusal { try validate(token, keys: keys) } == .providerAnswerUnusable, "\(header)")
        }
        let (unsigned, _) = try own(header: #"{"alg":"none"}"#, claims: Self.claims, seal: { _ in [] })
        #expect(refusal { try validate(unsigned) } == .providerAnswerUnusable)
        let (byModulus, _) = try own(header: #"{"alg":"HS256","kid":"r1"}"#, claims: Self.claims) { message in
            let key = SymmetricKey(data: Array(ForeignTokens.modulus.utf8))
            return Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
        }
        #expect(refusal { try validate(byModulus) } == .providerAnswerUnusable)
    }

    @Test("signed by a key that the set does not have say so, so that it can be fetched again")
    func unknownKey() throws {
        let (token, keys) = try own(header: #"{"alg":"ES256","kid":"k2"}"#, claims: Self.claims)
        #expect(refusal { try validate(token, keys: keys) } == .providerKeyUnknown)
        // A key of that name for another algorithm is none.
        let (rsa, _) = try own(header: #"{"alg":"RS256","kid":"k1"}"#, claims: Self.claims)
        #expect(refusal { try validate(rsa, keys: keys) } == .providerKeyUnknown)
        // Signed by another key under a name that is in the set.
        let (forged, _) = try own(header: #"{"alg":"ES256","kid":"k1"}"#, claims: Self.claims)
        #expect(refusal { try validate(forged, keys: keys) } == .providerAnswerUnusable)
        let (nameless, own) = try own(header: #"{"alg":"ES256"}"#, claims: Self.claims)
        #expect(try validate(nameless, keys: own).subject == "7")
    }

    @Test(
        "with claims that are missing or wrong are refused",
        arguments: [
            ("\"iss\":\"https://id.example\",", ""), ("\"sub\":\"7\"", "\"sub\":\"\""), ("\"sub\":\"7\",", ""),
            ("\"sub\":\"7\"", "\"sub\":7"), ("\"aud\":\"watchbill\",", ""), ("\"watchbill\"", "[]"),
            ("\"watchbill\"", "[\"watchbill\",\"other\"]"), ("\"watchbill\"", "\"watchbill\",\"azp\":\"other\""),
            ("\"exp\":1767600300,", ""), ("1767600300", "\"1767600300\""), ("1767600300", "-1"),
            ("\"iat\":1767600000,", ""),
            ("1767600000", "1767609999"), ("\"iat\"", "\"nbf\":1767609999,\"iat\""),
            (",\"nonce\":\"n-0S6_WzA2Mj\"", ""),
            ("n-0S6_WzA2Mj", "n-0S6_WzA2Mk"), ("https://id.example", "https://id.example/"),
        ])
    func claims(text: String, other: String) throws {
        let (token, keys) = try own(claims: Self.claims.replacing(text, with: other))
        #expect(refusal { try validate(token, keys: keys) } == .providerAnswerUnusable)
    }

    @Test("spoilt at random are refused with a reason")
    func spoilt() throws {
        Spoiling.sweep { seed in
            var spoiling = Spoiling(seed: seed)
            let token = seed % 2 == 0 ? ForeignTokens.rs256 : ForeignTokens.es256
            let text = spoiling.text(token, pieces: [".", "=", "..", "e30", "\0", "é", "+"])
            guard text != token else { return }
            let codes: [AccountError.Code?] = [.providerAnswerUnusable, .providerKeyUnknown]
            #expect(codes.contains(refusal { try validate(text) }), "seed \(seed)")
        }
        #expect(refusal { try validate(String(repeating: "a", count: 16_385)) } == .providerAnswerUnusable)
    }
}

@Suite("A provider's key set")
struct KeySetTests {
    private func keySet(_ keys: String) throws(AccountError) -> KeySet {
        try KeySet(document: Array("{\"keys\": [\(keys)]}".utf8))
    }

    @Test("may hold keys that are of no use here, as long as one is")
    func others() throws {
        let good =
            #"{"kty": "EC", "kid": "e1", "crv": "P-256", "x": "\#(ForeignTokens.x)", "y": "\#(ForeignTokens.y)"}"#
        let odd = [
            #"{"kty": "OKP", "crv": "Ed25519", "x": "AAAA"}"#, #"{"kty": "oct", "k": "AAAA"}"#, "{}", "7", "null", "[]",
            #"{"kty": "RSA", "n": "AQAB", "e": "AQAB"}"#, #"{"kty": "EC", "crv": "P-256", "x": "AAAA", "y": "AAAA"}"#,
            #"{"kty": "RSA", "n": "\#(ForeignTokens.modulus)", "e": "AQAB", "use": "enc"}"#,
            #"{"kty": "RSA", "n": "\#(ForeignTokens.modulus)", "e": "AQAB", "alg": "RSA-OAEP"}"#,
            #"{"kty": "RSA", "n": "\#(ForeignTokens.modulus)"}"#,
            #"{"kty": "RSA", "n": "\#(String(repeating: "A", count: 2000))", "e": "AQAB"}"#,
            #"{"kty": "EC", "crv": "P-521", "x": "\#(ForeignTokens.x)", "y": "\#(ForeignTokens.y)"}"#,
            // Not a point of the curve.
            #"{"kty": "EC", "crv": "P-256", "x": "\#(ForeignTokens.x)", "y": "\#(ForeignTokens.x)"}"#,
        ]
        for key in odd { #expect(refusal { try keySet(key) } == .providerAnswerUnusable, "\(key.prefix(60))") }
        let sample = try ProviderSample()
        let keys = try keySet((odd + [good]).joined(separator: ","))
        let subject = try IDToken.validate(
            Secret(text: ForeignTokens.es256), keys: keys, provider: sample.provider, client: sample.client,
            pending: sample.pending, at: Sample.now)
        #expect(subject.subject == "248289761001")
    }

    @Test("that is none, too long or empty is refused")
    func refused() {
        for text in ["", "{}", "[]", "{\"keys\": []}", "{\"keys\": 7}", String(repeating: " ", count: 262_145)] {
            #expect(refusal { try KeySet(document: Array(text.utf8)) } == .providerAnswerUnusable)
        }
    }

    @Test("spoilt at random is refused, or cannot make a false token true")
    func spoilt() throws {
        let sample = try ProviderSample()
        var forged = Array(ForeignTokens.es256.utf8)
        forged[forged.count - 20] ^= 1
        Spoiling.sweep { seed in
            var spoiling = Spoiling(seed: seed)
            let text = spoiling.text(
                ForeignTokens.keys, pieces: ["\"", "{", "}", "[", "]", ",", "null", "\"use\":\"enc\",", "AQAB", "\0"])
            guard let keys = try? KeySet(document: Array(text.utf8)) else { return }
            let code = refusal {
                try IDToken.validate(
                    Secret(forged), keys: keys, provider: sample.provider, client: sample.client,
                    pending: sample.pending, at: Sample.now)
            }
            #expect(code == .providerAnswerUnusable || code == .providerKeyUnknown, "seed \(seed)")
        }
    }
}
