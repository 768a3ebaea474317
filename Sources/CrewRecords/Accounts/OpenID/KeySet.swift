internal import Crypto
internal import CryptoExtras
internal import Foundation

/// The keys a provider signs with (a JWK set, RFC 7517), as far as they are for signatures by RS256 or ES256. Others are
/// passed over: a provider may have more than we need.
package struct KeySet: Sendable {
    /// In bytes.
    package static let longestDocument = 262_144
    /// The first so many of a set are looked at.
    package static let mostKeys = 64

    /// RFC 7518, 3.1: the two that OpenID providers sign ID tokens with. What has no public key is not among them.
    enum Algorithm: String, Sendable {
        case rs256 = "RS256"
        case es256 = "ES256"
    }

    private enum Key: Sendable {
        case rs256(_RSA.Signing.PublicKey)
        case es256(P256.Signing.PublicKey)

        var algorithm: Algorithm {
            switch self {
            case .rs256: .rs256
            case .es256: .es256
            }
        }
    }

    private var keys: [(id: String?, key: Key)] = []

    private struct Document: Decodable {
        var keys: [Entry]
    }

    /// One key; nil in `key` for one that is of no use here, whatever is wrong with it.
    private struct Entry: Decodable {
        struct Fields: Decodable {
            var kty: String
            var kid: String?
            var use: String?
            var alg: String?
            var crv: String?
            var n: String?
            var e: String?
            var x: String?
            var y: String?
        }

        var fields: Fields?

        init(from decoder: any Decoder) throws {
            fields = try? Fields(from: decoder)
        }
    }

    /// - Throws: `AccountError`, `providerAnswerUnusable`: no JWK set, or one without a single usable key.
    package init(document bytes: [UInt8]) throws(AccountError) {
        let document = try ProviderAnswer.read(
            Document.self, from: bytes, what: "the key set", longest: Self.longestDocument)
        for fields in document.keys.prefix(Self.mostKeys).compactMap(\.fields) {
            if let key = Self.key(fields) { keys.append((fields.kid, key)) }
        }
        guard !keys.isEmpty else { throw ProviderAnswer.unusable("the key set has no key for RS256 or ES256") }
    }

    private static func key(_ fields: Entry.Fields) -> Key? {
        func bytes(_ text: String?) -> [UInt8]? { text.flatMap { Base64.url.bytes($0.utf8) } }
        guard fields.use ?? "sig" == "sig" else { return nil }
        switch fields.kty {
        case "RSA":
            // Sizes that cannot keep the processor busy for long; the library refuses less than 2,048 bits.
            guard fields.alg ?? "RS256" == "RS256", let modulus = bytes(fields.n), (256...1024).contains(modulus.count),
                let exponent = bytes(fields.e), (1...4).contains(exponent.count),
                let key = try? _RSA.Signing.PublicKey(n: modulus, e: exponent)
            else { return nil }
            return .rs256(key)
        case "EC":
            guard fields.alg ?? "ES256" == "ES256", fields.crv == "P-256", let x = bytes(fields.x), x.count == 32,
                let y = bytes(fields.y), y.count == 32,
                let key = try? P256.Signing.PublicKey(rawRepresentation: x + y)
            else { return nil }
            return .es256(key)
        default:
            return nil
        }
    }

    /// Whether one of the keys for that algorithm, and of that name if one is given, has made the signature. Nil if there
    /// is no such key.
    ///
    /// - Parameter signature: as in a JWS: for ES256 the two numbers of 32 bytes each (RFC 7518, 3.4).
    func verify(_ signature: [UInt8], of message: [UInt8], by algorithm: Algorithm, key id: String?) -> Bool? {
        let candidates = keys.filter { $0.key.algorithm == algorithm && (id == nil || $0.id == nil || $0.id == id) }
        guard !candidates.isEmpty else { return nil }
        let digest = SHA256.hash(data: message)
        return candidates.contains { candidate in
            switch candidate.key {
            case .rs256(let key):
                key.isValidSignature(
                    _RSA.Signing.RSASignature(rawRepresentation: signature), for: digest, padding: .insecurePKCS1v1_5)
            case .es256(let key):
                (try? P256.Signing.ECDSASignature(rawRepresentation: signature))
                    .map { key.isValidSignature($0, for: digest) } ?? false
            }
        }
    }
}
