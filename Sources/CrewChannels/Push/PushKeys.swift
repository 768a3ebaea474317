package import CrewRecords
internal import Crypto
internal import Foundation
internal import RotaModel

/// The key pair by which push services know this server (VAPID, RFC 8292). Browsers tie their subscriptions to the
/// public key: with another pair all of them are lost.
package struct PushKeys: Sendable {
    private let secretBytes: Secret
    /// 65 bytes, uncompressed, in base64url: what a page hands to the browser as `applicationServerKey`, and the `k` of
    /// RFC 8292, 3.2.
    package let publicKey: String

    /// - Parameter random: must be unforeseeable: `SystemRandomNumberGenerator`.
    package init(using random: inout some RandomNumberGenerator) {
        let key = P256.Signing.PrivateKey.drawn(using: &random)
        self.init(key)
    }

    /// - Parameter secret: as `secret` gives it: 32 bytes, the number from the most significant byte on.
    /// - Throws: `ChannelError`, `keyUnusable`.
    package init(_ secret: Secret) throws(ChannelError) {
        guard let key = try? P256.Signing.PrivateKey(rawRepresentation: secret.reveal()) else {
            throw ChannelError(
                .keyUnusable,
                "The push key is none: it must be the 32 bytes of a key on P-256, and has \(secret.count). "
                    + "Take the one that was kept, or have a new one made; then all devices must subscribe again.")
        }
        self.init(key)
    }

    private init(_ key: P256.Signing.PrivateKey) {
        secretBytes = Secret(Array(key.rawRepresentation))
        publicKey = Base64.url.text(key.publicKey.x963Representation)
    }

    /// To be kept, sealed.
    package var secret: Secret { secretBytes }

    /// What the messages of one identity are known by at the push service, of which it can learn nothing about it: an
    /// HMAC under a key that is made of ours.
    package func topic(of identity: String) -> PushTopic {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: secretBytes.reveal()), info: Data("watchbill push topic".utf8),
            outputByteCount: 32)
        let code = HMAC<SHA256>.authenticationCode(for: Data(identity.utf8), using: key)
        return PushTopic(unchecked: Base64.url.text(Array(code).prefix(24)))
    }

    /// The field `Authorization` for a push service (RFC 8292, 3): a JWT by ES256 (RFC 7519, RFC 7518, 3.4) and our
    /// key.
    func authorization(for origin: String, contact: PushContact, expires: Instant) -> String {
        let header = #"{"alg":"ES256","typ":"JWT"}"#
        // Neither an origin nor a contact holds what JSON would have to escape.
        let claims = #"{"aud":"\#(origin)","exp":\#(expires.seconds),"sub":"\#(contact.text)"}"#
        let signed = Base64.url.text(header.utf8) + "." + Base64.url.text(claims.utf8)
        // Bytes that made a key once make it again, and signing has nothing to fail for.
        guard let key = try? P256.Signing.PrivateKey(rawRepresentation: secretBytes.reveal()),
            let signature = try? key.signature(for: Data(signed.utf8))
        else { preconditionFailure("a push key signs nothing") }
        return "vapid t=\(signed).\(Base64.url.text(signature.rawRepresentation)), k=\(publicKey)"
    }
}

extension P256.Signing.PrivateKey {
    /// Of 32 bytes; nearly all are a key.
    fileprivate static func drawn(using random: inout some RandomNumberGenerator) -> Self {
        while true {
            if let key = try? Self(rawRepresentation: random.randomBytes(32)) { return key }
        }
    }
}

/// Whom a push service can turn to about what this server sends: the `sub` of RFC 8292, 2.1.
package struct PushContact: Hashable, Sendable {
    package let text: String

    /// - Parameter text: `mailto:` with an address, or an `https:` address.
    /// - Throws: `ChannelError`, `contactUnusable`.
    package init(_ text: String) throws(ChannelError) {
        let isMail = text.hasPrefix("mailto:") && (try? MailAddress(String(text.dropFirst(7)))) != nil
        let isPage = (try? OutboundAddress(text, reach: .httpsAlone)) != nil
        // They would have to be escaped in JSON, and belong in no address (RFC 3986, 2).
        guard isMail || isPage, !text.contains("\""), !text.contains("\\"), text.utf8.count <= 512 else {
            throw ChannelError(
                .contactUnusable,
                "The contact for push services is neither mailto: with an address nor an https: address. "
                    + "Give one such as mailto:crew@example.org, of somebody who runs this server.")
        }
        self.text = text
    }
}

/// Of two messages for one subscription with the same topic that wait at the push service, the later replaces the
/// earlier (RFC 8030, 5.4).
package struct PushTopic: Hashable, Sendable {
    package static let longest = 32

    package let text: String

    /// Nil unless there are 1 to 32 letters of base64url.
    package init?(_ text: String) {
        guard (1...Self.longest).contains(text.utf8.count), text.utf8.allSatisfy(Base64.url.isLetter) else {
            return nil
        }
        self.text = text
    }

    fileprivate init(unchecked text: String) {
        self.text = text
    }
}
